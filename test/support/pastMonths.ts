import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, weekdayOf } from '../../src/domain/localTime.ts'
import { givePlan } from './plans.ts'
import type { Member, World } from './world.ts'

/** Writes rows straight into the file. */
export async function write(world: World, text: string, ...values: unknown[]): Promise<number> {
  const rows = await world.orm.em.getConnection().execute<{ id: number }[]>(`${text} returning id`, values)
  return rows[0]?.id ?? 0
}

const plan = `
  Strong, 30 weeks from Monday
  Mon Push
  Bench press 3x8 @80kg
  Thu Pull
  Row 3x10 @60
  Sat Core
  Plank 3x45s
`

/** A wave around a line, the same in every run. */
const swing = (at: number): number => Math.sin(at * 1.7) * 0.5 + Math.cos(at * 0.9) * 0.3

/** Eleven weeks of a client's life up to the day of the world's clock: weighed, trained by a plan, some of it missed. */
export async function pastMonths(world: World, client: Member): Promise<void> {
  const today = world.clock.now().toISOString().slice(0, 10)
  const first = addDays(today, -77)
  const planId = await givePlan(world, client, plan, { from: first })
  await world.orm.em
    .getConnection()
    .execute('update client_profiles set target_weight = 80 where user_id = ?', [client.userId])
  const days = world.ask<{ id: number; name: string; day_of_week: number; exercise: number; row: number }>(
    `select s.id, s.name, s.day_of_week, x.exercise_id as exercise, x.id as row from workout_sessions s
      join workout_exercises x on x.workout_session_id = s.id where s.workout_plan_id = ?`,
    planId,
  )
  for (let at = 0; at <= 77; at++) {
    const date = addDays(first, at)
    if (at % 3 !== 1)
      await write(
        world,
        'insert into weigh_ins (client_id, weight, recorded_at) values (?, ?, ?)',
        client.userId,
        Math.round((86 - at * 0.045 + swing(at)) * 10) / 10,
        `${date} 06:00:00.000000`,
      )
    const day = days.find((one) => one.day_of_week === weekdayOf(date))
    if (day && at < 77 && at % 11 !== 3)
      await trained(world, client, { ...day, at, date, isLeft: at % 13 === 5 })
  }
}

async function trained(
  world: World,
  { userId }: Member,
  day: { id: number; name: string; exercise: number; row: number; at: number; date: string; isLeft: boolean },
): Promise<void> {
  const moment = `${day.date} 17:00:00.000000`
  const workout = await write(
    world,
    `insert into workouts (client_id, workout_session_id, name, local_date, state, started_at, finished_at)
      values (?, ?, ?, ?, ?, ?, ?)`,
    userId,
    day.id,
    day.name,
    day.date,
    day.isLeft ? 'left' : 'finished',
    moment,
    moment,
  )
  const completion = await write(
    world,
    `insert into exercise_completions (client_id, workout_id, workout_exercise_id, exercise_id, completed_at, actual_sets)
      values (?, ?, ?, ?, ?, 3)`,
    userId,
    workout,
    day.row,
    day.exercise,
    moment,
  )
  const isTimed = day.name === 'Core'
  for (let number = 1; number <= 3; number++)
    await write(
      world,
      `insert into set_logs (exercise_completion_id, client_id, set_number, reps, seconds, weight, source, performed_at)
        values (?, ?, ?, ?, ?, ?, 'tap', ?)`,
      completion,
      userId,
      number,
      isTimed ? null : 8 - (number % 2),
      isTimed ? 40 + day.at + number : null,
      isTimed ? null : 70 + Math.floor(day.at / 7) * 1.25,
      moment,
    )
}

/** A week of meals: one day unknown in part, one without a word. */
export async function pastMeals(world: World, { userId }: Member): Promise<void> {
  const today = world.clock.now().toISOString().slice(0, 10)
  await write(
    world,
    `insert into nutrition_plans (client_id, name, daily_calories, protein_target, carbs_target, fat_target, start_date)
      values (?, 'Cutting', 2100, 160, 200, 70, '2026-01-01')`,
    userId,
  )
  for (let back = 6; back >= 0; back--) {
    if (back === 2) continue
    for (const share of [0.3, 0.45, 0.25])
      await write(
        world,
        `insert into eaten_meals (client_id, local_date, name, status, calories, protein, carbs, fat, unknown_parts)
          values (?, ?, 'Meal', 'eaten', ?, ?, ?, ?, ?)`,
        userId,
        addDays(today, -back),
        (2200 - back * 40) * share,
        150 * share,
        (190 + back * 5) * share,
        68 * share,
        back === 4 && share === 0.25 ? 1 : 0,
      )
  }
}

/** A kept photo of progress, its file too where there are bytes. */
export async function keptPhoto(
  world: World,
  { userId }: Member,
  { date, pose, bytes, name = '' }: { date: string; pose: string | null; bytes?: Uint8Array; name?: string },
): Promise<void> {
  const path = `${userId}/${date}-${pose}${name}.jpg`
  if (bytes) {
    mkdirSync(join(world.mediaDir, String(userId)), { recursive: true })
    writeFileSync(join(world.mediaDir, path), bytes)
  }
  const file = await write(
    world,
    `insert into file_uploads (user_id, filename, original_filename, file_path, file_size, mime_type, upload_type, media_kind)
      values (?, 'a.jpg', 'a.jpg', ?, 1, 'image/jpeg', 'progress', 'photo')`,
    userId,
    path,
  )
  await write(
    world,
    `insert into photos (client_id, file_id, purpose, pose, local_date) values (?, ?, 'progress', ?, ?)`,
    userId,
    file,
    pose,
    date,
  )
}
