import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MovableClock } from '../../src/demo/movableClock.ts'
import { VirtualClock } from '../support/clock.ts'

const start = '2026-11-23T07:30:00Z'

function made(aheadMs = 0) {
  const base = new VirtualClock(start)
  const kept: number[] = []
  const clock = new MovableClock({ base, aheadMs, keep: (ms) => kept.push(ms) })
  const ran: string[] = []
  const note = (name: string) => () => ran.push(`${name} ${clock.now().toISOString().slice(11, 19)}`)
  const moveTo = (time: string) => clock.moveTo(new Date(`2026-11-23T${time}Z`))
  return { base, clock, kept, ran, note, moveTo }
}

test('what comes due on the way runs in order, each at its own time, and what it sets as well', () => {
  const { clock, ran, note, moveTo, base } = made()
  clock.after(3_600_000, note('in an hour'))
  clock.after(60_000, () => {
    note('in a minute')()
    clock.after(60_000, note('a minute later'))
  })
  clock.after(120_000, note('called off')).cancel()
  clock.after(7_200_000, note('in two hours'))
  moveTo('08:30:00')
  expect(ran).toEqual(['in a minute 07:31:00', 'a minute later 07:32:00', 'in an hour 08:30:00'])
  base.turnTo(base.ms + 3_599_000)
  expect(ran).toHaveLength(3)
  base.turnTo(base.ms + 1000)
  expect(ran.at(-1)).toBe('in two hours 09:30:00')
  expect(base.nextAt).toBeUndefined()
})

test('it never moves back, and how far it is ahead is kept before anybody sees a time from there', () => {
  const { clock, kept, moveTo, base } = made(60_000)
  expect(clock.now().toISOString()).toBe('2026-11-23T07:31:00.000Z')
  clock.after(600_000, () => expect(kept).toEqual([3_600_000]))
  moveTo('07:30:30')
  expect([kept, clock.now().toISOString()]).toEqual([[], '2026-11-23T07:31:00.000Z'])
  moveTo('08:30:00')
  base.turnTo(base.ms + 1000)
  expect([kept, clock.now().toISOString()]).toEqual([[3_600_000], '2026-11-23T08:30:01.000Z'])
  expect.assertions(4)
})

test('whatever is set, called off and moved, nothing runs early, late or twice', () => {
  const step = fc.oneof(
    fc.record({ after: fc.integer({ min: 1, max: 5000 }) }),
    fc.record({ move: fc.nat(4000) }),
    fc.record({ pass: fc.nat(4000) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { base, clock } = made()
      const due: number[] = []
      const ran: number[] = []
      for (const one of steps) {
        const now = clock.now().getTime()
        if ('after' in one) {
          due.push(now + one.after)
          clock.after(one.after, () => ran.push(clock.now().getTime()))
        } else if ('move' in one) clock.moveTo(new Date(now + one.move))
        else for (let ms = 0; ms < one.pass; ms++) base.turnTo(base.ms + 1)
      }
      const now = clock.now().getTime()
      expect(ran).toEqual(due.filter((at) => at <= now).sort((a, b) => a - b))
    }),
    { numRuns: 60 },
  )
})

test('somebody sets the clock it runs as: what waits waits no longer for it, whether it is moved or not', () => {
  const { base, clock, ran, note } = made()
  clock.after(60_000, note('in a minute'))
  clock.after(600_000, note('in ten minutes'))
  base.jump(-3_600_000)
  expect(clock.elapsed()).toBe(made().clock.elapsed())
  clock.moveTo(new Date(clock.now().getTime() + 30_000))
  expect(ran).toEqual([])
  base.turnTo(base.ms + 30_000)
  clock.moveTo(new Date(clock.now().getTime() + 540_000))
  expect(ran).toEqual(['in a minute 06:31:00', 'in ten minutes 06:40:00'])
})
