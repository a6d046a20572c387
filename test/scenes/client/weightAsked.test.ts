import { expect, test } from 'vitest'
import { cutting, cuttingDay, giveDay } from '../../support/meals.ts'
import { muteCoaches } from '../../support/muting.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

interface Wanted {
  language?: 'en' | 'he'
  units?: 'kg' | 'lb'
  /** A day of training, begun in the evening. */
  trains?: boolean
  /** The card of the morning asks, and the reminder of its own comes in the evening. */
  byCard?: boolean
  /** What the scale said last, kg. */
  weighed?: number
}

/** Sunday 22 November 2026, 20:00. On Monday at 06:00 she is asked to step on the scale: an hour of her own. */
async function anna({ language = 'en', units = 'kg', trains = false, byCard = false, weighed }: Wanted = {}) {
  const world = await makeWorld({ at: '2026-11-22T20:00:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const client = await world.client('Anna', { trainer: dana, language, units })
  await muteCoaches(world, dana)
  const sql = world.orm.em.getConnection()
  for (const [kind, isOn] of [
    ['weighIn', 1],
    ['morning', byCard ? 1 : 0],
    ['workout', 0],
    ['missed', 0],
    ['checkIn', 0],
  ] as const)
    await sql.execute('insert into reminder_rules (user_id, kind, is_on, time_of_day) values (?, ?, ?, ?)', [
      client.userId,
      kind,
      isOn,
      kind === 'weighIn' ? (byCard ? '20:00' : '06:00') : null,
    ])
  if (weighed !== undefined)
    await sql.execute('insert into weigh_ins (client_id, weight, recorded_at) values (?, ?, ?)', [
      client.userId,
      weighed,
      '2026-11-20 06:00:00',
    ])
  if (trains) await givePlan(world, client, 'Sun Pull\nPull-up 3x8', { from: '2026-11-22' })
  await world.app.plan()
  return { world, client }
}

const weighed = (world: World) =>
  world
    .ask<{ weight: number }>(`select weight from weigh_ins where recorded_at >= '2026-11-21'`)
    .map(({ weight }) => weight)
const sets = (world: World) => world.ask('select reps, weight from set_logs order by id')

/** What she does in the evening; in the morning she is asked. */
async function askedAfter(world: World, evening: string, language: 'en' | 'he' = 'en'): Promise<void> {
  await goes(world, evening)
  const asks = {
    en: '⚖️ Time to step on the scale. Just type what it says: 82.4',
    he: '⚖️ הגיע הזמן לעלות על המשקל…',
  }
  await goes(
    world,
    `
    — Monday 06:00 —
    anna< ${asks[language]}
  `,
  )
}

test.each(['67,5', '67.5', '67.5 kg', '67,5 ק״ג', '148.8 lb'])(
  'last evening’s meal stands open: %s is what was asked for this morning',
  async (typed) => {
    const { world, client } = await anna({ weighed: 67 })
    giveDay(world, client, '2026-11-22', cuttingDay, cutting)
    await askedAfter(
      world,
      `
      anna> /meals
      anna< …
      anna> [◻ Lunch]
      anna< 🍽 Lunch…
    `,
    )
    await goes(
      world,
      `
      anna> ${typed}
      anna< ✅ Weigh-in: done
      anna< Noted: …
        ⚖️ Weigh-in…
    `,
    )
    expect(weighed(world)).toEqual([expect.closeTo(67.5, 1)])
  },
)

test('an hour was asked for the day before: a weight is the weigh-in, and its edited message corrects it', async () => {
  const { world } = await anna({ weighed: 82 })
  await askedAfter(
    world,
    `
    anna> /settings
    anna< …
    anna> [🔔 Reminders]
    anna< …
    anna> [Weigh-in]
    anna< …
  `,
  )
  await goes(
    world,
    `
    anna> 82.4
    anna< ✅ Weigh-in: done
    anna< Noted: 82.4 kg…
    anna> (edits 1 back) 82.6
    anna< Corrected: 82.6 kg…
  `,
  )
  expect(weighed(world)).toEqual([82.6])
})

test('a question asked since then takes what it understands; what it does not is the weight, and it stays open', async () => {
  const { world } = await anna({ weighed: 82 })
  await askedAfter(world, 'anna> /today\nanna< …')
  await goes(
    world,
    `
    anna> /settings
    anna< …
    anna> [🔔 Reminders]
    anna< …
    anna> [Weigh-in]
    anna< …
    anna> 20
    anna< 🔔 Weigh-in: …20:00…
    anna> 82,4
    anna< ✅ Weigh-in: done
    anna< Noted: 82.4 kg · Mon 23 Nov
      🔔 Weigh-in: …20:00…
    anna> 82.9
    anna< I could not read that as an hour or days.…
  `,
  )
  expect(weighed(world)).toEqual([82.4])
})

test('a target asked for since then takes the number; one asked for the day before does not', async () => {
  const target = (world: World) => world.ask('select target_weight as kg from client_profiles')
  const ask = `
    anna> /settings
    anna< …
    anna> [Weight goal]
    anna< …
  `
  const one = await anna({ weighed: 82 })
  await askedAfter(one.world, 'anna> /today\nanna< …')
  await goes(one.world, ask)
  await goes(one.world, 'anna> 80\nanna< …')
  expect([target(one.world), weighed(one.world)]).toEqual([[{ kg: 80 }], []])
  const other = await anna({ weighed: 82 })
  await askedAfter(other.world, ask)
  await goes(other.world, 'anna> 80\nanna< ✅ Weigh-in: done\nanna< Noted: 80 kg…')
  expect([target(other.world), weighed(other.world)]).toEqual([[{ kg: null }], [80]])
})

test('a letter begun since then is a letter, whatever it says', async () => {
  const { world } = await anna({ weighed: 82 })
  await askedAfter(world, 'anna> /message\nanna< …')
  await goes(
    world,
    `
    anna> /message
    anna< …
    anna> 82.4
    anna< …
    dana< …82.4…
  `,
  )
  expect(weighed(world)).toEqual([])
  await goes(world, 'anna> 82.4\nanna< ✅ Weigh-in: done\nanna< Noted: 82.4 kg…')
})

test('a letter begun the day before does not take it, not even after a press of Later', async () => {
  const { world } = await anna({ weighed: 82 })
  await askedAfter(world, 'anna> /message\nanna< …')
  await goes(
    world,
    `
    anna> [Later]
    anna< ⏰ Weigh-in: I will ask again at 08:00…
    anna> 82.4
    anna< ✅ Weigh-in: done
    anna< Noted: 82.4 kg…
  `,
  )
})

test('nobody asked: the place keeps what is typed', async () => {
  const { world } = await anna({ weighed: 82 })
  await goes(
    world,
    `
    anna> /message
    anna< …
    — Monday 05:00 —
    anna> 82.4
    anna< …
    dana< …82.4…
  `,
  )
  expect(weighed(world)).toEqual([])
})

const begins = `
    anna> /today
    anna< …
    anna> [▶️ Start: Pull]
    anna< 🏋️ Pull…
    anna> 8
    anna< Logged: Pull-up, set 1: 8 reps…
`

test('a workout left standing: a number that may be a weight or a set is asked about, and nothing logged before', async () => {
  const { world } = await anna({ weighed: 83, trains: true })
  await askedAfter(world, begins)
  await goes(
    world,
    `
    anna> 83.5
    anna< 83.5: what you weigh, or a set of Pull-up?
      Nothing is noted yet.
      [⚖️ Weight: 83.5 kg]
      [🏋️ Set 2: 8 × 83.5 kg]
      [‹ Back]
    — crash —
    anna> what?
    anna< …
    anna> (edits 2 back) 83.6
    anna< 83.6: what you weigh, or a set of Pull-up?…
    anna> [⚖️ Weight: 83.6 kg]
    anna< ✅ Weigh-in: done
    anna< Noted: 83.6 kg · Mon 23 Nov
      🏋️ Pull…
    anna> 10
    anna< Logged: Pull-up, set 2…
  `,
  )
  expect(weighed(world)).toEqual([83.6])
  expect(sets(world)).toEqual([
    { reps: 8, weight: null },
    { reps: 10, weight: null },
  ])
})

test('asked, it was a set: it is logged, and goes on being one as its message is edited', async () => {
  const { world } = await anna({ weighed: 83, trains: true })
  await askedAfter(world, begins)
  await goes(
    world,
    `
    anna> 83.5
    anna< 83.5: what you weigh, or a set of Pull-up?…
    anna> [🏋️ Set 2: 8 × 83.5 kg]
    anna< Logged: Pull-up, set 2: 8 reps × 83.5 kg…
    anna> (edits 1 back) 84.5
    anna< Corrected: Pull-up, set 2: 8 reps × 84.5 kg…
    anna> 83.5
    anna< Logged: Pull-up, set 3: 8 reps × 83.5 kg…
  `,
  )
  expect(weighed(world)).toEqual([])
})

test('asked, what is typed or edited into a set is one; back leaves all as it was', async () => {
  const { world } = await anna({ weighed: 83, trains: true })
  await askedAfter(world, begins)
  await goes(
    world,
    `
    anna> 83.5
    anna< 83.5: what you weigh…
    anna> [‹ Back]
    anna< 🏋️ Pull…
    anna> /today
    anna< …
    anna> 83.5
    anna< 83.5: what you weigh…
    anna> (edits 1 back) 6x83.5
    anna< Logged: Pull-up, set 2: 6 reps × 83.5 kg…
  `,
  )
  expect(weighed(world)).toEqual([])
})

test('a workout under way takes numbers as ever; a reply to what asks for the weight says the weight', async () => {
  const { world } = await anna({ weighed: 83, trains: true })
  await askedAfter(world, begins)
  await goes(
    world,
    `
    anna> 7
    anna< Logged: Pull-up, set 2: 7 reps…
    anna> 83.5
    anna< Logged: Pull-up, set 3: 8 reps × 83.5 kg…
    anna> (replies to Time to step on the scale) 83.4
    anna< ✅ Weigh-in: done
    anna< Noted: 83.4 kg · Mon 23 Nov
      🏋️ Pull…
    anna> (edits 1 back) 83.2
    anna< Corrected: 83.2 kg…
  `,
  )
  expect(weighed(world)).toEqual([83.2])
  expect(sets(world)).toHaveLength(3)
})

test('a number that nobody would weigh is a set, also of a workout left standing', async () => {
  const { world } = await anna({ weighed: 83, trains: true })
  await askedAfter(world, begins)
  await goes(world, 'anna> 40\nanna< Logged: Pull-up, set 2…')
  expect(weighed(world)).toEqual([])
})

test('the card of the morning asks for it as well', async () => {
  const { world } = await anna({ weighed: 83, trains: true, byCard: true })
  await goes(world, begins)
  await goes(
    world,
    `
    — Monday 08:00 —
    anna< ☀️ Good morning!…
    anna> 83.5
    anna< 83.5: what you weigh…
    anna> [⚖️ Weight: 83.5 kg]
    anna< Noted: 83.5 kg…
  `,
  )
  expect(weighed(world)).toEqual([83.5])
})

test('a card of the morning that does not speak of it asks for nothing, but the workout is of yesterday', async () => {
  const { world, client } = await anna({ weighed: 83, trains: true, byCard: true })
  await world.orm.em
    .getConnection()
    .execute(`update reminder_rules set is_on = 0 where kind = 'weighIn' and user_id = ${client.userId}`)
  await goes(world, begins)
  await goes(
    world,
    `
    — Monday 08:00 —
    anna< ☀️ Good morning!…
    anna> 83.5
    anna< 83.5: what you weigh, or a set of Pull-up?…
    anna> [🏋️ Set 2: 8 × 83.5 kg]
    anna< Logged: Pull-up, set 2…
  `,
  )
  expect(weighed(world)).toEqual([])
})

test('בעברית: ארוחה פתוחה מאתמול, ואימון שלא נסגר', async () => {
  const { world, client } = await anna({ language: 'he', weighed: 83 })
  giveDay(world, client, '2026-11-22', cuttingDay, cutting)
  await askedAfter(world, 'anna> /meals\nanna< …\nanna> [◻ Lunch]\nanna< …', 'he')
  await goes(
    world,
    `
    anna> 83,5 ק״ג
    anna< ✅ שקילה: …
    anna< נרשם: 83.5 ק״ג…
  `,
  )
  expect(weighed(world)).toEqual([83.5])
  const other = await anna({ language: 'he', weighed: 83, trains: true })
  await askedAfter(
    other.world,
    `
    anna> /today
    anna< …
    anna> [▶️ להתחיל: Pull]
    anna< …
  `,
    'he',
  )
  await goes(
    other.world,
    `
    anna> 83.5
    anna< 83.5: זה המשקל שלך, או סט של מתח?
      עדיין לא נרשם כלום.
      [⚖️ משקל: 83.5 ק״ג]
      [🏋️ סט 1: 8 × 83.5 ק״ג]
      [‹ חזרה]
    anna> [⚖️ משקל: 83.5 ק״ג]
    anna< ✅ שקילה: …
    anna< נרשם: 83.5 ק״ג…
  `,
  )
  expect([weighed(other.world), sets(other.world)]).toEqual([[83.5], []])
})

test('in pounds it asks in pounds, and a bare number counts in them', async () => {
  const { world } = await anna({ units: 'lb', weighed: 82 })
  await goes(
    world,
    `
    anna> /message
    anna< …
    — Monday 06:00 —
    anna< ⚖️ Time to step on the scale. Just type what it says: 181.5
    anna> 181.5
    anna< ✅ Weigh-in: done
    anna< Noted: 181.5 lb…
  `,
  )
  expect(weighed(world)).toEqual([expect.closeTo(82.33, 2)])
})

test('a note on an older weigh-in, or another weight for it, that was asked for the day before: today’s is a new one', async () => {
  for (const [button, question] of [
    ['📝 Note', 'A note on this weigh-in…'],
    ['✏️ 82 kg', 'What should it be?…'],
  ]) {
    const { world } = await anna({ weighed: 82 })
    await askedAfter(world, `anna> /weighin 82\nanna< …\nanna> [${button}]\nanna< ${question}`)
    await goes(world, 'anna> 82.4\nanna< ✅ Weigh-in: done\nanna< Noted: 82.4 kg · Mon 23 Nov…')
    expect(world.ask('select weight, notes from weigh_ins order by recorded_at')).toEqual([
      { weight: 82, notes: null },
      { weight: 82, notes: null },
      { weight: 82.4, notes: null },
    ])
  }
})

test('a check-in that was begun since goes on where it was', async () => {
  const { world } = await anna({ weighed: 82 })
  await askedAfter(world, 'anna> /today\nanna< …')
  await goes(
    world,
    `
    anna> /checkin
    anna< 📋 Check-in, Mon 23 Nov · 1 of 10…
    anna> [Skip]
    anna< …
    anna> 82.4
    anna< ✅ Weigh-in: done
    anna< Noted: 82.4 kg · Mon 23 Nov
      📋 Check-in, Mon 23 Nov · 2 of 10…
  `,
  )
})
