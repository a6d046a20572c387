import type { Clock } from '../domain/clock.ts'
import { type ClaimedDelivery, urgent } from '../services/deliveries.ts'
import { isBusy, isOutOfOrder } from '../services/errors.ts'
import { fitHtml } from '../views/fit.ts'
import { captionLimit, messageLimit } from '../views/view.ts'
import { keyboardOf } from './context.ts'
import { describe } from './describe.ts'
import type { Log } from './log.ts'
import { noProgress } from './keptSending.ts'
import { notMade } from './outgoing.ts'
import type { Rendered } from './registry.ts'
import type { Screen } from './screen.ts'
import { type Beside, type Pictures, sendBeside } from './sending.ts'
import { CallFailed } from './telegram.ts'

type Result =
  | { messageId: number }
  | { failed: 'refused' | 'not sent' | 'uncertain' | 'blocked' }
  | 'nothing to say'
  | 'too late'

export interface PushSenderOptions {
  screen: Screen
  pictures: Pictures
  clock: Clock
  log: Log
  /** The words at the moment of sending; undefined when there is nothing to say any more. */
  render(delivery: ClaimedDelivery): Promise<Rendered | undefined>
  /** Notes, right before the call, that it is being sent. False: it is not owed any more. */
  begin(delivery: ClaimedDelivery): Promise<boolean>
}

function besideOf({ html, buttons, picture, gone, silent }: Rendered): Beside {
  const isKept = picture?.kind === 'kept'
  return {
    html: isKept && html === '' ? '' : fitHtml(html, picture ? captionLimit : messageLimit),
    keyboard: keyboardOf(buttons),
    ...(picture && { picture }),
    ...(isKept && { gone }),
    ...(silent && { silent }),
  }
}

/** Sends deliveries through their recipient's own queue, so that they never overtake an answer. */
export function pushSender({ screen, pictures, clock, log, render, begin }: PushSenderOptions) {
  return {
    async send(delivery: ClaimedDelivery): Promise<Result> {
      const { telegramId, presence, expiresAt } = delivery
      let result: Result = 'nothing to say'
      const progress = noProgress()
      try {
        const priority = delivery.kind === urgent ? 'reply' : 'push'
        await screen.push(telegramId, { presence, priority }, async (call) => {
          if (expiresAt && expiresAt <= clock.now()) throw new CallFailed('push', 0, notMade.late, 'not sent')
          const view = await render(delivery)
          if (!view) return
          const begun = () => begin(delivery)
          const inTime = <T>(method: string, payload: object) =>
            call<T>(method, payload, { until: expiresAt ?? undefined, begin: begun })
          const ids = await sendBeside(inTime, telegramId, besideOf(view), pictures, progress)
          result = { messageId: ids.at(-1) ?? 0 }
        })
        return result
      } catch (error) {
        if (isBusy(error) || isOutOfOrder(error)) return { failed: 'not sent' }
        if (!(error instanceof CallFailed)) throw error
        if (error.description === notMade.late) return 'too late'
        if (error.description !== notMade.stopping)
          log.warn({ delivery: delivery.id, kind: delivery.kind, error: describe(error) }, 'push not sent')
        if (error.code === 401) return { failed: 'not sent' } // the token, not the push
        if (error.code !== 403) return { failed: error.certainty }
        await screen.unreachable(telegramId)
        return { failed: 'blocked' }
      }
    },
    takeAway: ({ telegramId, presence }: ClaimedDelivery, messageId: number) =>
      screen
        .push(telegramId, { presence }, (call) =>
          call('deleteMessage', { chat_id: telegramId, message_id: messageId }),
        )
        .catch(() => undefined),
  }
}
