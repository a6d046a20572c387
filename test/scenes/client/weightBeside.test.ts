import { expect, test } from 'vitest'
import { cutting, cuttingDay, giveDay } from '../../support/meals.ts'
import { muteCoaches } from '../../support/muting.ts'
import { write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

interface Wanted {
  at?: string
  language?: 'en' | 'he'
  /** What the scale said on Friday, kg. */
  weighed?: number
}

/** Monday 23 November 2026, 06:50. At 07:00 she is asked to step on the scale. */
async function anna({ at = '2026-11-23T06:50:00Z', language = 'en', weighed }: Wanted = {}) {
  const world = await makeWorld({ at, reminds: true })
  const dana = await world.trainer('Dana')
  const client = await world.client('Anna', { trainer: dana, language })
  await muteCoaches(world, dana)
  if (weighed !== undefined)
    await write(
      world,
      `insert into weigh_ins (client_id, weight, recorded_at) values (?, ?, '2026-11-20 06:00:00')`,
      client.userId,
      weighed,
    )
  await world.app.plan()
  return { world, client }
}

const weighed = (world: World) =>
  world
    .ask<{ weight: number }>(`select weight from weigh_ins where recorded_at >= '2026-11-21'`)
    .map(({ weight }) => weight)
const profile = (world: World) => world.ask('select height, target_weight as target from client_profiles')
const letters = (world: World) =>
  world
    .ask<{ message: string }>(`select message from notifications where type = 'message'`)
    .map((one) => one.message)

const asks = '⚖️ Time to step on the scale…'

/** `minutes` past six she does something, at seven she is asked. */
async function askedAfter(world: World, time: string, doing: string): Promise<void> {
  await goes(world, `— ${time} —\n${doing}`)
  await goes(world, `— Monday 07:00 —\nanna< ${asks}`)
}

const height = 'anna> /settings\nanna< …\nanna> [Height]\nanna< How tall are you?…'

test('how tall, asked a minute before the scale: the number is the height', async () => {
  const { world } = await anna()
  await askedAfter(world, 'Monday 06:59', height)
  await goes(world, 'anna> 165\nanna< Settings…Height: 165 cm…')
  expect([weighed(world), profile(world)]).toEqual([[], [{ height: 165, target: null }]])
})

test('the weight aimed at, asked a minute before the scale: the number is the aim', async () => {
  const { world } = await anna({ weighed: 78 })
  await askedAfter(world, 'Monday 06:59', 'anna> /settings\nanna< …\nanna> [Weight goal]\nanna< …')
  await goes(world, 'anna> 75\nanna< Settings…Weight goal: 75 kg…')
  expect([weighed(world), profile(world)]).toEqual([[], [{ height: null, target: 75 }]])
})

test('a newcomer answers how tall they are, and the questions go on', async () => {
  const world = await makeWorld({ at: '2026-11-23T06:50:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  await muteCoaches(world, dana)
  await world.app.plan()
  world.stranger('Anna')
  await goes(
    world,
    `
    dana> /invite
    dana< …
    anna> (opens link of dana)
    anna< …
    anna> [I agree, let us begin]
    anna< Welcome!…
    anna> [Anna]
    anna< …
    anna> [English]
    anna< …
    anna> [Yes]
    anna< …
    — Monday 06:57 —
    anna> [Kilograms (kg)]
    anna< How tall are you?…
    — Monday 07:00 —
    anna< ${asks}
    dana< 🎉 Anna has joined…
    anna> 178
    anna< Which weight do you aim at?…
    anna> what?
    anna< I could not read that as a weight…
    anna> 75
    anna< What do you want to reach?…
  `,
  )
  expect([weighed(world), profile(world)]).toEqual([[], [{ height: 178, target: 75 }]])
})

test('body fat, asked a minute before the scale: the number is that, and the check-in goes on', async () => {
  const { world } = await anna()
  await askedAfter(
    world,
    'Monday 06:59',
    'anna> /checkin\nanna< 📋 Check-in, Mon 23 Nov · 1 of 10…\nanna> [Skip]\nanna< 📋 Check-in, Mon 23 Nov · 2 of 10…',
  )
  await goes(world, 'anna> 22\nanna< 📋 Check-in, Mon 23 Nov · 3 of 10…')
  expect([weighed(world), world.ask('select body_fat as fat from progress_entries')]).toEqual([
    [],
    [{ fat: 22 }],
  ])
})

test('what was eaten instead is asked for: a number is the weight, and that question stays', async () => {
  const { world, client } = await anna({ weighed: 80 })
  giveDay(world, client, '2026-11-23', cuttingDay, cutting)
  await world.app.plan()
  await goes(
    world,
    `
    — Monday 07:28 —
    anna> /meals
    anna< …
    anna> [◻ Breakfast]
    anna< …
    anna> [≠ Something else]
    anna< What did you eat instead of Breakfast?…
    — Monday 07:31 —
    anna< ☀️ Good morning!…
  `,
  )
  await goes(
    world,
    `
    anna> 82
    anna< Noted: 82 kg · Mon 23 Nov
      What did you eat instead of Breakfast?…
    anna> 2 eggs
    anna< Noted: 2 eggs…
  `,
  )
  expect(weighed(world)).toEqual([82])
})

test('a letter begun before goes on after the weight, also where that surprises', async () => {
  const { world } = await anna({ weighed: 80 })
  await askedAfter(world, 'Monday 06:59', 'anna> /message\nanna< …')
  await goes(
    world,
    `
    anna> 80.4
    anna< ✅ Weigh-in: done
    anna< Noted: 80.4 kg · Mon 23 Nov
      What shall Dana read?…
    anna> My knee hurts when I squat
    anna< Sent to Dana.…
    dana< …My knee hurts when I squat…
  `,
  )
  expect([weighed(world), letters(world)]).toEqual([[80.4], ['My knee hurts when I squat']])
})

test('a letter goes on after a reply to what asks for the weight, sure or not', async () => {
  const { world } = await anna({ weighed: 80 })
  await askedAfter(world, 'Monday 06:59', 'anna> /message\nanna< …')
  await goes(
    world,
    `
    anna> (replies to Time to step on the scale) 60
    anna< 60 kg, really?…
    anna> [No]
    anna< (toast) Nothing was noted.
    anna< What shall Dana read?…
    anna> (replies to Time to step on the scale) 60
    anna< 60 kg, really?…
    anna> 60.5
    anna< 60.5 kg, really?…
    — crash —
    anna> [Yes, note it]
    anna< ✅ Weigh-in: done
    anna< Noted: 60.5 kg · Mon 23 Nov
      What shall Dana read?…
  `,
  )
  expect([weighed(world), letters(world)]).toEqual([[60.5], []])
})

const either = '165: what you weigh, or the answer to my question before?…'

test('a question of an hour before, and no weight ever told: it is asked which the number is', async () => {
  const { world } = await anna({ at: '2026-11-23T05:50:00Z' })
  await askedAfter(world, 'Monday 06:00', height)
  await goes(
    world,
    `
    anna> 165
    anna< 165: what you weigh, or the answer to my question before?
      Nothing is noted yet.
      [⚖️ Weight: 165 kg]
      [↩️ To the question before]
    — crash —
    anna> [↩️ To the question before]
    anna< Nothing is noted yet. Please type the answer here.
      How tall are you?…
    anna> 165
    anna< Settings…Height: 165 cm…
  `,
  )
  expect([weighed(world), profile(world)]).toEqual([[], [{ height: 165, target: null }]])
})

test('asked which it is, an edit or another number is asked about anew, other words go back', async () => {
  const { world } = await anna({ at: '2026-11-23T05:50:00Z' })
  await askedAfter(world, 'Monday 06:00', height)
  await goes(
    world,
    `
    anna> 165
    anna< ${either}
    anna> (edits 1 back) 65
    anna< 65: what you weigh, or the answer…
    anna> 64
    anna< 64: what you weigh, or the answer…
    anna> [⚖️ Weight: 64 kg]
    anna< ✅ Weigh-in: done
    anna< Noted: 64 kg · Mon 23 Nov
      How tall are you?…
  `,
  )
  const other = (await anna({ at: '2026-11-23T05:50:00Z' })).world
  await askedAfter(other, 'Monday 06:00', height)
  await goes(
    other,
    `
    anna> 165
    anna< ${either}
    anna> that is my height
    anna< Nothing is noted yet. Please type the answer here.
      How tall are you?…
  `,
  )
  expect([weighed(world), weighed(other)]).toEqual([[64], []])
})

test('with a weight told before, the question of an hour before stays below the new one', async () => {
  const { world } = await anna({ at: '2026-11-23T05:50:00Z', weighed: 80 })
  await askedAfter(world, 'Monday 06:00', height)
  await goes(
    world,
    `
    anna> 81
    anna< ✅ Weigh-in: done
    anna< Noted: 81 kg · Mon 23 Nov
      How tall are you?…
    anna> 165
    anna< Settings…Height: 165 cm…
  `,
  )
  expect([weighed(world), profile(world)]).toEqual([[81], [{ height: 165, target: null }]])
})

test('a letter begun beside a workout goes on after the question which of them the number is for', async () => {
  const { world, client } = await anna({ at: '2026-11-22T20:00:00Z', weighed: 83 })
  await givePlan(world, client, 'Sun Pull\nPull-up 3x8', { from: '2026-11-22' })
  await goes(world, 'anna> /today\nanna< …\nanna> [▶️ Start: Pull]\nanna< …\nanna> /message\nanna< …')
  await goes(
    world,
    `
    — Monday 08:30 —
    anna< …
    anna> 83.5
    anna< 83.5: what you weigh, or a set of Pull-up?…
    anna> 83.6
    anna< 83.6: what you weigh, or a set of Pull-up?…
    anna> [⚖️ Weight: 83.6 kg]
    anna< Noted: 83.6 kg · Mon 23 Nov
      What shall Dana read?…
  `,
  )
  expect(weighed(world)).toEqual([83.6])
})

test('a letter that a clock two days ahead has begun is an old one: the number is the weight', async () => {
  const { world } = await anna({ at: '2026-11-22T20:00:00Z', weighed: 80 })
  await goes(world, 'anna> /message\nanna< …')
  await world.orm.em
    .getConnection()
    .execute(`update conversations set touched_at = '2026-11-25 20:00:00' where scene = 'letters'`)
  await goes(world, `— Monday 07:00 —\nanna< ${asks}`)
  world.member('anna').phone.say('80.4')
  await world.idle()
  expect([weighed(world), letters(world)]).toEqual([[80.4], []])
})

test('sets that a clock that was ahead has logged do not take the weight unasked', async () => {
  const { world, client } = await anna({ at: '2026-11-22T20:00:00Z', weighed: 83 })
  await givePlan(world, client, 'Sun Pull\nPull-up 3x8', { from: '2026-11-22' })
  await goes(world, 'anna> /today\nanna< …\nanna> [▶️ Start: Pull]\nanna< …\nanna> 8\nanna< Logged…')
  await world.orm.em.getConnection().execute(`update set_logs set updated_at = '2026-11-25 20:00:00'`)
  await goes(
    world,
    `
    — Monday 08:30 —
    anna< …
    anna> 83.5
    anna< 83.5: what you weigh, or a set of Pull-up?…
  `,
  )
})

test('בעברית: מי שעוד לא סיפר משקל נשאל מה המספר, והשאלה נשארת', async () => {
  const { world } = await anna({ at: '2026-11-23T05:50:00Z', language: 'he' })
  await goes(world, '— Monday 06:00 —\nanna> /settings\nanna< …\nanna> [גובה]\nanna< …')
  await goes(
    world,
    `
    — Monday 07:00 —
    anna< ⚖️ …
    anna> 165
    anna< 165: זה המשקל שלך, או התשובה לשאלה הקודמת שלי?
      עדיין לא נרשם כלום.
      [⚖️ משקל: 165 ק״ג]
      [↩️ לשאלה הקודמת]
    anna> [↩️ לשאלה הקודמת]
    anna< עדיין לא נרשם כלום. אפשר להקליד את התשובה כאן.…
    anna> 165
    anna< …165…
  `,
  )
  expect([weighed(world), profile(world)]).toEqual([[], [{ height: 165, target: null }]])
})
