import { type Action, decodeAction } from '../views/callbackData.ts'
import { type SentMedia, claimOf, sentKinds } from '../domain/media.ts'
import type { Introduction } from '../services/conversation.ts'
import type { MediaEvent } from '../services/files/events.ts'
import type { MediaMessage } from '../services/files/incoming.ts'

/** An update as Telegram (or our own inbox) delivers it; only what we read is named. */
export interface RawUpdate {
  update_id: number
  message?: RawMessage
  edited_message?: RawMessage
  callback_query?: {
    id: string
    from: RawUser
    data?: string
    message?: { message_id: number; chat: RawChat }
  }
  my_chat_member?: { from: RawUser; chat: RawChat; new_chat_member: { status: string } }
  internal?: InternalEvent
}

/** An event of our own making in a person's lane. */
export type InternalEvent =
  | { kind: 'file'; text: string | null; who: Introduction; messageId: number }
  | MediaEvent

interface RawUser {
  id: number
  is_bot?: boolean
  first_name: string
  last_name?: string
  username?: string
  language_code?: string
}
export interface RawChat {
  id: number
  type: string
}
interface RawFile {
  file_id: string
  file_unique_id: string
  file_size?: number
  file_name?: string
  mime_type?: string
  width?: number
  height?: number
  /** Of a video note: its width and height. */
  length?: number
  duration?: number
}
export interface RawMessage {
  message_id: number
  from?: RawUser
  chat: RawChat
  date: number
  edit_date?: number
  text?: string
  caption?: string
  document?: RawFile
  photo?: RawFile[]
  video?: RawFile
  animation?: RawFile
  video_note?: RawFile
  voice?: RawFile
  media_group_id?: string
  reply_to_message?: { message_id: number }
}

/** What a person did, as scenes read it. */
export type Input =
  | { kind: 'text'; text: string; messageId: number; replyTo: number | null; edited: boolean }
  | { kind: 'command'; name: string; args: string; messageId: number }
  | { kind: 'tap'; action: Action | undefined; callbackId: string; messageId: number | null }
  | { kind: 'file'; file: RawFile; caption: string; messageId: number }
  /** A picture, a clip or a recording, sent as such or as a file. */
  | ({ kind: 'media'; media: SentMedia } & MediaMessage)
  | { kind: 'internal'; event: InternalEvent }
  | { kind: 'reach'; reachable: boolean }
  | { kind: 'other'; messageId: number | null }
  /** Nothing anybody said: a pin, a live location that moved, a caption corrected. */
  | { kind: 'passing' }

/** What joins an emoji of several stays. */
const unseen =
  /[\0\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\u200d(?!\p{Emoji})/gu

/** What was typed, without NUL and invisible direction marks. */
function clean(text: string): string {
  return text.replace(unseen, '')
}

/** What a message can hold that somebody meant to say. */
const contents = [
  'audio',
  'sticker',
  'contact',
  'location',
  'venue',
  'poll',
  'dice',
  'story',
  'paid_media',
  'checklist',
]

/** An invite link that was pasted instead of tapped. */
const pastedLink = /^(?:https?:\/\/)?(?:t|telegram)\.me\/\w{3,64}\?start=([\w-]{1,64})$/i

/** What there is to look at or listen to; of the sizes of a photo the largest. An animation is a document as well. */
function mediaOf(message: RawMessage): SentMedia | undefined {
  for (const kind of sentKinds) {
    const found = message[kind]
    const file = Array.isArray(found) ? found.toSorted((a, b) => area(a) - area(b)).at(-1) : found
    if (!file) continue
    const { mime_type: mime = null, file_name: name = null, length = null } = file
    if (kind === 'document' && !claimOf(mime, name)) continue
    const { file_id: fileId, file_unique_id: uniqueId, file_size: size = null } = file
    const { width = length, height = length, duration = null } = file
    return { kind, fileId, uniqueId, size, width, height, duration, mime, name }
  }
  return undefined
}

const area = ({ width = 0, height = 0 }: RawFile): number => width * height

function messageInput(message: RawMessage, edited: boolean): Input {
  const messageId = message.message_id
  if (edited && message.text === undefined) return { kind: 'passing' }
  const media = mediaOf(message)
  const caption = clean(message.caption ?? '')
  if (media)
    return {
      kind: 'media',
      media,
      caption,
      albumId: message.media_group_id ?? null,
      messageId,
      replyTo: message.reply_to_message?.message_id ?? null,
    }
  if (message.document) return { kind: 'file', file: message.document, caption, messageId }
  if (message.text === undefined)
    return contents.some((content) => content in message) ? { kind: 'other', messageId } : { kind: 'passing' }
  const command = /^\/([a-z0-9_]{1,32})(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(message.text.trim())
  if (command && !edited)
    return {
      kind: 'command',
      name: (command[1] ?? '').toLowerCase(),
      args: clean(command[2] ?? '').trim(),
      messageId,
    }
  const token = edited ? undefined : pastedLink.exec(clean(message.text).trim())?.[1]
  if (token !== undefined) return { kind: 'command', name: 'start', args: token, messageId }
  return {
    kind: 'text',
    text: clean(message.text),
    messageId,
    replyTo: message.reply_to_message?.message_id ?? null,
    edited,
  }
}

function readable(event: InternalEvent): InternalEvent {
  return event.kind !== 'file' || event.text === null ? event : { ...event, text: clean(event.text) }
}

export function inputOf(update: RawUpdate): Input {
  if (update.message) return messageInput(update.message, false)
  if (update.edited_message) return messageInput(update.edited_message, true)
  if (update.internal) return { kind: 'internal', event: readable(update.internal) }
  if (update.my_chat_member)
    return {
      kind: 'reach',
      reachable: !['kicked', 'left'].includes(update.my_chat_member.new_chat_member.status),
    }
  if (update.callback_query) {
    const { id, data, message } = update.callback_query
    return {
      kind: 'tap',
      action: data === undefined ? undefined : decodeAction(data),
      callbackId: id,
      messageId: message?.message_id ?? null,
    }
  }
  return { kind: 'passing' }
}

/** Who is behind an update; undefined where nobody is (channel posts, messages of bots). */
export function personOf(update: RawUpdate): Introduction | undefined {
  if (update.internal) return update.internal.who
  const from = (update.message ?? update.edited_message ?? update.callback_query ?? update.my_chat_member)
    ?.from
  if (!from || from.is_bot) return undefined
  return {
    id: from.id,
    firstName: from.first_name,
    ...(from.last_name !== undefined && { lastName: from.last_name }),
    ...(from.username !== undefined && { username: from.username }),
    ...(from.language_code !== undefined && { languageCode: from.language_code }),
  }
}

/** The chat an update came from; our own events belong to the private chat. */
export function chatOf(update: RawUpdate): RawChat | undefined {
  return (update.message ?? update.edited_message ?? update.callback_query?.message ?? update.my_chat_member)
    ?.chat
}

/**
 * The newest message the person's eyes were on: a card above it is out of sight and moves down.
 * Null where the update says nothing of it.
 */
export function lookedAt(update: RawUpdate, cardMessageId: number | null): number | null {
  if (chatOf(update)?.type !== 'private') return null
  const tapped = update.callback_query?.message?.message_id
  return update.message?.message_id ?? (tapped === cardMessageId ? null : (tapped ?? null))
}

/** When the person acted: a message's own date, else its arrival; never later than `arrival`. */
export function actedAt(update: RawUpdate, arrival: Date): Date {
  const seconds = update.edited_message ? undefined : update.message?.date
  if (seconds === undefined) return arrival
  return new Date(Math.min(seconds * 1000, arrival.getTime()))
}
