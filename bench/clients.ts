import Database from 'better-sqlite3'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../src/services/database/migrate.ts'
import { openDatabase } from '../src/services/database/open.ts'

const zones = ['Asia/Jerusalem', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'UTC']
const mealTimes = ['08:00', '13:00', '19:30']
export const firstClientId = 9_000_001

/** A file with a coach and this many clients, each with a plan of three days a week and three meals a day. `zone`: everybody's. */
export async function clientsFile(count: number, zone?: string): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'spotter-bench-')), 'clients.sqlite')
  const orm = await openDatabase({ url: `sqlite:${path}` })
  await migrate(orm, { now: new Date() })
  await orm.close()
  const db = new Database(path)
  db.pragma('journal_mode = wal')
  const user = db.prepare(
    'insert into users (id, username, full_name, role, trainer_id) values (?, ?, ?, ?, ?)',
  )
  const account = db.prepare(
    'insert into telegram_accounts (telegram_id, user_id, first_name) values (?, ?, ?)',
  )
  const settings = db.prepare('insert into user_settings (user_id, time_zone) values (?, ?)')
  const profile = db.prepare('insert into client_profiles (user_id, trainer_id) values (?, 1)')
  const plan = db.prepare(
    `insert into workout_plans (name, client_id, start_date) values ('Strength', ?, '2026-01-05')`,
  )
  const session = db.prepare(
    'insert into workout_sessions (workout_plan_id, name, day_of_week) values (?, ?, ?)',
  )
  const diet = db.prepare(`insert into nutrition_plans (name, client_id) values ('Cutting', ?)`)
  const meal = db.prepare(
    'insert into planned_meals (nutrition_plan_id, meal_type, time_of_day) values (?, ?, ?)',
  )
  db.transaction(() => {
    user.run(1, 'dana', 'Dana', 'trainer', null)
    account.run(firstClientId - 1, 1, 'Dana')
    for (let n = 0; n < count; n++) {
      const id = n + 2
      user.run(id, `client${n}`, `Client ${n}`, 'client', 1)
      account.run(firstClientId + n, id, `Client ${n}`)
      settings.run(id, zone ?? zones[n % zones.length])
      profile.run(id)
      const { lastInsertRowid: planId } = plan.run(id)
      for (const weekday of [0, 2, 4]) session.run(planId, `Day ${weekday}`, weekday)
      const { lastInsertRowid: dietId } = diet.run(id)
      for (const [index, type] of (['breakfast', 'lunch', 'dinner'] as const).entries())
        meal.run(dietId, type, mealTimes[index])
    }
  })()
  db.exec('analyze')
  db.pragma('wal_checkpoint(truncate)')
  db.close()
  return path
}
