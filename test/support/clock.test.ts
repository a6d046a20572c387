import { expect, test } from 'vitest'
import { VirtualClock, durationOf, nextLocal } from './clock.ts'

test('timers run in order of time, each at its own time, and those they make as well', async () => {
  const clock = new VirtualClock('2026-11-23T07:30:00Z')
  const ran: string[] = []
  const note = (name: string) => ran.push(`${name} ${clock.now().toISOString().slice(17, 23)}`)
  clock.after(2000, () => note('late'))
  clock.after(500, () => {
    note('early')
    clock.after(300, () => note('made later'))
  })
  clock.after(100, () => note('cancelled')).cancel()
  await clock.advance(2500)
  expect(ran).toEqual(['early 00.500', 'made later 00.800', 'late 02.000'])
  expect(clock.now()).toEqual(new Date('2026-11-23T07:30:02.500Z'))
  expect(clock.nextAt).toBeUndefined()
})

test('durations and local times are read', () => {
  expect(durationOf('1h 30m')).toBe(5_400_000)
  expect(durationOf('2 days')).toBe(172_800_000)
  expect(() => durationOf('soon')).toThrow('Not a duration')
  const from = Date.parse('2026-11-23T07:30:00Z')
  expect(new Date(nextLocal('Tuesday 07:30', from, 'Asia/Jerusalem'))).toEqual(
    new Date('2026-11-24T05:30:00Z'),
  )
  expect(new Date(nextLocal('07:30', from, 'UTC'))).toEqual(new Date('2026-11-24T07:30:00Z'))
})
