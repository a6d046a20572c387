import { weekdaysAt } from './weekdays.ts'

const rest = /(?:^|\s)(?:rest|off|rest day|day off|מנוחה|יום מנוחה)$/iu
const setLine = /^(?:set|סט)\s*#?\d{1,2}$/iu
const superset = /^(?:super\s?-?set|giant set|tri-?set|סופר\s?-?סט)(?:\s*[A-H\d]{1,2})?\s*:?$/iu
const forAll = /(?:each|all|כל אחד|כל תרגיל)\s*:?\s*$/iu
const numbered = /^(?:day|workout|session|אימון|יום)\s+(?:[A-Za-z]|\d{1,2}|[א-ת]['׳]?)(?![\p{L}\p{N}])/iu
const usual = /^(?:push|pull|legs?|upper|lower|full)(?:[\s-]*(?:body|day))?(?:\s*[A-D1-9])?$/iu
const week = /^(?:weeks?|שבוע(?:ות)?)\s*#?(\d{1,2})/iu
const planMark = /^(?:plan|program(?:me)?|תו?כנית)\s*:\s*/iu
const block = /^amrap\b.*\d/iu

/** A name that says that nothing is done that day. */
export const isRest = (text: string): boolean => rest.test(text)

/** `Set 1`, where others write an exercise. */
export const isSetLine = (name: string): boolean => setLine.test(name)

/** What follows is done in turns. */
export const isSuperset = (text: string): boolean => superset.test(text)

/** The line's sets are meant for all that follows. */
export const isForAll = (text: string): boolean => forAll.test(text)

/** `Day A`, `Workout 2`, `אימון ב`, whatever follows. */
export const isNumberedDay = (text: string): boolean => numbered.test(text)

/** What days are often called, with nothing else in the line. */
export const isUsualDay = (text: string): boolean => usual.test(text)

/** `AMRAP 20 min`: what follows is done round by round. */
export const isBlock = (text: string): boolean => block.test(text)

/** The number of `Week 2`; undefined where the text begins with no week. */
export function weekOf(text: string): number | undefined {
  const found = week.exec(text)
  return found ? Number(found[1]) : undefined
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

/** A name in brackets is taken as it stands. */
export function unquoted(text: string): string {
  const found = /^\[([^\]]+)\]$/.exec(text.trim())
  return (found?.[1] ?? text).trim()
}

/** A day's name, and the weekdays in brackets behind it: `Upper (Mon, Thu)`. */
export function nameAndWeekdays(text: string): { name: string; weekdays: number[] } {
  const name = text.replace(/[\s:–—-]+$/u, '')
  const found = /^(.*\S)\s*\(([^()]+)\)$/.exec(name)
  const weekdays = found ? weekdaysAt(found[2] ?? '') : undefined
  const isWhole = weekdays && weekdays.length === found?.[2]?.trimEnd().length
  return isWhole ? { name: found?.[1] ?? name, weekdays: weekdays.days } : { name, weekdays: [] }
}

/** A heading without the punctuation that stood around what was taken out of it. */
export function tidyTitle(text: string): string {
  return text
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?: ?[,;:(–—.-])+ ?$|^[ ,;:–—.-]+/gu, '')
    .trim()
}
