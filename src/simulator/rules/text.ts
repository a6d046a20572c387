import { withFound } from '../html/detect.ts'
import { cannotParse, checkedLink, parseHtml } from '../html/parse.ts'
import { tidy, type Formatted } from '../html/tidy.ts'
import { brokenRule } from '../wire/errors.ts'
import type { MessageEntity } from '../wire/types.ts'

export const maxText = 4096
export const maxCaption = 1024

/** A text from the bot with its entities; throws when it cannot be parsed, is empty or too long. */
export function readText(text: string, parseMode: unknown, entities: unknown): Formatted {
  const formatted = read(text, parseMode, entities)
  if (formatted.text === '') throw brokenRule('message text is empty')
  if (formatted.text.length > maxText) throw brokenRule('message is too long')
  return formatted
}

/** A caption from the bot; may be empty. */
export function readCaption(caption: string, parseMode: unknown, entities: unknown): Formatted {
  const formatted = read(caption, parseMode, entities)
  if (formatted.text.length > maxCaption) throw brokenRule('message caption is too long')
  return formatted
}

function read(text: string, parseMode: unknown, entities: unknown): Formatted {
  if (Buffer.byteLength(text) > 32_768) throw brokenRule('text is too long')
  const mode = typeof parseMode === 'string' ? parseMode.toLowerCase() : ''
  if (mode === 'html') return withFound(parseHtml(text))
  if (mode !== '') throw brokenRule('the simulator reads parse_mode HTML only')
  return withFound(tidy(text, checkedEntities(text, (entities ?? []) as MessageEntity[])))
}

function checkedEntities(text: string, entities: MessageEntity[]): MessageEntity[] {
  return entities.flatMap((entity) => {
    const { type, offset, length, url = '' } = entity
    if (offset < 0 || length < 0 || offset + length > text.length)
      throw cannotParse('entity is outside the text')
    if (type !== 'text_link') return [entity]
    const link = checkedLink(url)
    return link ? [{ ...entity, url: link }] : []
  })
}

/** What a person types leaves in pieces of at most 4,096 characters, as their app splits it: at a line or a space. */
export function splitTyped(text: string): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > maxText) {
    const head = rest.slice(0, maxText + 1)
    const line = head.lastIndexOf('\n')
    const space = head.lastIndexOf(' ')
    let cut = line > maxText / 2 ? line : space > maxText / 2 ? space : maxText
    if (cut === maxText && /[\uD800-\uDBFF]/.test(rest.charAt(cut - 1))) cut--
    pieces.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return [...pieces, rest].filter((piece) => piece.trim() !== '')
}

/** What a person typed, as the bot gets it. */
export function typed(text: string): Formatted {
  return withFound(tidy(text, []))
}
