import { toHtml } from './html/render.ts'
import type { PageButton, PageFile, PageMessage } from './pageApi.ts'
import type { MessageRecord } from './state.ts'
import type { InlineButton, MediaKind, Message } from './wire/types.ts'
import type { World } from './world.ts'

const kinds: Exclude<MediaKind, 'photo'>[] = [
  'animation',
  'document',
  'voice',
  'video',
  'video_note',
  'audio',
]

/** The message as `personId` sees it on the screen. */
export function seenMessage(world: World, record: MessageRecord, personId: number): PageMessage {
  const { message } = record
  const text = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.caption_entities ?? []
  const from = message.from.id === world.bot.id ? 'bot' : message.from.id === personId ? 'me' : 'other'
  return {
    id: message.message_id,
    from,
    author: [message.from.first_name, message.from.last_name].filter(Boolean).join(' '),
    at: message.date * 1000,
    editedAt: message.edit_date && message.edit_date * 1000,
    text: text || serviceText(message),
    html: text ? toHtml(text, entities) : toHtml(serviceText(message), []),
    entities,
    buttons: (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(seenButton)),
    photo: seenPhoto(world, message),
    document: seenFile(world, message),
    contact: message.contact && { name: message.contact.first_name, phone: message.contact.phone_number },
    location: message.location,
    album: message.media_group_id,
    replyTo: seenReply(world, message),
    pinned: record.pinned,
    reaction: record.reaction,
    spoiler: message.has_media_spoiler,
    service: serviceText(message) !== '' || undefined,
    silent: record.silent,
    deleted: false,
  }
}

function serviceText(message: Message): string {
  return message.pinned_message ? 'pinned a message' : ''
}

function seenButton(button: InlineButton): PageButton {
  const { text: label, style, callback_data: data, url, copy_text: copy } = button
  return { label, style, data, url, copy: copy?.text }
}

function seenPhoto(world: World, { photo }: Message): PageFile | undefined {
  const largest = photo?.at(-1)
  const stored = largest && world.files.byId(largest.file_id)
  if (!largest || !stored) return undefined
  const { file_id: fileId, file_size: size, width, height } = largest
  return { kind: 'photo', fileId, mime: stored.mime, size, width, height }
}

function seenFile(world: World, message: Message): PageFile | undefined {
  const kind = kinds.find((name) => message[name])
  const file = kind && message[kind]
  if (!file) return undefined
  const { file_id: fileId, file_name: name, file_size: size, width, height, duration } = file
  return { kind, fileId, name, mime: world.files.byId(fileId)?.mime ?? '', size, width, height, duration }
}

function seenReply(world: World, { chat, reply_to_message: original }: Message): PageMessage['replyTo'] {
  if (!original) return undefined
  const now = world.state.message(chat.id, original.message_id)?.message ?? original
  return { id: original.message_id, text: now.text ?? now.caption ?? '' }
}
