import { expect, test } from 'vitest'
import { MovableClock } from '../../src/demo/movableClock.ts'
import { passTime } from '../../src/demo/passing.ts'
import { VirtualClock } from '../support/clock.ts'

const start = Date.parse('2026-11-23T07:30:00Z')
const shown = (at: Date) => at.toISOString().slice(11, 19)

/** A bot that sends one thing at a time, each when time stands; `owed` are times of day. */
function bot(owed: string[], { leaves = true } = {}) {
  const clock = new MovableClock({
    base: new VirtualClock('2026-11-23T07:30:00Z'),
    aheadMs: 0,
    keep: () => {},
  })
  const due = owed.map((time) => new Date(`2026-11-23T${time}Z`))
  const sent: string[] = []
  const stops: string[] = []
  return {
    clock,
    sent,
    stops,
    nextDue: async () => due[0],
    rest: async () => {
      const [first] = due
      if (!leaves || !first || first > clock.now()) return
      due.shift()
      sent.push(shown(clock.now()))
    },
    moved: () => stops.push(shown(clock.now())),
    isOver: () => false,
  }
}

test('everything is done at its own time, two things at one minute a second apart', async () => {
  const spotter = bot(['07:00:00', '08:00:00', '08:00:00', '10:15:00', '12:00:01'])
  await passTime(spotter, start + 4.5 * 3_600_000)
  expect(spotter.sent).toEqual(['07:30:00', '08:00:00', '08:00:01', '10:15:00'])
  expect(spotter.stops).toEqual([
    '08:00:00', '08:00:01', '09:00:01', '10:00:01', '10:15:00', '11:15:00', '12:00:00',
  ]) // prettier-ignore
})

test('what does not leave although it is due holds time up for a minute, and no longer', async () => {
  const spotter = bot(['07:00:00'], { leaves: false })
  await passTime(spotter, start + 2 * 3_600_000)
  expect(spotter.stops.slice(58)).toEqual(['07:30:59', '07:31:00', '08:31:00', '09:30:00'])
})

test('time stops where it is told to', async () => {
  const spotter = bot(['08:00:00', '09:00:00'])
  await passTime({ ...spotter, isOver: () => spotter.sent.length > 0 }, start + 86_400_000)
  expect(spotter.stops).toEqual(['08:00:00'])
})
