import fc from 'fast-check'
import { expect, test } from 'vitest'
import { briefOf } from '../../../src/domain/attention/brief.ts'
import { ranked } from '../../../src/domain/attention/ranking.ts'
import type { Reason, ReasonKind } from '../../../src/domain/attention/reasons.ts'

const at = new Date('2026-11-20T12:00:00Z')
const some: Reason[] = [
  { kind: 'letter', letter: 1, at },
  { kind: 'photos', count: 2, at },
  { kind: 'planEnds', date: '2026-11-27', at: null },
  { kind: 'silent', days: 5, at },
]
const clients = fc
  .array(fc.subarray(some, { minLength: 1 }), { maxLength: 30 })
  .map((all) => all.map((reasons, userId) => ({ userId, name: `Anna ${userId}`, reasons })))
const news = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 99 }),
    client: fc.integer({ min: 0, max: 32 }),
    reason: fc.constantFrom<ReasonKind>('planEnds', 'silent'),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
)

test('the first eight have rows, and whoever there is news of; what is told is named, and nothing else counts as told', () => {
  fc.assert(
    fc.property(clients, news, (all, waiting) => {
      const needing = ranked(all, 'en')
      const { rows, more, told } = briefOf(needing, waiting)
      expect(rows.slice(0, 8).map(({ userId }) => userId)).toEqual(
        needing.slice(0, 8).map(({ userId }) => userId),
      )
      expect(rows.length + more).toBe(needing.length)
      expect(rows.length).toBeLessThanOrEqual(14)
      const names = ({ client, reason }: (typeof waiting)[number]) =>
        rows.some(({ userId, named, reasons }) => {
          const has = reasons.some(({ kind }) => kind === reason)
          return userId === client && named.has(reason) && has
        })
      expect(waiting.filter(names).map(({ id }) => id)).toEqual(
        waiting.filter(({ id }) => told.includes(id)).map(({ id }) => id),
      )
      const isTrue = ({ client, reason }: (typeof waiting)[number]) =>
        all[client]?.reasons.some(({ kind }) => kind === reason) ?? false
      expect(rows.length === 14 || told.length === waiting.filter(isTrue).length).toBe(true)
    }),
  )
})
