import type { WireButton } from '../services/owed.ts'
import { CallFailed } from './telegram.ts'

/** Calls a method of Telegram's for one person's screen. */
export type ScreenCall = <T>(method: string, payload: object) => Promise<T>

/** A text with its buttons, as `sendMessage` and `editMessageText` take it. */
export function textContent(chatId: number, html: string, keyboard: WireButton[][]): object {
  return {
    chat_id: chatId,
    text: html,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    reply_markup: { inline_keyboard: keyboard },
  }
}

/** What is written below a picture or a file. */
export function captionContent(html: string, keyboard: WireButton[][]): object {
  return {
    ...(html !== '' && { caption: html, parse_mode: 'HTML' }),
    reply_markup: { inline_keyboard: keyboard },
  }
}

export function idOf(sent: unknown): number {
  return (sent as { message_id: number }).message_id
}

/** Telegram does not take the call, for this reason. */
export function refusedAs(error: unknown, words: RegExp): boolean {
  return error instanceof CallFailed && error.code === 400 && words.test(error.description)
}
