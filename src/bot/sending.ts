import type { KeptSpec, PictureSpec } from '../domain/pictures.ts'
import type { Owed, Presence, WireButton } from '../services/owed.ts'
import { type ScreenCall, captionContent, idOf, refusedAs, textContent } from './content.ts'
import { type KeptShelf, type Progress, KeptSending } from './keptSending.ts'
import { Upload } from './telegram.ts'

/** A picture as it is sent. */
export interface Drawn {
  bytes: Uint8Array<ArrayBuffer>
  name: string
  type: string
}

/** Where pictures come from when they are sent; handed in by the wiring. */
export interface Pictures {
  /** Undefined when it cannot be drawn. */
  draw(picture: PictureSpec): Promise<Drawn | undefined>
  kept: KeptShelf
}

export type Card = Extract<Owed, { kind: 'card' }>

/** A message that is not the card. */
export interface Beside {
  html: string
  keyboard: WireButton[][]
  picture?: PictureSpec | KeptSpec
  file?: { name: string; text: string }
  gone?: string
  /** Without a sound, where it is a text. */
  silent?: boolean
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
  card: Pick<Card, 'html' | 'keyboard'>,
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
async function drawnFor(call: ScreenCall, chatId: number, picture: PictureSpec, { draw }: Pictures) {
  if (picture.kind === 'qr') return draw(picture)
  const announced = call('sendChatAction', { chat_id: chatId, action: 'upload_photo' })
  const [drawn] = await Promise.all([draw(picture), announced.catch(() => undefined)])
  return drawn
}

/**
 * Sends a message beside the card: a text, a picture drawn now, kept files, or a text file. What cannot be drawn goes
 * out as its caption alone, which tells the same. Answers the message ids, the one with the words or buttons last.
 * `progress` is what an earlier try has got done, and grows.
 */
export async function sendBeside(
  call: ScreenCall,
  chatId: number,
  beside: Beside,
  pictures: Pictures,
  progress: Progress,
): Promise<number[]> {
  const { picture, file, html, keyboard, silent } = beside
  if (picture?.kind === 'kept')
    return new KeptSending({ call, chatId, shelf: pictures.kept, progress }).send(picture, beside)
  const captioned = { chat_id: chatId, ...captionContent(html, keyboard) }
  const drawn = picture && (await drawnFor(call, chatId, picture, pictures))
  if (drawn) {
    const photo = new Upload(drawn.bytes, drawn.name, drawn.type)
    return [idOf(await call('sendPhoto', { ...captioned, photo }))]
  }
  if (file) {
    const document = new Upload(new TextEncoder().encode(file.text), file.name, 'text/plain')
    return [idOf(await call('sendDocument', { ...captioned, document }))]
  }
  const text = { ...textContent(chatId, html, keyboard), ...(silent && { disable_notification: true }) }
  return [idOf(await call('sendMessage', text))]
}
