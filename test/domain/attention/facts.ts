import type { Facts } from '../../../src/domain/attention/facts.ts'

/** Thursday 26 November 2026; a client who needs nothing: joined long ago, wrote this morning, trains by an open plan. */
export const calm: Facts = {
  now: new Date('2026-11-26T12:00:00Z'),
  today: '2026-11-26',
  timeZone: 'Asia/Tokyo',
  isActive: true,
  joinedAt: new Date('2026-01-01T00:00:00Z'),
  actedAt: new Date('2026-11-26T06:00:00Z'),
  loggedAt: null,
  trainedOn: '2026-11-25',
  idleDays: 0,
  photos: null,
  letter: null,
  checkIn: null,
  days: [],
  weighed: [],
  running: [null],
  isMoreComing: false,
  wasPlanned: true,
  hasMeals: false,
  mealsEnd: null,
  checkIns: { wish: undefined, last: '2026-11-22' },
  pauses: [],
  away: [],
  unanswered: [],
}

/** Some days of training up to today, a letter each: done, partly, missed, rest, planned. */
export function daysLike(letters: string): Facts['days'] {
  const marks = { d: 'done', p: 'partly', m: 'missed', r: 'rest', t: 'planned' } as const
  return Array.from(letters, (letter, at) => ({
    date: `2026-11-${String(27 - letters.length + at).padStart(2, '0')}`,
    mark: marks[letter as keyof typeof marks],
  }))
}
