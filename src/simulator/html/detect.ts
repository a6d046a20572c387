import type { MessageEntity } from '../wire/types.ts'
import { sorted, type Formatted } from './tidy.ts'

const patterns: [type: string, pattern: RegExp][] = [
  [
    'url',
    /(?<![\w@])(?:https?:\/\/[^\s<>"]+|(?:t\.me|telegram\.me)\/[^\s<>"]+|www\.[^\s<>"]+\.[^\s<>"]+)/giu,
  ],
  ['email', /(?<![\w.])[\w.+-]+@[\w-]+\.[\w.-]*\w/gu],
  ['bot_command', /(?<![\w/])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?!\w)/gu],
  ['mention', /(?<![\w@.])@[A-Za-z0-9_]{4,32}(?!\w)/gu],
  ['hashtag', /(?<![\p{L}\p{N}_#])#[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*/gu],
]

const closed = new Set(['code', 'pre', 'text_link', 'text_mention'])

/** Adds what Telegram finds by itself: links, addresses, commands, mentions and hashtags, outside code and links. */
export function withFound({ text, entities }: Formatted): Formatted {
  const taken = entities.filter(({ type }) => closed.has(type))
  const found: MessageEntity[] = []
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const value = type === 'url' ? match[0].replace(/[.,:;!?)'\]]+$/u, '') : match[0]
      const entity = { type, offset: match.index, length: value.length }
      if (![...taken, ...found].some((other) => overlap(entity, other))) found.push(entity)
    }
  }
  return { text, entities: sorted([...entities, ...found]) }
}

function overlap(a: MessageEntity, b: MessageEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length
}
