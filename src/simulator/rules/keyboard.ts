import { brokenRule } from '../wire/errors.ts'
import type { InlineButton, InlineMarkup, KeyboardMarkup } from '../wire/types.ts'

const maxButtons = 100
const maxPerRow = 8
const actions = [
  'url', 'callback_data', 'web_app', 'login_url', 'switch_inline_query', 'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat', 'copy_text', 'callback_game', 'pay',
] // prettier-ignore

export interface Markup {
  inline?: InlineMarkup
  keyboard?: KeyboardMarkup
}

/** The keyboard of a message, checked; an inline one without buttons is none. */
export function readMarkup(value: unknown): Markup {
  if (typeof value !== 'object' || value === null) return {}
  if (!('inline_keyboard' in value)) return { keyboard: checkedKeyboard(value as KeyboardMarkup) }
  const rows = (value as InlineMarkup).inline_keyboard.filter((row) => row.length > 0)
  checkSize(rows)
  for (const button of rows.flat()) checkButton(button)
  return rows.length > 0 ? { inline: { inline_keyboard: rows } } : {}
}

function checkSize(rows: unknown[][]): void {
  if (rows.flat().length > maxButtons || rows.some((row) => row.length > maxPerRow)) {
    throw brokenRule('reply markup is too long')
  }
}

function checkedKeyboard(markup: KeyboardMarkup): KeyboardMarkup {
  if ('keyboard' in markup) {
    checkSize(markup.keyboard)
    if (markup.keyboard.flat().length === 0) throw brokenRule('keyboard is empty')
  }
  const placeholder = 'input_field_placeholder' in markup ? markup.input_field_placeholder : undefined
  if (placeholder !== undefined && (placeholder.length === 0 || placeholder.length > 64)) {
    throw brokenRule('input field placeholder must have 1-64 characters')
  }
  return markup
}

function checkButton(button: InlineButton): void {
  if (button.text.trim() === '') throw brokenRule('BUTTON_TEXT_INVALID')
  const used = actions.filter((action) => action in button)
  if (used.length === 0)
    throw brokenRule("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
  if (used.length > 1)
    throw brokenRule(`can't parse inline keyboard button: one action is allowed, not ${used.join(' and ')}`)
  if (button.callback_data !== undefined && !within(Buffer.byteLength(button.callback_data), 1, 64)) {
    throw brokenRule('BUTTON_DATA_INVALID')
  }
  if (button.copy_text && !within(button.copy_text.text.length, 1, 256))
    throw brokenRule('BUTTON_COPY_TEXT_INVALID')
  if (button.url !== undefined && !isLink(button.url))
    throw brokenRule(`inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`)
  if (button.style !== undefined && !['danger', 'success', 'primary'].includes(button.style)) {
    throw brokenRule("can't parse inline keyboard button: invalid button style specified")
  }
}

function within(count: number, least: number, most: number): boolean {
  return count >= least && count <= most
}

function isLink(url: string): boolean {
  if (url.startsWith('tg://')) return true
  const full = /^\w+:\/\//.test(url) ? url : `http://${url}`
  return (
    URL.canParse(full) && /^https?:$/.test(new URL(full).protocol) && new URL(full).hostname.includes('.')
  )
}
