import type Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setEntityClock } from '../../src/entities/clock.ts'
import { User } from '../../src/entities/users.ts'
import { ExerciseCompletion } from '../../src/entities/workoutLogs.ts'
import { WorkoutPlan } from '../../src/entities/workoutPlans.ts'
import { WeighIn } from '../../src/entities/progress.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { fillEveryTable, insert } from '../support/everything.ts'
import { python, pythonFound } from '../support/python.ts'

let fresh: FreshDatabase
let db: Database.Database
beforeEach(async () => {
  fresh = await freshDatabase({ now: () => new Date('2030-01-01T00:00:00Z') })
  db = fresh.outsider()
})
afterEach(() => fresh.close())

const wide = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/
const cell = (sql: string) => db.prepare<[], string>(sql).pluck().get()

test('created_at and updated_at keep themselves for writers who know nothing of them', () => {
  const id = insert(db, 'users', { username: 'bob', role: 'client' })
  expect(cell('select created_at from users')).toMatch(wide)
  db.prepare('update users set updated_at = ?').run('2020-01-01 00:00:00.000000')
  db.prepare('update users set full_name = ? where id = ?').run('Bob', id)
  expect(cell('select updated_at from users')).toMatch(wide)
  expect(cell('select updated_at from users')! > '2026').toBe(true)
})

test('who says updated_at has the last word', () => {
  insert(db, 'users', { username: 'bob', role: 'client' })
  db.prepare('update users set full_name = ?, updated_at = ?').run('Bob', '2020-05-05 10:00:00')
  expect(cell('select updated_at from users')).toBe('2020-05-05 10:00:00')
})

test('every table with updated_at keeps it', () => {
  fillEveryTable(db)
  const tables = db
    .prepare<[], string>(
      `select m.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and c.name = 'updated_at'`,
    )
    .pluck()
    .all()
  expect(tables).toHaveLength(13)
  for (const table of tables) {
    const [column] = db
      .prepare<[string], string>(
        `select name from pragma_table_info(?) where name not in ('id', 'updated_at')`,
      )
      .pluck()
      .all(table)
    db.prepare(`update ${table} set updated_at = '2020-01-01 00:00:00.000000'`).run()
    db.prepare(`update ${table} set ${column} = ${column}`).run()
    expect([table, cell(`select min(updated_at) from ${table}`)! > '2026']).toEqual([table, true])
  }
})

test('our own clock wins over the machine’s, and an explicit moment over both', async () => {
  const em = fresh.orm.em.fork()
  const bob = em.create(User, { username: 'bob', role: 'client' })
  const eve = em.create(User, {
    username: 'eve',
    role: 'client',
    createdAt: new Date('2029-09-09T09:09:09.123Z'),
  })
  await em.flush()
  expect(bob.createdAt).toEqual(new Date('2030-01-01T00:00:00Z'))
  expect(cell(`select created_at from users where username = 'eve'`)).toBe('2029-09-09 09:09:09.123000')
  setEntityClock(fresh.orm.em.getDriver(), () => new Date('2030-01-02T00:00:00Z'))
  eve.fullName = 'Eve'
  await em.flush()
  expect(cell(`select updated_at from users where username = 'eve'`)).toBe('2030-01-02 00:00:00.000000')
  expect(cell(`select updated_at from users where username = 'bob'`)).toBe('2030-01-01 00:00:00.000000')
})

test('an unchanged moment is not written again, however wide it was', async () => {
  insert(db, 'users', {
    username: 'bob',
    role: 'client',
    created_at: '2026-11-02 06:30:00',
    updated_at: '2026-11-02 06:30:00',
  })
  const em = fresh.orm.em.fork()
  const bob = await em.findOneOrFail(User, { username: 'bob' })
  expect(bob.createdAt).toEqual(new Date('2026-11-02T06:30:00Z'))
  await em.flush()
  bob.fullName = 'Bob'
  await em.flush()
  expect(cell('select created_at from users')).toBe('2026-11-02 06:30:00')
  expect(cell('select updated_at from users')).toBe('2030-01-01 00:00:00.000000')
})

test('rows without any of our side tables read like ours', async () => {
  const trainer = insert(db, 'users', { username: 'dana', role: 'trainer', is_active: 1 })
  const client = insert(db, 'users', { username: 'anna', role: 'client', is_active: 0, trainer_id: trainer })
  const plan = insert(db, 'workout_plans', {
    name: 'P',
    trainer_id: trainer,
    client_id: client,
    start_date: '2026-11-02',
  })
  const session = insert(db, 'workout_sessions', { workout_plan_id: plan, name: 'Mon', day_of_week: 0 })
  const exercise = insert(db, 'exercises', { name: 'Squat', muscle_group: 'legs' })
  const planned = insert(db, 'workout_exercises', {
    workout_session_id: session,
    exercise_id: exercise,
    order: 0,
    sets: 3,
    reps: '5',
    weight: 100,
  })
  insert(db, 'exercise_completions', {
    workout_exercise_id: planned,
    client_id: client,
    completed_at: '2026-11-02T06:30:00',
    actual_sets: 3,
    actual_reps: '5,5,5',
    weight_used: 100,
  })
  const em = fresh.orm.em.fork()
  const found = await em.findOneOrFail(
    WorkoutPlan,
    { client: { username: 'anna' } },
    { populate: ['client', 'trainer'] },
  )
  expect(found).toMatchObject({
    startDate: '2026-11-02',
    endDate: null,
    client: { isActive: false },
    trainer: { username: 'dana' },
  })
  const [done] = await em.find(ExerciseCompletion, {}, { populate: ['workoutExercise.exercise'] })
  expect(done).toMatchObject({
    completedAt: new Date('2026-11-02T06:30:00Z'),
    actualSets: 3,
    weightUsed: 100,
    workout: null,
  })
  expect(done?.workoutExercise).toMatchObject({ reps: '5', exercise: { name: 'Squat', muscleGroup: 'legs' } })
})

const reader = `
import json, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.row_factory = sqlite3.Row
user = dict(db.execute("select * from users where username = 'anna'").fetchone())
types = db.execute("select typeof(weight), typeof(recorded_at), typeof(client_id) from weigh_ins").fetchone()
print(json.dumps({"user": user, "types": list(types)}))
`

test.skipIf(!pythonFound)(
  'Python reads what we wrote: text moments, whole numbers, booleans 0 and 1',
  async () => {
    const em = fresh.orm.em.fork()
    const anna = em.create(User, { username: 'anna', role: 'client', fullName: 'אנה' })
    em.create(WeighIn, { client: anna, weight: 64, recordedAt: new Date('2026-11-02T06:30:00.250Z') })
    await em.flush()
    expect(python(reader, fresh.path)).toEqual({
      user: {
        id: anna.id,
        username: 'anna',
        email: null,
        hashed_password: null,
        full_name: 'אנה',
        role: 'client',
        is_active: 1,
        trainer_id: null,
        created_at: '2030-01-01 00:00:00.000000',
        updated_at: '2030-01-01 00:00:00.000000',
      },
      types: ['real', 'text', 'integer'],
    })
  },
)

const writer = `
import sqlite3, sys
from datetime import date, datetime
db = sqlite3.connect(sys.argv[1])
fine = "%Y-%m-%d %H:%M:%S.%f"
now = datetime(2026, 11, 2, 6, 30, 0, 123456).strftime(fine)
client = db.execute("insert into users (username, role, is_active, created_at, updated_at) values ('anna', 'client', 1, ?, ?)", (now, now)).lastrowid
db.execute("insert into weigh_ins (client_id, weight, recorded_at) values (?, ?, ?)", (client, 64.2, now))
db.execute("insert into workout_plans (name, client_id, start_date) values ('P', ?, ?)", (client, date(2026, 11, 2).isoformat()))
db.commit()
print(client)
`

test.skipIf(!pythonFound)('what Python wrote is read as ours', async () => {
  const client = python(writer, fresh.path)
  const em = fresh.orm.em.fork()
  const anna = await em.findOneOrFail(User, { id: Number(client) })
  expect(anna).toMatchObject({ isActive: true, email: null, createdAt: new Date('2026-11-02T06:30:00.123Z') })
  const [weighed] = await em.find(WeighIn, { client: anna })
  expect(weighed).toMatchObject({
    weight: 64.2,
    bodyFat: null,
    recordedAt: new Date('2026-11-02T06:30:00.123Z'),
  })
  const [plan] = await em.find(WorkoutPlan, { client: anna })
  expect(plan).toMatchObject({ startDate: '2026-11-02', trainer: null })
})

test('python3 is there, or its tests say that they did not run', () => {
  if (!pythonFound) console.log('SKIPPED: no python3 here, so no foreign reader and writer was tried')
})
