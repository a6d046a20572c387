import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openDatabase } from '../src/services/database/open.ts'
import { planAll } from '../src/services/reminders/planning.ts'
import { clientsFile } from './clients.ts'

/** One more day of reminders for everybody. */
export interface Planned {
  seconds: number
  /** The same rows written by bare better-sqlite3, in one transaction. */
  bareSeconds: number
  rows: number
  /** ms the process stood still at the longest. */
  blockedMs: number
}

/** Writes the rows of a day anew into a table like theirs. */
function writeBare(path: string, date: string): number {
  const db = new Database(path)
  db.pragma('synchronous = full')
  db.exec('create table bare as select * from deliveries where 0')
  db.exec('create unique index bare_key on bare (dedupe_key); create index bare_due on bare (state, due_at)')
  db.exec('create index bare_who on bare (recipient_id)')
  const rows = db.prepare('select * from deliveries where local_date = ?').all(date) as Record<
    string,
    unknown
  >[]
  const [first] = rows
  if (!first) throw new Error(`nothing was made for ${date}`)
  const columns = Object.keys(first)
  const insert = db.prepare(`insert into bare values (${columns.map((name) => `@${name}`).join(', ')})`)
  const started = performance.now()
  db.transaction(() => {
    for (const row of rows) insert.run(row)
  })()
  const seconds = (performance.now() - started) / 1000
  db.close()
  return seconds
}

/** Plans a day for this many clients whose days before are planned already. */
export async function planDay(clients: number): Promise<Planned> {
  const path = await clientsFile(clients)
  const orm = await openDatabase({ url: `sqlite:${path}` })
  try {
    const now = new Date('2026-12-01T10:30:00Z')
    await planAll(orm, now, 'UTC')
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const started = performance.now()
    await planAll(orm, new Date(now.getTime() + 86_400_000), 'UTC')
    const seconds = (performance.now() - started) / 1000
    delay.disable()
    const db = new Database(path, { readonly: true })
    const rows = Number(
      db.prepare(`select count(*) from deliveries where local_date = '2026-12-03'`).pluck().get(),
    )
    db.close()
    return { seconds, rows, blockedMs: delay.max / 1e6, bareSeconds: writeBare(path, '2026-12-03') }
  } finally {
    await orm.close()
    rmSync(dirname(path), { recursive: true, force: true })
  }
}
