import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFresh } from '../../../src/domain/checkIn/checkIn.ts'
import { addDays, weekdayOf } from '../../../src/domain/localTime.ts'
import { endsTold } from '../../../src/domain/reminders/ending.ts'
import { isSilenceNews } from '../../../src/domain/reminders/silence.ts'
import {
  type PlannedDay,
  missedDays,
  missedYesterday,
  offeredOn,
  todayOf,
  worthReminding,
} from '../../../src/domain/workout/due.ts'

const anyDay = fc.integer({ min: -400, max: 400 }).map((days) => addDays('2026-11-23', days))

const planned = (day: Partial<PlannedDay>): PlannedDay => ({
  sessionId: 1,
  planId: 1,
  name: 'Upper',
  planName: 'Plan',
  weekday: null,
  from: null,
  until: null,
  order: 0,
  lastDone: null,
  leftOpen: false,
  lastDoneAt: null,
  ...day,
})

test('a silence is news from the fifth to the tenth day of it', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 30 }), (since, days) => {
      expect(isSilenceNews(since, addDays(since, days))).toBe(days >= 5 && days <= 10)
    }),
  )
})

test('a check-in is fresh for three days', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 30 }), (last, days) => {
      expect(isFresh(last, addDays(last, days))).toBe(days <= 3)
    }),
  )
  expect(isFresh(undefined, '2026-11-23')).toBe(false)
})

test('of what is taken in turn nothing is reminded of on the day after a workout; days of a plan, and own ones, are', () => {
  fc.assert(
    fc.property(anyDay, fc.boolean(), fc.boolean(), fc.boolean(), (today, trained, inTurn, hasOwnDays) => {
      const lastDone = trained ? addDays(today, -1) : addDays(today, -2)
      const day = planned({ weekday: inTurn ? null : weekdayOf(today), lastDone })
      const { due } = todayOf([day], today, weekdayOf(today))
      expect(due).toEqual([day])
      expect(worthReminding({ due, days: [day] }, today, hasOwnDays)).toEqual(
        inTurn && trained && !hasOwnDays ? [] : [day],
      )
    }),
  )
})

test('the end of a plan is told on its last day, and once ahead of it', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -2, max: 9 }), (today, left) => {
      expect(endsTold(today).includes(addDays(today, left))).toBe(left === 0 || left === 3)
    }),
  )
})

test('yesterday’s is offered: the day of that weekday, if it is still open', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 6 }), fc.boolean(), (today, weekday, isDone) => {
      const yesterday = addDays(today, -1)
      const day = planned({ weekday, lastDone: isDone ? yesterday : null })
      const offered = missedYesterday(todayOf([day], today, weekdayOf(today)), today)
      expect(offered.map(({ date }) => date)).toEqual(
        weekdayOf(yesterday) === weekday && !isDone ? [yesterday] : [],
      )
    }),
  )
})

test('what was missed is open until it is due again, or skipped; it was offered the day after', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 6 }), (today, weekday) => {
      const days = [planned({ weekday, lastDone: null })]
      const { missed } = todayOf(days, today, weekdayOf(today))
      const open = Array.from({ length: missedDays }, (_, ago) => addDays(today, -1 - ago))
      expect(missed.map(({ date }) => date)).toEqual(open.filter((date) => weekdayOf(date) === weekday))
      const on = missed[0]?.date
      expect(offeredOn(weekday, today)).toBe(on && addDays(on, 1))
      const skipped = (date: string) => todayOf(days, today, weekdayOf(today), new Set([date])).missed
      for (const date of [today, ...open]) expect(skipped(date)).toEqual(date === on ? [] : missed)
    }),
  )
  expect(offeredOn(null, '2026-11-23')).toBeUndefined()
})
