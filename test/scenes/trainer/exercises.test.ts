import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { type World, makeWorld } from '../../support/world.ts'

/** Writes as another program would. */
function write(world: World, sql: string): void {
  const database = new Database(world.path)
  database.pragma('foreign_keys = on')
  database.exec(sql)
  database.close()
}

describe('/exercises', () => {
  test('is searched by typing, forgiving typos in both languages, and browsed by muscle group', async () => {
    const world = await makeWorld()
    await world.trainer('Dana')
    const { went, wrote } = await world.play(`
      dana> /exercises
      dana< Exercises
        Send the name of one, in English or Hebrew, or tap a muscle group.  [Chest] [Back] [Shoulders] [Biceps] [Triceps] [Legs] [Core] [Cardio] [Full body] [Other] [+ Add mine] [Done]
      — crash —
      dana> bench pres
      dana< Bench press
        Chest · Barbell
        💡 Shoulder blades back and down, bar to the lower chest, feet planted.
        English: Bench press, flat bench, …
        Hebrew: לחיצת חזה, …  [‹ Back]
      — crash —
      dana> [‹ Back]
      dana< Closest to bench pres: (1 of 2)  [Bench press] [Dumbbell bench press] [›] [+ Add bench pres] [‹ Back]
      — crash —
      dana> [›]
      dana< Closest to bench pres: (2 of 2)  [‹] [+ Add bench pres]
      dana> סקוואט
      dana< Back squat…
      dana> xyzzy
      dana< I know nothing like xyzzy. Try other words, or add it as your own.  [+ Add xyzzy] [‹ Back]
      dana> [‹ Back]
      dana< Exercises…
      dana> [Biceps]
      dana< Biceps (1 of 2)  [Barbell curl]
      dana> [›]
      dana< Biceps (2 of 2)  [‹]
      dana> /exercises plank
      dana< Plank…
      dana> [‹ Back]
      dana< Closest to plank:…
      dana> [‹ Back]
      dana< …
      dana> [Done]
      dana< …
    `)
    expect(went).toBe(wrote)
  })

  test('adds one of their own and changes everything about it', async () => {
    const world = await makeWorld()
    const dana = await world.trainer('Dana')
    const { went, wrote } = await world.play(`
      dana> /exercises
      dana< Exercises…
      dana> [+ Add mine]
      dana< What is your exercise called?
        As you write it in plans.  [‹ Back]
      — crash —
      dana> 🏋️
      dana< The name of an exercise has a letter or a digit in it, and at most 100 characters.
        What is your exercise called?…
      dana> Sled <drag>
      dana< Which muscles does Sled <drag> train?  [Chest] [Other] [‹ Back]
      — crash —
      dana> the big ones
      dana< Please tap one of these.
        Which muscles does Sled <drag> train?
      dana> (twice) [Legs]
      dana< (toast) ★ Sled <drag> is yours now. Everything below is optional.
      dana< (toast) That button is out of date. Here is how things stand now.
      dana< ★ Sled <drag>
        Legs
        English: Sled <drag>  [English name] [Hebrew name] [Other names] [Muscles] [Equipment] [Video] [Cue] [Delete] [‹ Back]
      — crash —
      dana> [Hebrew name]
      dana< What is it called in Hebrew?
        Who reads Hebrew sees this name.  [‹ Back]
      — crash —
      dana> גרירת מזחלת
      dana< Saved.
        ★ Sled <drag>
        Legs
        English: Sled <drag>
        Hebrew: גרירת מזחלת
      dana> [English name]
      dana< What is it called in English?
        Who reads English sees this name.
        At the moment: Sled <drag>
      dana> Sled drag
      dana< Saved.
        ★ Sled drag…
      dana> [Other names]
      dana< What else is it called?
        One a line or with commas between, in either language.
      dana> sledge pull, Sled Drags
        מזחלת
      dana< Saved.
        ★ Sled drag
        Legs
        English: Sled drag, sledge pull
        Hebrew: גרירת מזחלת, מזחלת
      dana> [Equipment]
      dana< What is it done with?
        Tap one, or say it in your own words.  [Barbell] [Other equipment] [‹ Back]
      dana> a sled
      dana< Saved.
        ★ Sled drag
        Legs · a sled
      dana> [Video]
      dana< Where is the video?
        Send its link.
      dana> javascript:alert(1)
      dana< I cannot open that: a link begins with https:// or http:// and names a site.
        Where is the video?…
      dana> youtu.be/abc
      dana< Saved.
        ★ Sled drag…  [▶ Video] [English name]
      dana> [Cue]
      dana< What shall your clients think of while doing it?…
      dana> Lean into it.
      dana< Saved.
        ★ Sled drag
        Legs · a sled
        💡 Lean into it.
      dana> [Cue]
      dana< …
        At the moment: Lean into it.  [‹ Back] [Remove]
      dana> [Remove]
      dana< (toast) Saved.
      dana< ★ Sled drag
        Legs · a sled
        English: Sled drag, sledge pull
      dana> [Muscles]
      dana< Which muscles does it train?
        At the moment: Legs
      dana> full body
      dana< Saved.
        ★ Sled drag
        Full body · a sled
      dana> [‹ Back]
      dana< Your own exercises
        Your clients see them too.  [★ Sled drag] [+ Add mine] [‹ Back]
      dana> sledgee pull
      dana< ★ Sled drag…
    `)
    expect(went).toBe(wrote)
    expect(world.rows('exercises', `created_by = ${dana.userId}`)).toMatchObject([
      {
        name: 'Sled drag',
        muscle_group: 'full_body',
        equipment_needed: 'a sled',
        video_url: 'https://youtu.be/abc',
        instructions: null,
      },
    ])
    expect(
      world.ask(`select language, name, is_primary from exercise_names where exercise_id in
        (select id from exercises where created_by = ${dana.userId}) order by language, is_primary desc, id`),
    ).toEqual([
      { language: 'en', name: 'Sled drag', is_primary: 1 },
      { language: 'en', name: 'sledge pull', is_primary: 0 },
      { language: 'he', name: 'גרירת מזחלת', is_primary: 1 },
      { language: 'he', name: 'מזחלת', is_primary: 0 },
    ])
  })

  test('has no two of one name, and says what the library has', async () => {
    const world = await makeWorld()
    await world.trainer('Dana')
    const { went, wrote } = await world.play(`
      dana> /exercises
      dana< …
      dana> [+ Add mine]
      dana< …
      dana> Bench press
      dana< Which muscles does Bench press train?
        The library has Bench press too; where you and your clients say so, yours is meant.
      dana> [Chest]
      dana< …
      dana> /exercises bench press
      dana< ★ Bench press…
      dana> [‹ Back]
      dana< Closest to bench press:…  [★ Bench press] [Bench press]
      dana> /exercises
      dana< …
      dana> [★ Mine (1)]
      dana< Your own exercises…
      dana> [+ Add mine]
      dana< …
      dana> bench presses
      dana< You have that one already.
        ★ Bench press…
      dana> /exercises tyre flip
      dana< …
      dana> [+ Add tyre flip]
      dana< Which muscles does tyre flip train?…
      dana> [Full body]
      dana< …
      dana> [English name]
      dana< …
      dana> bench presses
      dana< Another exercise of yours goes by that name: Bench press.
        What is it called in English?…
      dana> [‹ Back]
      dana< ★ tyre flip…
    `)
    expect(went).toBe(wrote)
  })

  test('deletes one that nothing uses, and keeps one that stands in a plan', async () => {
    const world = await makeWorld()
    const dana = await world.trainer('Dana')
    write(
      world,
      `insert into exercises (id, name, muscle_group, created_by) values (9001, 'Sled drag', 'legs', ${dana.userId})`,
    )
    const { went, wrote } = await world.play(`
      dana> /exercises sled drag
      dana< ★ Sled drag
        Legs
        English: Sled drag
      dana> [Delete]
      dana< Delete Sled drag? Nothing uses it.  [Yes, delete it] [‹ Back]
      — crash —
      dana> [‹ Back]
      dana< ★ Sled drag…
      dana> [Delete]
      dana< …
    `)
    expect(went).toBe(wrote)
    write(world, `insert into workout_plans (id, name, trainer_id) values (9001, 'Template', ${dana.userId})`)
    write(world, `insert into workout_sessions (id, workout_plan_id, name) values (9001, 9001, 'Day A')`)
    write(
      world,
      `insert into workout_exercises (id, workout_session_id, exercise_id, sets, reps) values (9001, 9001, 9001, 3, '8')`,
    )
    const later = await world.play(`
      dana> [Yes, delete it]
      dana< (alert) Plans or workouts use this exercise, so it stays. You can still change it.
      dana> [‹ Back]
      dana< ★ Sled drag
        Legs
        English: Sled drag
        It stands in one plan.  [Cue] [‹ Back]
    `)
    expect(later.went).toBe(later.wrote)
    write(world, 'delete from workout_plans where id = 9001')
    const last = await world.play(`
      dana> /exercises sled drag
      dana< …
      dana> [Delete]
      dana< …
      dana> yes
      dana< Sled drag is deleted.
        Closest to sled drag:…
    `)
    expect(last.went).toBe(last.wrote)
    expect(world.rows('exercises', 'id = 9001')).toEqual([])
  })

  test('shows what other programs wrote, to whom it belongs', async () => {
    const world = await makeWorld()
    const dana = await world.trainer('Dana', { language: 'he' })
    const yossi = await world.trainer('Yossi')
    const insert = `insert into exercises (name, muscle_group, equipment_needed, description, instructions, video_url, created_by)`
    write(
      world,
      `${insert} values ('Atlas carry', 'full_body', 'Atlas stone & belt', 'Carry it.', 'Hug it.', 'see the notes', null)`,
    )
    write(world, `${insert} values ('נשיאת שק', 'legs', null, null, null, null, ${dana.userId})`)
    write(world, `${insert} values ('Secret lift', 'legs', null, null, null, null, ${yossi.userId})`)
    const { went, wrote } = await world.play(`
      dana> /exercises atlas cary
      dana< Atlas carry
        כל הגוף · Atlas stone & belt
        💡 Hug it.
        Carry it.
        באנגלית: Atlas carry
        סרטון: see the notes  [‹ חזרה]
      dana> נשיאת שק
      dana< ★ נשיאת שק
        רגליים
        בעברית: נשיאת שק
      dana> לחיצת חזה
      dana< לחיצת חזה
        חזה · מוט
        💡 שכמות אחורה ולמטה, המוט יורד לחזה התחתון, כפות הרגליים נעוצות ברצפה.
        באנגלית: Bench press, …
        בעברית: לחיצת חזה, …
      dana> secret lift
      dana< …
      yossi> /exercises secret lift
      yossi< ★ Secret lift…
      yossi> [Hebrew name]
      yossi< …
      yossi> הרמה סודית
      yossi< Saved.
        ★ Secret lift
        Legs
        English: Secret lift
        Hebrew: הרמה סודית
      yossi> [English name]
      yossi< …
      yossi> Open lift
      yossi< Saved.
        ★ Open lift
        Legs
        English: Open lift
        Hebrew: הרמה סודית
    `)
    expect(went).toBe(wrote)
    const seen = world
      .member('dana')
      .phone.chat()
      .flatMap(({ text, buttons }) => [text, ...buttons.flat().map(({ label }) => label)])
    expect(seen.filter((words) => words.includes('Secret'))).toEqual([])
    expect(world.rows('exercises', `created_by = ${yossi.userId}`)).toMatchObject([{ name: 'Open lift' }])
  })

  test('is for coaches', async () => {
    const world = await makeWorld()
    const dana = await world.trainer('Dana')
    await world.client('Anna', { trainer: dana })
    const { went, wrote } = await world.play(`
      anna> /exercises
      anna< …
    `)
    expect(went).toBe(wrote)
    expect(world.member('anna').phone.chat().at(-1)?.text).toContain('I could not place that.')
  })
})
