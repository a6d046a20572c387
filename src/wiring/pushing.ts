import { dayMs } from '../domain/localTime.ts'
import { describe } from '../bot/describe.ts'
import { pushSender } from '../bot/pushing.ts'
import type { Screen } from '../bot/screen.ts'
import type { Pictures } from '../bot/sending.ts'
import { doneWording, wordDelivery } from '../bot/wording.ts'
import { Planner } from '../scheduler/planner.ts'
import { Pusher } from '../scheduler/pusher.ts'
import * as deliveries from '../services/deliveries.ts'
import * as deliveryEndings from '../services/deliveryEndings.ts'
import { tellCoaches } from '../services/reminders/coachNews.ts'
import { type OverReminder, retireOver } from '../services/reminders/retiring.ts'
import { earlier, planAll, planUndone } from '../services/reminders/planning.ts'
import { moveWithClock, reviveAtStart } from '../services/setClock.ts'
import { inUnit } from '../services/unit.ts'
import type { Ground } from './ground.ts'

/** What sends everything that is owed to others, or later. */
export function buildPusher(ground: Ground, screen: Screen, pictures: Pictures): Pusher {
  const { orm, clock, log, patience, perSecond, registry, defaults, runId } = ground
  return new Pusher({
    clock,
    perSecond,
    claim: (asked) => deliveries.claimDue(orm, asked),
    nextDue: (busy) => deliveries.nextDue(orm, busy),
    clockSet: (...set) => moveWithClock(orm, ...set),
    end: async (delivery, ...ending) => {
      const ended = await patience.untilDone(() =>
        deliveryEndings.endDelivery(orm, delivery, ...ending, doneWording(defaults)),
      )
      if (ended?.edit) screen.owe(delivery.telegramId, [ended.edit], delivery.presence)
      return ended?.stands ?? true
    },
    ...pushSender({
      screen,
      pictures,
      clock,
      log,
      begin: (delivery) => deliveries.beginSending(orm, delivery, runId, clock.now()),
      render: (delivery) =>
        inUnit(orm, 'push.render', async (unit) =>
          (await deliveries.isStillOwed(unit, delivery))
            ? wordDelivery(unit, delivery, { registry, defaults, now: clock.now() })
            : undefined,
        ),
    }),
    failed: (error, delivery) =>
      log.error(
        { error: describe(error), ...(delivery && { delivery: delivery.id, kind: delivery.kind }) },
        'pusher',
      ),
  })
}

/** What an earlier start left: what it was sending, of which nobody knows whether it arrived, and what its clock took for late. */
export async function settleDeliveries({ orm, runId, clock }: Ground): Promise<void> {
  await deliveryEndings.settleRestored(orm, clock.now())
  await deliveryEndings.settleForeignRuns(orm, runId, clock.now())
  await reviveAtStart(orm, clock.now())
}

/** Takes the buttons of a message away, behind whatever else goes out. Best effort: who taps them all the same is answered in words. */
function takeButtons(screen: Screen, { telegramId, presence, messageId }: OverReminder): void {
  const target = { chat_id: telegramId, message_id: messageId, reply_markup: { inline_keyboard: [] } }
  void screen
    .push(telegramId, { presence }, async (call) => void (await call('editMessageReplyMarkup', target)))
    .catch(() => undefined)
}

/** What makes reminders ahead. */
export function buildPlanner({ orm, clock, log, defaults }: Ground, pusher: Pusher, screen: Screen): Planner {
  // Nobody notes how far it came: what a stop leaves out is found again for a day.
  let retired = new Date(clock.now().getTime() - dayMs)
  return new Planner({
    clock,
    planAll: async (now) => {
      const { due } = await planAll(orm, now, defaults.timeZone)
      for (const over of await retireOver(orm, retired, now)) takeButtons(screen, over)
      retired = now
      return earlier(due, await tellCoaches(orm, now, defaults.timeZone))
    },
    planUndone: async (now) => (await planUndone(orm, now, defaults.timeZone)).due,
    madeDue: (at) => pusher.wakeAt(at),
    failed: (error) => log.error({ error: describe(error) }, 'reminders not made'),
  })
}
