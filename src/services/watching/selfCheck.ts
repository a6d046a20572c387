import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { MikroORM } from '@mikro-orm/sqlite'
import { dayMs } from '../../domain/localTime.ts'
import { type Finding, type Seen, findingsOf, isSelfCheckDue } from '../../domain/watching.ts'
import { formatTimestamp } from '../../entities/types.ts'
import type { Storage } from '../../storage/storage.ts'
import type { Defaults } from '../conversation.ts'
import { checkCopy } from '../database/backup.ts'
import { missingFiles } from '../files/sweep.ts'
import { readNote, writeNote } from '../notes.ts'
import { type Sql, inUnit } from '../unit.ts'
import type { Backups } from './backups.ts'
import { tellFindings } from './telling.ts'

export interface SelfCheckOptions {
  orm: MikroORM
  storage: Storage
  backups: Backups
  defaults: Defaults
  /** Folders we write to. */
  folders: readonly string[]
  /** What is free on the disk of a folder, 0–100. */
  freePercent?(folder: string): Promise<number>
}

const key = 'self_check'

/**
 * The daily look at everything, if it is due: what is wrong is owed to the admins, and that it was done is noted, in
 * one commit. Answers what was found; undefined where it was not due.
 */
export async function selfCheck(options: SelfCheckOptions, now: Date): Promise<Finding[] | undefined> {
  const { orm, defaults } = options
  const noted = await inUnit(orm, 'selfCheck.last', ({ sql }) => readNote(sql, key))
  const last = noted === undefined ? undefined : new Date(noted)
  if (!isSelfCheckDue(last, now, defaults.timeZone)) return undefined
  const since = last && last < now ? last : new Date(now.getTime() - dayMs)
  const findings = findingsOf(await look(options, since, now))
  await inUnit(orm, 'selfCheck.done', async (unit) => {
    await writeNote(unit.sql, key, now.toISOString())
    if (findings.length > 0) await tellFindings(unit, defaults, findings, now)
  })
  return findings
}

async function look(options: SelfCheckOptions, since: Date, now: Date): Promise<Seen> {
  const { orm, storage, backups, folders, freePercent = freeOn } = options
  const { files, thumbnails } = await missingFiles(orm, storage)
  const age = backups.ageSeconds(now)
  return {
    ...(await inUnit(orm, 'selfCheck.ended', ({ sql }) => endedBadly(sql, since, now))),
    ...(await readBackup(backups)),
    backupMinutes: age === null ? null : age / 60,
    freePercent: Math.min(...(await Promise.all(folders.map((folder) => freePercent(folder))))),
    missingFiles: files.length + thumbnails.length,
  }
}

/** Read from the copy: the live file is not kept waiting. */
async function readBackup(backups: Backups): Promise<Pick<Seen, 'isBackupDamaged' | 'rowsPointingNowhere'>> {
  const newest = backups.newest()
  if (!newest) return { isBackupDamaged: false, rowsPointingNowhere: 0 }
  try {
    const { foreignKeyProblems } = await checkCopy(newest.path, backups.signal)
    return { isBackupDamaged: false, rowsPointingNowhere: foreignKeyProblems }
  } catch (error) {
    if (backups.isStopped) throw error
    return { isBackupDamaged: true, rowsPointingNowhere: 0 }
  }
}

async function endedBadly(
  sql: Sql,
  since: Date,
  now: Date,
): Promise<Pick<Seen, 'failedUpdates' | 'uncertain' | 'failed' | 'stale'>> {
  const [from, to] = [formatTimestamp(since), formatTimestamp(now)]
  const updates = await sql
    .selectFrom('inbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('status', '=', 'failed')
    .where('done_at', '>=', from)
    .where('done_at', '<', to)
    .executeTakeFirstOrThrow()
  // What is not sent to somebody who blocked the bot is nothing that anybody could mend.
  const deliveries = await sql
    .selectFrom('deliveries as d')
    .innerJoin('telegram_accounts as a', 'a.user_id', 'd.recipient_id')
    .innerJoin('users as u', 'u.id', 'd.recipient_id')
    .select((eb) => ['d.state', eb.fn.count<number>('d.id').distinct().as('count')])
    .where('d.state', 'in', ['uncertain', 'failed', 'stale'])
    .where('d.updated_at', '>=', from)
    .where('d.updated_at', '<', to)
    // A nudge that quiet hours dropped was in time.
    .where((eb) => eb.or([eb('d.state', '!=', 'stale'), eb('d.updated_at', '>=', eb.ref('d.expires_at'))]))
    .where('a.chat_state', '=', 'reachable')
    .where('u.is_active', '=', 1)
    .groupBy('d.state')
    .execute()
  const countOf = (state: string) => deliveries.find((row) => row.state === state)?.count ?? 0
  return {
    failedUpdates: updates.count,
    uncertain: countOf('uncertain'),
    failed: countOf('failed'),
    stale: countOf('stale'),
  }
}

/** A folder that is not there yet is to be made on the disk of the one above it. */
async function freeOn(folder: string): Promise<number> {
  const path = resolve(folder)
  if (!existsSync(path) && path !== dirname(path)) return freeOn(dirname(path))
  const { bavail, blocks } = await statfs(path)
  return blocks === 0 ? 100 : (bavail / blocks) * 100
}
