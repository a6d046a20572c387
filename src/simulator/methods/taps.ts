import { badRequest, brokenRule } from '../wire/errors.ts'
import { textOf } from '../wire/table.ts'
import type { Method } from './method.ts'

/** Milliseconds in which a tap can be answered, and its update waits for the bot. */
export const tapLife = 150_000

export const answerCallbackQuery: Method = ({ world, values }) => {
  const text = textOf(values, 'text')
  if (text.length > 200) throw brokenRule('MESSAGE_TOO_LONG')
  const tap = world.state.taps.get(textOf(values, 'callback_query_id'))
  const now = world.clock.now()
  if (!tap || now - tap.at > tapLife) throw tooOld()
  const answer = {
    text,
    alert: values['show_alert'] === true,
    url: values['url'] as string | undefined,
    at: now,
  }
  tap.answers.push(answer)
  world.state.taps.put(tap.id, tap)
  if (tap.answers.length > 1) {
    world.violate('answerCallbackQuery', `tap ${tap.id} was answered ${tap.answers.length} times`)
    throw tooOld()
  }
  world.events.emit('toast', { personId: tap.personId, queryId: tap.id, messageId: tap.messageId, ...answer })
  return true
}

function tooOld(): Error {
  return badRequest('query is too old and response timeout expired or query ID is invalid')
}
