import type { ClaimedDelivery } from '../services/deliveries.ts'
import { type View, messageLimit } from '../views/view.ts'
import { keyboardOf } from './context.ts'
import type { Screen } from './screen.ts'
import { markup } from './sending.ts'
import { CallFailed } from './telegram.ts'

type Result = { messageId: number } | { failed: 'refused' | 'not sent' | 'uncertain' } | 'nothing to say'

export interface PushSenderOptions {
  screen: Screen
  /** The words at the moment of sending; undefined when there is nothing to say any more. */
  render(delivery: ClaimedDelivery): Promise<View | undefined>
}

/** Sends deliveries through their recipient's own queue, so that they never overtake an answer. */
export function pushSender({ screen, render }: PushSenderOptions) {
  return {
    async send(delivery: ClaimedDelivery): Promise<Result> {
      let result: Result = 'nothing to say'
      try {
        await screen.push(delivery.telegramId, delivery.presence, async (call) => {
          const view = await render(delivery)
          if (!view) return
          const sent = await call<{ message_id: number }>('sendMessage', {
            chat_id: delivery.telegramId,
            text: view.html.slice(0, messageLimit),
            parse_mode: 'HTML',
            reply_markup: view.buttons.length > 0 ? markup(keyboardOf(view.buttons)) : undefined,
          })
          result = { messageId: sent.message_id }
        })
        return result
      } catch (error) {
        if (!(error instanceof CallFailed)) throw error
        if (error.code === 403) await screen.unreachable(delivery.telegramId)
        return { failed: error.certainty }
      }
    },
    takeAway: (delivery: ClaimedDelivery, messageId: number) =>
      screen
        .push(delivery.telegramId, delivery.presence, (call) =>
          call('deleteMessage', { chat_id: delivery.telegramId, message_id: messageId }),
        )
        .catch(() => undefined),
  }
}
