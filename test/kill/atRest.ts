import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { Simulator } from '../../src/simulator/simulator.ts'

const openText = `select
  (select count(*) from inbox where status <> 'done') as updates,
  (select count(*) from conversations where owed is not null) as answers,
  (select count(*) from deliveries where state = 'sending' or (state = 'due' and due_at <= ?)) as deliveries`

/** Waits until nothing is left to be done. Throws with what is left after half a minute. */
export async function atRest(path: string, simulator: Simulator): Promise<void> {
  let left = ''
  for (let tries = 0; tries < 150; tries++) {
    const database = new Database(path, { readonly: true })
    const now = new Date().toISOString().replace('T', ' ')
    const counts = database.prepare<[string], Record<string, number>>(openText).get(now) ?? {}
    database.close()
    const open = { ...counts, unconfirmed: simulator.waiting.length }
    if (Object.values(open).every((count) => count === 0)) return
    left = JSON.stringify(open)
    await pause(200)
  }
  throw new Error(`Not at rest: ${left}`)
}
