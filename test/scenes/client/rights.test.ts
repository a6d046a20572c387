import { expect, test } from 'vitest'
import { type Action, encodeAction } from '../../../src/views/callbackData.ts'
import { write } from '../../bot/practice.ts'
import { givePlan } from '../../support/plans.ts'
import { type Member, type World, makeWorld } from '../../support/world.ts'

const planOf = (whose: string) => `${whose} plan\n\nMon ${whose} day\nBench press 2x8 @80 "${whose} note"`

/** Two clients of two trainers, each with a plan of their own. */
async function annaAndBen() {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const ben = await world.client('Ben', { trainer: await world.trainer('Tom') })
  const plan = await givePlan(world, anna, planOf('Kneecap'))
  await givePlan(world, ben, planOf('Elbow'))
  return { world, anna, ben, plan, session: sessionOf(world, plan) }
}

function sessionOf(world: World, plan: number): number {
  return Number(world.rows('workout_sessions', `workout_plan_id = ${plan}`)[0]?.['id'])
}

/** Presses a button that nobody made for them; answers with all they are shown after it. */
async function press(world: World, { phone }: Member, action: Action) {
  const tap = phone.tapRaw(encodeAction(action), phone.last().id)
  await world.idle()
  const shown = phone.chat().map(({ html, buttons }) => ({ html, buttons }))
  return { answers: tap.answers.map(({ text, alert }) => ({ text, alert })), shown }
}

const gone = { text: 'That is not there (any more).', alert: true }

test.each([
  ['starting a day', (id: number): Action => ({ name: 'startDay', session: id, newest: 0 }), 'session'],
  ['opening a day', (id: number): Action => ({ name: 'openDay', session: id }), 'session'],
  ['opening a plan', (id: number): Action => ({ name: 'openPlan', plan: id }), 'plan'],
] as const)(
  '%s of somebody else is answered as for none, shows and stores nothing',
  async (_, button, of) => {
    const { world, anna, ben, ...ids } = await annaAndBen()
    const none = await press(world, ben, button(80_000))
    const theirs = await press(world, ben, button(ids[of]))
    expect(theirs).toEqual(none)
    expect(theirs.answers).toEqual([gone])
    expect(JSON.stringify(theirs.shown)).not.toMatch(/kneecap/i)
    expect(world.rows('workouts')).toEqual([])
    expect(world.rows('conversations', `state like '%${ids[of]}%'`)).toEqual([])
    // In the right hands it acts.
    expect(JSON.stringify(await press(world, anna, button(ids[of])))).toMatch(/kneecap/i)
  },
)

test('a day of one’s own plan that has not begun, is over or was edited into a newer one cannot be started', async () => {
  const { world, ben } = await annaAndBen()
  const [edited] = world.rows('workout_plans', `client_id = ${ben.userId}`)
  const coming = await givePlan(world, ben, planOf('Coming'), { from: '2026-11-24' })
  const over = await givePlan(world, ben, planOf('Over'), { from: '2026-11-01' })
  const newer = await givePlan(world, ben, planOf('Newer'))
  write(world, `update workout_plans set end_date = '2026-11-22' where id = ?`, over)
  write(world, 'update workout_plans set previous_id = ? where id = ?', edited?.['id'], newer)
  const start = async (plan: number) => {
    const { answers } = await press(world, ben, {
      name: 'startDay',
      session: sessionOf(world, plan),
      newest: 0,
    })
    return answers
  }
  for (const plan of [coming, over, Number(edited?.['id'])]) expect(await start(plan)).toEqual([gone])
  expect(world.rows('workouts')).toEqual([])
  await world.advanceTo('Tuesday 07:30')
  expect(await start(coming)).toEqual([{ text: '', alert: false }])
  expect(world.rows('workouts')).toMatchObject([{ name: 'Coming day', client_id: ben.userId }])
})

/** Both have typed a set and corrected it by a later message: Anna her first, Ben his second. */
async function bothTyped() {
  const { world, anna, ben } = await annaAndBen()
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [▶️ Start: Kneecap day]
    anna< …
    anna> 8x60
    anna< Logged: Bench press, set 1: 8 reps × 60 kg…
    anna> 1: 9x60
    anna< Corrected: Bench press, set 1: 9 reps × 60 kg…
    ben> /today
    ben< …
    ben> [▶️ Start: Elbow day]
    ben< …
    ben> [✅ 8 × 80 kg]
    ben< …
    ben> 7x70
    ben< Logged: Bench press, set 2: 7 reps × 70 kg…
    ben> 2: 6x70
    ben< Corrected: Bench press, set 2: 6 reps × 70 kg…
  `)
  expect(went).toBe(wrote)
  const sets = ({ userId }: Member) =>
    world.ask('select set_number, reps, weight from set_logs where client_id = ? order by id', userId)
  return { world, anna, ben, sets }
}

const typedBy = `from set_logs where source = 'typed' and client_id = ?`

test.each([
  ['logged', 2, `update set_logs set message_id = (select message_id ${typedBy}) where client_id = ?`],
  [
    'corrected',
    1,
    `update set_corrections set message_id = (select message_id from set_corrections where set_log_id in
      (select id ${typedBy})) where set_log_id in (select id from set_logs where client_id = ?)`,
  ],
])(
  'messages of two chats with one id: to edit what %s says the writer’s own set anew',
  async (_, back, sql) => {
    const { world, anna, ben, sets } = await bothTyped()
    const before = sets(anna)
    write(world, sql, ben.userId, anna.userId)
    const { went, wrote } = await world.play(`
    ben> (edits ${back} back) 2: 5x75
    ben< Corrected: Bench press, set 2: 5 reps × 75 kg…
  `)
    expect(went).toBe(wrote)
    expect(sets(anna)).toEqual(before)
    expect(sets(ben)).toEqual([
      { set_number: 1, reps: 8, weight: 80 },
      { set_number: 2, reps: 5, weight: 75 },
    ])
  },
)
