import { addDays, isDate } from '../localTime.ts'
import { dayAt } from '../plan/span.ts'
import { takeDay } from '../weight/days.ts'

const mostDaysBack = 366
const endsClause = /^\s*(?:$|[,;:)\n–—-])/
/** What says nothing of a day beside it: the pose, that it is a photo, the time of day. */
const plain =
  /(?<![\p{L}\p{N}])(?:(?:from\s+)?(?:the\s+)?(?:front|side|back)|(?:in\s+the\s+|at\s+)?(?:morning|noon|afternoon|evening|night)|from|view|photos?|pics?|pictures?|taken|this\s+is|מלפנים|מהצד|מאחור|התמונה|תמונות|תמונה|צולמה|צולם|של|ב?בוקר|ב?צהריים|ב?ערב|ב?לילה)(?![\p{L}\p{N}])[\s:]*/giu
const plainFirst = new RegExp(`^(?:${plain.source})+`, 'iu')
const clauses = /[,;()\n–—]|\s-\s/
const bare = /^\d{1,2}[./]\d{1,2}$/
const withYear = /\d{4}|\d[./]\d{1,2}[./]\d/

/** A day in numbers or with a month that a text begins with (`12.11`, `12 Nov`), on or before `today`; plans look ahead, this looks back. */
export function writtenDay(text: string, today: string): { date: string; length: number } | undefined {
  const found = dayAt(text, today)
  const typed = text.slice(0, found?.length ?? 0)
  if (found?.date === undefined || !/\d/.test(typed)) return undefined
  const isBare = !/\p{L}/u.test(typed)
  if (isBare && !endsClause.test(text.slice(typed.length))) return undefined
  const isAhead = found.date > today && !withYear.test(typed)
  const date = isAhead ? `${Number(found.date.slice(0, 4)) - 1}${found.date.slice(4)}` : found.date
  return { date, length: typed.length }
}

const isPast = (date: string, sentOn: string): boolean =>
  isDate(date) && date <= sentOn && date >= addDays(sentOn, -mostDaysBack)

const isPlain = (text: string): boolean => text.replace(plain, '').trim() === ''

/** The day that a clause says and nothing else; whatever is compared with a day is not of it. */
function dayOfClause(clause: string, sentOn: string): string | undefined {
  const said = clause.trim().replace(plainFirst, '')
  // מאתמול
  for (const part of said.startsWith('מ') ? [said, said.slice(1)] : [said]) {
    const taken = takeDay(part, sentOn)
    if (taken?.date && isPlain(taken.rest)) return taken.date
    const written = writtenDay(part, sentOn)
    if (written && isPlain(part.slice(written.length))) return written.date
  }
  return undefined
}

/** `3.5` beside other words is no day but an amount. */
const mayBeAmount = (clause: string, others: readonly string[]): boolean =>
  bare.test(clause.trim().replace(plainFirst, '').trim()) && !others.every(isPlain)

/**
 * The local day a photo is of: one that a clause of its caption is (`yesterday`, `front, 12.11`), at most a year back;
 * else the day on which it was sent. All `YYYY-MM-DD`.
 */
export function dayOfCaption(caption: string | null, sentOn: string): string {
  const parts = (caption ?? '').normalize('NFKC').split(clauses)
  for (const [index, part] of parts.entries()) {
    const date = dayOfClause(part, sentOn)
    if (date === undefined || !isPast(date, sentOn)) continue
    if (!mayBeAmount(part, parts.toSpliced(index, 1))) return date
  }
  return sentOn
}
