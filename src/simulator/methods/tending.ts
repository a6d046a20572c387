import { hours } from '../clock.ts'
import type { MessageRecord } from '../state.ts'
import { badRequest, brokenRule } from '../wire/errors.ts'
import type { World } from '../world.ts'
import { existing, writableChat, type Method } from './method.ts'

export const deleteMessage: Method = ({ world, values }) => {
  const chat = writableChat(world, values['chat_id'])
  const record = existing(world, chat, values['message_id'], 'message to delete')
  if (!deletable(world, record)) throw badRequest("message can't be deleted for everyone")
  return world.remove(chat.id, record.message.message_id)
}

/** Those that cannot be found or deleted are skipped. */
export const deleteMessages: Method = ({ world, values }) => {
  const chat = writableChat(world, values['chat_id'])
  const ids = values['message_ids'] as number[]
  if (ids.length === 0 || ids.length > 100) throw brokenRule('there must be 1-100 message identifiers')
  for (const id of ids) {
    const record = world.state.message(chat.id, id)
    if (record && deletable(world, record)) world.remove(chat.id, id)
  }
  return true
}

function deletable(world: World, { message }: MessageRecord): boolean {
  if (message.chat.type !== 'private' && message.from.id !== world.bot.id) return false
  return world.clock.now() - message.date * 1000 < hours(48)
}

export const pinChatMessage: Method = ({ world, values }) => {
  const chat = writableChat(world, values['chat_id'])
  const record = existing(world, chat, values['message_id'], 'message to pin')
  if (record.pinned) return true
  record.pinned = true
  world.change(record)
  const { reply_to_message: _, ...pinned } = record.message
  world.post(chat, world.bot, { pinned_message: pinned }, { silent: true })
  return true
}

export const unpinChatMessage: Method = ({ world, values }) => {
  const chat = writableChat(world, values['chat_id'])
  const pinned = world.state.messages(chat.id).filter((record) => record.pinned)
  const id = values['message_id']
  const record = id === undefined ? pinned.at(-1) : pinned.find(({ message }) => message.message_id === id)
  if (!record) throw badRequest('message to unpin not found')
  unpin(world, record)
  return true
}

export const unpinAllChatMessages: Method = ({ world, values }) => {
  const chat = writableChat(world, values['chat_id'])
  for (const record of world.state.messages(chat.id)) if (record.pinned) unpin(world, record)
  return true
}

function unpin(world: World, record: MessageRecord): void {
  record.pinned = undefined
  world.change(record)
}

export const setMessageReaction: Method = ({ world, values }) => {
  const chat = writableChat(world, values['chat_id'])
  const record = existing(world, chat, values['message_id'], 'message to react')
  const reactions = (values['reaction'] ?? []) as { type: string; emoji?: string }[]
  if (reactions.length > 1) throw brokenRule('too many reactions specified')
  const [reaction] = reactions
  if (reaction && !allowedReactions.has(reaction.emoji ?? '')) throw brokenRule('REACTION_INVALID')
  record.reaction = reaction?.emoji
  world.change(record)
  return true
}

const allowedReactions = new Set(
  '❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'.split(
    ' ',
  ),
)
