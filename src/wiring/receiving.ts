import { Telegram } from 'telegraf'
import { Poller } from '../bot/poller.ts'
import { type Inbox, Receiver } from '../bot/receiver.ts'
import type { Screen } from '../bot/screen.ts'
import type { Taps } from '../bot/taps.ts'
import { Turns } from '../bot/turns.ts'
import { refusalText } from '../scenes/index.ts'
import { dropFilesOf } from '../services/files/events.ts'
import * as inbox from '../services/inbox.ts'
import { takeTurn } from '../services/turns.ts'
import { inUnit } from '../services/unit.ts'
import { tellTrouble } from '../services/watching/telling.ts'
import type { Ground } from './ground.ts'

export interface ReceivingOptions {
  screen: Screen
  taps: Taps
  /** A committed turn has made something due at this time. */
  madeDue(at: Date): void
  /** An update was set aside: its files are to go, and the admins are to be told. */
  setAside(): void
}

/** What turns what people send into committed turns. */
export function buildReceiver(ground: Ground, options: ReceivingOptions): Receiver {
  const { clock, log, meter, me, patience } = ground
  const { screen, taps, madeDue, setAside } = options
  return new Receiver({
    botId: me.id,
    turns: turnsOf(ground, screen),
    screen,
    taps,
    clock,
    patience,
    log,
    meter,
    inbox: inboxOf(ground, setAside),
    madeDue,
  })
}

function turnsOf({ orm, me, registry, defaults }: Ground, screen: Screen): Turns {
  return new Turns({
    registry,
    me,
    telegram: Object.assign(new Telegram('none'), { callApi: refuseCalls }),
    takeTurn: (request, work) =>
      takeTurn(orm, defaults, { ...request, shown: screen.shownTo(request.who.id) }, work),
    refusalText,
  })
}

function inboxOf({ orm, defaults }: Ground, setAside: () => void): Inbox {
  return {
    keep: (arrivals, now) => inbox.keepUpdates(orm, arrivals, now),
    leftovers: () => inbox.leftovers(orm),
    countTry: (id) => inbox.countTry(orm, id),
    fail: async (id, reason, now) => {
      await inUnit(orm, 'inbox.fail', async (unit) => {
        await dropFilesOf(unit.sql, id)
        await inbox.markFailed(unit.sql, id, reason, now)
        await tellTrouble(unit, defaults, 'update', now)
      })
      setAside()
    },
    skip: (id, now) => inUnit(orm, 'inbox.skip', ({ sql }) => inbox.markDone(sql, id, now)),
  }
}

/** What asks Telegram for updates. */
export function buildPoller(ground: Ground, receiver: Receiver, waitSeconds?: number): Poller {
  const { wire, patience, log, meter } = ground
  return new Poller({
    wire,
    patience,
    log,
    meter,
    receive: (updates) => receiver.receive(updates),
    ...(waitSeconds !== undefined && { waitSeconds }),
  })
}

function refuseCalls(): never {
  throw new Error('The network is out of bounds inside a turn')
}
