import { isDeepStrictEqual } from 'node:util'
import { readMarkup } from '../rules/keyboard.ts'
import { readText } from '../rules/text.ts'
import type { MessageRecord } from '../state.ts'
import { badRequest, brokenRule } from '../wire/errors.ts'
import { textOf } from '../wire/table.ts'
import type { MediaKind, Message } from '../wire/types.ts'
import type { Content, World } from '../world.ts'
import { entitiesOrNone, takeCaption, takeMedia } from './media.ts'
import { existing, writableChat, type Method, type MethodCall } from './method.ts'

const media: MediaKind[] = ['photo', 'document', 'voice', 'video', 'video_note', 'animation', 'audio']

export const editMessageText: Method = (call) => {
  const record = editable(call)
  const { text, entities } = readText(
    textOf(call.values, 'text'),
    call.values['parse_mode'],
    call.values['entities'],
  )
  if (record.message.text === undefined) throw badRequest('there is no text in the message to edit')
  return edit(call, record, { text, entities: entitiesOrNone(entities) })
}

export const editMessageCaption: Method = (call) => {
  const record = editable(call)
  const caption = takeCaption(call.values)
  if (!media.some((kind) => record.message[kind]))
    throw badRequest('there is no caption in the message to edit')
  return edit(call, record, { caption: undefined, caption_entities: undefined, ...caption })
}

/** A text message may become one with media as well. */
export const editMessageMedia: Method = (call) => {
  const record = editable(call)
  const item = call.values['media'] as { type: MediaKind; media: string }
  const none = Object.fromEntries(media.map((kind) => [kind, undefined]))
  const without = {
    ...none,
    text: undefined,
    entities: undefined,
    caption: undefined,
    caption_entities: undefined,
  }
  const caption = takeCaption(item)
  return edit(call, record, { ...without, ...takeMedia(call, item.type, item.media), ...caption })
}

export const editMessageReplyMarkup: Method = (call) => edit(call, editable(call), {})

function editable({ world, values }: MethodCall): MessageRecord {
  if (values['inline_message_id'] !== undefined) throw badRequest('message to edit not found')
  if (values['chat_id'] === undefined) throw brokenRule('chat identifier is not specified')
  if (values['message_id'] === undefined) throw brokenRule('message identifier is not specified')
  const chat = writableChat(world, values['chat_id'])
  const record = existing(world, chat, values['message_id'], 'message to edit')
  if (record.message.from.id !== world.bot.id || carriesKeyboard(record))
    throw badRequest("message can't be edited")
  return record
}

/** Those with a reply keyboard or a forced reply stay as they are; taking a keyboard away does not hinder. */
function carriesKeyboard({ keyboard }: MessageRecord): boolean {
  return keyboard !== undefined && !('remove_keyboard' in keyboard)
}

function edit({ world, values }: MethodCall, record: MessageRecord, content: Partial<Content>): Message {
  const { inline } = readMarkup(values['reply_markup'])
  const before = record.message
  const after = withoutNone({ ...before, ...content, reply_markup: inline })
  if (isDeepStrictEqual(withoutNone({ ...before }), after)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  }
  return applied(world, record, after)
}

function applied(world: World, record: MessageRecord, after: Message): Message {
  // Putting buttons on or off alone does not make the message an edited one on the screen.
  const onlyMarkup = isDeepStrictEqual(
    { ...after, reply_markup: undefined },
    { ...record.message, reply_markup: undefined },
  )
  record.message = onlyMarkup ? after : { ...after, edit_date: world.seconds }
  world.change(record)
  return record.message
}

function withoutNone(message: Message): Message {
  return Object.fromEntries(
    Object.entries(message).filter(([, value]) => value !== undefined),
  ) as unknown as Message
}
