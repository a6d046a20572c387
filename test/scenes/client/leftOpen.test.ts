import { expect, test } from 'vitest'
import { muteCoaches } from '../../support/muting.ts'
import { cutting, cuttingDay, giveDay } from '../../support/meals.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

interface Wanted {
  language?: 'en' | 'he'
  trains?: boolean
  /** What the scale said three days ago, kg. */
  weighed?: number
}

/** Monday 23 November 2026, 20:00 where Anna is; nobody asks her for her weight. */
async function anna({ language = 'en', trains = false, weighed }: Wanted = {}) {
  const world = await makeWorld({ at: '2026-11-23T20:00:00Z' })
  const dana = await world.trainer('Dana')
  const client = await world.client('Anna', { trainer: dana, language })
  await muteCoaches(world, dana)
  if (weighed !== undefined)
    await world.orm.em
      .getConnection()
      .execute('insert into weigh_ins (client_id, weight, recorded_at) values (?, ?, ?)', [
        client.userId,
        weighed,
        '2026-11-20 06:00:00',
      ])
  if (trains) await givePlan(world, client, 'Mon Pull\nDeadlift 3x5 @40kg', { from: '2026-11-23' })
  return { world, client }
}

const sets = (world: World) => world.ask('select reps, weight from set_logs order by id')
const weights = (world: World) =>
  world
    .ask<{ weight: number }>(`select weight from weigh_ins where recorded_at >= '2026-11-21' order by id`)
    .map(({ weight }) => weight)
const letters = (world: World) =>
  world
    .ask<{ message: string }>('select message from notifications order by id')
    .map(({ message }) => message)

const leftPull = `
  anna> /today
  anna< …
  anna> [▶️ Start: Pull]
  anna< …
  anna> 5x40
  anna< Logged: Deadlift, set 1: 5 reps × 40 kg…
`

test.each([undefined, 67.5])(
  'a number under a workout of yesterday is no set before that is answered, last weighed: %s',
  async (weighed) => {
    const { world } = await anna({ trains: true, ...(weighed !== undefined && { weighed }) })
    await goes(world, leftPull)
    await goes(
      world,
      `
      — Tuesday 07:00 —
      anna> 67.7
      anna< 67.7: what you weigh, or a set of Deadlift?
        Nothing is noted yet.
        [⚖️ Weight: 67.7 kg]
        [🏋️ Set 2: 5 × 67.7 kg]
        [‹ Back]
    `,
    )
    expect(sets(world)).toHaveLength(1)
    await goes(
      world,
      `
      — crash —
      anna> [⚖️ Weight: 67.7 kg]
      anna< Noted: 67.7 kg…
    `,
    )
    expect(weights(world)).toEqual([67.7])
    expect(sets(world)).toEqual([{ reps: 5, weight: 40 }])
  },
)

test('in Hebrew, hours later on the same day: it was a set, and the next number is one without a question', async () => {
  const { world } = await anna({ trains: true, language: 'he' })
  await goes(
    world,
    `
    anna> /today
    anna< …
    anna> [▶️ להתחיל: Pull]
    anna< …
    anna> 5x40
    anna< …
    — 3h later —
    anna> 42.5
    anna< נרשם: …
    — Tuesday 03:30 —
    anna> 67.7
    anna< 67.7: זה המשקל שלך, או סט של דדליפט?…
    anna> [🏋️ סט 3: 5 × 67.7 ק״ג]
    anna< נרשם: …
  `,
  )
  expect(weights(world)).toEqual([])
  expect(sets(world).map(({ weight }) => weight)).toEqual([40, 42.5, 67.7])
})

test('what cannot be her weight stays a set, and so does all of a workout that goes on past midnight', async () => {
  const { world } = await anna({ trains: true, weighed: 67.5 })
  await goes(world, leftPull)
  await goes(
    world,
    `
    — Monday 23:50 —
    anna> 50
    anna< Logged: Deadlift, set 2…
    — Tuesday 00:10 —
    anna> 67.5
    anna< Logged: Deadlift, set 3…
    — Tuesday 12:00 —
    anna> 40
    anna< Logged: Deadlift, set 4…
  `,
  )
  expect(weights(world)).toEqual([])
})

test('words under the summary of a workout long over are for the trainer; it may still be rated', async () => {
  const { world } = await anna({ trains: true })
  await goes(world, leftPull)
  await goes(
    world,
    `
    anna> [⋯ More]
    anna< …
    anna> [🏁 Finish the workout]
    anna< …
    anna> [🏁 Yes, finish]
    anna< …
    anna> felt strong
    anna< Noted with the workout.…
    — 312h later —
    anna> Hi, sorry, was away
    anna< I could not place that. Is it for your trainer? /help shows what I can do.
      🏁 Pull ends here.
      Mon 23 Nov · 1 min · one set, 200 kg
      One exercise
      How hard was the whole workout? 1 easy – 5 all out
      💬 felt strong
      [1] [2] [3] [4] [5] [↩️ Back into the workout] [📝 Note] [Done] [💬 Send to my trainer]
    anna> [💬 Send to my trainer]
    anna< …
    dana< 💬 Anna writes
      Hi, sorry, was away…
    anna> [4]
    anna< …
    anna> really hard, that one
    anna< Noted with the workout.…
  `,
  )
  expect(letters(world)).toEqual(['Hi, sorry, was away'])
  expect(world.ask('select notes from workouts')).toEqual([{ notes: 'felt strong\nreally hard, that one' }])
})

test('in Hebrew: what is typed on reminders left open goes to the trainer, and the screen stays', async () => {
  const { world } = await anna({ language: 'he' })
  await goes(
    world,
    `
    anna> /settings
    anna< …
    anna> [🔔 תזכורות]
    anna< …
    anna> מה קורה?
    anna< לא הבנתי לאן זה שייך…
    — 192h later —
    anna> היי, חזרתי!
    anna< לא הבנתי למה הכוונה. זה בשביל המאמן או המאמנת?…
    anna> [💬 לשלוח למאמן/ת]
    anna< …
    dana< …
  `,
  )
  expect(letters(world)).toEqual(['היי, חזרתי!'])
})

test('a question left open for two days keeps waiting: what is no answer may be for the trainer, each time', async () => {
  const { world } = await anna({ weighed: 67.5 })
  await goes(
    world,
    `
    anna> /settings
    anna< …
    anna> [Height]
    anna< How tall are you?…
    anna> no idea
    anna< I could not read that as a height…
      How tall are you?
      For instance 172 (cm) or 5'8".  [‹ Back]
    — 48h later —
    anna> I feel better
    anna< I could not read that as a height…
      How tall are you?
      For instance 172 (cm) or 5'8".  [💬 Send to my trainer] [‹ Back]
    — crash —
    anna> [💬 Send to my trainer]
    anna< …
    dana< 💬 Anna writes
      I feel better…
    anna> are you there?
    anna< I could not read that as a height…
      How tall are you?
      For instance 172 (cm) or 5'8".  [💬 Send to my trainer] [‹ Back]
    anna> 172
    anna< …
  `,
  )
  expect(letters(world)).toEqual(['I feel better'])
  expect(world.ask('select height from client_profiles')).toEqual([{ height: 172 }])
})

test('hours typed on an old card that asks for them are still read', async () => {
  const { world } = await anna()
  await goes(
    world,
    `
    anna> /settings
    anna< …
    anna> [🔔 Reminders]
    anna< …
    anna> [Weigh-in]
    anna< …
    — 48h later —
    anna> I feel better
    anna< I could not read that as an hour or days…
    anna> mo,we,fr 17.45
    anna< 🔔 Weigh-in: Mon, Wed, Fri, 17:45…
    anna> I feel better
    anna< I could not read that as an hour or days…
  `,
  )
})

const openMeal = `
  anna> /meals
  anna< …
  anna> [◻ Lunch]
  anna< 🍽 Lunch…
`

test('a weight typed at an open meal may be noted as one, once', async () => {
  const { world, client } = await anna({ weighed: 82.5 })
  giveDay(world, client, '2026-11-23', cuttingDay, cutting)
  await goes(world, openMeal)
  await goes(
    world,
    `
    anna> 83.1
    anna< Is 83.1 kg what you weigh? Nothing is noted yet.
      🍽 Lunch…
    anna> [⚖️ Log 83.1 kg as today’s weight]
    anna< Noted: 83.1 kg…
      🍽 Lunch…
    anna> (stale) [⚖️ Log 83.1 kg as today’s weight]
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< 🍽 Lunch…
  `,
  )
  expect(weights(world)).toEqual([83.1])
})

test('in Hebrew; 40 kg after 82.5 kg is offered as none, and a weight is of the day on which it was typed', async () => {
  const { world, client } = await anna({ weighed: 82.5, language: 'he' })
  giveDay(world, client, '2026-11-23', cuttingDay, cutting)
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> 40
    anna< לא הבנתי למה הכוונה. זה בשביל המאמן או המאמנת?…
    anna> 83.1
    anna< 83.1 ק״ג: זה המשקל שלך? עדיין לא נרשם כלום.…
    — Tuesday 07:00 —
    anna> [⚖️ לרשום 83.1 ק״ג כמשקל של היום]
    anna< …
  `,
  )
  const noted = world.ask(
    `select weight, substr(recorded_at, 1, 10) as day from weigh_ins where recorded_at > '2026-11-21'`,
  )
  expect(noted).toEqual([{ weight: 83.1, day: '2026-11-23' }])
})
