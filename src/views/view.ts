import type { KeptSpec, PictureSpec } from '../domain/pictures.ts'
import type { Action } from './callbackData.ts'

/** One inline button: exactly one thing happens when it is tapped. */
export type Button =
  | { label: string; action: Action; style?: 'primary' | 'success' | 'danger' }
  | { label: string; url: string }
  | { label: string; copy: string }

/** What a person is shown: Telegram HTML and rows of buttons. */
export interface View {
  html: string
  buttons: Button[][]
  /** A live card is taken away when it moves down the chat; other cards stay and lose their buttons. */
  live?: boolean
}

/** A message beside the card: a picture to be drawn when it is sent, kept files, or a text file. */
export interface Extra {
  /** The caption of a picture, at most 1,024 characters as they are read; may be empty for kept files. */
  html: string
  buttons?: Button[][]
  picture?: PictureSpec | KeptSpec
  file?: { name: string; text: string }
  /** What was shown under the same key before is taken away first; `ctx.takeAway` does it by the key. */
  key?: string
}

/** What a delivery says: a message of its own, with a picture perhaps. Whoever renders it has proved the right to that. */
export interface PushView extends View {
  /** To a coach: the one person whose data it tells. What is kept of the words goes with that person. */
  about?: number
  /** HTML kept for the list instead of these words, where their first line says what other programs are not to read. */
  kept?: string
  picture?: PictureSpec | KeptSpec
  /** Arrives without a sound; texts only. */
  silent?: boolean
}

/** Cuts rows of at most `perRow` buttons. */
export function rows(buttons: Button[], perRow: number): Button[][] {
  const cut: Button[][] = []
  for (let at = 0; at < buttons.length; at += perRow) cut.push(buttons.slice(at, at + perRow))
  return cut
}

/** Telegram counts 4,096 UTF-16 units of a message after entity parsing. */
export const messageLimit = 4096
export const captionLimit = 1024
