import type { ReminderKind } from '../enums.ts'

/** A reminder as it comes while nobody has said otherwise. */
export interface Usual {
  /** `HH:MM` in the person's zone; null: at the time of what it is about. */
  time: string | null
  /** 0–6, Monday first; null: every day on which there is something to remind of. */
  weekdays: readonly number[] | null
  /** `nudge`: asks for something, and arrives once or not at all; `content`: tells something, and is not lost. */
  conduct: 'nudge' | 'content'
  /** Minutes it is worth sending after it was due. */
  worthMinutes: number
}

const nudge = (time: string | null, weekdays: readonly number[] | null, worthMinutes: number): Usual => ({
  time,
  weekdays,
  conduct: 'nudge',
  worthMinutes,
})
const content = (time: string, weekdays: readonly number[] | null, worthMinutes: number): Usual => ({
  time,
  weekdays,
  conduct: 'content',
  worthMinutes,
})

const day = 24 * 60

export const usual: Record<ReminderKind, Usual> = {
  morning: content('07:30', null, 3 * 60),
  workout: nudge('17:30', null, 60),
  meal: nudge(null, null, 30),
  weighIn: nudge('07:00', [0, 3], 2 * 60),
  checkIn: nudge('10:00', [6], 4 * 60),
  missed: nudge('12:00', null, 4 * 60),
  planEnd: content('10:30', null, day),
  brief: content('08:00', null, 4 * 60),
  week: content('08:30', [0], day),
}
