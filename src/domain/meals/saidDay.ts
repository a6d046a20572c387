import { takeDay } from '../weight/days.ts'
import { writtenDay } from '../progress/captionDay.ts'
import { withoutAte } from './ateWords.ts'

/** The day that words of food say, and the words without it. `date` is null for a day that is none, or lies ahead. */
export interface FoodOfDay {
  date: string | null
  text: string
}

/** Hebrew ordinals are of foods as well: שני תפוחים; so are short names: sun-dried. */
const vague =
  /^(?:(?:mon|tues?|wed|thur?s?|fri|sat|sun)s?(?!\p{L})|sunday\s+roasts?(?!\p{L})|(?:ראשון|שני|[א-ו]['׳])(?![\p{L}'׳]))/iu
const beforeFood = /^\s*[:,]|^\s+[–—-]\s/u
const startsWord = /(?<=[\s,;:–—-])[\p{L}\p{N}]/gu
/** What stands before a weekday at the end of a text: `pizza on friday`, `פיצה ביום שישי`. */
const marked = /^(?:on|last|past|ב?יום)\s|^ב\p{L}{3}/iu

function atStart(text: string, today: string): FoodOfDay | undefined {
  const taken = takeDay(text, today)
  if (taken) {
    const name = vague.exec(text)?.[0]
    const after = text.slice(name?.length ?? 0)
    const isClear = name === undefined || beforeFood.test(after) || withoutAte(after.trim()) !== after.trim()
    return isClear ? { date: taken.date, text: taken.rest } : undefined
  }
  const written = writtenDay(text, today)
  return written && { date: written.date, text: text.slice(written.length).replace(/^[\s,;:–—-]+/, '') }
}

function atEnd(text: string, today: string): FoodOfDay | undefined {
  const whole = text.replace(/[\s.!]+$/u, '')
  for (const { index } of whole.matchAll(startsWord)) {
    const part = whole.slice(index)
    const taken = takeDay(part, today, true)
    if (taken?.rest !== '') continue
    const isWeekday = !/^(?:the\s+day|day|yesterday|today|\d|לפני|שלשום|אתמול|היום)/iu.test(part)
    if (isWeekday && !marked.test(part)) return undefined
    return { date: taken.date, text: whole.slice(0, index).replace(/[\s,;:–—-]+$/u, '') }
  }
  return undefined
}

/**
 * The day that words of food begin with, or end with: `yesterday pizza 600 kcal`, `I had pizza last friday`,
 * `אתמול אכלתי פיצה`. `today` is a local day, `YYYY-MM-DD`. Undefined where none is said. Never throws.
 */
export function foodOfDay(words: string, today: string): FoodOfDay | undefined {
  const text = words.trim()
  return atStart(text, today) ?? atStart(withoutAte(text), today) ?? atEnd(text, today)
}
