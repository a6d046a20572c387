import { readFileSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tablesSource } from '../../scripts/tables.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { fillEveryTable } from '../support/everything.ts'

/** As the schema is promised to the outside, word by word. */
const promised = `
users: id, username, email, hashed_password, full_name, role, is_active, trainer_id, created_at, updated_at
trainer_profiles: id, user_id, specialization, bio, years_of_experience, certification
client_profiles: id, user_id, trainer_id, height, target_weight, fitness_goals, medical_conditions, dietary_restrictions
exercises: id, name, description, video_url, muscle_group, equipment_needed, instructions, created_by, created_at
workout_plans: id, name, description, trainer_id, client_id, start_date, end_date, created_at, updated_at
workout_sessions: id, workout_plan_id, name, day_of_week, notes, created_at
workout_exercises: id, workout_session_id, exercise_id, order, sets, reps, weight, rest_time, notes
exercise_completions: id, workout_exercise_id, client_id, completed_at, actual_sets, actual_reps, weight_used, difficulty_rating, notes, form_photo_path
meal_plans: id, client_id, trainer_id, date, title, total_calories, protein_target, carb_target, fat_target, notes, created_at
meal_entries: id, meal_plan_id, name, order_index, notes
meal_components: id, meal_entry_id, type, description, calories, protein, carbs, fat, is_optional
meal_uploads: id, client_id, meal_entry_id, image_path, marked_ok, uploaded_at
recipes: id, trainer_id, name, description, instructions, calories, protein, carbs, fat, preparation_time, created_at
nutrition_plans: id, client_id, trainer_id, name, description, daily_calories, protein_target, carbs_target, fat_target, start_date, end_date, created_at, updated_at
planned_meals: id, nutrition_plan_id, recipe_id, meal_type, day_of_week, time_of_day, notes
meal_completions: id, planned_meal_id, client_id, status, photo_path, completed_at, notes
nutrition_entries: id, client_id, date, weight, notes, created_at, updated_at
progress_entries: id, client_id, date, weight, body_fat, notes, created_at
weigh_ins: id, client_id, weight, body_fat, notes, recorded_at
file_uploads: id, user_id, filename, original_filename, file_path, file_size, mime_type, upload_type, created_at
thumbnails: id, file_id, thumbnail_path, size, created_at
notifications: id, sender_id, recipient_id, type, title, message, is_read, created_at
`

/** What is ours beside it. `docs/schema.md` says why. */
const ours = `
client_profiles: consented_at
exercises: slug, step_kg
workout_plans: previous_id
workout_sessions: order_index
workout_exercises: superset, rpe, load_text
exercise_completions: workout_id, workout_item_id, exercise_id
meal_plans: meal_series_id
meal_entries: time_of_day
meal_components: order_index, choice
meal_uploads: eaten_meal_id
meal_completions: eaten_meal_id
nutrition_entries: weigh_in_id
progress_entries: sleep, energy, hunger, stress, weigh_in_id, finished_at, begun_here
weigh_ins: typed_weight, typed_unit, message_id
file_uploads: media_kind, width, height, duration, telegram_file_id
notifications: in_reply_to_id, about_id
conversations: telegram_id, scene, step, version, state, rev, card_message_id, card_live, typed_message_id, unread, owed, updated_at, pictures, acted_at, touched_at
client_notes: id, client_id, trainer_id, text, created_at
nudge_states: id, user_id, kind, asked_at, reason, paused_until, told_at, updated_at
reminder_horizons: id, user_id, planned_through
reminder_rules: id, user_id, kind, is_on, time_of_day, weekdays, created_at, updated_at
doomed_files: id, path, doomed_at
eaten_foods: id, eaten_meal_id, order_index, meal_component_id, description, calories, protein, carbs, fat
eaten_meals: id, client_id, local_date, meal_entry_id, planned_meal_id, name, status, as_planned, description, calories, protein, carbs, fat, unknown_parts, reason, source, message_id, eaten_at, created_at, updated_at
meal_series: id, client_id, trainer_id, start_date, end_date, weekdays, previous_id, created_at
photos: id, client_id, file_id, purpose, eaten_meal_id, workout_item_id, exercise_id, set_number, progress_entry_id, pose, review_id, caption, message_id, media_group_id, local_date, created_at
quick_phrases: id, trainer_id, text, created_at
reviews: id, client_id, eaten_meal_id, workout_item_id, exercise_id, set_number, state, verdict, comment, spoken_id, reviewed_by_id, reviewed_at, put_off_at, created_at, updated_at
deliveries: id, dedupe_key, kind, recipient_id, payload, due_at, expires_at, state, valuable, run_id, attempts, message_id, sent_at, created_at, updated_at, local_date, answered_at, notification_id
exercise_names: id, exercise_id, language, name, name_key, is_primary
inbox: id, source, bot_id, update_id, internal_key, lane, raw, received_at, status, attempts, error, done_at
incoming_files: id, telegram_id, file_id, file_unique_id, kind, message_id, payload, state, attempts, created_at
installation: key, value
invite_guesses: id, telegram_id, failed_at
invites: id, token_hash, role, inviter_id, user_id, name, expires_at, used_at, used_by, revoked_at, created_at
set_corrections: id, set_log_id, message_id, said_before
set_logs: id, exercise_completion_id, client_id, set_number, reps, seconds, weight, typed_weight, typed_unit, rpe, notes, source, message_id, performed_at, created_at, updated_at
telegram_accounts: id, telegram_id, user_id, telegram_username, first_name, language_code, chat_state, created_at, updated_at
user_settings: id, user_id, time_zone, units, language, created_at, updated_at, quiet_from, quiet_to, home_time_zone
workout_items: id, workout_id, position, workout_exercise_id, exercise_id, swapped_from_id, superset, sets, reps, weight, load_text, rpe, rest_time, notes, status, next_reps, next_weight, difficulty_rating, comment
workouts: id, client_id, workout_session_id, workout_plan_id, name, local_date, state, started_at, finished_at, position, difficulty_rating, notes, created_at
`

let fresh: FreshDatabase
let db: Database.Database
beforeAll(async () => {
  fresh = await freshDatabase()
  db = fresh.outsider()
})
afterAll(() => fresh.close())

function read(list: string): Map<string, string[]> {
  const lines = list.trim().split('\n')
  return new Map(lines.map((line) => [line.split(': ')[0]!, line.split(': ')[1]!.split(', ')]))
}

const tables = () =>
  db
    .prepare<[], string>(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
    .pluck()
    .all()
    .filter((name) => name !== 'mikro_orm_migrations')

const columns = (table: string) =>
  db.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table)

test('every promised table has its promised columns, in order and by name', () => {
  expect(read(promised).size).toBe(22)
  for (const [table, wanted] of read(promised)) {
    expect([table, ...columns(table).slice(0, wanted.length)]).toEqual([table, ...wanted])
  }
})

test('what is ours beside them is what the documents say', () => {
  const added = read(ours)
  for (const [table, wanted] of read(promised)) {
    expect([table, ...columns(table)]).toEqual([table, ...wanted, ...(added.get(table) ?? [])])
    added.delete(table)
  }
  for (const [table, wanted] of added) expect([table, ...columns(table)]).toEqual([table, ...wanted])
  expect(tables().toSorted()).toEqual([...new Set([...read(promised).keys(), ...added.keys()])].toSorted())
})

test('docs/schema.md names every table and every column', () => {
  const text = readFileSync(new URL('../../docs/schema.md', import.meta.url), 'utf8')
  for (const table of tables()) {
    expect(text).toContain(`### ${table}\n`)
    const section = text.split(`### ${table}\n`)[1]!.split('\n### ')[0]!
    for (const column of columns(table))
      expect([table, section]).toEqual([table, expect.stringContaining(`\`${column}\``)])
  }
})

test('every foreign key is the beginning of some index', () => {
  for (const table of tables()) {
    const keys = db
      .prepare<[string], string>('select "from" from pragma_foreign_key_list(?)')
      .pluck()
      .all(table)
    const firsts = db
      .prepare<[string], string>(
        `select i.name from pragma_index_list(?) l join pragma_index_info(l.name) i
          join sqlite_master m on m.name = l.name
          where i.seqno = 0 and (l.partial = 0 or m.sql like '% where ' || i.name || ' is not null')`,
      )
      .pluck()
      .all(table)
    for (const key of keys) expect([table, firsts]).toEqual([table, expect.arrayContaining([key])])
  }
})

/** Numbers that Telegram gives, or that we give without a table behind them. */
const free =
  /^(telegram_id|(card_|typed_)?message_id|bot_id|update_id|run_id|file_unique_id|telegram_file_id|media_group_id)$/

test('every *_id is a foreign key, save the numbers of others', () => {
  for (const table of tables()) {
    const keys = db
      .prepare<[string], string>('select "from" from pragma_foreign_key_list(?)')
      .pluck()
      .all(table)
    const wanted = columns(table).filter(
      (name) => /_id$|^created_by$|^used_by$/.test(name) && !free.test(name),
    )
    const loose = wanted.filter((name) => !keys.includes(name)).map((name) => `${table}.${name}`)
    expect(loose).toEqual(table === 'incoming_files' ? ['incoming_files.file_id'] : [])
  }
})

test('the migrations lead to what the entities say: columns, keys, indexes, checks and triggers', async () => {
  expect(await fresh.orm.schema.getUpdateSchemaSQL()).toBe('')
})

test.each([
  ['a trigger', 'drop trigger users_updated_at', 'users_updated_at'],
  ['an index', 'drop index set_logs_client_id_performed_at_index', 'set_logs_client_id_performed_at_index'],
  ['a column', 'alter table recipes drop column preparation_time', 'preparation_time'],
  [
    'a changed trigger',
    `drop trigger users_updated_at; create trigger users_updated_at after update on users for each row begin select 1; end`,
    'users_updated_at',
  ],
])('the drift test sees %s', async (_, change, named) => {
  const other = await freshDatabase()
  other.outsider().exec(change)
  const drift = await other.orm.schema.getUpdateSchemaSQL()
  await other.close()
  expect(drift).toContain(named)
})

test.each([
  ['a column', 'workout_sessions', ' check (day_of_week between 0 and 6)'],
  [
    'an enum',
    'planned_meals',
    ` check ("meal_type" in ('breakfast', 'lunch', 'dinner', 'snack', 'pre_workout', 'post_workout'))`,
  ],
  ['a table', 'users', `,\n constraint "users_trainer_is_another" check (trainer_id <> id)`],
])('the drift test sees the check of %s go', async (_, table, check) => {
  const other = await freshDatabase()
  const outsider = other.outsider()
  const before = outsider
    .prepare<[string], string>('select sql from sqlite_master where name = ?')
    .pluck()
    .get(table)!
  expect(before).toContain(check)
  outsider.unsafeMode()
  outsider.pragma('writable_schema = on')
  outsider.prepare('update sqlite_master set sql = ? where name = ?').run(before.replace(check, ''), table)
  outsider.pragma('writable_schema = reset')
  const drift = await other.orm.schema.getUpdateSchemaSQL()
  await other.close()
  expect(drift).toContain(`create table \`${table}__temp_alter\``)
})

test('tables.ts tells Kysely what the entities say', async () => {
  const kept = readFileSync(new URL('../../src/entities/tables.ts', import.meta.url), 'utf8')
  const bare = (text: string) => text.replaceAll(/[\s|]/g, '')
  expect(bare(kept) === bare(await tablesSource()), 'out of date: run node scripts/tables.ts').toBe(true)
})

test('a row fits into every table', () => {
  fillEveryTable(db)
  for (const table of tables())
    expect([table, db.prepare(`select count(*) from "${table}"`).pluck().get()]).not.toEqual([table, 0])
  expect(db.prepare('pragma foreign_key_check').all()).toEqual([])
})
