import type { Owed, Presence, WireButton } from '../services/owed.ts'
import type { PushCall } from './screen.ts'
import { CallFailed, Upload } from './telegram.ts'

/** Draws pictures when they are sent; handed in by the wiring. */
export interface Drawing {
  /** A PNG. */
  qr(text: string): Promise<Uint8Array<ArrayBuffer>>
}

const noPreview = { is_disabled: true }

export function markup(keyboard: WireButton[][]): { inline_keyboard: WireButton[][] } {
  return { inline_keyboard: keyboard }
}

function editable(presence: Presence): presence is Presence & { cardMessageId: number } {
  const { cardMessageId, typedMessageId } = presence
  return cardMessageId !== null && (typedMessageId === null || typedMessageId < cardMessageId)
}

function says(error: unknown, part: string): boolean {
  return error instanceof CallFailed && error.code === 400 && error.description.includes(part)
}

/** Edits the card in place, or sends it anew where the person has typed since or the message is gone. */
export async function sendCard(
  call: PushCall,
  chatId: number,
  card: Extract<Owed, { kind: 'card' }>,
  presence: Presence,
): Promise<number> {
  const content = {
    chat_id: chatId,
    text: card.html,
    parse_mode: 'HTML',
    link_preview_options: noPreview,
    reply_markup: markup(card.keyboard),
  }
  if (editable(presence)) {
    try {
      await call('editMessageText', { ...content, message_id: presence.cardMessageId })
      return presence.cardMessageId
    } catch (error) {
      if (says(error, 'message is not modified')) return presence.cardMessageId
      if (!says(error, 'message to edit not found') && !says(error, "message can't be edited")) throw error
    }
  }
  const { message_id: messageId } = await call<{ message_id: number }>('sendMessage', content)
  return messageId
}

/** Sends a message beside the card: a text, a picture drawn now, or a text file. */
export async function sendExtra(
  call: PushCall,
  telegramId: number,
  extra: Extract<Owed, { kind: 'message' }>,
  drawing: Drawing,
): Promise<void> {
  const common = {
    chat_id: extra.chatId ?? telegramId,
    parse_mode: 'HTML',
    reply_markup: extra.keyboard.length > 0 ? markup(extra.keyboard) : undefined,
  }
  if (extra.picture) {
    const photo = new Upload(await drawing.qr(extra.picture.text), 'qr.png', 'image/png')
    await call('sendPhoto', { ...common, photo, caption: extra.html })
  } else if (extra.file) {
    const document = new Upload(new TextEncoder().encode(extra.file.text), extra.file.name, 'text/plain')
    await call('sendDocument', { ...common, document, caption: extra.html })
  } else {
    await call('sendMessage', { ...common, text: extra.html, link_preview_options: noPreview })
  }
}
