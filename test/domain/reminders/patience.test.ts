import { expect, test } from 'vitest'
import { type Taken, courseOf, pauseFor } from '../../../src/domain/reminders/patience.ts'

const now = new Date('2026-11-23T08:00:00Z')
const taken = (some: Partial<Taken>): Taken => ({
  unanswered: 0,
  askedAt: null,
  pausedUntil: null,
  toldAt: null,
  ...some,
})
const course = (some: Partial<Taken>) => courseOf(taken(some), '2026-11-23', now)
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

test('two without an answer, then the question, then peace, and the coach is told once', () => {
  expect(course({ unanswered: 1 })).toBe('remind')
  expect(course({ unanswered: 2 })).toBe('ask')
  expect(course({ unanswered: 2, askedAt: hoursAgo(47) })).toBe('leave')
  expect(course({ unanswered: 2, askedAt: hoursAgo(48) })).toBe('tell')
  expect(course({ unanswered: 2, askedAt: hoursAgo(72), toldAt: hoursAgo(24) })).toBe('leave')
})

test('a pause holds through its last day, whatever is unanswered', () => {
  expect(course({ pausedUntil: '2026-11-23' })).toBe('leave')
  expect(course({ pausedUntil: '2026-11-22' })).toBe('remind')
})

test('how long each reason is good for', () => {
  expect(pauseFor('busy', '2026-11-23')).toBe('2026-11-25')
  expect(pauseFor('ill', '2026-11-23')).toBe('2026-11-29')
  expect(pauseFor('travelling', '2026-11-23')).toBe('2026-11-29')
  expect(pauseFor('fine', '2026-11-23')).toBeNull()
})
