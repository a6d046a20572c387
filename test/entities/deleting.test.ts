import type Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { type Everything, fillEveryTable } from '../support/everything.ts'

let fresh: FreshDatabase
let db: Database.Database
let there: Everything
beforeEach(async () => {
  fresh = await freshDatabase()
  db = fresh.outsider()
  db.pragma('foreign_keys = on')
  there = fillEveryTable(db)
})
afterEach(() => fresh.close())

const count = (table: string) => db.prepare<[], number>(`select count(*) from ${table}`).pluck().get()
const remove = (table: string, id: number) => db.prepare(`delete from ${table} where id = ?`).run(id)

const logged = [
  'exercise_completions',
  'set_logs',
  'workouts',
  'workout_items',
  'meal_uploads',
  'meal_completions',
  'eaten_meals',
  'photos',
  'reviews',
]

test.each([
  ['workout_plans', 'plan'],
  ['workout_sessions', 'session'],
  ['workout_exercises', 'planned'],
  ['exercises', 'exercise'],
  ['meal_plans', 'mealPlan'],
  ['meal_entries', 'mealEntry'],
  ['nutrition_plans', 'nutritionPlan'],
  ['planned_meals', 'plannedMeal'],
  ['recipes', 'recipe'],
  ['workouts', 'workout'],
] as const)('deleting from %s is refused where it would take what a client logged', (table, key) => {
  const before = logged.map(count)
  expect(() => remove(table, there[key])).toThrow('FOREIGN KEY constraint failed')
  expect(logged.map(count)).toEqual(before)
})

test('dependants go with what they depend on, where nothing was logged', () => {
  for (const table of ['photos', 'reviews', 'eaten_foods', 'eaten_meals', ...logged])
    db.prepare(`delete from ${table}`).run()
  remove('workout_plans', there.plan)
  remove('meal_plans', there.mealPlan)
  remove('recipes', there.recipe)
  remove('nutrition_plans', there.nutritionPlan)
  remove('exercises', there.exercise)
  remove('file_uploads', there.file)
  const gone = ['workout_sessions', 'workout_exercises', 'meal_entries', 'meal_components', 'planned_meals']
  for (const table of [...gone, 'exercise_names', 'thumbnails'])
    expect([table, count(table)]).toEqual([table, 0])
})

const ofTheClient = [
  'client_profiles',
  'workout_sessions',
  'workout_exercises',
  'meal_plans',
  'meal_entries',
  'meal_components',
  'nutrition_plans',
  'planned_meals',
  'nutrition_entries',
  'meal_series',
  'eaten_foods',
  'progress_entries',
  'weigh_ins',
  'file_uploads',
  'thumbnails',
  'user_settings',
  'deliveries',
  'reminder_rules',
  'reminder_horizons',
  'nudge_states',
  'client_notes',
]

test('erasing a client takes everything of theirs, and nothing of others', () => {
  remove('users', there.client)
  for (const table of [...logged, ...ofTheClient]) expect([table, count(table)]).toEqual([table, 0])
  expect(db.prepare('select name from workout_plans').pluck().all()).toEqual(['A template'])
  expect(count('telegram_accounts')).toBe(1)
  expect(db.prepare('select title from notifications').pluck().all()).toEqual(['Welcome'])
  expect(count('exercises')).toBe(1)
  expect(count('recipes')).toBe(1)
  expect(db.prepare('pragma foreign_key_check').all()).toEqual([])
})

test('a file is doomed by whoever deletes its row, in whatever way', () => {
  db.prepare('delete from doomed_files').run()
  db.prepare('delete from photos').run()
  remove('file_uploads', there.file)
  const doomed = () => db.prepare('select path from doomed_files order by path').pluck().all()
  expect(doomed()).toEqual(['progress/a1b2-320.jpg', 'progress/a1b2.jpg'])
  remove('users', there.client)
  expect(doomed()).toEqual(['form/c3d4.mp4', 'progress/a1b2-320.jpg', 'progress/a1b2.jpg', 'voice/e5f6.ogg'])
})

test('removing a trainer leaves the clients, their logs and what was planned for them', () => {
  const kept = [
    'workout_plans',
    'workout_exercises',
    'meal_plans',
    'nutrition_plans',
    'planned_meals',
    'recipes',
    'exercises',
    ...logged,
  ]
  const before = kept.map(count)
  remove('users', there.trainer)
  expect(kept.map(count)).toEqual(before)
  const value = (sql: string) => db.prepare(sql).pluck().get()
  expect(value('select trainer_id from users where id = 3')).toBeNull()
  expect(value('select trainer_id from client_profiles')).toBeNull()
  expect(value('select trainer_id from workout_plans')).toBeNull()
  expect(value('select created_by from exercises')).toBeNull()
  expect(value(`select sender_id from notifications where title = 'New plan'`)).toBeNull()
  expect(count('trainer_profiles')).toBe(0)
  expect(db.prepare('pragma foreign_key_check').all()).toEqual([])
})
