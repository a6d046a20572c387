import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { givePlan } from '../../support/plans.ts'
import { type Member, type World, type WorldOptions, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

/** Writes as another program would. */
function write(world: World, sql: string, ...values: unknown[]): void {
  const database = new Database(world.path)
  database.pragma('foreign_keys = on')
  database.prepare(sql).run(...values)
  database.close()
}

/** What another program logs of a planned exercise, or of one that stands in no plan. */
function logElsewhere(
  world: World,
  client: Member,
  row: { planned?: string; at: string; sets?: number; reps?: string; weight?: number; notes?: string },
): void {
  write(
    world,
    `insert into exercise_completions (client_id, workout_exercise_id, completed_at, actual_sets, actual_reps,
      weight_used, notes) values (?, (select x.id from workout_exercises x join exercises e on e.id = x.exercise_id
      where e.name = ? order by x.id limit 1), ?, ?, ?, ?, ?)`,
    client.userId,
    row.planned ?? null,
    row.at,
    row.sets ?? null,
    row.reps ?? null,
    row.weight ?? null,
    row.notes ?? null,
  )
}

/** Puts somebody where a button would take them. */
function stand(world: World, who: Member, step: string, data: object): void {
  write(
    world,
    `update conversations set scene = 'history', step = ?, version = 1, state = ? where telegram_id = ?`,
    step,
    JSON.stringify(data),
    who.phone.id,
  )
}

async function practice(options: WorldOptions = {}, how: object = {}) {
  const world = await makeWorld(options)
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana, ...how })
  await givePlan(world, anna, upperLower, { trainer: dana })
  return { world, dana, anna }
}

describe('/history', () => {
  test('says so while nothing has been logged, and lists what was, newest first', async () => {
    const { world } = await practice()
    const { went, wrote } = await world.play(`
      anna> /history
      anna< Past workouts
        Nothing has been logged yet.  [‹ Back]
      — crash —
      anna> [‹ Back]
      anna< Today, Mon 23 Nov…
      anna> [▶️ Start: Upper]
      anna< …
      anna> 8x82,5; 7x82,5
      anna< …
      — 61s later —
      anna> 10x60 rpe 9
      anna< …
      anna> [⏭ Skip]
      anna< …
      anna> 15
      anna< …
      anna> /history
      anna< Past workouts
        ⏳ Mon 23 Nov · Upper: 4 sets, 2,738 kg  [Mon 23 Nov · Upper] [‹ Back]
      anna> [Mon 23 Nov · Upper]
      anna< Upper
        Mon 23 Nov · 1 min · 4 sets, 2,738 kg
        ⏳ Under way.
        Bench press
        Planned: 2 × 6–8 × 80 kg
        ✅ 8, 7 × 82.5 kg
        A1 Barbell row
        Planned: 2 × 10 × 60 kg
        ✅ 10 × 60 kg · RPE 9, 15 × 60 kg
        A2 Face pull
        Planned: 2 × 15
        ⏭ Left out
        Plank
        Planned: 1 × 45 s
        – Not yet  [‹ Back]
      — crash —
      anna> [‹ Back]
      anna< Past workouts…
      anna> [‹ Back]
      anna< Today, Mon 23 Nov…
      anna> [▶️ Back into the workout]
      anna< …
      anna> [⋯ More]
      anna< …
      anna> [🏁 Finish the workout]
      anna< …
      anna> [🏁 Yes, finish]
      anna< …
      anna> [2]
      anna< …
      anna> [📝 Note]
      anna< …
      anna> no time <today>
      anna< …
      anna> [Done]
      anna< …
      — Thursday 07:30 —
      anna> /today
      anna< …
      anna> [Without a plan]
      anna< …
      anna> pull-ups
      anna< …
      anna> 12
      anna< …
      anna> [⋯ More]
      anna< …
      anna> [🏁 Finish the workout]
      anna< …
      anna> /history
      anna< Past workouts
        ⏳ Thu 26 Nov · Workout without a plan: one set
        ◐ Mon 23 Nov · Upper: 4 sets, 2,738 kg  [Thu 26 Nov · Workout without a plan] [Mon 23 Nov · Upper]
      anna> [Mon 23 Nov · Upper]
      anna< Upper
        Mon 23 Nov · 1 min · 4 sets, 2,738 kg
        ◐ Ended before everything was done.
        Difficulty: 2 of 5
        💬 no time <today>
        Bench press…
        Plank
        Planned: 1 × 45 s
        – Not done
    `)
    expect(went).toBe(wrote)
  })

  test('shows loads as they were typed to who reads that unit, what was swapped, and notes', async () => {
    const { world } = await practice({}, { units: 'lb' })
    const { went, wrote } = await world.play(`
      anna> /today
      anna< …
      anna> [▶️ Start: Upper]
      anna< …
      anna> [🔀 Swap]
      anna< …
      anna> dumbbell bench press
      anna< …
      anna> 8x67.5lb
      anna< …
      anna> 7x30kg
      anna< …
      anna> /history
      anna< Past workouts
        ⏳ Mon 23 Nov · Upper: 2 sets, 1,003 lb
      anna> [Mon 23 Nov · Upper]
      anna< Upper
        Mon 23 Nov · 1 min · 2 sets, 1,003 lb
        ⏳ Under way.
        Dumbbell bench press, instead of Bench press
        Planned: 2 × 6–8
        ✅ 8 × 67.5 lb, 7 × 66.1 lb
    `)
    expect(went).toBe(wrote)
    write(world, `update set_logs set notes = 'left shoulder' where set_number = 2`)
    write(world, `update exercise_completions set notes = 'felt <good>', difficulty_rating = 3`)
    const coach = await world.play(`
      dana> /clients anna
      dana< Anna…  [📖 History]
      dana> [📖 History]
      dana< Past workouts of Anna
        ⏳ Mon 23 Nov · Upper: 2 sets, 455 kg
      — crash —
      dana> [Mon 23 Nov · Upper]
      dana< Upper · Anna
        Mon 23 Nov · 1 min · 2 sets, 455 kg
        ⏳ Under way.
        Dumbbell bench press, instead of Bench press
        Planned: 2 × 6–8
        ✅ 8 × 30.6 kg, 7 × 30 kg
        Difficulty: 3 of 5
        💬 felt <good>
        Set 2: left shoulder
      dana> [‹ Back]
      dana< Past workouts of Anna…
      — crash —
      dana> [‹ Back]
      dana< Anna…  [📖 History]
    `)
    expect(coach.went).toBe(coach.wrote)
  })

  test('counts what other programs wrote, one entry for each of the client’s days', async () => {
    const { world, anna } = await practice({}, { timeZone: 'Asia/Jerusalem', language: 'he' })
    // 23:30 in Jerusalem, then half past midnight: two days of hers.
    logElsewhere(world, anna, {
      planned: 'Bench press',
      at: '2026-11-18 21:30:00',
      sets: 3,
      reps: '8,8,7',
      weight: 80,
    })
    logElsewhere(world, anna, {
      planned: 'Back squat',
      at: '2026-11-18T22:30:00Z',
      sets: 5,
      reps: '5',
      weight: 100,
    })
    logElsewhere(world, anna, { at: '2026-11-18 22:40:00.123456', sets: 2, weight: 20, notes: 'א <ב>' })
    logElsewhere(world, anna, { planned: 'Plank', at: '2025-01-03 09:00:00', sets: 1, reps: '60s' })
    const { went, wrote } = await world.play(`
      anna> /history
      anna< אימונים קודמים
        יום ה׳, 19 בנוב׳ · Lower: 7 סטים, 2,500 ק״ג
        יום ד׳, 18 בנוב׳ · Upper: 3 סטים, 1,840 ק״ג
        יום ו׳, 3 בינו׳ 2025 · Upper: סט אחד  [יום ה׳, 19 בנוב׳ · Lower] [‹ חזרה]
      — crash —
      anna> [יום ה׳, 19 בנוב׳ · Lower]
      anna< Lower
        יום ה׳, 19 בנוב׳ · 7 סטים, 2,500 ק״ג
        סקוואט
        בתוכנית: 2 × 5 × 100 ק״ג
        ✅ 5, 5, 5, 5, 5 × 100 ק״ג
        תרגיל
        ✅ שני סטים × 20 ק״ג
        💬 א <ב>  [‹ חזרה]
      — crash —
      anna> [‹ חזרה]
      anna< אימונים קודמים…
    `)
    expect(went).toBe(wrote)
  })

  test('is turned page by page', async () => {
    const { world, anna } = await practice()
    for (let day = 1; day <= 18; day++)
      logElsewhere(world, anna, {
        planned: 'Plank',
        at: `2026-10-${String(day).padStart(2, '0')} 09:00:00`,
        reps: '45s',
      })
    const { went, wrote } = await world.play(`
      anna> /history
      anna< Past workouts (1 of 3)
        Sun 18 Oct · Upper: one set…
        Sun 11 Oct · Upper: one set  [Sun 18 Oct · Upper] [Sun 11 Oct · Upper] [›] [‹ Back]
      anna> [›]
      anna< Past workouts (2 of 3)
        Sat 10 Oct · Upper: one set…  [‹] [›]
      — crash —
      anna> [›]
      anna< Past workouts (3 of 3)
        Fri 2 Oct · Upper: one set
        Thu 1 Oct · Upper: one set  [Fri 2 Oct · Upper] [Thu 1 Oct · Upper] [‹] [‹ Back]
      anna> [Thu 1 Oct · Upper]
      anna< …
      anna> [‹ Back]
      anna< Past workouts (3 of 3)…
    `)
    expect(went).toBe(wrote)
  })

  test('goes over the page where one workout is longer than a message', async () => {
    const { world, anna } = await practice()
    for (let exercise = 0; exercise < 12; exercise++)
      logElsewhere(world, anna, {
        planned: 'Plank',
        at: '2026-11-20 09:00:00',
        reps: '45s',
        notes: 'long '.repeat(1000),
      })
    const { went, wrote } = await world.play(`
      anna> /history
      anna< …
      anna> [Fri 20 Nov · Upper]
      anna< Upper
        Fri 20 Nov · 12 sets
        1 of 2…  [›] [‹ Back]
      — crash —
      anna> [›]
      anna< Upper
        Fri 20 Nov · 12 sets
        2 of 2…  [‹] [‹ Back]
    `)
    expect(went).toBe(wrote)
  })

  test('fits into messages whatever was noted', async () => {
    const { world } = await practice()
    await world.play(`
      anna> /today
      anna< …
      anna> [▶️ Start: Upper]
      anna< …
      anna> 8x80
      anna< …
    `)
    const long = '<&>"'.repeat(300)
    write(world, 'update workouts set notes = ?, name = ?', long.slice(0, 1000), 'W'.repeat(200))
    write(world, 'update exercise_completions set notes = ?', long)
    write(world, 'update exercises set name = ?', 'E'.repeat(200))
    write(
      world,
      `update exercise_names set name = substr(name || ?, 1, 200) where is_primary = 1`,
      'e'.repeat(200),
    )
    write(
      world,
      `insert into set_logs (exercise_completion_id, client_id, set_number, reps, weight, rpe, notes)
        with recursive n(i) as (select 2 union all select i + 1 from n where i < 100)
        select c.id, c.client_id, i, 200, 100.25 + i, 8.5, ? from exercise_completions c, n`,
      long.slice(0, 200),
    )
    const { went, wrote } = await world.play(`
      anna> /history
      anna< Past workouts…
      anna> [Mon 23 Nov · ${'W'.repeat(200)}]
      anna< ${'W'.repeat(200)}…
        Set 5: …  [‹ Back]
    `)
    expect(went).toBe(wrote)
  })

  test('remains when the plan is over, edited or gone', async () => {
    const { world } = await practice()
    const { went, wrote } = await world.play(`
      anna> /today
      anna< …
      anna> [▶️ Start: Upper]
      anna< …
      anna> 8x80
      anna< …
    `)
    expect(went).toBe(wrote)
    expect(() => write(world, 'delete from workout_plans')).toThrow(/FOREIGN KEY/)
    write(world, `update workout_plans set end_date = '2026-11-23', start_date = '2026-11-01'`)
    write(world, `update workout_exercises set sets = 9, reps = '1', weight = 300`)
    const later = await world.play(`
      — Wednesday 07:30 —
      anna< ⏱ The rest is over.…
      anna> /history
      anna< Past workouts
        ⏳ Mon 23 Nov · Upper: one set, 640 kg
      anna> [Mon 23 Nov · Upper]
      anna< Upper
        Mon 23 Nov · 1 min · one set, 640 kg
        ⏳ Under way.
        Bench press
        Planned: 2 × 6–8 × 80 kg
        ✅ 8 × 80 kg
    `)
    expect(later.went).toBe(later.wrote)
  })

  test('is nobody else’s: a foreign client, a foreign workout and none at all answer alike', async () => {
    const { world, anna } = await practice()
    const yossi = await world.trainer('Yossi')
    const noa = await world.client('Noa', { trainer: yossi })
    await world.play(`
      anna> /today
      anna< …
      anna> [▶️ Start: Upper]
      anna< …
      anna> 8x80
      anna< …
    `)
    const [workout] = world.rows<{ id: number }>('workouts')
    const places: [Member, string, object][] = [
      [yossi, 'list', { client: anna.userId, page: 1 }],
      [yossi, 'list', { client: 999_999, page: 1 }],
      [yossi, 'list', { client: yossi.userId, page: 1 }],
      [yossi, 'one', { client: noa.userId, page: 1, workout: workout?.id }],
      [yossi, 'one', { client: noa.userId, page: 1, date: '2026-11-23' }],
      [noa, 'one', { client: null, page: 1, workout: workout?.id }],
      [noa, 'one', { client: null, page: 1, workout: 999_999 }],
      [noa, 'one', { client: null, page: 1, date: '2026-11-23' }],
    ]
    for (const [who, step, data] of places) {
      stand(world, who, step, data)
      const name = who.name.toLowerCase()
      const { went, wrote } = await world.play(`
        ${name}> /help
        ${name}< What I can do for you…
        ${name}< That is not there (any more).…
      `)
      expect(went).toBe(wrote)
    }
    stand(world, noa, 'list', { client: anna.userId, page: 1 })
    const { went, wrote } = await world.play(`
      noa> /help
      noa< What I can do for you…
      noa< That is not for you to do.…
      yossi> /history
      yossi< I could not place that.…
    `)
    expect(went).toBe(wrote)
  })
})
