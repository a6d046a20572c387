import { expect, test } from 'vitest'
import { systemClock, withSleep } from '../../src/systemClock.ts'

test('time that passes counts the sleep of the machine, and is no less exact for it', () => {
  let awakeMs = 1234.5
  let sleptMs = 0
  // To the second, and below.
  const elapsed = withSleep(
    () => awakeMs,
    () => Math.floor((awakeMs + sleptMs + 77_000) / 1000) * 1000,
  )
  expect(elapsed()).toBe(1234.5)
  for (let step = 0; step < 200; step++) {
    awakeMs += 333.25
    expect(elapsed()).toBe(awakeMs)
  }
  const before = elapsed()
  sleptMs = 8 * 3_600_000
  expect(Math.abs(elapsed() - before - sleptMs)).toBeLessThanOrEqual(1000)
  const after = elapsed()
  for (let step = 1; step <= 200; step++) {
    awakeMs += 333.25
    expect(elapsed() - after).toBeCloseTo(step * 333.25)
  }
})

test('it goes on as the machine says', () => {
  const from = systemClock.elapsed()
  const spin = performance.now() + 30
  while (performance.now() < spin);
  const passed = systemClock.elapsed() - from
  expect(passed).toBeGreaterThanOrEqual(30)
  expect(passed).toBeLessThan(1500)
})
