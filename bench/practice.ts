import Database from 'better-sqlite3'
import { copyFileSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../src/services/database/migrate.ts'
import { openDatabase } from '../src/services/database/open.ts'
import { seedExercises } from '../src/services/exercises/seed.ts'
import { addJoined } from '../src/services/practice.ts'
import { inUnit } from '../src/services/unit.ts'

const clientsInPractice = 40
const exercises = 5
const setsPerExercise = 4
/** What every set of the open workouts asks for. */
export const setOfPlan = { reps: 8, seconds: null, weight: 60 }
const firstTelegramId = 8_000_001

/** A tap that logs the next set of somebody's workout. */
export interface Tap {
  telegramId: number
  itemId: number
  setNumber: number
}

const stamp = (at: Date) => `${at.toISOString().replace('T', ' ').slice(0, 23)}000`

/** Earlier workouts of the same clients over the past year, `sets` sets in all: five exercises of four sets a workout. */
function pastSets(db: Database.Database, sets: number): void {
  const clients = db
    .prepare(`select id from users where role = 'client' order by id`)
    .pluck()
    .all() as number[]
  const lifts = db.prepare('select id from exercises order by id limit 30').pluck().all() as number[]
  const workout = db.prepare(
    `insert into workouts (client_id, name, local_date, state, started_at, finished_at, created_at)
     values (?, 'Upper', ?, 'finished', ?, ?, ?)`,
  )
  const item = db.prepare(
    `insert into workout_items (workout_id, position, exercise_id, sets, reps, weight, status)
     values (?, ?, ?, ${setsPerExercise}, '8', 60, 'done')`,
  )
  const completion = db.prepare(
    `insert into exercise_completions (client_id, exercise_id, workout_id, workout_item_id, completed_at, actual_sets,
       actual_reps, weight_used) values (?, ?, ?, ?, ?, ${setsPerExercise}, '8,8,8,8', 60)`,
  )
  const set = db.prepare(
    `insert into set_logs (exercise_completion_id, client_id, set_number, reps, weight, source, performed_at, created_at, updated_at)
     values (?, ?, ?, 8, 60, 'tap', ?, ?, ?)`,
  )
  const year = 365 * 86_400_000
  const begin = Date.now() - year
  const workouts = Math.ceil(sets / (exercises * setsPerExercise))
  db.transaction(() => {
    for (let n = 0; n < workouts; n++) {
      const client = clients[n % clients.length]
      const at = stamp(new Date(begin + Math.floor((n / workouts) * (year - 86_400_000))))
      const { lastInsertRowid: workoutId } = workout.run(client, at.slice(0, 10), at, at, at)
      for (let position = 0; position < exercises; position++) {
        const lift = lifts[(Math.floor(n / clients.length) * exercises + position) % lifts.length]
        const { lastInsertRowid: itemId } = item.run(workoutId, position, lift)
        const { lastInsertRowid: id } = completion.run(client, lift, workoutId, itemId, at)
        for (let number = 1; number <= setsPerExercise; number++) set.run(id, client, number, at, at, at)
      }
    }
  })()
}

/** Everybody stands before the first set of a workout of five lifts, their card in the chat. */
function openWorkouts(db: Database.Database): void {
  const at = stamp(new Date())
  const clients = db
    .prepare(`select id from users where role = 'client' order by id`)
    .pluck()
    .all() as number[]
  const lifts = db.prepare('select id from exercises order by id limit ?').pluck().all(exercises) as number[]
  const workout = db.prepare(
    `insert into workouts (client_id, name, local_date, state, started_at, position, created_at)
     values (?, 'Upper', ?, 'running', ?, 0, ?)`,
  )
  const item = db.prepare(
    `insert into workout_items (workout_id, position, exercise_id, sets, reps, weight, rest_time, status)
     values (?, ?, ?, ?, '8', 60, 90, 'open')`,
  )
  db.transaction(() => {
    for (const client of clients) {
      const { lastInsertRowid: id } = workout.run(client, at.slice(0, 10), at, at)
      for (const [position, lift] of lifts.entries()) item.run(id, position, lift, setsPerExercise)
    }
    db.prepare(
      `update conversations set scene = 'workout', step = 'card', state = '{}', version = 1, card_message_id = 1,
         card_live = 1 where telegram_id > ?`,
    ).run(firstTelegramId - 1)
  })()
}

/** The taps that log every open set, one client after another, so that cards differ from turn to turn. */
export function tapsOf(path: string): Tap[] {
  const db = new Database(path, { readonly: true })
  const rows = db
    .prepare(
      `select a.telegram_id as telegramId, i.id as itemId, i.sets from workout_items i
       join workouts w on w.id = i.workout_id join telegram_accounts a on a.user_id = w.client_id
       where w.state = 'running' order by i.position, a.telegram_id`,
    )
    .all() as { telegramId: number; itemId: number; sets: number }[]
  db.close()
  return Array.from({ length: setsPerExercise }, (_, index) => index + 1).flatMap((setNumber) =>
    rows.map(({ telegramId, itemId }) => ({ telegramId, itemId, setNumber })),
  )
}

const made = new Map<number, string>()

/** A file of its own with a practice of forty clients who have logged `sets` sets before, and stand in a workout. */
export async function practiceFile(sets: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-bench-'))
  const path = join(folder, 'practice.sqlite')
  const template = made.get(sets)
  if (template !== undefined && existsSync(template)) {
    copyFileSync(template, path)
    return path
  }
  const now = new Date()
  const orm = await openDatabase({ url: `sqlite:${path}` })
  await migrate(orm, { now })
  await seedExercises(orm, now)
  await inUnit(orm, 'bench', async ({ sql }) => {
    const trainer = {
      telegramId: firstTelegramId - 1,
      firstName: 'Dana',
      username: 'dana',
      role: 'trainer',
    } as const
    const trainerId = await addJoined(sql, trainer, now)
    for (let n = 0; n < clientsInPractice; n++)
      await addJoined(
        sql,
        {
          telegramId: firstTelegramId + n,
          firstName: 'Anna',
          username: `anna${n}`,
          role: 'client',
          trainerId,
        },
        now,
      )
  })
  await orm.close()
  const db = new Database(path)
  db.pragma('journal_mode = wal')
  pastSets(db, sets)
  openWorkouts(db)
  db.exec('analyze')
  db.pragma('wal_checkpoint(truncate)')
  db.close()
  const kept = join(folder, 'template.sqlite')
  copyFileSync(path, kept)
  made.set(sets, kept)
  return path
}
