import { expect, test } from 'vitest'
import { authorizeClient } from '../../../src/services/access.ts'
import { assignPlan } from '../../../src/services/plans/assign.ts'
import { isLogged } from '../../../src/services/plans/closing.ts'
import { readCurrentPlan } from '../../../src/services/plans/edit.ts'
import { endPlan } from '../../../src/services/plans/end.ts'
import { readPlan } from '../../../src/services/plans/stored.ts'
import { saveVersion } from '../../../src/services/plans/versions.ts'
import type { NewPlan } from '../../../src/services/plans/write.ts'
import { addClient } from '../../../src/services/people/records.ts'
import { insert } from '../../support/everything.ts'
import { dana, practice, yossi } from '../people/practice.ts'

const made = practice()
const at = '2026-11-24 08:00:00'

const newClient = () => made.as(dana, (turn) => addClient(turn, made.trainers.dana, { name: 'Anna' }))
const exercise = (name: string, owner: number | null) =>
  insert(made.db.outsider(), 'exercises', { name, created_by: owner, created_at: at })

const plan = (exerciseId: number, more: Partial<NewPlan> = {}): NewPlan => ({
  name: 'Base',
  description: null,
  startDate: '2026-11-24',
  endDate: null,
  days: [
    {
      name: 'Upper',
      dayOfWeek: 0,
      notes: null,
      exercises: [
        {
          exerciseId,
          superset: null,
          sets: 3,
          reps: '8',
          weightKg: null,
          loadText: null,
          rpe: null,
          restSeconds: null,
          note: null,
        },
      ],
    },
  ],
  ...more,
})

const assign = (client: number, one: NewPlan) =>
  made.as(dana, async (turn) =>
    assignPlan(turn, await authorizeClient(turn, client), one, { replace: false }),
  )

test('exercises of other coaches, empty plans and dates upside down are refused, and nothing is stored', async () => {
  const client = await newClient()
  const foreign = exercise('Secret', made.trainers.yossi)
  const shared = exercise('Squat', null)
  await expect(assign(client, plan(foreign))).rejects.toMatchObject({ code: 'notThere' })
  await expect(assign(client, plan(shared, { days: [] }))).rejects.toMatchObject({ code: 'emptyPlan' })
  await expect(assign(client, plan(shared, { endDate: '2026-11-23' }))).rejects.toMatchObject({
    code: 'datesOver',
  })
  expect(made.rows('select id from workout_plans')).toEqual([])
  expect(await assign(client, plan(exercise('Mine', made.trainers.dana)))).toBeGreaterThan(0)
})

test('a plan of somebody else’s client is not there for reading, editing or ending', async () => {
  const client = await newClient()
  const id = await assign(client, plan(exercise('Squat', null)))
  const other = await made.as(yossi, (turn) => addClient(turn, made.trainers.yossi, { name: 'Tom' }))
  for (const act of [readPlan, readCurrentPlan, endPlan]) {
    const asked = made.as(yossi, async (turn): Promise<unknown> =>
      act(turn, await authorizeClient(turn, other), id),
    )
    await expect(asked).rejects.toMatchObject({ code: 'notThere' })
  }
  await expect(made.as(yossi, (turn) => authorizeClient(turn, client))).rejects.toMatchObject({
    code: 'notThere',
  })
  expect(made.rows('select end_date from workout_plans')).toEqual([{ end_date: null }])
})

test('whatever points at a plan keeps it: a workout, its snapshot, a completion of another program', async () => {
  const client = await newClient()
  const squat = exercise('Squat', null)
  const ids = await Promise.all([1, 2, 3, 4].map(() => assign(client, plan(squat))))
  const places = made.rows(
    'select s.workout_plan_id as plan, s.id as session, x.id as exercise from workout_exercises x join workout_sessions s on s.id = x.workout_session_id order by s.id',
  ) as { plan: number; session: number; exercise: number }[]
  const db = made.db.outsider()
  const workout = (row: Record<string, number | string | null>) =>
    insert(db, 'workouts', {
      client_id: client,
      local_date: '2026-11-24',
      state: 'finished',
      started_at: at,
      position: 0,
      created_at: at,
      ...row,
    })
  workout({ workout_session_id: places[0]?.session ?? null })
  const free = workout({})
  insert(db, 'workout_items', {
    workout_id: free,
    position: 0,
    workout_exercise_id: places[1]?.exercise ?? null,
    exercise_id: squat,
    sets: 3,
    reps: '8',
    status: 'open',
  })
  insert(db, 'exercise_completions', {
    workout_exercise_id: places[2]?.exercise ?? null,
    client_id: client,
    completed_at: at,
    actual_sets: 3,
  })
  const logged = await made.as(dana, (turn) => Promise.all(places.map((place) => isLogged(turn, place.plan))))
  expect(logged).toEqual([true, true, true, false])
  expect(ids).toHaveLength(4)
})

test('exercises a plan had may stay whoever’s they are; notes and description go on; a second save is late', async () => {
  const client = await newClient()
  const foreign = exercise('Old coach’s own', made.trainers.yossi)
  const db = made.db.outsider()
  const old = insert(db, 'workout_plans', {
    name: 'Base',
    description: 'For the knee',
    client_id: client,
    start_date: '2026-11-01',
    created_at: at,
    updated_at: at,
  })
  const session = insert(db, 'workout_sessions', {
    workout_plan_id: old,
    name: 'Upper',
    notes: 'Warm up well',
    order_index: 0,
    created_at: at,
  })
  const planned = insert(db, 'workout_exercises', {
    workout_session_id: session,
    exercise_id: foreign,
    order: 0,
    sets: 3,
    reps: '8',
  })
  insert(db, 'exercise_completions', {
    workout_exercise_id: planned,
    client_id: client,
    completed_at: at,
    actual_sets: 3,
  })
  const save = () =>
    made.as(dana, async (turn) =>
      saveVersion(turn, await authorizeClient(turn, client), old, plan(foreign), []),
    )
  const id = await save()
  expect(
    made.rows('select id, description, start_date, end_date, previous_id from workout_plans order by id'),
  ).toEqual([
    {
      id: old,
      description: 'For the knee',
      start_date: '2026-11-01',
      end_date: '2026-11-23',
      previous_id: null,
    },
    { id, description: 'For the knee', start_date: '2026-11-24', end_date: null, previous_id: old },
  ])
  expect(made.rows('select notes from workout_sessions where workout_plan_id = ?', id)).toEqual([
    { notes: 'Warm up well' },
  ])
  await expect(save()).rejects.toMatchObject({ code: 'planOver' })
  expect(made.rows('select count(*) as n from workout_plans')).toEqual([{ n: 2 }])
})
