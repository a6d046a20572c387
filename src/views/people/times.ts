import type { Texts } from '../../texts/texts.ts'

/** `14:32` on a clock in that zone. */
export function clockTime(t: Texts, moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(t.language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(moment)
}

/** `Fri 27 Nov, 14:32` in that zone. */
export function dayAndTime(t: Texts, moment: Date, timeZone: string): string {
  const day = new Intl.DateTimeFormat(t.language === 'en' ? 'en-GB' : t.language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone,
  }).format(moment)
  return `${day}, ${clockTime(t, moment, timeZone)}`
}
