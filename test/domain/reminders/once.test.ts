import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clientReminders, coachReminders } from '../../../src/domain/enums.ts'
import { addDays } from '../../../src/domain/localTime.ts'
import { nextBrief } from '../../../src/domain/reminders/nextBrief.ts'
import {
  type Wishes,
  hostOf,
  hostOn,
  inCard,
  isAskedOn,
  nextAsked,
} from '../../../src/domain/reminders/once.ts'
import { clientSlots, coachSlots } from '../../../src/domain/reminders/slots.ts'

const wish = fc.record({
  isOn: fc.boolean(),
  time: fc.constantFrom(null, '05:00', '07:30', '08:00', '09:00', '20:00'),
  weekdays: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }), { nil: null }),
})
const wishesFor = (kinds: readonly string[]): fc.Arbitrary<Wishes> =>
  fc.dictionary(fc.constantFrom(...kinds), wish, { noNullPrototype: true })
const anyDate = fc.integer({ min: 0, max: 6 }).map((day) => addDays('2026-11-23', day))

test('a thing that is asked for on a day is asked once, in a card or by itself, whatever is wished', () => {
  fc.assert(
    fc.property(
      wishesFor(clientReminders),
      anyDate,
      fc.boolean(),
      fc.constantFrom<'weighIn' | 'checkIn'>('weighIn', 'checkIn'),
      (wishes, date, hasPlan, kind) => {
        const held = {
          meals: [],
          trains: false,
          inTurn: false,
          trainedYesterday: false,
          endsSoon: false,
          hasPlan,
        }
        const slots = clientSlots(wishes, date, held)
        const slot = slots.find((one) => one.kind === kind)
        const card = hasPlan ? slots.find((one) => one.kind === 'morning') : undefined
        const own = !slot ? 'none' : card && slot.time < card.time ? 'came' : 'comes'
        const inIt = card ? inCard(kind, wishes, { date, own }) : 'left'
        const asked = (slot ? 1 : 0) + (inIt === 'asked' ? 1 : 0)
        expect(asked).toBe(isAskedOn(kind, wishes, date) ? 1 : 0)
        // Whoever set an hour hears of it then.
        expect(inIt === 'asked' && (wishes[kind]?.time ?? null) !== null).toBe(false)
        expect(inIt === 'announced' && slot === undefined).toBe(false)
      },
    ),
  )
})

test('what will not come by itself is asked by the card, but not at another hour than the one that was set', () => {
  const own = { date: '2026-11-29', own: 'none' } as const
  expect(inCard('checkIn', {}, own)).toBe('asked')
  expect(inCard('checkIn', { checkIn: { isOn: true, time: '06:00', weekdays: null } }, own)).toBe('left')
  expect(inCard('checkIn', {}, { ...own, own: 'came' })).toBe('left')
})

test('the next day on which a thing is asked is one of the coming seven, or there is none', () => {
  fc.assert(
    fc.property(wishesFor(clientReminders), anyDate, (wishes, date) => {
      const next = nextAsked('weighIn', wishes, date)
      const asked = [1, 2, 3, 4, 5, 6, 7]
        .map((day) => addDays(date, day))
        .filter((day) => isAskedOn('weighIn', wishes, day))
      expect(next).toBe(asked[0])
    }),
  )
  expect(nextAsked('weighIn', {}, '2026-11-23')).toBe('2026-11-26')
})

test('what was missed is in the card of the morning whatever hour it has, unless it is off', () => {
  expect(hostOf('missed', { missed: { isOn: true, time: '15:00', weekdays: null } })).toBe('morning')
  expect(hostOf('missed', { missed: { isOn: false, time: null, weekdays: null } })).toBeUndefined()
})

test('the week stands under the brief while both keep their hours, on days on which both come', () => {
  fc.assert(
    fc.property(wishesFor(coachReminders), anyDate, (wishes, date) => {
      const kinds = coachSlots(wishes, date)
      const [first] = kinds
      // A brief set to its usual hour is as usual.
      const isUsual = kinds.length === 2 && first?.time === '08:00' && (wishes.week?.time ?? null) === null
      expect(hostOn('week', wishes, date)).toBe(isUsual ? 'brief' : undefined)
      expect(isUsual && hostOf('week', wishes) === undefined).toBe(false)
    }),
  )
  expect(hostOf('week', { brief: { isOn: true, time: null, weekdays: [1] } })).toBeUndefined()
  expect(hostOf('weighIn', { morning: { isOn: false, time: null, weekdays: null } })).toBeUndefined()
})

test('news wait for a brief of the coming day, and for none that is farther off', () => {
  fc.assert(
    fc.property(
      wishesFor(coachReminders),
      fc.integer({ min: 0, max: 7 * 24 * 60 }),
      fc.constantFrom('UTC', 'Asia/Tokyo', 'America/New_York'),
      (wishes, minutes, zone) => {
        const now = new Date(Date.UTC(2026, 10, 22) + minutes * 60_000)
        const found = nextBrief(wishes, now, zone)
        const isOff = wishes.brief?.isOn === false
        const isDaily = !isOff && (wishes.brief?.weekdays ?? null) === null
        expect(isOff && found !== undefined).toBe(false)
        expect(isDaily && found === undefined).toBe(false)
        const wait = found ? found.dueAt.getTime() - now.getTime() : 1
        expect(wait > 0 && wait <= 24 * 3_600_000).toBe(true)
        expect(found && found.expiresAt <= found.dueAt).not.toBe(true)
      },
    ),
  )
})
