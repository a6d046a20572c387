import type { MessageEntity } from '../wire/types.ts'

export interface Formatted {
  text: string
  entities: MessageEntity[]
}

const rank: Record<string, number> = {
  blockquote: 0,
  expandable_blockquote: 0,
  pre: 11,
  code: 20,
  text_link: 49,
  text_mention: 49,
  bold: 90,
  italic: 91,
  underline: 92,
  strikethrough: 93,
  spoiler: 94,
  date_time: 97,
  custom_emoji: 99,
}

const mergeable = new Set(['bold', 'italic', 'underline', 'strikethrough', 'spoiler'])

const end = (entity: MessageEntity) => entity.offset + entity.length

/** Cleans control characters, trims, and puts entities in Telegram's order, each at its place in the trimmed text. */
export function tidy(raw: string, given: MessageEntity[]): Formatted {
  const cleaned = withoutReturns(raw, given)
  const text = cleaned.text.trimEnd()
  const kept = cleaned.entities
    .map((entity) => ({ ...entity, length: Math.min(end(entity), text.length) - entity.offset }))
    .filter((entity) => entity.length > 0 && text.slice(entity.offset, end(entity)).trim() !== '')
  const entities = sorted(merged(withoutNestedCode(kept)))
  const lead = Math.min(/^[ \n]*/.exec(text)?.[0].length ?? 0, entities[0]?.offset ?? text.length)
  return {
    text: text.slice(lead),
    entities: entities.map((entity) => ({ ...entity, offset: entity.offset - lead })),
  }
}

function withoutReturns(raw: string, entities: MessageEntity[]): Formatted {
  const spaced = raw.replaceAll(/\p{Cc}/gu, (character) =>
    character < ' ' && character !== '\n' && character !== '\r' ? ' ' : character,
  )
  if (!spaced.includes('\r')) return { text: spaced, entities }
  const place = (offset: number) => spaced.slice(0, offset).replaceAll('\r', '').length
  return {
    text: spaced.replaceAll('\r', ''),
    entities: entities.map((entity) => {
      const offset = place(entity.offset)
      return { ...entity, offset, length: place(end(entity)) - offset }
    }),
  }
}

/** Code holds no other formatting. */
function withoutNestedCode(entities: MessageEntity[]): MessageEntity[] {
  const codes = entities.filter(({ type }) => type === 'code' || type === 'pre')
  const inCode = (entity: MessageEntity) =>
    codes.some((code) => code !== entity && code.offset <= entity.offset && end(entity) <= end(code))
  return entities.filter((entity) => codes.includes(entity) || !mergeable.has(entity.type) || !inCode(entity))
}

/** Neighbours and doubles of one kind become one. */
function merged(entities: MessageEntity[]): MessageEntity[] {
  const result = entities.filter(({ type }) => !mergeable.has(type))
  for (const type of mergeable) {
    let last: MessageEntity | undefined
    for (const entity of sorted(entities.filter((one) => one.type === type))) {
      if (last && entity.offset <= end(last)) last.length = Math.max(end(last), end(entity)) - last.offset
      else result.push((last = { ...entity }))
    }
  }
  return result
}

export function sorted(entities: MessageEntity[]): MessageEntity[] {
  return entities.toSorted(
    (a, b) => a.offset - b.offset || b.length - a.length || (rank[a.type] ?? 50) - (rank[b.type] ?? 50),
  )
}
