import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupName, isBackupDue, kept, outlived, readBackupName } from '../../src/domain/backups.ts'
import { mondayOf } from '../../src/domain/localTime.ts'

const hourMs = 3_600_000
const start = Date.parse('2026-11-23T07:17:00Z')
const moments = fc
  .uniqueArray(fc.integer({ min: 0, max: 120 * 24 * 60 }), { minLength: 1, maxLength: 200 })
  .map((minutes) => minutes.map((minute) => ({ at: new Date(start + minute * 60_000) })))

const newest = (backups: { at: Date }[]) => Math.max(...backups.map(({ at }) => at.getTime()))

test('the newest is never among those that go, and what stays would stay again', () => {
  fc.assert(
    fc.property(moments, (backups) => {
      const gone = new Set(outlived(backups))
      const left = backups.filter((backup) => !gone.has(backup))
      expect(newest(left)).toBe(newest(backups))
      expect(outlived(left)).toEqual([])
      expect(left.length).toBeLessThanOrEqual(kept.hours + kept.days + kept.weeks)
    }),
  )
})

test('rotated after every backup, whatever the gaps, each recent hour, day and week that had one still has one', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 400 })
  fc.assert(
    fc.property(gaps, (hours) => {
      let at = start
      const made: Date[] = []
      let there: { at: Date }[] = []
      for (const gap of hours) {
        at += gap * hourMs
        made.push(new Date(at))
        there.push({ at: new Date(at) })
        const gone = new Set(outlived(there))
        there = there.filter((backup) => !gone.has(backup))
      }
      const date = (moment: Date) => moment.toISOString().slice(0, 10)
      const buckets = [
        { most: kept.hours, of: (moment: Date) => moment.toISOString().slice(0, 13) },
        { most: kept.days, of: date },
        { most: kept.weeks, of: (moment: Date) => mondayOf(date(moment)) },
      ]
      for (const { most, of } of buckets) {
        const wanted = [...new Set(made.map(of))].slice(-most)
        const found = new Set(there.map((backup) => of(backup.at)))
        expect(wanted.filter((bucket) => !found.has(bucket))).toEqual([])
      }
    }),
  )
})

test('a month of hours leaves a day of hours, a week of days and a month of weeks', () => {
  const backups = Array.from({ length: 30 * 24 }, (_, hour) => ({ at: new Date(start + hour * hourMs) }))
  const gone = new Set(outlived(backups))
  const left = backups.filter((backup) => !gone.has(backup)).map(({ at }) => at.toISOString().slice(5, 13))
  expect(left).toEqual([
    '12-06T23',
    '12-13T23',
    '12-17T23',
    '12-18T23',
    '12-19T23',
    '12-20T23',
    '12-21T23',
    ...Array.from({ length: 24 }, (_, hour) =>
      new Date(start + (29 * 24 + hour) * hourMs).toISOString().slice(5, 13),
    ),
  ])
})

test('only names of this bot’s backups are read, and they are read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 10 }), fc.integer({ min: 0, max: 4e9 }), (bot, seconds) => {
      const at = new Date(seconds * 1000)
      const name = backupName(bot, at)
      expect(readBackupName(bot, name)).toEqual({ name, at, isWhole: true })
      expect(readBackupName(bot, `${name}.unfinished`)).toMatchObject({ at, isWhole: false })
      expect(readBackupName(bot + 1, name)).toBeUndefined()
    }),
  )
  const others = [
    'spotter.sqlite',
    'spotter-42.sqlite',
    'spotter-42-20261123T073000Z.sqlite.gz',
    'spotter-42-20261323T073000Z.sqlite',
    'spotter-42-20261131T073000Z.sqlite',
    'my-spotter-42-20261123T073000Z.sqlite',
    'spotter-42-20261123T073000Z.sqlite-wal',
    'spotter-421-20261123T073000Z.sqlite',
  ]
  expect(others.flatMap((name) => readBackupName(42, name) ?? [])).toEqual([])
  fc.assert(fc.property(fc.string(), (name) => readBackupName(42, name) === undefined))
})

test('the next is due an hour after the last, and at once where there is none or the clock was wrong', () => {
  const now = new Date(start)
  const ago = (minutes: number) => new Date(start - minutes * 60_000)
  expect(
    [undefined, ago(60), ago(55), ago(54), ago(0), ago(-1)].map((last) => isBackupDue(last, now)),
  ).toEqual([true, true, true, false, false, true])
})
