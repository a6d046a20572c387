import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { reminderKinds } from '../../../src/domain/enums.ts'
import { clientSlots, coachSlots } from '../../../src/domain/reminders/slots.ts'
import { keptDays, quietMeets, remindersOf, standingOf } from '../../../src/domain/reminders/wishes.ts'

const night = { from: '22:00', to: '07:30' }
const wish = (time: string | null) => ({ isOn: true, time, weekdays: null })

test('an own hour passes the quiet ones; of the usual ones a question is dropped and news are held', () => {
  expect(quietMeets('weighIn', standingOf('weighIn', wish('06:00')), night)).toBe('passes')
  expect(quietMeets('weighIn', standingOf('weighIn', undefined), night)).toBe('dropped')
  expect(quietMeets('morning', standingOf('morning', undefined), { ...night, to: '08:00' })).toBe('held')
  expect(quietMeets('morning', standingOf('morning', undefined), { ...night, to: '10:29' })).toBe('held')
  // Worth nothing any more by then.
  expect(quietMeets('morning', standingOf('morning', undefined), { ...night, to: '10:30' })).toBe('dropped')
  expect(quietMeets('week', standingOf('week', undefined), { ...night, to: '21:00' })).toBe('held')
  expect(quietMeets('morning', standingOf('morning', undefined), night)).toBeUndefined()
  expect(quietMeets('meal', standingOf('meal', undefined), night)).toBeUndefined()
})

test('usual days are kept as none of their own, and no days at all are not kept', () => {
  expect(keptDays('weighIn', [3, 0])).toBeNull()
  expect(keptDays('weighIn', [3, 1, 0])).toEqual([0, 1, 3])
  expect(keptDays('morning', [0, 1, 2, 3, 4, 5, 6])).toBeNull()
  expect(keptDays('weighIn', [])).toBeUndefined()
  expect(keptDays('workout', [1])).toBeUndefined()
  expect(keptDays('workout', [4, 1], true)).toEqual([1, 4])
  expect(keptDays('workout', [], true)).toBeNull()
  expect(keptDays('missed', [1], true)).toBeUndefined()
})

test('what a card says of a kind is what is made of it', () => {
  const days = fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }), { nil: null })
  const time = fc.constantFrom(null, '05:10', '12:00', '23:30')
  const held = {
    meals: [],
    trains: true,
    inTurn: false,
    trainedYesterday: true,
    endsSoon: true,
    hasPlan: false,
  }
  const monday = Date.UTC(2026, 10, 23)
  fc.assert(
    fc.property(
      fc.constantFrom(...reminderKinds.filter((kind) => kind !== 'meal')),
      fc.boolean(),
      time,
      days,
      fc.integer({ min: 0, max: 6 }),
      (kind, isOn, hour, chosen, weekday) => {
        const weekdays = chosen === null ? null : (keptDays(kind, chosen) ?? null)
        const said = { isOn, time: hour, weekdays }
        const standing = standingOf(kind, said)
        const date = new Date(monday + weekday * 86_400_000).toISOString().slice(0, 10)
        const slots = remindersOf('client').includes(kind)
          ? clientSlots({ [kind]: said }, date, held)
          : coachSlots({ [kind]: said }, date)
        const made = slots.find((slot) => slot.kind === kind)
        const comes = standing.isOn && (standing.weekdays?.includes(weekday) ?? true)
        const slot = { kind, date, meal: null, time: standing.time, isOwnHour: standing.isOwnHour }
        expect(made).toEqual(comes ? slot : undefined)
      },
    ),
  )
})
