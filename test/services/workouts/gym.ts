import { beforeEach } from 'vitest'
import { addJoined } from '../../../src/services/practice.ts'
import type { Turn } from '../../../src/services/turn.ts'
import { inUnit } from '../../../src/services/unit.ts'
import { finishWorkout } from '../../../src/services/workouts/finish.ts'
import { type NewSet, logSets } from '../../../src/services/workouts/logSet.ts'
import { newestWorkout, startWorkout } from '../../../src/services/workouts/start.ts'
import { requireWalk } from '../../../src/services/workouts/walk.ts'
import { formatTimestamp } from '../../../src/entities/types.ts'
import { type Practice, anna, practice } from '../people/practice.ts'

type Sets = readonly NewSet[]

/** Ids of what stands in the practice: Dana coaches Anna, whose plan has one day of three exercises. */
export interface Gym extends Practice {
  anna: number
  plan: number
  day: number
  bench: number
  pullUp: number
  plank: number
  /** Runs a whole workout of Anna's: per exercise its sets, or null to leave it out; a minute passes for each set. */
  train(...exercises: (Sets | null)[]): Promise<number>
  /** What another program writes about one exercise. */
  writeByOthers(row: Record<string, unknown>): void
}

const day = `insert into workout_exercises (workout_session_id, exercise_id, "order", sets, reps, weight, rest_time)
  values (?, ?, ?, ?, ?, ?, 120) returning id`

export function gym(language: 'en' | 'he' = 'en', units: 'kg' | 'lb' = 'kg'): Gym {
  const made = practice() as Gym
  beforeEach(async () => {
    const { db, now } = made
    made.anna = await inUnit(db.orm, 'join', ({ sql }) =>
      addJoined(
        sql,
        {
          telegramId: anna.id,
          firstName: 'Anna',
          username: 'anna',
          role: 'client',
          trainerId: made.trainers.dana,
          timeZone: 'Asia/Jerusalem',
          language,
          units,
        },
        now,
      ),
    )
    const file = db.outsider()
    const insert = (sql: string, ...values: unknown[]) =>
      Number(file.prepare(sql).run(...values).lastInsertRowid)
    const exercise = (name: string) => insert(`insert into exercises (name) values (?)`, name)
    made.bench = exercise('Bench press')
    made.pullUp = exercise('Pull-up')
    made.plank = exercise('Plank')
    made.plan = insert(
      `insert into workout_plans (name, client_id, trainer_id, start_date) values ('Push', ?, ?, '2026-01-01')`,
      made.anna,
      made.trainers.dana,
    )
    made.day = insert(`insert into workout_sessions (workout_plan_id, name) values (?, 'Day A')`, made.plan)
    insert(day, made.day, made.bench, 0, 3, '6-8', 80)
    insert(day, made.day, made.pullUp, 1, 2, 'AMRAP', null)
    insert(day, made.day, made.plank, 2, 1, '45s', null)
    made.train = async (...exercises) => {
      await made.as(anna, async (turn) => startWorkout(turn, made.day, await newestWorkout(turn)))
      for (const [index, sets] of exercises.entries())
        for (const set of sets ?? []) {
          made.pass(1 / 60)
          await made.as(anna, (turn) => log(turn, index, set))
        }
      return made.as(anna, async (turn) => {
        const { id } = await requireWalk(turn)
        await finishWorkout(turn, id)
        return id
      })
    }
    made.writeByOthers = (row) => {
      const columns = { client_id: made.anna, completed_at: formatTimestamp(made.now), ...row }
      const names = Object.keys(columns)
      insert(
        `insert into exercise_completions (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
        ...Object.values(columns),
      )
    }
  })
  return made
}

async function log(turn: Turn, index: number, set: NewSet): Promise<void> {
  const walk = await requireWalk(turn)
  const item = walk.items[index]
  if (!item) throw new Error(`There is no exercise ${index}`)
  await logSets(turn, walk, item, [set], { source: 'tap', messageId: null })
}

export const lift = (reps: number, weight: number | null = null): NewSet => ({ reps, seconds: null, weight })
export const hold = (seconds: number): NewSet => ({ reps: null, seconds, weight: null })
