import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startRings } from '../../src/scheduler/rings.ts'

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-23T07:00:00Z') }))
afterEach(() => void vi.useRealTimers())

test('every job runs once an hour, a failing one is told of and rings again, and stopping waits for what runs', async () => {
  const ran: string[] = []
  const failed: string[] = []
  const slow = Promise.withResolvers<void>()
  const rings = startRings({
    now: () => new Date(),
    failed: (name) => failed.push(name),
    jobs: [
      { name: 'good', run: async (now) => void ran.push(now.toISOString().slice(11, 16)) },
      { name: 'bad', run: () => Promise.reject(new Error('no')) },
      { name: 'slow', run: () => slow.promise },
    ],
  })
  await vi.advanceTimersByTimeAsync(3 * 3_600_000)
  expect(ran).toEqual(['07:17', '08:17', '09:17'])
  expect(failed).toEqual(['bad', 'bad', 'bad'])
  let stopped = false
  const stopping = rings.stop().then(() => (stopped = true))
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(stopped).toBe(false)
  slow.resolve()
  await stopping
  expect(ran).toHaveLength(3)
})

test('a job for the start runs at once and then with the others, so that a ring missed meanwhile costs nothing', async () => {
  const ran: string[] = []
  const note = (name: string) => async (now: Date) =>
    void ran.push(`${name} ${now.toISOString().slice(11, 16)}`)
  const rings = startRings({
    now: () => new Date(),
    failed: (name) => ran.push(`${name} failed`),
    jobs: [
      { name: 'hourly', run: note('hourly') },
      { name: 'both', isForStart: true, run: note('both') },
      { name: 'bad', isForStart: true, run: () => Promise.reject(new Error('no')) },
    ],
  })
  await vi.advanceTimersByTimeAsync(1)
  expect(ran).toEqual(['both 07:00', 'bad failed'])
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(ran.slice(2)).toEqual(['hourly 07:17', 'both 07:17', 'bad failed'])
  await rings.stop()
})

test.each([-6, 6])(
  'the clock is set by %i hours: jobs run all the same, at least every five quarters of an hour',
  async (hours) => {
    const ran: number[] = []
    let minutes = 0
    const rings = startRings({
      now: () => new Date(),
      failed: () => undefined,
      jobs: [{ name: 'hourly', run: async () => void ran.push(minutes) }],
    })
    const pass = async (count: number) => {
      for (let minute = 0; minute < count; minute++) {
        await vi.advanceTimersByTimeAsync(60_000)
        minutes++
      }
    }
    await pass(30)
    vi.setSystemTime(Date.now() + hours * 3_600_000)
    await pass(300)
    const gaps = [0, ...ran, minutes].map((at, index, all) => at - (all[index - 1] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(75)
    expect(ran.length).toBeLessThanOrEqual(7)
    await rings.stop()
  },
)
