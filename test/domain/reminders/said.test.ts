import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { weekdayName } from '../../../src/domain/localTime.ts'
import { readHour, readQuietHours, readWish, shiftHour } from '../../../src/domain/reminders/said.ts'

test.each([
  ['7:30', '07:30'],
  ['07:30', '07:30'],
  ['7.30', '07:30'],
  ['19', '19:00'],
  ['0', '00:00'],
  ['at 8', '08:00'],
  ['7pm', '19:00'],
  ['12:15 am', '00:15'],
  ['בשעה 8', '08:00'],
  ['ב-8:30', '08:30'],
  ['noon', '12:00'],
  ['Midnight', '00:00'],
  ['at noon', '12:00'],
  ['half past seven', '07:30'],
  ['eight', '08:00'],
  ['8 in the evening', '20:00'],
  ['8:15 in the evening', '20:15'],
  ['שמונה וחצי', '08:30'],
  ['8 וחצי', '08:30'],
  ['בשמונה ורבע', '08:15'],
  ['שתים עשרה בלילה', '00:00'],
  ['אחת עשרה בלילה', '23:00'],
  ['2 בצהריים', '14:00'],
  ['שמונה וחצי בערב', '20:30'],
  ['בחצות', '00:00'],
])('%s is an hour', (typed, hour) => {
  expect(readHour(typed)).toBe(hour)
  expect(readWish(typed)).toEqual({ time: hour })
})

test.each([
  '',
  '24',
  '25:00',
  '7:60',
  '13pm',
  '8:00-9:00',
  'at 8 or 9',
  '-3',
  'seventy',
  'noonish',
  '82.4',
  '7:30 sharp',
  'שמונה מאות',
  '25 וחצי',
  'half past',
])('%s is no hour', (typed) => {
  expect(readHour(typed)).toBeUndefined()
})

test.each([
  ['Mon, Thu', { weekdays: [0, 3] }],
  ['sunday to thursday', { weekdays: [0, 1, 2, 3, 6] }],
  ['every day', { weekdays: [0, 1, 2, 3, 4, 5, 6] }],
  ['weekends', { weekdays: [5, 6] }],
  ['סופי שבוע', { weekdays: [4, 5] }],
  ['בסופ״ש 9:00', { weekdays: [4, 5], time: '09:00' }],
  ['Mon and Fri at 7:30', { weekdays: [0, 4], time: '07:30' }],
  ['Tue at 8', { weekdays: [1], time: '08:00' }],
  ['ב׳ וה׳ בשעה 9', { weekdays: [0, 3], time: '09:00' }],
  ['ב׳ וה׳', { weekdays: [0, 3] }],
  ['א-ה 8', { weekdays: [0, 1, 2, 3, 6], time: '08:00' }],
  ['א-ה 8 וחצי', { weekdays: [0, 1, 2, 3, 6], time: '08:30' }],
  ['Mon, Thu 8', { weekdays: [0, 3], time: '08:00' }],
  ['weekdays 8:15', { weekdays: [0, 1, 2, 3, 4], time: '08:15' }],
  ['ימי חול 8:15', { weekdays: [0, 1, 2, 3, 6], time: '08:15' }],
  ['בימי חול', { weekdays: [0, 1, 2, 3, 6] }],
  ['Sunday at noon', { weekdays: [6], time: '12:00' }],
  ['א, ד', { weekdays: [2, 6] }],
  ['א, ד 6:45', { weekdays: [2, 6], time: '06:45' }],
  ['א, ד 6.45', { weekdays: [2, 6], time: '06:45' }],
  ['א ד 8', { weekdays: [2, 6], time: '08:00' }],
  ['ב, ד וה', { weekdays: [0, 2, 3] }],
  ['ימים ב, ה בשעה 8', { weekdays: [0, 3], time: '08:00' }],
  ['א׳, ד', { weekdays: [2, 6] }],
  ['ש', { weekdays: [5] }],
  ['mo,we,fr 17.45', { weekdays: [0, 2, 4], time: '17:45' }],
  ['Mo, Wed and Fr', { weekdays: [0, 2, 4] }],
  ['mo-fr 8', { weekdays: [0, 1, 2, 3, 4], time: '08:00' }],
  ['sa-mo', { weekdays: [0, 5, 6] }],
  ['Mon 17.45', { weekdays: [0], time: '17:45' }],
  ['Mon, Thu 7.10', { weekdays: [0, 3], time: '07:10' }],
  ['כל יום 8:00', { weekdays: [0, 1, 2, 3, 4, 5, 6], time: '08:00' }],
])('%s are days', (typed, wish) => {
  expect(readWish(typed)).toEqual(wish)
})

test.each([
  'tomorrow',
  'from Monday',
  'Mon 25:00',
  'Mon at 25',
  'Mon 8',
  'Mon 7.12',
  'mo 25.10',
  'mo,we,fr 17.75',
  'א, טוב',
  'mo-we-fr',
  'so we go',
  'Mon, please',
  'for 3 weeks',
  'hello',
])('%s says neither hour nor days', (typed) => {
  expect(readWish(typed)).toBeUndefined()
})

test.each([
  ['22:00-07:00', '22:00', '07:00'],
  ['22-7', '22:00', '07:00'],
  ['from 22 to 7', '22:00', '07:00'],
  ['10pm – 6:30am', '22:00', '06:30'],
  ['between 13 and 15', '13:00', '15:00'],
  ['22 עד 7', '22:00', '07:00'],
  ['midnight to 7', '00:00', '07:00'],
  ['10 בלילה עד שבע וחצי', '22:00', '07:30'],
  ['מ-22:00 עד 6:30', '22:00', '06:30'],
])('%s are quiet hours', (typed, from, to) => {
  expect(readQuietHours(typed)).toEqual({ from, to })
})

test.each(['22', '22-', '22-22:00', '22-25', '1-2-3', 'at night'])('%s are no quiet hours', (typed) => {
  expect(readQuietHours(typed)).toBeUndefined()
})

const minutes = fc.integer({ min: 0, max: 1439 })
const clock = (minute: number) => shiftHour('00:00', minute)

test('any hour that a clock shows is read, however it is written', () => {
  fc.assert(
    fc.property(minutes, fc.constantFrom('', 'at ', 'בשעה '), fc.boolean(), (minute, lead, isShort) => {
      const hour = clock(minute)
      expect(readHour(`${lead}${isShort ? hour.replace(/^0/, '') : hour}`)).toBe(hour)
    }),
  )
})

test('two hours make quiet hours, whatever stands between them', () => {
  const dash = fc.constantFrom('-', ' - ', '–', ' to ', ' until ', ' עד ')
  fc.assert(
    fc.property(minutes, minutes, dash, (from, to, sign) => {
      const hours = { from: clock(from), to: clock(to) }
      expect(readQuietHours(`${hours.from}${sign}${hours.to}`)).toEqual(from === to ? undefined : hours)
    }),
  )
})

test('any weekdays are read, in either language, with an hour or without', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 })
  const hour = fc.option(minutes.map(clock), { nil: undefined })
  fc.assert(
    fc.property(days, hour, fc.constantFrom('en', 'he'), (named, time, language) => {
      const names = named.map((day) => weekdayName(day, language)).join(', ')
      const weekdays = named.toSorted((a, b) => a - b)
      expect(readWish(time === undefined ? names : `${names} ${time}`)).toEqual(
        time === undefined ? { weekdays } : { weekdays, time },
      )
    }),
  )
})

test('whatever is typed, what is read is an hour of the clock and real days, or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d:. -]{0,8}(am|pm)?$/)), (typed) => {
      const wish = readWish(typed)
      expect(wish?.time ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
      expect((wish?.weekdays ?? [0]).every((day) => day >= 0 && day <= 6)).toBe(true)
      expect(wish).not.toEqual({})
    }),
  )
})

test('there and back on the clock is the same hour', () => {
  fc.assert(
    fc.property(minutes, fc.integer({ min: -3000, max: 3000 }), (minute, by) => {
      expect(shiftHour(shiftHour(clock(minute), by), -by)).toBe(clock(minute))
    }),
  )
})

test('hours in words are the hours in figures, alone and behind days', () => {
  const hebrew = [
    'אחת',
    'שתיים',
    'שלוש',
    'ארבע',
    'חמש',
    'שש',
    'שבע',
    'שמונה',
    'תשע',
    'עשר',
    'אחת עשרה',
    'שתים עשרה',
  ]
  const english = [
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ]
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom([0, ''], [15, 'ורבע'], [30, 'וחצי']),
      fc.constantFrom('', 'בשעה '),
      fc.boolean(),
      (hour, [minute, behind], lead, isFigure) => {
        const time = clock(hour * 60 + minute)
        const said = `${lead}${isFigure ? hour : hebrew[hour - 1]} ${behind}`.trim()
        expect(readHour(said)).toBe(time)
        expect(readWish(`א-ה ${said}`)).toEqual({ weekdays: [0, 1, 2, 3, 6], time })
        expect(readHour(`half past ${english[hour - 1]}`)).toBe(clock(hour * 60 + 30))
      },
    ),
  )
})
