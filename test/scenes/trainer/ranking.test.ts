import { expect, test } from 'vitest'
import sharp from 'sharp'
import { addDays } from '../../../src/domain/localTime.ts'
import { keptPhoto, write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { type Member, type World, makeWorld } from '../../support/world.ts'

/** Monday 23 November 2026, 12:00 UTC. */
const start = '2026-11-23T12:00:00Z'
const today = '2026-11-23'

async function plays(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

const everyDay = `Strong, 30 weeks from Monday\n${['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
  .map((day) => `${day} Day\nSquat 3x5`)
  .join('\n')}`

/** Trained that day, the way other programs write it. */
const train = (world: World, { userId }: Member, date: string) =>
  write(
    world,
    `insert into exercise_completions (client_id, completed_at, actual_sets) values (?, ?, 3)`,
    userId,
    `${date} 09:00:00`,
  )

const weigh = (world: World, { userId }: Member, date: string, kg: number) =>
  write(
    world,
    'insert into weigh_ins (client_id, weight, recorded_at) values (?, ?, ?)',
    userId,
    kg,
    `${date} 06:00:00.000000`,
  )

/** A client who needs nothing: an open plan without weekdays, trained yesterday. */
async function calm(world: World, name: string, trainer: Member): Promise<Member> {
  const client = await world.client(name, { trainer })
  await givePlan(world, client, 'Free\nSquat 3x5', { from: '2026-11-02', trainer })
  await train(world, client, '2026-11-22')
  return client
}

const showPhoto = async (world: World, { userId }: Member, at: string) => {
  const meal = await write(
    world,
    `insert into eaten_meals (client_id, local_date, name, status, eaten_at) values (?, ?, 'Lunch', 'eaten', ?)`,
    userId,
    at.slice(0, 10),
    at,
  )
  await write(
    world,
    `insert into reviews (client_id, eaten_meal_id, state, created_at, updated_at) values (?, ?, 'waiting', ?, ?)`,
    userId,
    meal,
    at,
    at,
  )
}

test('whoever needs their coach most comes first, each with the reason; who needs nothing comes last', async () => {
  const world = await makeWorld({ at: start })
  const dana = await world.trainer('Dana')
  const people: Record<string, Member> = {}
  for (const name of ['Ada', 'Ben', 'Cy', 'Dov', 'Eli', 'Fay', 'Gil'])
    people[name] = await calm(world, name, dana)
  await world.client('Hal', { trainer: dana })
  const [ben, cy, dov, eli, fay, gil] = ['Ben', 'Cy', 'Dov', 'Eli', 'Fay', 'Gil'].map((name) => people[name]!)
  await weigh(world, ben!, '2026-11-20', 80)
  await weigh(world, ben!, '2026-11-22', 76)
  await givePlan(world, cy!, everyDay, { from: addDays(today, -14), trainer: dana })
  await train(world, cy!, '2026-11-20')
  await write(world, `delete from exercise_completions where client_id = ?`, cy!.userId)
  await showPhoto(world, dov!, '2026-11-22 13:00:00.000000')
  await showPhoto(world, dov!, '2026-11-23 08:00:00.000000')
  await write(world, `update workout_plans set end_date = '2026-11-27' where client_id = ?`, eli!.userId)
  for (const kind of ['weighIn', 'workout'])
    await write(
      world,
      `insert into nudge_states (user_id, kind, reason, paused_until) values (?, ?, 'ill', '2026-11-25')`,
      fay!.userId,
      kind,
    )
  await weigh(world, fay!, '2026-11-20', 60)
  await weigh(world, fay!, '2026-11-22', 64)
  await showPhoto(world, fay!, '2026-11-20 08:00:00.000000')
  await write(world, `update users set is_active = 0 where id = ?`, gil!.userId)
  await write(world, `delete from workout_plans where client_id = ?`, gil!.userId)
  await plays(
    world,
    `
    dana> /invite Ian
    dana< …
    dana> /clients
    dana< Your clients
      Tap somebody, or send a name.
      • Fay: 📷 one waits for your word, 3 days · ⚖️ 4 kg more in 2 days · 🤒 Ill, asked for nothing until Wed 25 Nov
      • Dov: 📷 2 wait for your word, 23 h
      • Ben: ⚖️ 4 kg less in 2 days
      • Cy: 🏋️ missed 14 workouts in a row
      • Eli: 📅 plan ends Friday
      • Hal: 📄 no plan
      • Ada: Plan · last trained Sun 22 Nov
      • Gil: no plan · last trained Sun 22 Nov
      • Ian: no plan · has not joined yet  [Fay] [Dov] [Ben] [Cy] [Eli] [Hal] [Ada] [⛔ Gil] [⏳ Ian]
    dana> [Fay]
    dana< Fay
      📷 one waits for your word, 3 days
      ⚖️ 4 kg more in 2 days
      🤒 Ill, asked for nothing until Wed 25 Nov
      ▶️ Plan · since Mon 2 Nov
      Workouts, 4 weeks: 1
      Trained last: without a plan (Sun 22 Nov)
      Weight: 64 kg, …  [🔎 Review: one waits] [📈 Progress] [📋 Plan] [➕ New plan]
    `,
  )
})

test('what others train, and who was somebody else’s client, is no concern of mine', async () => {
  const world = await makeWorld({ at: start })
  const dana = await world.trainer('Dana')
  const tom = await world.trainer('Tom')
  const anna = await calm(world, 'Anna', tom)
  await calm(world, 'Ben', dana)
  await showPhoto(world, anna, '2026-11-23 08:00:00.000000')
  await plays(
    world,
    `
    anna> /message Is this fine?
    anna< …
    tom< 💬 Anna writes…
    dana> /clients
    dana< Your clients
      Tap somebody, or send a name.
      • Ben: Plan · last trained Sun 22 Nov  [Ben] [✉️ Invite]
    dana> [‹ Back]
    dana< 👋 Dana
      You have one client.
      To give somebody a plan, just send it here as text.
    tom> /start
    tom< 👋 Tom
      You have one client.
      ❗ One client needs you.…
    `,
  )
  await write(world, 'update users set trainer_id = ? where id = ?', dana.userId, anna.userId)
  await plays(
    world,
    `
    dana> /clients
    dana< Your clients
      Tap somebody, or send a name.
      • Anna: 📷 one waits for your word, 4 h
      • Ben: Plan · last trained Sun 22 Nov…
    `,
  )
})

test('a letter waits for an answer until there is one, or none is needed', async () => {
  const world = await makeWorld({ at: start })
  await calm(world, 'Anna', await world.trainer('Dana'))
  await plays(
    world,
    `
    anna> /message Is this fine?
    anna< …
    dana< 💬 Anna writes…
    — 3h later —
    dana> /clients anna
    dana< Anna
      💬 wrote, no answer for 3 h
      ▶️ Plan · since Mon 2 Nov…  [↩️ Answer] [✓ Needs no answer]
    dana> [↩️ Answer]
    dana< Your answer to Anna…
    dana> Yes, it is.
    dana< …
    anna< 💬 Dana writes…
    dana> /clients anna
    dana< Anna
      ▶️ Plan · since Mon 2 Nov…
    anna> /message Thanks!
    anna< …
    dana< 💬 Anna writes…
    dana> /clients
    dana< Your clients
      Tap somebody, or send a name.
      • Anna: 💬 wrote just now…
    dana> [Anna]
    dana< Anna
      💬 wrote just now…
    dana> (twice) [✓ Needs no answer]
    dana< (toast) All right, it waits no more.
    dana< (toast) All right, it waits no more.
    dana< Anna
      ▶️ Plan · since Mon 2 Nov…
    anna> /message And this?
    anna< …
    dana< 💬 Anna writes…
    dana> [💬 Write]
    dana< …
    dana> That too.
    dana< …
    anna< …
    dana> /clients anna
    dana< Anna
      ▶️ Plan · since Mon 2 Nov…
    `,
  )
})

test('a check-in waits until it is opened, and again when it is sent again', async () => {
  const world = await makeWorld({ at: start })
  await calm(world, 'Anna', await world.trainer('Dana'))
  await plays(
    world,
    `
    anna> /checkin
    anna< …
    anna> 82.4 18%
    anna< …
    anna> [well]
    anna< …
    anna> [‹ Back]
    anna< …
    anna> /cancel
    anna< …
    dana> /clients
    dana< Your clients
      Tap somebody, or send a name.
      • Anna: Plan…
    `,
  )
  await plays(world, 'anna> /checkin\nanna< …')
  for (
    let asked = 0;
    asked < 9 &&
    world
      .member('anna')
      .phone.last()
      .buttons.flat()
      .some(({ label }) => label === 'Skip');
    asked++
  )
    await plays(world, 'anna> [Skip]\nanna< …')
  await plays(
    world,
    `
    anna> [✅ Send to my trainer]
    anna< …
    dana< …
    — 1h later —
    dana> /clients anna
    dana< Anna
      📋 sent a check-in
      ▶️ Plan…  [📋 The check-in] [📋 Plan]
    dana> [📋 The check-in]
    dana< …
    dana> [‹ Back]
    dana< Anna
      ▶️ Plan…  [📋 Plan] [📋 The check-in]
    `,
  )
})

test('silence counts in the client’s own days, and ends with a tap', async () => {
  const world = await makeWorld({ at: start })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await givePlan(world, anna, 'Weekly, 30 weeks\nMon Day\nSquat 3x5', { from: today, trainer: dana })
  await train(world, anna, today)
  await plays(
    world,
    `
    — Friday 12:00 —
    dana> /clients
    dana< Your clients
      Tap somebody, or send a name.
      • Anna: Weekly · last trained Mon 23 Nov…
    — Saturday 00:01 —
    dana> /clients anna
    dana< Anna
      🔇 silent for 5 days…  [💬 Write] [📋 Weekly]
    anna> /today
    anna< …
    dana> /clients anna
    dana< Anna
      ▶️ Weekly…
    `,
  )
})

test('a workout that was gone on with days later is of the day it began, in every place', async () => {
  const world = await makeWorld({ at: start })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await givePlan(world, anna, 'Free\nSquat 3x5', { from: '2026-11-02', trainer: dana })
  const workout = await write(
    world,
    `insert into workouts (client_id, local_date, state, started_at) values (?, '2026-11-18', 'left', '2026-11-18 09:00:00.000000')`,
    anna.userId,
  )
  for (const date of ['2026-11-18', '2026-11-20'])
    await write(
      world,
      `insert into exercise_completions (client_id, workout_id, completed_at, actual_sets) values (?, ?, ?, 3)`,
      anna.userId,
      workout,
      `${date} 09:00:00.000000`,
    )
  await plays(
    world,
    `
    dana> /clients
    dana< …
      • Anna: 🏋️ has not trained for 5 days  [Anna] [✉️ Invite]
    dana> [Anna]
    dana< Anna
      🏋️ has not trained for 5 days
      …
      Trained last: ◐ without a plan (Wed 18 Nov)…
    `,
  )
  await write(world, `update workout_plans set start_date = '2026-11-22'`)
  await plays(
    world,
    `dana> /clients\ndana< …\n      • Anna: Plan · last trained Wed 18 Nov  [Anna] [✉️ Invite]`,
  )
})

test('names find the ranked too, and pages turn; in Hebrew as well', async () => {
  const world = await makeWorld({ at: start })
  const dana = await world.trainer('Dana', { language: 'he' })
  for (let number = 1; number <= 13; number++) await calm(world, `Anna ${number}`, dana)
  await showPhoto(world, world.member('Anna 13'), '2026-11-22 09:00:00.000000')
  await write(
    world,
    `update workout_plans set end_date = '2026-11-27' where client_id = ?`,
    world.member('Anna 12').userId,
  )
  await plays(
    world,
    `
    dana> /clients ann
    dana< המתאמנים שלך
      אפשר ללחוץ על שם או לשלוח אותו.
      נמצאו לפי ann:
      • Anna 13: 📷 צילום אחד ממתין לתגובה, 27 שעות
      • Anna 12: 📅 התוכנית נגמרת ביום שישי
      • Anna 1: Plan · אימון אחרון יום א׳, 22 בנוב׳
      …
      1 מתוך 2  [Anna 13] [Anna 12] [Anna 1]
    dana> [‹]
    dana< המתאמנים שלך…
      2 מתוך 2  [Anna 9]
    `,
  )
})

test('the latest photos come beside the card; what nobody has said yet what it shows does not', async () => {
  const world = await makeWorld({ at: start })
  const dana = await world.trainer('Dana', { language: 'he' })
  const anna = await calm(world, 'Anna', dana)
  const bytes = await sharp({ create: { width: 60, height: 80, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  await keptPhoto(world, anna, { date: '2026-11-20', pose: 'front', bytes })
  await keptPhoto(world, anna, { date: '2026-11-21', pose: 'side', bytes })
  await keptPhoto(world, anna, { date: '2026-11-22', pose: 'back', bytes })
  await write(world, `update photos set purpose = 'unsorted', pose = null where pose = 'back'`)
  await plays(
    world,
    `
    dana> /clients anna
    dana< Anna
      ▶️ Plan · מאז יום ב׳, 2 בנוב׳
      אימונים, 4 שבועות: 1
      אימונים אחרונים: בלי תוכנית (יום א׳, 22 בנוב׳)
      תמונות: 2, האחרונה שבת, 21 בנוב׳…  [🖼 תמונות] [📝 פתקים]
    dana> [🖼 תמונות]
    dana< (photo) 🖼 Anna: התמונות האחרונות, עד שבת, 21 בנוב׳
    dana< (photo) …
    dana< Anna…
    `,
  )
})
