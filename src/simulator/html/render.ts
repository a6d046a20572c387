import type { MessageEntity } from '../wire/types.ts'
import { sorted } from './tidy.ts'

const plain: Record<string, string> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  spoiler: 'tg-spoiler',
  code: 'code',
  blockquote: 'blockquote',
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** The text as HTML of Telegram's own dialect, safe to show: everything that is no entity is escaped. */
export function toHtml(text: string, entities: MessageEntity[]): string {
  return render(text, 0, text.length, nested(sorted(entities)))
}

/** Cuts those that reach beyond the one they begin in, for tags cannot cross. */
function nested(entities: MessageEntity[]): MessageEntity[] {
  const waiting = [...entities]
  const open: number[] = []
  const result: MessageEntity[] = []
  for (let entity = waiting.shift(); entity; entity = waiting.shift()) {
    const { offset, length } = entity
    while (open.length > 0 && (open.at(-1) ?? 0) <= offset) open.pop()
    const end = Math.min(offset + length, open.at(-1) ?? Infinity)
    result.push({ ...entity, length: end - offset })
    open.push(end)
    const rest = { ...entity, offset: end, length: offset + length - end }
    if (rest.length > 0) waiting.splice(0, waiting.length, ...sorted([...waiting, rest]))
  }
  return result
}

function render(text: string, from: number, to: number, entities: MessageEntity[]): string {
  let html = ''
  let at = from
  for (let index = 0; index < entities.length; index++) {
    const entity = entities[index]
    if (!entity || entity.offset < at || entity.offset >= to) continue
    const end = Math.min(entity.offset + entity.length, to)
    const inner = entities.slice(index + 1).filter((other) => other.offset < end)
    html += escapeHtml(text.slice(at, entity.offset))
    html += wrap(entity, text.slice(entity.offset, end), render(text, entity.offset, end, inner))
    at = end
  }
  return html + escapeHtml(text.slice(at, to))
}

function wrap(entity: MessageEntity, text: string, inner: string): string {
  const tag = plain[entity.type]
  if (tag) return `<${tag}>${inner}</${tag}>`
  switch (entity.type) {
    case 'text_link':
      return `<a href="${escapeHtml(entity.url ?? '')}">${inner}</a>`
    case 'url':
      return `<a href="${escapeHtml(/^\w+:/.test(text) ? text : `http://${text}`)}">${inner}</a>`
    case 'pre':
      return entity.language
        ? `<pre><code class="language-${escapeHtml(entity.language)}">${inner}</code></pre>`
        : `<pre>${inner}</pre>`
    case 'expandable_blockquote':
      return `<blockquote expandable>${inner}</blockquote>`
    case 'custom_emoji':
      return `<tg-emoji emoji-id="${escapeHtml(entity.custom_emoji_id ?? '')}">${inner}</tg-emoji>`
    case 'date_time':
      return `<tg-time unix="${entity.unix_time ?? 0}" format="${escapeHtml(entity.date_time_format ?? '')}">${inner}</tg-time>`
    default:
      return inner
  }
}
