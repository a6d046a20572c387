import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { type World, makeWorld } from '../../support/world.ts'
import { lift } from './lifting.ts'

const plans = (world: World) => world.ask('select name, start_date, end_date from workout_plans order by id')

test('a client’s card tells their coach what they told, and what they train by', async () => {
  const world = await makeWorld({ at: '2026-11-23T12:00:00Z' })
  const dana = await world.trainer('Dana', { units: 'lb' })
  const anna = await world.client('Anna', { trainer: dana, timeZone: 'Asia/Tokyo' })
  const database = new Database(world.path)
  database
    .prepare(
      `update client_profiles set fitness_goals = 'Stronger <b>', medical_conditions = 'Left knee', height = 172,
      target_weight = 68 where user_id = ?`,
    )
    .run(anna.userId)
  database.close()
  const { went, wrote } = await world.play(`
    dana> /clients
    dana< Your clients
      Tap somebody, or send a name.  [Anna] [✉️ Invite] [‹ Back]
    — crash —
    dana> [Anna]
    dana< Anna
      No plan at the moment.
      Goals: Stronger <b>
      Medical: Left knee
      Height: 5′8″
      Weight goal: 149.9 lb
      Units: kg
      Time zone: Asia/Tokyo · 21:00  [➕ New plan] [📖 History] [Not my client] [‹ Back]
    — crash —
    dana> [➕ New plan]
    dana< A plan for Anna…
    dana> Mon Upper
      Bench press 3x8 @180 rest 90 // slow
      A1 Row 3x8
      A2 Dip 3x8
      Thu Lower
      Squat 3x5
    dana< …
    dana> [✅ Assign]
    dana< (toast) ✅ Upper / Lower is with Anna now.
    dana< …
    anna< …
    dana> [📋 Upper / Lower]
    dana< Upper / Lower · Anna
      since Mon 23 Nov
      Mon · Upper
      • Bench press – 3 × 8 · 180 lb · rest 90 s
      💬 slow
      • A1 Barbell row – 3 × 8
      • A2 Dip – 3 × 8
      Thu · Lower
      • Back squat – 3 × 5  [✏️ Edit the training plan] [End plan] [‹ Back]
    — crash —
    dana> [End plan]
    dana< End Upper / Lower?
      Today is its last day. What was logged stays.  [Yes, end it] [‹ Back]
    dana> [‹ Back]
    dana< Upper / Lower · Anna…
    dana> [End plan]
    dana< …
    — crash —
    dana> (twice) [Yes, end it]
    dana< (toast) Upper / Lower is over.
    dana< (toast) That button is out of date.…
    dana< Anna
      📅 plan ends today
      ▶️ Upper / Lower · Mon 23 Nov – Mon 23 Nov…
    anna< Dana ended your plan Upper / Lower. Its last day is Mon 23 Nov.  [🏋️ Today]
    dana> [‹ Back]
    dana< Your clients…
    dana> [‹ Back]
    dana< 👋 Dana…
  `)
  expect(went).toBe(wrote)
  expect(plans(world)).toEqual([{ name: 'Upper / Lower', start_date: '2026-11-23', end_date: '2026-11-23' }])
})

test('the list says what everybody trains by, and on which of their own days they did last', async () => {
  const world = await makeWorld({ at: '2026-11-23T22:30:00Z' })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana, timeZone: 'Asia/Tokyo' })
  const ben = await world.client('Ben', { trainer: dana, timeZone: 'America/New_York' })
  const database = new Database(world.path)
  const give = database.prepare(
    `insert into workout_plans (name, trainer_id, client_id, start_date) values (?, ?, ?, ?)`,
  )
  give.run('Strength <A>', dana.userId, anna.userId, '2026-11-24')
  give.run('Tomorrow', dana.userId, ben.userId, '2026-11-24')
  const train = database.prepare(
    `insert into exercise_completions (client_id, completed_at, actual_sets) values (?, ?, 3)`,
  )
  train.run(anna.userId, '2026-11-20 20:00:00')
  train.run(anna.userId, '2026-11-12 20:00:00')
  train.run(ben.userId, '2026-11-21 02:00:00')
  database.close()
  const { went, wrote } = await world.play(`
    dana> /invite Cy
    dana< …
    dana> /clients
    dana< Your clients
      Tap somebody, or send a name.
      • Anna: Strength <A> · last trained Sat 21 Nov
      • Ben: no plan · last trained Fri 20 Nov
      • Cy: no plan · has not joined yet
    ben> (blocks)
    dana> [Ben]
    dana< Ben
      🔕 Has blocked the bot: no message gets through.
      ⏭ Tomorrow · from Tue 24 Nov…
  `)
  expect(went).toBe(wrote)
})

test('a plan for somebody whose access is off is told when it is on again', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const setActive = (active: number) => {
    const database = new Database(world.path)
    database.prepare('update users set is_active = ? where id = ?').run(active, anna.userId)
    database.close()
  }
  setActive(0)
  const off = await world.play(`
    dana> /assign anna
      Squat 3x5
    dana< …
    dana> [✅ Assign]
    dana< …
  `)
  expect(off.went).toBe(off.wrote)
  setActive(1)
  const on = await world.play(`
    — 1m later —
    anna< 🆕 Dana has a plan for you: Training plan…
  `)
  expect(on.went).toBe(on.wrote)
})

test('forged pages and people, however large the numbers, are out of date and no errors', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    dana> /clients
    dana< …
  `)
  expect(went).toBe(wrote)
  const { phone } = world.member('dana')
  const huge = '9'.repeat(20)
  for (const value of [`list:p${huge}`, `list:c${huge}`, `one:p${huge}`]) {
    const tap = phone.tapRaw(`pick:clients.${value}`, phone.last().id)
    await tap.answered()
    await world.idle()
    expect(tap.answers).toMatchObject([{ text: expect.stringContaining('out of date') as string }])
  }
  expect(world.rows('inbox', `status <> 'done'`)).toEqual([])
})

test.each(['after', 'before'] as const)(
  'news of a plan of unknown fate (cut %s) are taken back in words',
  async (effect) => {
    const world = await makeWorld()
    const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
    const match = ({ text }: { text?: unknown }) => String(text).includes('has a plan for you')
    world.simulator.fault({ match, chatId: anna.phone.id, kind: 'reset', effect, times: 9 })
    const { went, wrote } = await world.play(`
    dana> /assign anna
      Later, from 1.12.2026
      Squat 3x5
    dana< …
    dana> [✅ Assign]
    dana< …${effect === 'after' ? '\n    anna< …\n    — 1m later —\n    anna< …' : '\n    — 1m later —'}
    dana> [📋 Later]
    dana< …
    dana> [End plan]
    dana< …
    dana> yes
    dana< …
    anna< Dana took back the plan Later, which had not begun.…
  `)
    expect(went).toBe(wrote)
  },
)

test('a plan that has not begun is deleted when it is ended, a logged one never', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    dana> /assign anna
      Later, from 1.12.2026
      Squat 3x5
    dana< …
    dana> [✅ Assign]
    dana< …
    anna< …
    dana> [📋 Later]
    dana< …
    dana> [End plan]
    dana< Delete Later?
      It has not begun.  [Yes, delete it] [‹ Back]
    dana> yes
    dana< Later is over.
      Anna
      No plan at the moment.…
    anna< Dana took back the plan Later, which had not begun.…
    dana> /assign anna
      Logged, from 1.12.2026
      Squat 3x5
    dana< …
    dana> [✅ Assign]
    dana< …
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(plans(world)).toEqual([{ name: 'Logged', start_date: '2026-12-01', end_date: null }])
  lift(world, 'Logged')
  const again = await world.play(`
    dana> [📋 Logged]
    dana< …
    dana> [End plan]
    dana< …
    dana> [Yes, delete it]
    dana< …
    anna< Dana ended your plan Logged.…
  `)
  expect(again.went).toBe(again.wrote)
  expect(plans(world)).toEqual([{ name: 'Logged', start_date: '2026-12-01', end_date: '2026-12-01' }])
  expect(world.rows('set_logs')).toHaveLength(1)
})

test('many clients: pages, and names as people type them', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  for (const name of [
    'Zoë',
    'Anna',
    'Anna-Maria',
    'אלה',
    'Ben',
    'Cy',
    'Dov',
    'Eli',
    'Fay',
    'Gil',
    'Hal',
    'Ira',
    'Jo',
  ])
    await world.client(name, { trainer: dana, username: `${name.length}_${world.members.size}` })
  await world.client('Stranger', { trainer: await world.trainer('Tom') })
  const { went, wrote } = await world.play(`
    dana> /clients
    dana< Your clients
      Tap somebody, or send a name.
      • Anna: 📄 no plan
      …
      1 of 2  [Anna] [Anna-Maria] [Ben] [Ira] [Jo] [›]
    — crash —
    dana> [›]
    dana< Your clients
      Tap somebody, or send a name.
      • אלה: 📄 no plan
      2 of 2  [אלה] [‹]
    dana> zoe
    dana< Zoë
      No plan at the moment.…
    dana> /clients maria
    dana< Anna-Maria…
    dana> /clients ANNA
    dana< Anna
      No plan at the moment.…
    dana> /clients ann
    dana< Your clients
      Tap somebody, or send a name.
      Called like ann:  [Anna] [Anna-Maria] [All clients]
    dana> stranger
    dana< No client of yours has a name like stranger.  [All clients]
    dana> [All clients]
    dana< Your clients…
  `)
  expect(went).toBe(wrote)
})

test('other people’s clients and plans are not there, and who does not coach is not heard', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const tom = await world.trainer('Tom')
  const anna = await world.client('Anna', { trainer: dana })
  world.stranger('Eve')
  const { went, wrote } = await world.play(`
    dana> /assign
      Secret, from today
      Squat 3x5
    dana< …
    dana> [✅ Assign]
    dana< …
    anna< …
    tom> /clients
    tom< You have no clients yet.…
    anna> /clients
    anna< I could not place that. /help shows what I can do.…
    anna> /assign
    anna< I could not place that.…
    eve> /assign
    eve< I could not place that.…
    eve> Squat 3x5
      Row 3x5
    eve< I could not place that.…
  `)
  expect(went).toBe(wrote)
  const before = world.rows('workout_plans')
  const forge = async (name: string, data: string) => {
    const { phone } = world.member(name)
    const { text } = await phone.tapRaw(data, phone.last().id).answered()
    await world.idle()
    expect(
      phone
        .chat()
        .map((message) => message.text)
        .join('\n'),
    ).not.toContain('Secret')
    return text
  }
  const refused = 'That is not there (any more).'
  const stale = 'That button is out of date. Here is how things stand now.'
  await world.play('tom> /assign\ntom< …')
  expect(await forge('tom', `pick:assign.client:c${anna.userId}`)).toBe(refused)
  await world.play('tom> /clients\ntom< …')
  expect(await forge('tom', `pick:clients.list:c${anna.userId}`)).toBe(refused)
  expect(await forge('tom', `pick:clients.one:p1`)).toBe(stale)
  expect(await forge('eve', 'openClients')).toBe('That is not for you to do.')
  expect(await forge('eve', 'openAssign')).toBe('That is not for you to do.')
  expect(await forge('eve', `pick:clients.list:c${anna.userId}`)).toBe(stale)

  // Within one's own client's card, other plans are not there.
  await world.client('Zed', { trainer: tom })
  await world.play('tom> /clients zed\ntom< …')
  expect(await forge('tom', 'pick:clients.one:p1')).toBe(refused)
  await world.play('tom> /clients zed\ntom< …')
  expect(await forge('tom', 'pick:clients.one:e1')).toBe(refused)
  expect(world.rows('workout_plans')).toEqual(before)
})

test('a client who is not mine any more leaves the middle of everything', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    dana> /clients anna
    dana< …
    dana> [Not my client]
    dana< End the coaching of Anna?…
    dana> [Yes, not my client]
    dana< (toast) Anna is not your client any more.
    dana< 👋 Dana
      You have no clients yet: invite the first.…
    anna< …
  `)
  expect(went).toBe(wrote)
})

test('the history of a client opens from their card, and leads back', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    dana> /clients anna
    dana< …
    dana> [📖 History]
    dana< …
    dana> [‹ Back]
    dana< Anna
      No plan at the moment.…
  `)
  expect(went).toBe(wrote)
})

test('an admin known to configuration only coaches from the first command on', async () => {
  const world = await makeWorld({ admins: ['Office'] })
  const { went, wrote } = await world.play(`
    office> /assign
      Squat 3x5
      Row 3x8
    office< You are an admin here.…
      You have no clients yet.…
    office> /clients
    office< You have no clients yet.…
  `)
  expect(went).toBe(wrote)
  expect(world.rows('users')).toMatchObject([{ role: 'admin' }])
})
