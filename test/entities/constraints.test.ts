import type Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { type Everything, fillEveryTable, insert } from '../support/everything.ts'

let fresh: FreshDatabase
let db: Database.Database
let there: Everything
beforeAll(async () => {
  fresh = await freshDatabase()
  db = fresh.outsider()
  there = fillEveryTable(db)
})
afterAll(() => fresh.close())
beforeEach(() => void db.exec('savepoint test'))
afterEach(() => void db.exec('rollback to test; release test'))

const refused = 'CHECK constraint failed'
const update = (table: string, column: string, value: unknown) =>
  db.prepare(`update ${table} set "${column}" = ?`).run(value)

const enums: [table: string, column: string, words: string][] = [
  ['users', 'role', 'admin trainer client'],
  ['exercises', 'muscle_group', 'chest back shoulders biceps triceps legs core cardio full_body other'],
  ['planned_meals', 'meal_type', 'breakfast lunch dinner snack pre_workout post_workout'],
  ['meal_completions', 'status', 'pending completed skipped'],
  ['meal_components', 'type', 'protein carb fat vegetable fruit other'],
]

test.each(enums)('%s.%s takes its words and no others', (table, column, words) => {
  db.prepare('update users set trainer_id = null').run()
  for (const word of words.split(' ')) expect(() => update(table, column, word)).not.toThrow()
  for (const word of ['', 'CHEST', 'Admin', 'done', 1])
    expect(() => update(table, column, word)).toThrow(refused)
})

const nonsense: [table: string, column: string, ...values: unknown[]][] = [
  ['exercise_completions', 'difficulty_rating', 0, 6, -1, 'hard'],
  ['exercise_completions', 'actual_sets', 0, -1, 'three'],
  ['exercise_completions', 'weight_used', -1, 9000, 'heavy'],
  ['exercise_completions', 'completed_at', 'yesterday', ''],
  ['workout_exercises', 'sets', 0, -3, 'four'],
  ['workout_exercises', 'weight', 0, -80, 'eighty'],
  ['workout_exercises', 'rest_time', -1, '2:30'],
  ['workout_exercises', 'reps', '', '  '],
  ['workout_exercises', 'order', -1],
  ['workout_exercises', 'rpe', 0, 11],
  ['workout_sessions', 'day_of_week', -1, 7, 'Monday'],
  ['planned_meals', 'day_of_week', -1, 7],
  ['meal_entries', 'time_of_day', '7:30', '29:00', 'noon'],
  ['planned_meals', 'time_of_day', '29:00', '7:30', '25:00', '07:60', 'noon'],
  ['workout_plans', 'start_date', '2026-02-30', '02/11/2026', '2026-11-2', 20261102, '2026-11-02 00:00:00'],
  ['workout_plans', 'end_date', '2026-11-01'],
  ['nutrition_plans', 'end_date', '2026-11-01'],
  ['nutrition_plans', 'daily_calories', -1],
  ['meal_components', 'protein', -0.1, 'lots'],
  ['recipes', 'preparation_time', -5],
  ['client_profiles', 'height', 1.68, 300, 'tall'],
  ['client_profiles', 'target_weight', 0, -60],
  ['trainer_profiles', 'years_of_experience', -1],
  ['weigh_ins', 'weight', 0, -64, 'light'],
  ['weigh_ins', 'body_fat', -1, 101],
  ['progress_entries', 'body_fat', 100.5],
  ['progress_entries', 'date', 'today'],
  ['set_logs', 'set_number', 0],
  ['set_logs', 'reps', -1],
  ['set_logs', 'rpe', 0.5, 10.5],
  ['set_logs', 'source', 'spoken'],
  ['users', 'username', '', '   '],
  ['users', 'is_active', 2, 'yes'],
  ['users', 'created_at', 'long ago'],
  ['notifications', 'is_read', -1],
  ['conversations', 'state', '{'],
  ['deliveries', 'state', 'lost'],
  ['deliveries', 'local_date', '2026-02-30'],
  ['deliveries', 'answered_at', 'soon'],
  ['conversations', 'acted_at', 'soon'],
  ['conversations', 'touched_at', 'soon'],
  ['user_settings', 'quiet_from', '25:00'],
  ['reminder_rules', 'kind', 'nagging'],
  ['reminder_rules', 'time_of_day', '7'],
  ['nudge_states', 'reason', 'lazy'],
  ['nudge_states', 'paused_until', 'never'],
  ['client_notes', 'text', '  '],
  ['telegram_accounts', 'chat_state', 'busy'],
  ['workouts', 'state', 'paused'],
]

test.each(nonsense)('%s.%s refuses nonsense', (table, column, ...values) => {
  for (const value of values) expect(() => update(table, column, value)).toThrow(refused)
})

test.each([
  ['workout_exercises', 'weight', 22.5],
  ['workout_exercises', 'reps', 'AMRAP'],
  ['workout_plans', 'end_date', '2026-11-02'],
  ['planned_meals', 'time_of_day', null],
  ['planned_meals', 'time_of_day', '19:05'],
  ['meal_entries', 'time_of_day', null],
  ['planned_meals', 'time_of_day', '19:05:00.000000'],
  ['client_profiles', 'height', 168],
  ['users', 'created_at', '2026-11-02 06:30:00'],
  ['users', 'email', null],
  ['weigh_ins', 'body_fat', null],
])('%s.%s takes %o', (table, column, value) => {
  expect(() => update(table, column, value)).not.toThrow()
})

test('a set is counted or timed', () => {
  expect(() => db.prepare('update set_logs set reps = null, seconds = null').run()).toThrow(refused)
})

test('set numbers are unique within an exercise', () => {
  const again = { exercise_completion_id: there.completion, client_id: there.client, set_number: 2, reps: 5 }
  expect(() => insert(db, 'set_logs', again)).toThrow('UNIQUE')
})

test('a client runs one workout at a time, and may have finished many', () => {
  const workout = { client_id: there.client, local_date: '2026-11-03' }
  insert(db, 'workouts', { ...workout, state: 'finished' })
  insert(db, 'workouts', { ...workout, state: 'running' })
  expect(() => insert(db, 'workouts', { ...workout, state: 'running' })).toThrow('UNIQUE')
})

test('usernames and e-mail addresses are unique, but an address may be missing any number of times', () => {
  expect(() => insert(db, 'users', { username: 'anna', role: 'client' })).toThrow('UNIQUE')
  expect(() => insert(db, 'users', { username: 'other', role: 'client', email: 'dana@example.org' })).toThrow(
    'UNIQUE',
  )
  insert(db, 'users', { username: 'one', role: 'client' })
  insert(db, 'users', { username: 'two', role: 'client' })
})

test('nobody is their own trainer, and only clients have one', () => {
  expect(() => db.prepare('update users set trainer_id = id where role = ?').run('client')).toThrow(refused)
  expect(() =>
    db.prepare('update users set trainer_id = ? where role = ?').run(there.client, 'trainer'),
  ).toThrow(refused)
  expect(() => db.prepare(`update users set role = 'trainer' where id = ?`).run(there.client)).toThrow(
    refused,
  )
})

test('one Telegram identity belongs to one person, and one update is kept once', () => {
  expect(() => insert(db, 'telegram_accounts', { telegram_id: 5_000_000_001 })).toThrow('UNIQUE')
  expect(() => insert(db, 'telegram_accounts', { telegram_id: 9, user_id: there.client })).toThrow('UNIQUE')
  const update1000 = { source: 'telegram', bot_id: 42, update_id: 1000, lane: 1, raw: '{}' }
  expect(() => insert(db, 'inbox', update1000)).toThrow('UNIQUE')
  insert(db, 'inbox', { ...update1000, bot_id: 43 })
})
