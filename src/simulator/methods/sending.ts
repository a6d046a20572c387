import { readMarkup } from '../rules/keyboard.ts'
import { readText } from '../rules/text.ts'
import type { MessageRecord } from '../state.ts'
import { badRequest, brokenRule } from '../wire/errors.ts'
import { textOf } from '../wire/table.ts'
import type { Chat, MediaKind, Message, WireFile } from '../wire/types.ts'
import type { Content } from '../world.ts'
import { entitiesOrNone, takeCaption, takeMedia } from './media.ts'
import { existing, writableChat, type Method, type MethodCall } from './method.ts'

export const sendMessage: Method = (call) => {
  const chat = writableChat(call.world, call.values['chat_id'])
  const { text, entities } = readText(
    textOf(call.values, 'text'),
    call.values['parse_mode'],
    call.values['entities'],
  )
  return send(call, chat, { text, entities: entitiesOrNone(entities) }).message
}

/** A method that sends one file with a caption. */
export function sendMedia(kind: MediaKind): Method {
  return (call) => {
    const { values } = call
    const chat = writableChat(call.world, values['chat_id'])
    refuseUnwelcome(call, kind)
    const media = takeMedia(call, kind, values[kind], dimensions(values))
    const spoiler = values['has_spoiler'] ? { has_media_spoiler: true } : {}
    return send(call, chat, { ...media, ...takeCaption(values), ...spoiler }).message
  }
}

/** The words differ, as they do at Telegram. */
function refuseUnwelcome({ world, values }: MethodCall, kind: MediaKind): void {
  if (!world.state.people.get(Number(values['chat_id']))?.refusesVoice) return
  if (kind === 'voice') throw badRequest('VOICE_MESSAGES_FORBIDDEN')
  if (kind === 'video_note') throw badRequest('user restricted receiving of video messages')
}

function dimensions(values: Record<string, unknown>): Partial<WireFile> {
  const names = ['duration', 'width', 'height', 'length'] as const
  return Object.fromEntries(
    names.filter((name) => values[name] !== undefined).map((name) => [name, Number(values[name])]),
  )
}

export const sendMediaGroup: Method = (call) => {
  const chat = writableChat(call.world, call.values['chat_id'])
  const media = call.values['media'] as { type: MediaKind; media: string; has_spoiler?: boolean }[]
  if (media.length < 2 || media.length > 10) throw brokenRule('there must be 2-10 items in a media group')
  for (const kind of ['document', 'audio'] as const)
    if (media.some(({ type }) => type === kind) && media.some(({ type }) => type !== kind))
      throw brokenRule(`${kind} can't be mixed with other media types`)
  const album = String(call.world.state.next('album', 13_000_000_000_001))
  const contents = media.map((item): Content => ({
    ...takeMedia(call, item.type, item.media),
    ...takeCaption(item),
    ...(item.has_spoiler ? { has_media_spoiler: true } : {}),
    media_group_id: album,
  }))
  return contents.map((content) => send(call, chat, content).message)
}

export const sendContact: Method = (call) => {
  const { values } = call
  const chat = writableChat(call.world, values['chat_id'])
  const contact = { phone_number: String(values['phone_number']), first_name: String(values['first_name']) }
  return send(call, chat, { contact }).message
}

export const sendLocation: Method = (call) => {
  const { values } = call
  const chat = writableChat(call.world, values['chat_id'])
  return send(call, chat, {
    location: { latitude: Number(values['latitude']), longitude: Number(values['longitude']) },
  }).message
}

const actions = new Set([
  'typing', 'upload_photo', 'record_video', 'upload_video', 'record_voice', 'upload_voice', 'upload_document',
  'choose_sticker', 'find_location', 'record_video_note', 'upload_video_note',
]) // prettier-ignore

export const sendChatAction: Method = ({ world, values }) => {
  const chat = writableChat(world, values['chat_id'])
  const action = String(values['action'])
  if (!actions.has(action)) throw brokenRule('wrong parameter action in request')
  if (chat.type === 'private') world.events.emit('action', { personId: chat.id, action })
  return true
}

export const copyMessage: Method = (call) => {
  const chat = writableChat(call.world, call.values['chat_id'])
  const { message } = source(call, 'message to copy')
  const caption = call.values['caption'] === undefined ? {} : takeCaption(call.values)
  return { message_id: send(call, chat, { ...contentOf(message), ...caption }).message.message_id }
}

export const forwardMessage: Method = (call) => {
  const chat = writableChat(call.world, call.values['chat_id'])
  const { message } = source(call, 'message to forward')
  const origin = { type: 'user' as const, date: message.date, sender_user: message.from }
  return send(call, chat, { ...contentOf(message), forward_origin: origin }).message
}

function source({ world, values }: MethodCall, what: string): MessageRecord {
  return existing(world, writableChat(world, values['from_chat_id']), values['message_id'], what)
}

function contentOf(message: Message): Content {
  const {
    message_id: _,
    from: _from,
    chat: _chat,
    date: _date,
    edit_date: _edited,
    reply_markup: _markup,
    ...content
  } = message
  const { reply_to_message: _reply, media_group_id: _album, ...bare } = content
  return bare
}

function send(call: MethodCall, chat: Chat, content: Content): MessageRecord {
  const { world, values } = call
  const { inline, keyboard } = readMarkup(values['reply_markup'])
  const reply = repliedTo(call, chat)
  return world.post(
    chat,
    world.bot,
    {
      ...content,
      ...(reply && { reply_to_message: reply }),
      ...(inline && { reply_markup: inline }),
      ...(values['protect_content'] ? { has_protected_content: true } : {}),
    },
    { keyboard, silent: values['disable_notification'] === true || undefined },
  )
}

function repliedTo({ world, values }: MethodCall, chat: Chat): Message | undefined {
  const reply = values['reply_parameters'] as
    | { message_id: number; allow_sending_without_reply?: boolean }
    | undefined
  if (!reply) return undefined
  const original = world.state.message(chat.id, reply.message_id)
  if (!original && !reply.allow_sending_without_reply) throw badRequest('message to be replied not found')
  if (!original) return undefined
  const { reply_to_message: _, ...bare } = original.message
  return bare
}
