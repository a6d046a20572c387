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
  { kind: 'noPlan', at: null },
  { kind: 'unanswered', at },
]
const clients = fc
  .array(fc.subarray(some, { minLength: 1 }), { maxLength: 30 })
  .map((all) => all.map((reasons, userId) => ({ userId, name: `Anna ${userId}`, reasons })))
const news = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 99 }),
    client: fc.integer({ min: 0, max: 32 }),
    reason: fc.constantFrom<ReasonKind>('planEnds', 'silent', 'unanswered'),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
)

const isLight = ({ reasons }: { reasons: readonly Reason[] }) =>
  reasons.length === 1 && ['noPlan', 'unanswered'].includes(reasons[0]?.kind ?? '')

test('the first eight have rows, and whoever there is news of; many with one light reason are a line; what is told is named', () => {
  fc.assert(
    fc.property(clients, news, (all, waiting) => {
      const needing = ranked(all, 'en')
      const { count, rows, alike, more, told } = briefOf(needing, waiting)
      const inLines = alike.reduce((sum, one) => sum + one.named.length + one.more, 0)
      expect(rows.length + more + inLines).toBe(needing.length)
      expect(count).toBe(needing.length)
      expect(rows.length).toBeLessThanOrEqual(14)
      for (const { reason, named, more: others } of alike) {
        expect(named.length + others).toBeGreaterThanOrEqual(3)
        for (const one of named) expect(one.reasons.map(({ kind }) => kind)).toEqual([reason])
        expect(needing.filter((one) => isLight(one) && one.reasons[0]?.kind === reason)).toHaveLength(
          named.length + others,
        )
      }
      const grouped = new Set<string>(alike.map(({ reason }) => reason))
      const single = needing.filter((one) => !isLight(one) || !grouped.has(one.reasons[0]?.kind ?? ''))
      expect(rows.slice(0, 8).map(({ userId }) => userId)).toEqual(
        single.slice(0, 8).map(({ userId }) => userId),
      )
      const named = new Map([
        ...rows.map(({ userId, named: kinds }) => [userId, [...kinds]] as const),
        ...alike.flatMap(({ reason, named: those }) =>
          those.map(({ userId }) => [userId, [reason]] as const),
        ),
      ])
      const names = ({ client, reason }: (typeof waiting)[number]) =>
        (all[client]?.reasons.some(({ kind }) => kind === reason) ?? false) &&
        (named.get(client)?.some((kind) => kind === reason) ?? false)
      expect(waiting.filter(names).map(({ id }) => id)).toEqual(
        waiting.filter(({ id }) => told.includes(id)).map(({ id }) => id),
      )
      const isTrue = ({ client, reason }: (typeof waiting)[number]) =>
        all[client]?.reasons.some(({ kind }) => kind === reason) ?? false
      const isFull = rows.length === 14 || alike.some((one) => one.named.length === 8)
      expect(isFull || told.length === waiting.filter(isTrue).length).toBe(true)
    }),
  )
})
