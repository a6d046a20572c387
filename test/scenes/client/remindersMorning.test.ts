import { expect, test } from 'vitest'
import { cutting, cuttingDay, giveDay } from '../../support/meals.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

/** Sunday 22 November 2026, 20:00; everything is planned for Monday. */
async function annaSleeps(language: 'en' | 'he' = 'en') {
  const world = await makeWorld({ at: '2026-11-22T20:00:00Z', reminds: true })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana'), language })
  await givePlan(world, anna, upperLower, { from: '2026-11-23' })
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  await world.app.plan()
  return world
}

test('the morning’s card: training, meals with their times and targets, what is asked today; it begins the day', async () => {
  const world = await annaSleeps()
  await goes(
    world,
    `
    — Monday 07:00 —
    — 07:30 —
    anna< ☀️ Good morning! Mon 23 Nov
      🏋️ Upper
      • Bench press – 2 × 6–8 × 80 kg
      A1 Barbell row – 2 × 10 × 60 kg
      A2 Face pull – 2 × 15
      • Plank – 1 × 45 s
      Next: Lower, Thu 26 Nov.
      ◻ 08:00 Breakfast
      ◻ 13:00 Lunch
      Eaten: 0 of 2,100 kcal
      ⚖️ Weigh-in today.
      [▶️ Start: Upper] [🍽 Meals] [⚖️ Weigh-in] [The whole day]
    anna> [The whole day]
    anna< Today, Mon 23 Nov…
    anna> [▶️ Start: Upper]
    anna< …
  `,
  )
})

test('a start from a morning’s card that is old begins nothing twice', async () => {
  const world = await annaSleeps()
  await goes(
    world,
    `
    — Monday 07:30 —
    anna< …
    anna> (twice) [▶️ Start: Upper]
    anna< (toast) It is under way already.
    anna< …
  `,
  )
  expect(world.rows('workouts')).toHaveLength(1)
})

test('the tap on the weigh-in is an answer, and what is typed then turns the question to done', async () => {
  const world = await makeWorld({ at: '2026-11-22T20:00:00Z', reminds: true })
  await world.client('Anna')
  await world.app.plan()
  await goes(
    world,
    `
    — Monday 07:00 —
    anna< ⚖️ Time to step on the scale…  [⚖️ Weigh-in] [Later]
    anna> [⚖️ Weigh-in]
    anna< …
  `,
  )
  expect(
    world.ask(
      `select answered_at is not null as yes from deliveries where kind = 'weighIn' and state = 'sent'`,
    ),
  ).toEqual([{ yes: 1 }])
  await goes(
    world,
    `
    anna> 82.4
    anna< ✅ Weigh-in: done
    anna< …
  `,
  )
})

test('check-in: asked on its day, goes on where it was left, and reads done when it is sent', async () => {
  const world = await makeWorld({ at: '2026-11-22T09:00:00Z', reminds: true })
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  await world.app.plan()
  await goes(
    world,
    `
    — 10:00 —
    anna< 📋 Time for your check-in. It takes two minutes.  [📋 Check-in] [Later]
    anna> [📋 Check-in]
    anna< 📋 Check-in, Sun 22 Nov · 1 of 10…
    anna> 82.4
    anna< Noted: 82.4 kg…
    anna> /today
    anna< …
    anna> (stale) [📋 Check-in]
    anna< 📋 Check-in, Sun 22 Nov · 2 of 10…
  `,
  )
  for (let question = 0; question < 9; question++) await world.play('anna> skip\nanna< …')
  await goes(
    world,
    `
    anna> [✅ Send to my trainer]
    anna< (toast) Sent to your trainer.
    anna< ✅ Check-in: done
    anna< …
    dana< 📋 Anna has checked in, Sun 22 Nov…
  `,
  )
})

test('check-in: sent two days late it is the one that was asked for', async () => {
  const world = await makeWorld({ at: '2026-11-22T09:00:00Z', reminds: true })
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  await world.app.plan()
  await goes(world, '— 10:00 —\nanna< 📋 Time for your check-in…\n— Tuesday 09:00 —\nanna< …\ndana< …')
  await goes(world, 'anna> /checkin\nanna< …\nanna> 82.4\nanna< …')
  for (let question = 0; question < 9; question++) await world.play('anna> skip\nanna< …')
  await world.play('anna> [✅ Send to my trainer]\nanna< …\ndana< …')
  const asked = world
    .member('anna')
    .phone.chat()
    .map(({ text }) => text.replaceAll(/[\u2068\u2069]/g, ''))
    .filter((text) => text.includes('Time for your check-in') || text.startsWith('✅ Check-in'))
  expect(asked).toEqual(['✅ Check-in: done'])
})

test('check-in: not asked who sent one two days ago, in Hebrew asked on a draft', async () => {
  const world = await makeWorld({ at: '2026-11-20T09:00:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const [anna, ben] = [
    await world.client('Anna', { trainer: dana }),
    await world.client('Ben', { trainer: dana, language: 'he' }),
  ]
  await world.play('anna> /checkin\nanna< …\nanna> 82.4\nanna< …')
  for (let question = 0; question < 9; question++) await world.play('anna> skip\nanna< …')
  await world.play('anna> [✅ Send to my trainer]\nanna< …\ndana< …')
  await world.advanceTo('Sunday 09:00')
  await world.play('ben> /checkin\nben< …\nben> 82.4\nben< …')
  await goes(
    world,
    `
    — 10:30 —
    ben< 📋 הצ׳ק־אין עוד לא נשלח. אפשר להמשיך מאיפה שעצרת.  [📋 צ׳ק־אין] [אחר כך]
    ben> [אחר כך]
    ben< ⏰ צ׳ק־אין: אשאל שוב בשעה 12:30.  [📋 צ׳ק־אין]
  `,
  )
  const asked = world.ask(
    `select recipient_id as who, state from deliveries where kind = 'checkIn' and local_date = '2026-11-22' and state != 'due' order by who`,
  )
  expect(asked).toEqual([
    { who: anna.userId, state: 'cancelled' },
    { who: ben.userId, state: 'sent' },
  ])
})
