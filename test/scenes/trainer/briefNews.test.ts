import { expect, test } from 'vitest'
import { noteTold } from '../../../src/services/reminders/briefing.ts'
import { inUnit } from '../../../src/services/unit.ts'
import { cutting, cuttingDay, giveDay, giveWeek } from '../../support/meals.ts'
import { muteClients } from '../../support/muting.ts'
import { write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { type Member, type World, makeWorld } from '../../support/world.ts'

async function plays(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '')

const states = (world: World, kind: string) =>
  world
    .ask<{ state: string }>('select state from deliveries where kind = ? order by due_at', kind)
    .map(({ state }) => state)

const rule = (world: World, { userId }: Member, kind: string, isOn: number, time: string | null = null) =>
  write(
    world,
    `insert into reminder_rules (user_id, kind, is_on, time_of_day) values (?, ?, ?, ?)`,
    userId,
    kind,
    isOn,
    time,
  )

/** Dana coaches Anna, whose plan of every day ends on Friday 27 November 2026. */
async function danaCoaches(
  at: string,
  dana: Partial<Record<'brief' | 'week', readonly [number, string?]>> = {},
) {
  const world = await makeWorld({ at, reminds: true })
  const coach = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: coach })
  await givePlan(world, anna, 'Free\nSquat 3x5', { from: '2026-11-02', trainer: coach })
  await muteClients(world, anna)
  for (const [kind, [isOn, time = null]] of Object.entries(dana)) await rule(world, coach, kind, isOn, time)
  await write(world, `update workout_plans set end_date = '2026-11-27'`)
  await world.app.plan()
  return { world, coach, anna }
}

const tuesday = '2026-11-24T01:00:00Z'

test('a plan that ends is told in the brief alone, once', async () => {
  const { world } = await danaCoaches(tuesday)
  await plays(
    world,
    `
    — 08:00 —
    dana< ☀️ One client needs you
      • Anna: 📅 plan ends Friday  [Anna]
    — 23:00 —
  `,
  )
  expect(states(world, 'planEnds')).toEqual(['cancelled'])
  await plays(
    world,
    `
    — Wednesday 08:00 —
    dana< ☀️ One client needs you…
    — 23:00 —
  `,
  )
})

test('with the brief off it is pushed', async () => {
  const { world } = await danaCoaches('2026-11-24T09:00:00Z', { brief: [0] })
  await plays(
    world,
    `
    — 09:00 —
    dana< 🏁 Anna: the plan Plan ends Fri 27 Nov.  [👤 Anna]
    — Wednesday 12:00 —
  `,
  )
})

/** Dana coaches Anna, whose meals of a weekly plan end on Friday 27 November 2026; she has no workouts. */
async function mealsOfAnna(
  meals: Parameters<typeof giveWeek>[2] = { start_date: '2026-11-01', end_date: '2026-11-27' },
  brief = 1,
) {
  const { world, coach, anna } = await danaCoaches('2026-11-24T01:00:00Z', { brief: [brief] })
  await write(world, `delete from deliveries where kind = 'planEnds'`)
  await write(world, `update workout_plans set end_date = null`)
  giveWeek(world, anna, meals, [{ meal: {} }])
  await world.app.plan()
  return { world, coach, anna }
}

test('meals that end are told in the brief alone, once, and on the card', async () => {
  const { world } = await mealsOfAnna()
  await plays(
    world,
    `
    — 08:00 —
    dana< ☀️ One client needs you
      • Anna: 🍽 meals end Friday  [Anna]
    dana> [Anna]
    dana< Anna
      🍽 meals end Friday…
    — 23:00 —
  `,
  )
  expect(states(world, 'mealsEnd')).toEqual(['cancelled'])
})

test('meals that ended with nothing after them are told until there are others, and on the card', async () => {
  const { world, anna } = await mealsOfAnna(undefined, 0)
  await world.advanceTo('Sunday 12:00')
  await write(
    world,
    `insert into exercise_completions (client_id, completed_at, actual_sets) values (?, '2026-11-29 09:00:00', 3)`,
    anna.userId,
  )
  await plays(
    world,
    `
    anna> /today
    anna< …
    dana> /clients
    dana< Your clients
      Tap somebody, or send a name.
      • Anna: 🍽 meals ended Fri 27 Nov…
    dana> [Anna]
    dana< Anna
      🍽 meals ended Fri 27 Nov…  [➕ New plan]
    `,
  )
  giveDay(world, anna, '2026-11-30', cuttingDay, cutting)
  await plays(
    world,
    `dana> /clients\ndana< Your clients\n      …\n      • Anna: Plan · last trained Sun 29 Nov…`,
  )
})

test('a weekly plan of others that has targets alone is nothing to eat by when the meals end', async () => {
  const { world, anna } = await mealsOfAnna()
  giveWeek(world, anna, { start_date: '2026-11-01' }, [])
  await plays(
    world,
    `
    — 08:00 —
    dana< ☀️ One client needs you
      • Anna: 🍽 meals end Friday  [Anna]
    — 23:00 —
  `,
  )
  expect(states(world, 'mealsEnd')).toEqual(['cancelled'])
})

test('with the brief off meals that end are pushed; not where others follow, or they were short from the start', async () => {
  const { world } = await mealsOfAnna(undefined, 0)
  await plays(
    world,
    `— 09:00 —\ndana< 🍽 Anna: the planned meals end Fri 27 Nov.  [👤 Anna]\n— Wednesday 12:00 —`,
  )
  const { world: short } = await mealsOfAnna({ start_date: '2026-11-24', end_date: '2026-11-27' }, 0)
  await plays(short, '— Wednesday 12:00 —')
  const { world: more, anna } = await mealsOfAnna({ start_date: '2026-11-01', end_date: '2026-11-28' }, 0)
  giveDay(more, anna, '2026-12-01', cuttingDay, cutting)
  await plays(more, '— Thursday 12:00 —')
  expect(states(more, 'mealsEnd')).toEqual([])
})

test('a series of days that ends is one too', async () => {
  const { world, coach, anna } = await danaCoaches('2026-11-24T01:00:00Z', { brief: [0] })
  await write(world, `delete from deliveries where kind = 'planEnds'`)
  await write(world, `update workout_plans set end_date = null`)
  const series = await write(
    world,
    `insert into meal_series (client_id, trainer_id, start_date, end_date) values (?, ?, '2026-11-02', '2026-11-27')`,
    anna.userId,
    coach.userId,
  )
  for (let day = 2; day <= 27; day++)
    giveDay(world, anna, `2026-11-${String(day).padStart(2, '0')}`, cuttingDay, cutting)
  await write(world, 'update meal_plans set meal_series_id = ?', series)
  await world.app.plan()
  await plays(world, `— 09:00 —\ndana< 🍽 Anna: the planned meals end Fri 27 Nov.  [👤 Anna]`)
  await world.advanceTo('Monday 12:00')
  await plays(world, `dana> /clients anna\ndana< Anna…\n      🍽 meals ended Fri 27 Nov…`)
})

/** The same, and the plan goes on for long. */
async function annaIsSilent(wishes: Parameters<typeof danaCoaches>[1] = {}) {
  const { world } = await danaCoaches(tuesday, { week: [0], ...wishes })
  await write(world, `update workout_plans set end_date = '2027-03-01'`)
  await write(world, `delete from deliveries where kind = 'planEnds'`)
  await world.advanceTo('Saturday 23:00')
  expect(states(world, 'wentSilent')).toEqual([])
  return world
}

test('a client gone silent is named in the brief alone', async () => {
  const world = await annaIsSilent()
  await plays(
    world,
    `
    — Sunday 07:59 —
    — 08:00 —
    dana< ☀️ One client needs you
      • Anna: 🌱 joined 5 days ago, not trained yet · 🔇 silent for 5 days  [Anna]
    — 23:00 —
  `,
  )
  expect(states(world, 'wentSilent')).toEqual(['cancelled'])
})

test('with the brief off, or on other days, silence is pushed', async () => {
  const world = await annaIsSilent({ brief: [0] })
  await plays(world, `— Sunday 07:00 —\ndana< 🔇 Anna went silent…`)
  const rare = await annaIsSilent()
  await write(rare, `insert into reminder_rules (user_id, kind, is_on, weekdays) values (1, 'brief', 1, '3')`)
  await plays(rare, `— Sunday 07:00 —\ndana< 🔇 Anna went silent…`)
})

test('heavier reasons do not hide it, nor do those of others', async () => {
  const { world, coach, anna } = await danaCoaches(tuesday)
  const others: Member[] = []
  for (let number = 10; number < 19; number++)
    others.push(await world.client(`Ben ${number}`, { trainer: coach }))
  await muteClients(world, ...others)
  const letter = (from: Member) =>
    write(
      world,
      `insert into notifications (recipient_id, sender_id, type, title, message, is_read, created_at)
        values (?, ?, 'message', 'x', 'x', 0, '2026-11-23 12:00:00.000000')`,
      coach.userId,
      from.userId,
    )
  for (const one of others) await letter(one)
  await plays(
    world,
    `
    — 08:00 —
    dana< ☀️ 10 clients need you
      • Ben 10: 💬 wrote, no answer for 20 h · 📄 no plan
      • Ben 11: 💬 wrote, no answer for 20 h · 📄 no plan
      • Ben 12: 💬 wrote, no answer for 20 h · 📄 no plan
      • Ben 13: 💬 wrote, no answer for 20 h · 📄 no plan
      • Ben 14: 💬 wrote, no answer for 20 h · 📄 no plan
      • Ben 15: 💬 wrote, no answer for 20 h · 📄 no plan
      • Ben 16: 💬 wrote, no answer for 20 h · 📄 no plan
      • Ben 17: 💬 wrote, no answer for 20 h · 📄 no plan
      • Anna: 📅 plan ends Friday
      … and one more  [Ben 10] [Anna] [… and one more]
    — 23:00 —
  `,
  )
  expect(anna.userId).toBeDefined()
})

test('a brief that is refused loses nothing: the news is pushed when it is worth nothing any more', async () => {
  const { world, coach } = await danaCoaches(tuesday)
  const match = ({ text }: { text?: unknown }) => String(text).includes('needs you')
  world.simulator.fault({ match, chatId: coach.phone.id, kind: '5xx', status: 400, times: 9 })
  await plays(
    world,
    `
    — 08:00 —
    — 12:01 —
    dana< 🏁 Anna: the plan Plan ends Fri 27 Nov.  [👤 Anna]
  `,
  )
  expect(states(world, 'brief')[0]).toBe('failed')
})

test('a brief that was missed loses nothing', async () => {
  const { world } = await danaCoaches(tuesday)
  world.clock.jump(11.5 * 3_600_000)
  await plays(world, `— 12:35 —\ndana< 🏁 Anna: the plan Plan ends Fri 27 Nov.  [👤 Anna]`)
  expect(states(world, 'brief')[0]).toBe('stale')
})

test('news that was perhaps sent already goes its own way to the end', async () => {
  const { world } = await danaCoaches(tuesday)
  await write(world, `update deliveries set attempts = 1 where kind = 'planEnds'`)
  await plays(
    world,
    `
    — 08:00 —
    dana< ☀️ One client needs you…
    — 12:01 —
    dana< 🏁 Anna: the plan Plan ends Fri 27 Nov.  [👤 Anna]
  `,
  )
})

test('what a brief tells is noted until it goes out, and not of one that has gone', async () => {
  const { world } = await danaCoaches(tuesday)
  await world.advanceTo('08:05')
  const sent = `select id, payload from deliveries where kind = 'brief' and local_date = '2026-11-24'`
  const [brief] = world.ask<{ id: number; payload: string }>(sent)
  expect(JSON.parse(brief?.payload ?? '')).toMatchObject({ told: { news: [expect.any(Number)] } })
  await inUnit(world.orm, 'test', (unit) => noteTold(unit, brief?.id ?? 0, { news: [], week: false }))
  expect(world.ask(sent)).toEqual([brief])
})

test('what a brief of unknown fate told is in that of the next day, and comes not by itself', async () => {
  const { world, coach } = await danaCoaches(tuesday)
  world.failuresExpected = true
  world.simulator.fault({ method: 'sendMessage', kind: '5xx', chatId: coach.phone.id, times: 2 })
  await plays(
    world,
    `
    — 08:05 —
    — Wednesday 08:00 —
    dana< ☀️ One client needs you
      • Anna: 📅 plan ends Friday  [Anna]
  `,
  )
  expect(states(world, 'brief')).toEqual(['uncertain', 'sent', 'due'])
  expect(states(world, 'planEnds')).toEqual(['cancelled'])
})

test('switched off between the news and the brief, it is pushed', async () => {
  const { world, coach } = await danaCoaches(tuesday)
  await rule(world, coach, 'brief', 0)
  await write(world, `delete from deliveries where kind = 'brief'`)
  await plays(world, `— 12:01 —\ndana< 🏁 Anna: the plan Plan ends Fri 27 Nov.  [👤 Anna]`)
})

const monday = '2026-11-23T07:30:00Z'
/** Monday in the week of which Anna has missed a workout. */
const danaOnMonday = async (wishes: Partial<Record<'brief' | 'week', readonly [number, string?]>> = {}) => {
  const { world, coach, anna } = await danaCoaches('2026-11-23T01:00:00Z', wishes)
  await write(
    world,
    'insert into weigh_ins (client_id, weight, recorded_at) values (?, 81, ?), (?, 80, ?)',
    anna.userId,
    '2026-11-13 06:00:00.000000',
    anna.userId,
    '2026-11-20 06:00:00.000000',
  )
  await world.advanceTo('07:30')
  expect(world.clock.now().toISOString()).toContain(monday.slice(0, 16))
  return { world, coach, anna }
}

const brief = `☀️ One client needs you
      • Anna: 📅 plan ends Friday`
const week = `📊 The week Mon 16 Nov – Sun 22 Nov
      Anna: ⚖️ −0.5 kg`

test('on Mondays brief and week are one message at their usual hours', async () => {
  const { world } = await danaOnMonday()
  await plays(
    world,
    `
    — 08:00 —
    dana< ${brief}
      ${week}  [Anna] [All clients]
    dana> [All clients]
    dana< Your clients…
    — 23:00 —
  `,
  )
  expect(states(world, 'week')).toEqual(['cancelled'])
})

test.each([
  ['the week', { week: [1, '08:30'] }],
  ['the brief', { brief: [1, '08:05'] }],
] as const)('with an hour of its own %s comes by itself', async (_, wishes) => {
  const { world } = await danaOnMonday(wishes)
  await plays(
    world,
    `
    — 08:05 —
    dana< ${brief}  [Anna]
    — 08:30 —
    dana< ${week}  [All clients]
  `,
  )
})

test('a brief that was set to other hours and back again has the week under it, as before', async () => {
  const { world } = await danaOnMonday()
  await plays(
    world,
    `
    dana> /settings
    dana< …
    dana> [🔔 Reminders]
    dana< …
    dana> [Who needs me]
    dana< …
    dana> Sun, Thu 23:30
    dana< 🔔 Who needs me: Thu, Sun, 23:30…
    dana> every day 8
    dana< 🔔 Who needs me: every day, 08:00…
    dana> [‹ Back]
    dana< 🔔 Reminders
      Tap one to change it.
      Who needs me: every day, 08:00
      The week: Mon, with “Who needs me”, else 08:30…
    — 08:00 —
    dana< ${brief}
      ${week}  [Anna] [All clients]
    — 23:00 —
  `,
  )
  expect(states(world, 'week')).toEqual(['cancelled'])
})

test('where nobody needs them, or the brief is refused, the week comes at its own hour', async () => {
  const { world, coach } = await danaOnMonday()
  const match = ({ text }: { text?: unknown }) => String(text).includes('needs you')
  world.simulator.fault({ match, chatId: coach.phone.id, kind: '5xx', status: 400, times: 9 })
  await plays(world, `— 08:00 —\n— 08:30 —\ndana< ${week}  [All clients]`)
  const { world: calm } = await danaOnMonday()
  await write(calm, `update workout_plans set end_date = '2027-03-01'`)
  await plays(calm, `— 08:00 —\n— 08:30 —\ndana< ${week}  [All clients]`)
})

test('a brief that the week has overtaken does not tell it again', async () => {
  const { world, coach } = await danaOnMonday()
  world.wire.cut = true
  await world.advanceTo('08:31')
  world.wire.cut = false
  await world.advance('2m')
  await world.idle()
  const texts = coach.phone.chat().map(({ text }) => plain(text))
  expect(texts.filter((text) => text.includes('📊 The week'))).toHaveLength(1)
  expect(texts.filter((text) => text.includes('needs you'))).toHaveLength(1)
})

test('a brief of an hour of its own comes in quiet hours, and names the news', async () => {
  const { world } = await danaCoaches(tuesday, { brief: [1, '05:30'] })
  await plays(
    world,
    `
    — 05:30 —
    dana< ☀️ One client needs you
      • Anna: 📅 plan ends Friday  [Anna]
    — 23:00 —
  `,
  )
})

test('a brief that quiet hours hold comes with what else waited, and names the news', async () => {
  const { world, coach } = await danaCoaches(tuesday)
  await write(
    world,
    `update user_settings set quiet_from = '22:00', quiet_to = '09:00' where user_id = ?`,
    coach.userId,
  )
  await plays(
    world,
    `
    — 08:30 —
    — 09:00 —
    dana< ☀️ One client needs you
      • Anna: 📅 plan ends Friday  [Anna]
    — 23:00 —
  `,
  )
  expect(states(world, 'planEnds')).toEqual(['cancelled'])
})

test('both are held for the end of the quiet hours: one piece of the note, and the week once', async () => {
  const { world, coach } = await danaOnMonday()
  await write(
    world,
    `update user_settings set quiet_from = '22:00', quiet_to = '09:00' where user_id = ?`,
    coach.userId,
  )
  await plays(
    world,
    `
    — 08:40 —
    — 09:00 —
    dana< ${brief}
      ${week}  [Anna] [All clients]
    — 23:00 —
  `,
  )
  expect(states(world, 'planEnds')).toEqual([])
})

test('with both at their hours, thirty lines at most, whoever needs them and however many they are', async () => {
  const { world, coach } = await danaOnMonday()
  const all: Member[] = []
  for (let number = 100; number < 140; number++)
    all.push(await world.client(`Ben ${number}`, { trainer: coach }))
  await muteClients(world, ...all)
  for (const { userId } of all)
    await write(
      world,
      'insert into weigh_ins (client_id, weight, recorded_at) values (?, 81, ?), (?, 80, ?)',
      userId,
      '2026-11-13 06:00:00.000000',
      userId,
      '2026-11-20 06:00:00.000000',
    )
  await world.advanceTo('08:01')
  const text = coach.phone.last().text
  const lines = plain(text).split('\n')
  expect(lines.length).toBeLessThanOrEqual(30)
  expect(lines.length).toBeGreaterThanOrEqual(28)
  expect(text.length).toBeLessThanOrEqual(4096)
  const told = lines
    .slice(lines.findIndex((line) => line.includes('📊')))
    .filter((line) => line.includes('kg')).length
  expect(lines.at(-1)).toContain(`${41 - told} more`)
})

test('the week by itself has thirty lines at most, and says how many it leaves out; names of any length', async () => {
  const { world, coach } = await danaOnMonday({ brief: [0] })
  const all: Member[] = []
  for (let number = 100; number < 140; number++)
    all.push(await world.client(`Ben ${number} ${'of the long name '.repeat(9)}`, { trainer: coach }))
  await muteClients(world, ...all)
  for (const { userId } of all)
    await write(
      world,
      'insert into weigh_ins (client_id, weight, recorded_at) values (?, 81, ?), (?, 80, ?)',
      userId,
      '2026-11-13 06:00:00.000000',
      userId,
      '2026-11-20 06:00:00.000000',
    )
  await world.advanceTo('08:31')
  const text = coach.phone.last().text
  const lines = plain(text).split('\n')
  const told = lines
    .slice(lines.findIndex((line) => line.includes('📊')))
    .filter((line) => line.includes('kg')).length
  expect(lines.length).toBeLessThanOrEqual(30)
  expect(text.length).toBeLessThanOrEqual(4096)
  expect(lines.at(-1)).toContain(`${41 - told} more`)
})

test('an admin who coaches has a brief, one who does not hears nothing', async () => {
  const world = await makeWorld({ at: '2026-11-24T01:00:00Z', reminds: true, admins: ['Office', 'Noam'] })
  const [office, noam] = [world.member('Office'), world.member('Noam')]
  for (const { phone } of [office, noam]) phone.start()
  await world.idle()
  const idOf = ({ phone }: Member) =>
    world.ask<{ id: number }>(
      'select user_id as id from telegram_accounts where telegram_id = ?',
      phone.id,
    )[0]?.id
  const anna = await world.client('Anna', { trainer: { ...office, userId: idOf(office) } })
  await muteClients(world, anna)
  await world.app.plan()
  await plays(
    world,
    `
    — 08:00 —
    office< ☀️ One client needs you
      • Anna: 📄 no plan  [Anna]
    office> [Anna]
    office< Anna…
    — 12:00 —
  `,
  )
  const came = `select state from deliveries where kind = 'brief' and recipient_id = ? and local_date = '2026-11-24'`
  expect(world.ask(came, idOf(noam))).toEqual([{ state: 'cancelled' }])
})
