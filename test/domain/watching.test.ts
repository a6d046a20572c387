import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Seen, ailmentsOf, findingKinds, findingsOf, isSelfCheckDue } from '../../src/domain/watching.ts'

const fine: Seen = {
  failedUpdates: 0,
  uncertain: 0,
  failed: 0,
  stale: 0,
  backupMinutes: 59,
  isBackupDamaged: false,
  rowsPointingNowhere: 0,
  freePercent: 15,
  missingFiles: 0,
}

test('where all is well nothing is found', () => {
  expect(findingsOf(fine)).toEqual([])
  expect(findingsOf({ ...fine, backupMinutes: 120 })).toEqual([])
})

test('each thing that can be wrong is found, with how much, and nothing else', () => {
  const found = (wrong: Partial<Seen>) => findingsOf({ ...fine, ...wrong })
  expect(found({ failedUpdates: 3 })).toEqual([{ kind: 'failedUpdates', count: 3 }])
  expect(found({ uncertain: 1, failed: 2, stale: 4 })).toEqual([
    { kind: 'uncertain', count: 1 },
    { kind: 'failed', count: 2 },
    { kind: 'stale', count: 4 },
  ])
  expect(found({ backupMinutes: null })).toEqual([{ kind: 'noBackup', count: 1 }])
  expect(found({ backupMinutes: 121 })).toEqual([{ kind: 'oldBackup', count: 2 }])
  expect(found({ isBackupDamaged: true })).toEqual([{ kind: 'damagedBackup', count: 1 }])
  expect(found({ rowsPointingNowhere: 7 })).toEqual([{ kind: 'rowsPointingNowhere', count: 7 }])
  expect(found({ missingFiles: 2 })).toEqual([{ kind: 'missingFiles', count: 2 }])
  expect(found({ freePercent: 14.9 })).toEqual([{ kind: 'diskFull', count: 14 }])
  expect(found({ freePercent: 0 })).toEqual([{ kind: 'diskFull', count: 0 }])
})

test('nothing is found twice, and only what there are words for', () => {
  const count = fc.nat(1000)
  const seen: fc.Arbitrary<Seen> = fc.record({
    failedUpdates: count,
    uncertain: count,
    failed: count,
    stale: count,
    backupMinutes: fc.option(fc.double({ min: 0, max: 1e5, noNaN: true })),
    isBackupDamaged: fc.boolean(),
    rowsPointingNowhere: count,
    freePercent: fc.double({ min: 0, max: 100, noNaN: true }),
    missingFiles: count,
  })
  fc.assert(
    fc.property(seen, (one) => {
      const kinds = findingsOf(one).map(({ kind }) => kind)
      expect(new Set(kinds).size).toBe(kinds.length)
      expect(kinds.filter((kind) => !findingKinds.includes(kind))).toEqual([])
      expect(findingsOf(one).every((finding) => Number.isInteger(finding.count))).toBe(true)
    }),
  )
})

test('the daily look is due from eight, once a local day, however long nobody rang', () => {
  const zone = 'Asia/Jerusalem' // two hours ahead in November
  const due = (last: string | undefined, now: string) =>
    isSelfCheckDue(last === undefined ? undefined : new Date(last), new Date(now), zone)
  expect(due(undefined, '2026-11-23T05:59:00Z')).toBe(false)
  expect(due(undefined, '2026-11-23T06:00:00Z')).toBe(true)
  expect(due('2026-11-22T06:17:00Z', '2026-11-23T05:17:00Z')).toBe(false)
  expect(due('2026-11-22T06:17:00Z', '2026-11-23T06:17:00Z')).toBe(true)
  expect(due('2026-11-23T06:17:00Z', '2026-11-23T21:17:00Z')).toBe(false)
  expect(due('2026-11-02T06:17:00Z', '2026-11-23T21:17:00Z')).toBe(true)
  // The clock was wrong once, and is right again.
  expect(due('2027-01-01T06:17:00Z', '2026-11-23T07:17:00Z')).toBe(true)
})

test('rung every hour for weeks, it is done once on every local day, clock changes included', () => {
  const zones = fc.constantFrom('UTC', 'Asia/Jerusalem', 'America/New_York', 'Pacific/Auckland')
  fc.assert(
    fc.property(zones, fc.integer({ min: 0, max: 365 * 24 }), (zone, offset) => {
      const start = Date.parse('2026-01-01T00:17:00Z') + offset * 3_600_000
      const days: string[] = []
      let last: Date | undefined
      for (let hour = 0; hour < 21 * 24; hour++) {
        const now = new Date(start + hour * 3_600_000)
        if (!isSelfCheckDue(last, now, zone)) continue
        last = now
        days.push(now.toLocaleDateString('sv', { timeZone: zone }))
      }
      expect(new Set(days).size).toBe(days.length)
      expect(days.length).toBeGreaterThanOrEqual(20)
    }),
    { numRuns: 20 },
  )
})

test('what keeps the bot from working is named, all of it at once', () => {
  const now = new Date('2026-11-23T07:30:00Z')
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
  const inbox = { oldestWaiting: null }
  expect(ailmentsOf({ now, polledAt: ago(90), inbox })).toEqual([])
  expect(ailmentsOf({ now, polledAt: ago(91), inbox })).toEqual(['polling'])
  expect(ailmentsOf({ now, polledAt: ago(0), inbox: undefined })).toEqual(['database'])
  expect(ailmentsOf({ now, polledAt: ago(0), inbox: { oldestWaiting: ago(60) } })).toEqual([])
  expect(ailmentsOf({ now, polledAt: ago(600), inbox: { oldestWaiting: ago(61) } })).toEqual([
    'polling',
    'inbox',
  ])
})
