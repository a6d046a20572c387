import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CompiledQuery } from 'kysely'
import { languageOf } from '../src/domain/language.ts'
import { findRanked } from '../src/services/attention/ranked.ts'
import { reachableActors } from '../src/services/conversation.ts'
import { houseConnection, openDatabase } from '../src/services/database/open.ts'
import type { Turn } from '../src/services/turn.ts'
import { inUnit } from '../src/services/unit.ts'
import { clientsFile } from './clients.ts'

/** `/clients` of a coach, as often as it was asked for. */
export interface Ranked {
  ms: number[]
  /** The same questions, and all they answer, by bare better-sqlite3. */
  bareMs: number[]
  statements: number
  clients: number
  /** Of them, those with something to be done. */
  needing: number
  /** Rows of what those clients logged. */
  logged: number
}

const now = new Date('2026-12-01T10:30:00Z')
const days = 180
const coachId = 1

/** Half a year of what everybody logged: weighed daily, trained three days a week, three meals a day; every fifth wrote. */
const pastText = `
  create temp table days as with recursive d (n) as (select 0 union all select n + 1 from d where n < ${days})
    select date('2026-12-01', '-' || n || ' days') as date, n from d;
  insert into weigh_ins (client_id, weight, recorded_at)
    select u.id, 80 + (u.id + n) % 7 * 0.2, date || ' 06:00:00.000000' from users u, days where u.role = 'client';
  insert into workouts (client_id, workout_session_id, name, local_date, state, started_at, finished_at)
    select p.client_id, s.id, s.name, date, 'finished', date || ' 17:00:00.000000', date || ' 18:00:00.000000'
    from workout_plans p join workout_sessions s on s.workout_plan_id = p.id
    join days on s.day_of_week = (strftime('%w', date) + 6) % 7 where (p.client_id + n) % 9 > 0;
  insert into workout_items (workout_id, position, exercise_id, sets, reps, weight, status)
    select id, 0, 1, 3, '8', 60, 'done' from workouts;
  insert into exercise_completions (client_id, exercise_id, workout_id, workout_item_id, completed_at, actual_sets)
    select w.client_id, 1, w.id, i.id, w.finished_at, 3 from workouts w join workout_items i on i.workout_id = w.id;
  insert into eaten_meals (client_id, local_date, name, status, calories, eaten_at)
    select u.id, date, 'Meal', 'eaten', 600, date || ' 12:00:00.000000' from users u, days, (values (1), (2), (3))
    where u.role = 'client';
  insert into notifications (sender_id, recipient_id, type, message, is_read, created_at)
    select u.id, u.trainer_id, 'message', 'Is that fine?', 1, date || ' 09:00:00.000000' from users u, days
    where u.role = 'client' and u.id % 5 = 0 and n % 7 = 3;
  drop table days`

/** Coaches of so many clients each; the first of them asks. */
async function coachesFile(coaches: number, each: number): Promise<string> {
  const path = await clientsFile(coaches * each)
  const db = new Database(path)
  const coach = db.prepare(`insert into users (username, full_name, role) values (?, ?, 'trainer')`)
  const give = db.prepare(
    `update users set trainer_id = ? where id in (select id from users where role = 'client' and trainer_id = 1 order by id desc limit ?)`,
  )
  db.exec(`insert into exercises (id, name) values (1, 'Squat')`)
  for (let n = 1; n < coaches; n++) give.run(coach.run(`coach${n}`, `Coach ${n}`).lastInsertRowid, each)
  db.exec(`begin; ${pastText}; commit; analyze`)
  db.pragma('wal_checkpoint(truncate)')
  db.close()
  return path
}

function askBare(path: string, questions: readonly CompiledQuery[], rounds: number): number[] {
  const db = new Database(path)
  const asked = questions.map(({ sql, parameters }) => ({ statement: db.prepare(sql), parameters }))
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now()
    for (const { statement, parameters } of asked) statement.all(parameters)
    return performance.now() - started
  })
  db.close()
  return times
}

/** Ranks a hundred clients with half a year behind them, among five hundred. */
export async function rank(rounds: number): Promise<Ranked> {
  const path = await coachesFile(5, 100)
  const orm = await openDatabase({ url: `sqlite:${path}` })
  try {
    const defaults = { timeZone: 'UTC', adminIds: new Set<number>(), languageOf }
    const actors = await inUnit(orm, 'bench', ({ sql }) => reachableActors(sql, defaults))
    const actor = actors.find(({ userId }) => userId === coachId)
    if (!actor) throw new Error('nobody coaches')
    const { patient } = houseConnection(orm)
    const run = patient.executeQuery.bind(patient)
    const questions: CompiledQuery[] = []
    const ms: number[] = []
    let clients = 0
    let needing = 0
    for (let round = 0; round <= rounds; round++) {
      if (round === 0)
        patient.executeQuery = async <R>(query: CompiledQuery) => {
          questions.push(query)
          return run<R>(query)
        }
      const started = performance.now()
      const found = await inUnit(orm, 'bench', (unit) =>
        findRanked({ ...unit, actor, now } satisfies Turn, null),
      )
      // The first round prepares its statements, as the bare one does beforehand.
      if (round > 0) ms.push(performance.now() - started)
      patient.executeQuery = run
      clients = found.length
      needing = found.filter(({ reasons }) => reasons.length > 0).length
    }
    const db = new Database(path, { readonly: true })
    const logged = ['weigh_ins', 'workouts', 'exercise_completions', 'eaten_meals'].reduce(
      (sum, table) =>
        sum +
        Number(
          db
            .prepare(
              `select count(*) from ${table} where client_id in (select id from users where trainer_id = ?)`,
            )
            .pluck()
            .get(coachId),
        ),
      0,
    )
    db.close()
    const bareMs = askBare(path, questions, rounds)
    return { ms, bareMs, statements: questions.length, clients, needing, logged }
  } finally {
    await orm.close()
    rmSync(dirname(path), { recursive: true, force: true })
  }
}
