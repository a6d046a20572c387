import { expect, test } from 'vitest'
import { muteCoaches } from '../../support/muting.ts'
import { write } from '../../support/pastMonths.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

async function annaWakes(at: string, options: { language?: 'en' | 'he' } = {}): Promise<World> {
  const world = await makeWorld({ at, reminds: true })
  const dana = await world.trainer('Dana')
  await world.client('Anna', { trainer: dana, ...options })
  await muteCoaches(world, dana)
  await world.app.plan()
  return world
}

test('a weigh-in that is put off is asked for once more, two hours on; then on its next day', async () => {
  const world = await annaWakes('2026-11-23T06:30:00Z')
  await goes(
    world,
    `
    — 07:00 —
    anna< ⚖️ Time to step on the scale…  [⚖️ Weigh-in] [Later]
    anna> (twice) [Later]
    anna< ⏰ Weigh-in: I will ask again at 09:00.  [⚖️ Weigh-in]
    — 09:01 —
    anna< ⚖️ Time to step on the scale…  [⚖️ Weigh-in] [Later]
    anna> [Later]
    anna< ⏭ Weigh-in: I ask no more for today; next Thu 26 Nov.  [⚖️ Weigh-in]
    anna> [⚖️ Weigh-in]
    anna< …
    anna> 82.4
    anna< ✅ Weigh-in: done
    anna< ✅ Weigh-in: done
    anna< …
    — Thursday 07:00 —
    anna< ⚖️ Time to step on the scale…
  `,
  )
})

test('what was done meanwhile is not asked for again', async () => {
  const world = await annaWakes('2026-11-23T06:30:00Z')
  await goes(
    world,
    `
    — 07:00 —
    anna< ⚖️ …
    anna> [Later]
    anna< ⏰ Weigh-in: I will ask again at 09:00.  [⚖️ Weigh-in]
    anna> [⚖️ Weigh-in]
    anna< …
    anna> 82.4
    anna< ✅ Weigh-in: done
    anna< …
  `,
  )
  await world.advanceTo('10:00')
  expect(world.ask(`select state from deliveries where dedupe_key like '%:later'`)).toEqual([
    { state: 'cancelled' },
  ])
})

test('late in the evening, and a day later, it is put off to its next day, in Hebrew too', async () => {
  const world = await annaWakes('2026-11-22T09:00:00Z', { language: 'he' })
  await goes(
    world,
    `
    — 10:00 —
    anna< 📋 הגיע הזמן לצ׳ק־אין. זה לוקח שתי דקות.  [📋 צ׳ק־אין] [אחר כך]
    — 22:30 —
    anna> [אחר כך]
    anna< ⏭ צ׳ק־אין: היום לא אשאל שוב. בפעם הבאה: יום א׳, 29 בנוב׳.  [📋 צ׳ק־אין]
    — Monday 07:00 —
    anna< ⚖️ …  [⚖️ שקילה] [אחר כך]
    — Tuesday 08:00 —
    anna> [אחר כך]
    anna< ⏭ שקילה: היום לא אשאל שוב. בפעם הבאה: יום ה׳, 26 בנוב׳.  [⚖️ שקילה]
  `,
  )
})

test('whoever switched it off since is promised no day', async () => {
  const world = await annaWakes('2026-11-23T06:30:00Z')
  await world.advanceTo('23:00')
  await write(
    world,
    `insert into reminder_rules (user_id, kind, is_on) values (?, 'weighIn', 0)`,
    world.member('Anna').userId,
  )
  await goes(
    world,
    `
    anna> [Later]
    anna< ⏭ Weigh-in: I ask no more for today.  [⚖️ Weigh-in]
  `,
  )
})

test('what was put off and then switched off does not come, nor is it promised', async () => {
  const world = await annaWakes('2026-11-23T06:30:00Z')
  await goes(
    world,
    `
    — 07:00 —
    anna< ⚖️ …
    anna> [Later]
    anna< ⏰ Weigh-in: I will ask again at 09:00.  [⚖️ Weigh-in]
    anna> /settings
    anna< …
    anna> [🔔 Reminders]
    anna< …
    anna> [Weigh-in]
    anna< …
    anna> [🔕 Switch off]
    anna< …
    — 10:00 —
  `,
  )
  expect(world.ask(`select state from deliveries where dedupe_key like '%:later'`)).toEqual([
    { state: 'cancelled' },
  ])
})

test('what another program switched off is not asked for, nor put off', async () => {
  const world = await annaWakes('2026-11-23T06:30:00Z')
  await world.advanceTo('07:00')
  const off = 'insert into reminder_rules (user_id, kind, is_on) values (?, ?, 0)'
  for (const kind of ['weighIn', 'checkIn']) await write(world, off, world.member('Anna').userId, kind)
  await goes(
    world,
    `
    anna> [Later]
    anna< ⏭ Weigh-in: I ask no more for today.  [⚖️ Weigh-in]
    — Thursday 06:59 —
    — 07:01 —
  `,
  )
})
