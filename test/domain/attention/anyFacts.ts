import fc from 'fast-check'
import type { Facts } from '../../../src/domain/attention/facts.ts'
import { calm, daysLike } from './facts.ts'

const moment = fc.date({
  min: new Date('2026-10-01T00:00:00Z'),
  max: new Date('2026-11-26T12:00:00Z'),
  noInvalidDate: true,
})
const nothing = fc.constant(null)

/** Any facts at all, most of them a reason. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  now: fc.constant(calm.now),
  today: fc.constant(calm.today),
  timeZone: fc.constantFrom('Asia/Tokyo', 'America/New_York'),
  isActive: fc.boolean(),
  joinedAt: fc.oneof(nothing, moment),
  actedAt: fc.oneof(nothing, moment),
  loggedAt: fc.oneof(nothing, moment),
  trainedOn: fc.oneof(nothing, fc.constantFrom('2026-10-20', '2026-11-16', '2026-11-26')),
  idleDays: fc.nat({ max: 28 }),
  photos: fc.oneof(nothing, fc.record({ count: fc.integer({ min: 1, max: 50 }), at: moment })),
  letter: fc.oneof(nothing, fc.record({ id: fc.nat(), at: moment })),
  checkIn: fc.oneof(nothing, fc.record({ entry: fc.nat(), at: moment })),
  days: fc.string({ unit: fc.constantFrom('d', 'p', 'm', 'r', 't'), maxLength: 20 }).map(daysLike),
  weighed: fc
    .array(fc.double({ min: 50, max: 150, noNaN: true }), { maxLength: 6 })
    .map((kgs) => kgs.map((kg, index) => ({ date: `2026-11-${String(20 + index)}`, kg }))),
  running: fc.array(fc.oneof(nothing, fc.constantFrom('2026-11-26', '2026-11-28', '2026-12-20')), {
    maxLength: 3,
  }),
  isMoreComing: fc.boolean(),
  wasPlanned: fc.boolean(),
  hasMeals: fc.boolean(),
  mealsEnd: fc.oneof(nothing, fc.constantFrom('2026-11-20', '2026-11-26', '2026-12-02', '2026-12-20')),
  checkIns: fc.record({
    wish: fc.constantFrom(
      undefined,
      { isOn: false, time: null, weekdays: null },
      { isOn: true, time: null, weekdays: [2] },
    ),
    last: fc.oneof(nothing, fc.constantFrom('2026-11-10', '2026-11-22')),
  }),
  pauses: fc.array(
    fc.record({
      kind: fc.constantFrom('workout', 'meal', 'missed', 'checkIn'),
      why: fc.constantFrom('busy', 'ill', 'travelling', 'fine'),
      until: fc.constantFrom('2026-11-20', '2026-11-26', '2026-12-01'),
    }),
    { maxLength: 3 },
  ),
  away: fc.constant([]),
  unanswered: fc.array(moment, { maxLength: 3 }),
})
