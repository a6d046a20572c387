import type { PictureSpec } from '../domain/pictures.ts'
import type { Owed, Presence, WireButton } from '../services/owed.ts'
import { CallFailed, Upload } from './telegram.ts'

/** Calls a method of Telegram's for one person's screen. */
export type ScreenCall = <T>(method: string, payload: object) => Promise<T>

/** A picture as it is sent. */
export interface Drawn {
  bytes: Uint8Array<ArrayBuffer>
  name: string
  type: string
}

/** Draws a picture when it is sent; undefined when it cannot be drawn. Handed in by the wiring. */
export type Draw = (picture: PictureSpec) => Promise<Drawn | undefined>

export type Card = Extract<Owed, { kind: 'card' }>
type Message = Extract<Owed, { kind: 'message' }>

const noPreview = { is_disabled: true }

/** A text with its buttons, as `sendMessage` and `editMessageText` take it. */
export function textContent(chatId: number, html: string, keyboard: WireButton[][]): object {
  return {
    chat_id: chatId,
    text: html,
    parse_mode: 'HTML',
    link_preview_options: noPreview,
    reply_markup: { inline_keyboard: keyboard },
  }
}

/** Whether the card is still the last thing in the chat, so that it is edited rather than sent anew. */
export function isEditable(presence: Presence): presence is Presence & { cardMessageId: number } {
  const { cardMessageId, typedMessageId } = presence
  return cardMessageId !== null && (typedMessageId === null || typedMessageId < cardMessageId)
}

const notModified = /message is not modified/
const notEditable = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/

/** Edits the card in place. False: there is no such message to edit any more. */
export async function editCard(
  call: ScreenCall,
  chatId: number,
  card: Card,
  messageId: number,
): Promise<boolean> {
  const content = textContent(chatId, card.html, card.keyboard)
  try {
    await call('editMessageText', { ...content, message_id: messageId })
    return true
  } catch (error) {
    if (refusedAs(error, notModified)) return true
    if (refusedAs(error, notEditable)) return false
    throw error
  }
}

/** Sends the card anew; answers its message id. */
export async function sendCard(call: ScreenCall, chatId: number, card: Card): Promise<number> {
  const content = textContent(chatId, card.html, card.keyboard)
  const { message_id: messageId } = await call<{ message_id: number }>('sendMessage', content)
  return messageId
}

/** What takes a while is announced above the keyboard, best effort. */
async function drawnFor(call: ScreenCall, chatId: number, picture: PictureSpec, draw: Draw) {
  if (picture.kind === 'qr') return draw(picture)
  const announced = call('sendChatAction', { chat_id: chatId, action: 'upload_photo' })
  const [drawn] = await Promise.all([draw(picture), announced.catch(() => undefined)])
  return drawn
}

/**
 * Sends a message beside the card: a text, a picture drawn now, or a text file. What cannot be drawn goes out as its
 * caption alone, which tells the same. Answers its message id.
 */
export async function sendExtra(
  call: ScreenCall,
  telegramId: number,
  extra: Message,
  draw: Draw,
): Promise<number> {
  const { picture, file, html, keyboard } = extra
  const chatId = extra.chatId ?? telegramId
  const captioned = {
    chat_id: chatId,
    caption: html,
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: keyboard },
  }
  const drawn = picture && (await drawnFor(call, chatId, picture, draw))
  if (drawn) {
    const photo = new Upload(drawn.bytes, drawn.name, drawn.type)
    return idOf(await call('sendPhoto', { ...captioned, photo }))
  }
  if (file) {
    const document = new Upload(new TextEncoder().encode(file.text), file.name, 'text/plain')
    return idOf(await call('sendDocument', { ...captioned, document }))
  }
  return idOf(await call('sendMessage', textContent(chatId, html, keyboard)))
}

const idOf = (sent: unknown): number => (sent as { message_id: number }).message_id

function refusedAs(error: unknown, words: RegExp): boolean {
  return error instanceof CallFailed && error.code === 400 && words.test(error.description)
}
