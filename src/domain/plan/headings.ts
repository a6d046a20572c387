import { weekdaysAt } from './weekdays.ts'

const rest = /(?:^|\s)(?:rest|off|rest day|day off|מנוחה|יום מנוחה)$/iu
const setLine = /^(?:set|סט)\s*#?\d{1,2}$/iu
const forAll = /(?:each|all|כל אחד|כל תרגיל)\s*:?\s*$/iu
const numbered =
  /^(?:(?:week|שבוע)\s*#?(?:\d{1,2}|[A-D]|[א-ד]['׳]?)[\s,:–—-]+)?(?:day|workout|session|אימון|יום)\s+(?:[A-Za-z]|\d{1,2}|[א-ת]['׳]?)(?![\p{L}\p{N}])/iu
const usual = /^(?:push|pull|legs?|upper|lower|full)(?:[\s-]*(?:body|day))?(?:\s*[A-D1-9])?$/iu
const week = /^(?:weeks?|שבוע(?:ות)?)\s*#?(\d{1,2})/iu
const letteredWeek = /^(?:[Ww]eek|WEEK|שבוע)\s+(?:([A-D])|([א-ד])['׳]?)(?![\p{L}\p{N}'’])/u
const planMark = /^(?:plan|program(?:me)?|תו?כנית)\s*:\s*/iu
const block = /^amrap\b.*\d/iu

/** A name that says that nothing is done that day. */
export const isRest = (text: string): boolean => rest.test(text)

/** `Set 1`, where others write an exercise. */
export const isSetLine = (name: string): boolean => setLine.test(name)

/** The line's sets are meant for all that follows. */
export const isForAll = (text: string): boolean => forAll.test(text)

/** `Day A`, `Workout 2`, `אימון ב`, whatever follows. */
export const isNumberedDay = (text: string): boolean => numbered.test(text)

/** What days are often called, with nothing else in the line. */
export const isUsualDay = (text: string): boolean => usual.test(inParens(text))

/** `AMRAP 20 min`: what follows is done round by round. */
export const isBlock = (text: string): boolean => block.test(text)

/** The number of `Week 2` or `Week B`; undefined where the text begins with no week. */
export function weekOf(text: string): number | undefined {
  const found = week.exec(text)
  if (found) return Number(found[1])
  const [, latin, hebrew] = letteredWeek.exec(text) ?? []
  if (latin) return 'ABCD'.indexOf(latin) + 1
  return hebrew ? 'אבגד'.indexOf(hebrew) + 1 : undefined
}

/** What follows `Plan:`; undefined for other lines. */
export function planTitle(text: string): string | undefined {
  const mark = planMark.exec(text)
  return mark ? text.slice(mark[0].length) : undefined
}

/** `Day 1 push: bench 3x8`: the heading and what follows it. */
export function dayWithContent(text: string): { heading: string; rest: string } | undefined {
  if (!isNumberedDay(text)) return undefined
  const found = /^([^:]+):\s*(?=\S)/.exec(text)
  return found ? { heading: found[1] ?? '', rest: text.slice(found[0].length) } : undefined
}

const inParens = (text: string): string => /^\(([^()]+)\)$/.exec(text)?.[1]?.trim() ?? text

/** A day's name, and the weekdays behind it (`Upper (Mon, Thu)`, `Long run - Sunday`) or in it (`Day 3 - Wed: Push`). */
export function nameAndWeekdays(text: string): { name: string; weekdays: number[] } {
  const quoted = /^\[([^\]]+)\]$/.exec(text.trim())?.[1]
  if (quoted !== undefined) return { name: quoted.trim(), weekdays: [] }
  const name = inParens(text.replace(/[\s:–—-]+$/u, '').trim())
  const behind = /^(.*\S)\s*\(([^()]+)\)$/.exec(name) ?? /^(.*[^\s:–—,-])[\s:–—,-]*[:–—,-]\s*(.*)$/.exec(name)
  const weekdays = weekdaysAt(behind?.[2] ?? '')
  if (behind?.[1] && weekdays?.length === behind[2]?.trimEnd().length)
    return { name: behind[1], weekdays: weekdays?.days ?? [] }
  return numberedAndWeekdays(name) ?? { name, weekdays: [] }
}

function numberedAndWeekdays(name: string): { name: string; weekdays: number[] } | undefined {
  const day = numbered.exec(name)?.[0] ?? ''
  const rest = name.slice(day.length).replace(/^[\s:,–—(-]+/u, '')
  const weekdays = day === '' ? undefined : weekdaysAt(rest)
  if (!weekdays) return undefined
  const more = rest.slice(weekdays.length).replace(/^[\s:.,)–—-]+/u, '')
  return { name: more === '' ? day : `${day}: ${more}`, weekdays: weekdays.days }
}

/** A heading without the punctuation that stood around what was taken out of it. */
export function tidyTitle(text: string): string {
  return text
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?: ?[,;:(–—.-])+ ?$|^[ ,;:–—.-]+/gu, '')
    .trim()
}
