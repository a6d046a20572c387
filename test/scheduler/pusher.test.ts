import { expect, test } from 'vitest'
import { Pusher } from '../../src/scheduler/pusher.ts'
import { VirtualClock } from '../support/clock.ts'

const hourMs = 3_600_000

/** A pusher that finds nothing, and when it looked: seconds that have passed. */
function idlePusher() {
  const clock = new VirtualClock('2026-11-23T07:30:00Z')
  const looks: number[] = []
  let passed = 0
  const pusher = new Pusher({
    clock,
    perSecond: 25,
    claim: async () => {
      looks.push(passed)
      return []
    },
    nextDue: async () => undefined,
    clockSet: async () => undefined,
    end: async () => true,
    send: async () => 'nothing to say',
    takeAway: async () => undefined,
    failed: (error) => {
      throw error
    },
  })
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      passed++
      await clock.advance(1000)
    }
  }
  return { clock, pusher, looks, pass }
}

test.each([0, -6, 6])(
  'it looks at least every quarter of a minute, whatever is made due for later; the clock is set by %i hours',
  async (hours) => {
    const { clock, pusher, looks, pass } = idlePusher()
    pusher.wake()
    await clock.advance(0)
    await pass(5)
    clock.jump(hours * hourMs)
    pusher.wakeAt(new Date(clock.ms + hourMs))
    await pass(20)
    pusher.wakeAt(new Date(clock.ms + 2 * hourMs))
    await pass(100)
    const gaps = looks.slice(1).map((at, index) => at - (looks[index] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(15)
    expect(120 - (looks.at(-1) ?? 0)).toBeLessThanOrEqual(15)
    pusher.stop()
  },
)

test.each([0, -6, 6])(
  'what is made due within seconds is looked at then; the clock was set by %i hours',
  async (hours) => {
    const { clock, pusher, looks, pass } = idlePusher()
    pusher.wake()
    await clock.advance(0)
    await pass(1)
    clock.jump(hours * hourMs)
    pusher.wakeAt(new Date(clock.ms + 3000))
    await pass(4)
    expect(looks).toEqual([0, 4])
    pusher.stop()
  },
)
