import { expect, test } from 'vitest'
import fc from 'fast-check'
import { pauseReasons, reminderKinds } from '../../../src/domain/enums.ts'
import {
  type Taken,
  courseOf,
  pauseFor,
  pausedUntil,
  restOfAll,
  restsAll,
  standsAlone,
} from '../../../src/domain/reminders/patience.ts'

const now = new Date('2026-11-23T08:00:00Z')
const taken = (some: Partial<Taken>): Taken => ({
  unanswered: 0,
  askedAt: null,
  pausedUntil: null,
  toldAt: null,
  ...some,
})
const course = (some: Partial<Taken>) => courseOf(taken(some), now)
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

test('two without an answer, then the question, then peace, and the coach is told once', () => {
  expect(course({ unanswered: 1 })).toBe('remind')
  expect(course({ unanswered: 2 })).toBe('ask')
  expect(course({ unanswered: 2, askedAt: hoursAgo(47) })).toBe('leave')
  expect(course({ unanswered: 2, askedAt: hoursAgo(48) })).toBe('tell')
  expect(course({ unanswered: 2, askedAt: hoursAgo(72), toldAt: hoursAgo(24) })).toBe('leave')
})

test('beside a question that stands alone there is no second one: what is too much joins it', () => {
  const open = { askedAt: hoursAgo(5), toldAt: null }
  expect(courseOf(taken({ unanswered: 2 }), now, open)).toBe('join')
  expect(courseOf(taken({ unanswered: 1 }), now, open)).toBe('remind')
  expect(courseOf(taken({ unanswered: 2, pausedUntil: '2026-11-23' }), now, open)).toBe('leave')
})

test('a question stands alone for two days, and as long as nothing came since it was asked', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.option(fc.integer({ min: 0, max: 400 })),
      (asked, acted) => {
        const actedAt = acted === null ? null : hoursAgo(acted)
        expect(standsAlone({ askedAt: hoursAgo(asked), toldAt: null }, actedAt, now)).toBe(
          asked < 48 || acted === null || acted >= asked,
        )
      },
    ),
  )
})

test('a question without an answer stands, however long ago the reminders before it were', () => {
  expect(course({ unanswered: 0, askedAt: hoursAgo(47) })).toBe('leave')
  expect(course({ unanswered: 0, askedAt: hoursAgo(48) })).toBe('tell')
})

test('a pause leaves them in peace, whatever is unanswered', () => {
  for (const unanswered of [0, 1, 2]) {
    expect(course({ unanswered, pausedUntil: '2026-11-23' })).toBe('leave')
    expect(course({ unanswered, pausedUntil: '2026-11-23', askedAt: hoursAgo(72) })).toBe('leave')
  }
})

const someDays = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'] as const
const somePauses = fc.array(
  fc.record({
    kind: fc.constantFrom(...reminderKinds),
    reason: fc.constantFrom(...pauseReasons),
    until: fc.constantFrom(...someDays),
  }),
  { maxLength: 4 },
)

test('a pause holds through its last day: one of a kind for that kind, one of who is ill or away for all', () => {
  fc.assert(
    fc.property(somePauses, fc.constantFrom(...reminderKinds), (pauses, kind) => {
      const today = '2026-11-23'
      const open = pauses.filter(({ until }) => until >= today)
      const rest = restOfAll(pauses, today)
      expect(rest === undefined).toBe(!open.some(({ reason }) => reason === 'ill' || reason === 'travelling'))
      expect(rest === undefined || open.includes(rest)).toBe(true)
      const until = pausedUntil(pauses, kind, today)
      const meant = open.filter((one) => one.kind === kind || restsAll(one.reason))
      expect(until).toBe(
        meant.length === 0 ? null : meant.some((one) => one.until === '2026-11-24') ? '2026-11-24' : today,
      )
    }),
  )
})

test('how long each reason is good for', () => {
  expect(pauseFor('busy', '2026-11-23')).toBe('2026-11-25')
  expect(pauseFor('ill', '2026-11-23')).toBe('2026-11-29')
  expect(pauseFor('travelling', '2026-11-23')).toBe('2026-11-29')
  expect(pauseFor('fine', '2026-11-23')).toBeNull()
})
