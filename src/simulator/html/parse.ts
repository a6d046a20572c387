import type { MessageEntity } from '../wire/types.ts'
import { brokenRule } from '../wire/errors.ts'
import { Reader } from './reader.ts'
import { tidy, type Formatted } from './tidy.ts'

const tags: Record<string, string> = {
  b: 'bold', strong: 'bold',
  i: 'italic', em: 'italic',
  u: 'underline', ins: 'underline',
  s: 'strikethrough', strike: 'strikethrough', del: 'strikethrough',
  'tg-spoiler': 'spoiler', span: 'spoiler',
  'tg-emoji': 'custom_emoji',
  'tg-time': 'date_time',
  a: 'text_link', pre: 'pre', code: 'code', blockquote: 'blockquote',
} // prettier-ignore

interface Open {
  tag: string
  attributes: Map<string, string>
  offset: number
}

/** Text with `parse_mode` HTML as Telegram reads it. Throws its 400 with the byte offset of the fault. */
export function parseHtml(html: string): Formatted {
  const reader = new Reader(html)
  const open: Open[] = []
  const entities: MessageEntity[] = []
  let text = ''
  while (!reader.ended) {
    if (reader.peek() === '&') text += reader.character()
    else if (reader.peek() !== '<') text += reader.next()
    else if (reader.peek(1) === '/') close(reader, open, entities, text)
    else open.push(start(reader, text.length))
  }
  const last = open.at(-1)
  if (last) throw cannotParse(`Can't find end tag corresponding to start tag "${last.tag}"`)
  if (!text.isWellFormed())
    throw cannotParse(
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    )
  for (const entity of entities) if (entity.type === 'code') delete entity.language
  return tidy(text, entities)
}

export function cannotParse(words: string): Error {
  return brokenRule(`can't parse entities: ${words}`)
}

function start(reader: Reader, offset: number): Open {
  const begin = reader.bytes
  reader.next()
  const tag = reader.word(/[\s>]/).toLowerCase()
  if (reader.ended) throw cannotParse(`Unclosed start tag at byte offset ${begin}`)
  if (!Object.hasOwn(tags, tag)) throw cannotParse(`Unsupported start tag "${tag}" at byte offset ${begin}`)
  const attributes = readAttributes(reader, tag, begin)
  if (tag === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${begin}`)
  }
  return { tag, attributes, offset }
}

function readAttributes(reader: Reader, tag: string, begin: number): Map<string, string> {
  const attributes = new Map<string, string>()
  for (;;) {
    reader.spaces()
    if (reader.ended) throw cannotParse(`Unclosed start tag "${tag}" at byte offset ${begin}`)
    if (reader.peek() === '>') break
    const name = reader.word(/[\s=>/"']/)
    if (name === '') throw cannotParse(`Empty attribute name in the tag "${tag}" at byte offset ${begin}`)
    reader.spaces()
    if (reader.peek() !== '=') {
      if (reader.ended) throw cannotParse(`Unclosed start tag "${tag}" at byte offset ${begin}`)
      if (!attributes.has(name)) attributes.set(name, '')
      continue
    }
    reader.next()
    reader.spaces()
    if (reader.ended) throw cannotParse(`Unclosed start tag "${tag}" at byte offset ${begin}`)
    attributes.set(name, attributeValue(reader))
    if (reader.ended) throw cannotParse(`Unclosed start tag at byte offset ${begin}`)
  }
  reader.next()
  return attributes
}

function attributeValue(reader: Reader): string {
  const quote = reader.peek()
  if (quote === '"' || quote === "'") return reader.quoted(quote)
  const begin = reader.bytes
  const value = reader.word(/[^a-zA-Z0-9.-]/)
  if (!reader.ended && !/[\s>]/.test(reader.peek())) {
    throw cannotParse(`Unexpected end of name token at byte offset ${begin}`)
  }
  return value.toLowerCase()
}

function close(reader: Reader, open: Open[], entities: MessageEntity[], text: string): void {
  const begin = reader.bytes
  const last = open.at(-1)
  if (!last) throw cannotParse(`Unexpected end tag at byte offset ${begin}`)
  reader.next()
  reader.next()
  const tag = reader.word(/[\s>]/).toLowerCase()
  reader.spaces()
  if (reader.peek() !== '>') throw cannotParse(`Unclosed end tag at byte offset ${begin}`)
  if (tag !== '' && tag !== last.tag) {
    throw cannotParse(
      `Unmatched end tag at byte offset ${begin}, expected "</${last.tag}>", found "</${tag}>"`,
    )
  }
  reader.next()
  open.pop()
  if (text.length > last.offset) addEntity(entities, last, text)
}

function addEntity(entities: MessageEntity[], { tag, attributes, offset }: Open, text: string): void {
  const length = text.length - offset
  const type = tags[tag] ?? tag
  const plain = { type, offset, length }
  const inner = entities.at(-1)
  const wraps = inner?.offset === offset && inner.length === length
  const language = codeLanguage(tag, attributes)
  if (tag === 'pre' && wraps && inner.type === 'code' && inner.language) inner.type = 'pre'
  else if (tag === 'code' && wraps && inner.type === 'pre' && language) inner.language = language
  else if (tag === 'code') entities.push({ ...plain, language })
  else if (tag === 'a') addLink(entities, plain, attributes.get('href') || text.slice(offset))
  else if (tag === 'tg-emoji')
    entities.push({ ...plain, custom_emoji_id: emojiId(attributes.get('emoji-id')) })
  else if (tag === 'tg-time') addTime(entities, plain, attributes)
  else if (tag === 'blockquote' && attributes.has('expandable'))
    entities.push({ ...plain, type: 'expandable_blockquote' })
  else entities.push(plain)
}

function codeLanguage(tag: string, attributes: Map<string, string>): string | undefined {
  const name = tag === 'code' ? attributes.get('class') : undefined
  return name?.startsWith('language-') ? name.slice(9) : undefined
}

/** A link that is none is dropped in silence, and the text stays. */
function addLink(entities: MessageEntity[], plain: MessageEntity, href: string): void {
  const url = checkedLink(href)
  if (url) entities.push({ ...plain, url })
}

/** The link as Telegram keeps it; undefined for what it does not take for one. */
export function checkedLink(href: string): string | undefined {
  const link = href.trim()
  if (/^tg:\/\/\w+/i.test(link)) return link
  const full = /^[a-z][a-z0-9+.-]*:/i.test(link) ? link : `http://${link}`
  if (!URL.canParse(full) || !/^(https?|ton|tonsite):/i.test(full)) return undefined
  const { hostname, href: url } = new URL(full)
  return hostname.includes('.') || hostname === 'localhost' ? url : undefined
}

function emojiId(id: string | undefined): string {
  if (!/^-?\d{1,19}$/.test(id ?? '') || Number(id) === 0)
    throw cannotParse('Invalid custom emoji identifier specified')
  return String(id)
}

function addTime(entities: MessageEntity[], plain: MessageEntity, attributes: Map<string, string>): void {
  const format = attributes.get('format') ?? ''
  if (!/^(r|R|[tTdDwW]*)$/.test(format)) throw cannotParse('Invalid date format used')
  const unix = Number.parseInt(attributes.get('unix') ?? '0', 10) || 0
  if (unix > 0) entities.push({ ...plain, unix_time: unix, date_time_format: format || undefined })
}
