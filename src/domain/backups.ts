import { mondayOf } from './localTime.ts'

/** How many are kept: the newest of each of so many hours, days and weeks that have any, all in UTC. */
export const kept = { hours: 24, days: 7, weeks: 4 } as const

const ended = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.sqlite(\.unfinished(?:-journal)?)?$/

/** A file of ours in the folder for backups. */
export interface BackupFile {
  name: string
  /** To the second. */
  at: Date
  /** False: what a backup that was cut short left behind. */
  isWhole: boolean
}

/** What the backups of one bot's database are called: `spotter-BOT-20261123T073000Z.sqlite`, in UTC. */
export function backupName(botId: number, at: Date): string {
  return `spotter-${botId}-${at.toISOString().replace(/[-:]|\.\d+/g, '')}.sqlite`
}

/** Reads a name; undefined for whatever is no backup of this bot's. */
export function readBackupName(botId: number, name: string): BackupFile | undefined {
  const prefix = `spotter-${botId}-`
  const [, year, month, day, hour, minute, second, rest] =
    (name.startsWith(prefix) && ended.exec(name.slice(prefix.length))) || []
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  const isOurs = !Number.isNaN(at.getTime()) && name.startsWith(backupName(botId, at))
  return isOurs ? { name, at, isWhole: rest === undefined } : undefined
}

function newestOfEach(newestFirst: readonly Date[], most: number, bucketOf: (at: Date) => string): Date[] {
  const buckets = new Map<string, Date>()
  for (const at of newestFirst) {
    const bucket = bucketOf(at)
    if (!buckets.has(bucket)) buckets.set(bucket, at)
  }
  return [...buckets.values()].slice(0, most)
}

/**
 * Which backups go. What stays depends on the backups alone, not on the clock: where none were made for a month, the
 * last ones are still there. The newest always stays.
 */
export function outlived<B extends { at: Date }>(backups: readonly B[]): B[] {
  const newestFirst = backups.map(({ at }) => at).sort((a, b) => b.getTime() - a.getTime())
  const date = (at: Date) => at.toISOString().slice(0, 10)
  const staying = new Set(
    [
      newestOfEach(newestFirst, kept.hours, (at) => at.toISOString().slice(0, 13)),
      newestOfEach(newestFirst, kept.days, date),
      newestOfEach(newestFirst, kept.weeks, (at) => mondayOf(date(at))),
    ]
      .flat()
      .map((at) => at.getTime()),
  )
  return backups.filter(({ at }) => !staying.has(at.getTime()))
}

/** Two rings of the hour are never as close as this. */
const betweenMs = 55 * 60_000

/** Whether it is time for the next one: an hour after the last, or where the last is from the future. */
export function isBackupDue(newest: Date | undefined, now: Date): boolean {
  return newest === undefined || newest > now || now.getTime() - newest.getTime() >= betweenMs
}
