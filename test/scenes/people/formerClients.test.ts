import { expect, test } from 'vitest'
import { muteCoaches } from '../../support/muting.ts'
import { write } from '../../support/pastMonths.ts'
import { type Member, type World, makeWorld } from '../../support/world.ts'

/** What the table holds for somebody, whoever may read it. */
const kept = (world: World, { userId }: Member) =>
  world.ask<{ type: string; title: string; message: string }>(
    'select type, title, message from notifications where recipient_id = ? order by id',
    userId,
  )

const unsent = (world: World, { userId }: Member) =>
  world.rows('deliveries', `recipient_id = ${userId} and state in ('due', 'held', 'sending')`)

/** Monday 7 December 2026, 07:00: Anna, who left the scale alone twice, has just been asked why. */
async function annaIsAsked(language: 'en' | 'he' = 'en') {
  const world = await makeWorld({ at: '2026-11-23T06:30:00Z', reminds: true })
  const dana = await world.trainer('Dana', { language })
  const anna = await world.client('Anna', { trainer: dana })
  await muteCoaches(world, dana)
  await write(
    world,
    `insert into reminder_rules (user_id, kind, is_on) values (?, 'checkIn', 0)`,
    anna.userId,
  )
  await world.app.plan()
  for (const day of ['Monday', 'Thursday', 'Monday']) await world.advanceTo(`${day} 07:00`)
  return { world, dana, anna }
}

test('a client who is let go takes what was told of them along, and other clients stay', async () => {
  const { world, dana, anna } = await annaIsAsked()
  world.stranger('Ben')
  const { went, wrote } = await world.play(`
    dana> /invite
    dana< …
    ben> (opens link of dana)
    ben< …
    ben> [I agree, let us begin]
    ben< …
    dana< 🎉 Ben has joined…
    anna> [🤒 Ill]
    anna< …
    dana< 🔕 Anna: 🤒 Ill – asked for nothing until Sun 6 Dec.  [👤 Anna]
    anna> /message Nobody else is to know of my knee
    anna< …
    dana< 💬 Anna writes…
    dana> (replies to Anna writes) Rest well.
    dana< ↩️ Your answer went to Anna.
    dana< …
    anna< 💬 Dana writes…
    anna> /message Thank you
    anna< …
    dana< 💬 Anna writes…
    dana> /clients Anna
    dana< …
    dana> [Not my client]
    dana< …
    dana> [Yes, not my client]
    dana< …
    anna< Dana no longer coaches you here.…
    dana> /notifications
    dana< 🔔 Not seen yet: 1
      Open one to read it.
      [🎉 Ben has joined and is now your client. · 07:00]
      [✓ All seen] [Done]
  `)
  expect(went).toBe(wrote)
  expect(kept(world, dana).map(({ type }) => type)).toEqual(['joined'])
  // What the coach wrote to them is theirs.
  expect(kept(world, anna).map(({ message }) => message)).toContain('Rest well.')
})

test('what waits for the coach’s morning is called off with the client it tells of', async () => {
  const { world, dana } = await annaIsAsked()
  await write(
    world,
    `update user_settings set quiet_from = '06:00', quiet_to = '12:00' where user_id = ?`,
    dana.userId,
  )
  const { went, wrote } = await world.play(`
    anna> [🤒 Ill]
    anna< …
    dana> /clients Anna
    dana< …
    dana> [Not my client]
    dana< …
    dana> [Yes, not my client]
    dana< …
    anna< Dana no longer coaches you here.…
  `)
  expect(went).toBe(wrote)
  expect(world.rows('deliveries', `kind = 'paused'`)).toMatchObject([
    { recipient_id: dana.userId, state: 'cancelled' },
  ])
  expect(unsent(world, dana).map(({ kind }) => kind)).toEqual(['heldNote'])
  const before = dana.phone.chat().length
  await world.advanceTo('12:05')
  expect(dana.phone.chat()).toHaveLength(before)
})

test.each([
  ['en', '🤒 Ill', '🔕 Anna: asked for nothing until Sun 6 Dec.'],
  ['he', '🤒 מחלה', '🔕 Anna: לא מבקשים דבר עד יום א׳, 6 בדצמ׳.'],
] as const)('why somebody is left in peace is told, and not kept (%s)', async (language, ill, title) => {
  const { world, dana } = await annaIsAsked(language)
  await world.play(`
    anna> [🤒 Ill]
    anna< …
    dana< …
    dana> /notifications
    dana< …
  `)
  const { phone } = world.member('dana')
  expect(phone.chat().some(({ text }) => text.includes(ill))).toBe(true)
  expect(kept(world, dana)).toEqual([{ type: 'paused', title, message: title }])
  await world.play(`
    dana> [${title} · 07:00]
    dana< …
  `)
  expect(phone.chat().at(-1)?.text).toContain(ill)
})

test('how a client feels is told with their check-in, and not kept for other programs', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  await world.client('Anna', { trainer: dana })
  const { went, wrote } = await world.play(`
    anna> /weighin 82.4 18%
    anna< …
    anna> [📋 Check-in]
    anna< …
    anna> [Take 82.4 kg]
    anna< …
    anna> [very badly]
    anna< …
    anna> 2
    anna< …
    anna> 3
    anna< …
    anna> 4
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> My knee hurts
    anna< …
    anna> [✅ Send to my trainer]
    anna< …
    dana< 📋 Anna has checked in, Mon 23 Nov…
  `)
  expect(went).toBe(wrote)
  expect(dana.phone.chat().at(-1)?.text).toContain('My knee hurts')
  const title = '📋 Anna has checked in, Mon 23 Nov'
  expect(kept(world, dana)).toEqual([{ type: 'checkedIn', title, message: title }])
})

test('whom another program takes away from a coach is gone from the list at once', async () => {
  const { world, anna } = await annaIsAsked()
  const { went, wrote } = await world.play(`
    anna> [🤒 Ill]
    anna< …
    dana< 🔕 Anna: 🤒 Ill…
    dana> /notifications
    dana< 🔔 Not seen yet: 1…
  `)
  expect(went).toBe(wrote)
  await write(world, 'update users set trainer_id = null where id = ?', anna.userId)
  const then = await world.play(`
    dana> [🔕 Anna: asked for nothing until Sun 6 Dec. · 07:00]
    dana< …
    dana> /notifications
    dana< 🔔 You have seen everything.  [Done]
  `)
  expect(then.went).toBe(then.wrote)
})
