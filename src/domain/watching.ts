import { localDate, localTime } from './localTime.ts'

/** What a look at the whole house saw. */
export interface Seen {
  /** Updates set aside since the last look. */
  failedUpdates: number
  /** Deliveries to people who can be reached that ended badly since the last look. */
  uncertain: number
  failed: number
  stale: number
  /** How old the newest backup is; null: there is none. */
  backupMinutes: number | null
  isBackupDamaged: boolean
  /** Rows in the backup that point nowhere. */
  rowsPointingNowhere: number
  /** Of the fullest disk that we write to, 0–100. */
  freePercent: number
  /** Kept files whose rows are there and they are not. */
  missingFiles: number
}

export const findingKinds = [
  'failedUpdates',
  'uncertain',
  'failed',
  'stale',
  'noBackup',
  'oldBackup',
  'damagedBackup',
  'rowsPointingNowhere',
  'diskFull',
  'missingFiles',
] as const

/** Something that a person should look at: how many, how many hours, or how many per cent are free. */
export interface Finding {
  kind: (typeof findingKinds)[number]
  count: number
}

const oldBackupMinutes = 120
const leastFreePercent = 15

/** What of it is wrong; nothing where all is well. */
export function findingsOf(seen: Seen): Finding[] {
  const { backupMinutes, freePercent } = seen
  const counted = (['failedUpdates', 'uncertain', 'failed', 'stale'] as const).map((kind) => ({
    kind,
    count: seen[kind],
  }))
  const age: Finding =
    backupMinutes === null
      ? { kind: 'noBackup', count: 1 }
      : { kind: 'oldBackup', count: backupMinutes > oldBackupMinutes ? Math.floor(backupMinutes / 60) : 0 }
  const found: Finding[] = [
    ...counted,
    age,
    { kind: 'damagedBackup', count: Number(seen.isBackupDamaged) },
    { kind: 'rowsPointingNowhere', count: seen.rowsPointingNowhere },
    { kind: 'missingFiles', count: seen.missingFiles },
  ]
  const wrong = found.filter(({ count }) => count > 0)
  return freePercent < leastFreePercent
    ? [...wrong, { kind: 'diskFull', count: Math.floor(freePercent) }]
    : wrong
}

/** Nobody is woken by it. */
const selfCheckTime = '08:00'

/** Once a local day, from eight o'clock: by when it was last done, so that a day nobody rang is made up for. */
export function isSelfCheckDue(last: Date | undefined, now: Date, zone: string): boolean {
  if (last && localDate(last, zone) === localDate(now, zone)) return false
  return localTime(now, zone) >= selfCheckTime
}

/** What keeps the bot from working. */
export type Ailment = 'polling' | 'database' | 'inbox'

export interface Pulse {
  now: Date
  /** When Telegram last answered a poll; the start, before the first. */
  polledAt: Date
  /** Undefined: the database does not answer. */
  inbox: { oldestWaiting: Date | null } | undefined
}

/** A poll takes up to half a minute, and one that failed is followed by another within ten seconds. */
const polledWithinMs = 90_000
const waitedAtMostMs = 60_000

/** Why the bot should count as not working; nothing where it works. */
export function ailmentsOf({ now, polledAt, inbox }: Pulse): Ailment[] {
  const since = (at: Date) => now.getTime() - at.getTime()
  const ailments: Ailment[] = []
  if (since(polledAt) > polledWithinMs) ailments.push('polling')
  if (!inbox) ailments.push('database')
  if (inbox?.oldestWaiting && since(inbox.oldestWaiting) > waitedAtMostMs) ailments.push('inbox')
  return ailments
}
