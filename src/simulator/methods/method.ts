import type { MessageRecord } from '../state.ts'
import type { World } from '../world.ts'
import { badRequest, forbidden } from '../wire/errors.ts'
import type { Values } from '../wire/table.ts'
import type { Chat, Upload } from '../wire/types.ts'

export interface MethodCall {
  world: World
  values: Values
  /** Files of the request by part name, for `attach://`. */
  uploads: Map<string, Upload>
  /** Aborted when the caller has gone. */
  signal: AbortSignal
}

export type Method = (call: MethodCall) => unknown

/** The chat, when the bot may write there now. */
export function writableChat(world: World, chatId: unknown): Chat {
  const id = Number(chatId)
  const person = world.state.people.get(id)
  if (person) {
    if (person.blocked) throw forbidden('bot was blocked by the user')
    if (!person.started) throw forbidden("bot can't initiate conversation with a user")
    return world.privateChat(person)
  }
  const group = world.state.chats.get(id)
  if (!group) throw badRequest('chat not found')
  if (group.left) throw forbidden('bot is not a member of the group chat')
  return group.chat
}

/** A message there is, or 400 `what … not found`. */
export function existing(world: World, chat: Chat, messageId: unknown, what: string): MessageRecord {
  const record = world.state.message(chat.id, Number(messageId))
  if (!record) throw badRequest(`${what} not found`)
  return record
}
