import { expect, test } from 'vitest'
import { makeWorld } from '../../support/world.ts'

const dead = 'This invite link does not work (any more).…'

test('a named invitation makes the record at once; the list renews and revokes', async () => {
  const world = await makeWorld()
  await world.trainer('Dana')
  world.stranger('Anna')
  const { went, wrote } = await world.play(`
    dana> /invite
      Anna
      Ben <b>
      ${'x'.repeat(200)}
    dana< (photo) Invite link for Anna
    dana< (photo) Invite link for Ben <b>
    dana< One line is too long for a name (at most 80 characters): left out.
      Whom we are waiting for
      Ben <b> – link until Thu 26 Nov, 07:30
      Anna – link until Thu 26 Nov, 07:30  [Ben <b>] [Anna]
    — crash —
    dana> [Ben <b>]
    dana< Ben <b> has not come yet.
      The link is good until Thu 26 Nov, 07:30. A new one ends it.  [New link] [Revoke the link] [‹ Back]
    — crash —
    dana> [Revoke the link]
    dana< (toast) The link does not work any more.
    dana< Whom we are waiting for
      Ben <b> – no link at the moment
    dana> hello there
    dana< …
    anna> (opens link of dana)
    anna< ${dead}
    dana> /invite
    dana< …
    dana> [By name]
    dana< Whom do you invite?
      Send a name, or several, one a line: …  [‹ Back]
    — crash —
    dana> Noa
    dana< (photo) Invite link for Noa
    dana< Whom we are waiting for
    anna> (opens link of dana)
    anna< Dana invites you to train with Spotter.
    dana> [Done]
    dana< …
    anna> [I agree, let us begin]
    anna< Welcome! You are now with Dana.
    dana< 🎉 Noa has joined and is now your client.  [Not my client]
    anna> (opens link of dana)
    anna< You are already here, with Dana as your trainer. Nothing was changed.
      What may I call you?
  `)
  expect(went).toBe(wrote)
  expect(world.ask(`select username, full_name from users where role = 'client' order by id`)).toEqual([
    { username: 'anna', full_name: 'Anna' },
    { username: 'ben_b', full_name: 'Ben <b>' },
    { username: 'noa', full_name: 'Noa' },
  ])
})

test('one answer for every dead link, and no more guesses after five', async () => {
  const world = await makeWorld()
  await world.trainer('Dana')
  const eve = world.stranger('Eve')
  const { went, wrote } = await world.play(`
    dana> /invite
    dana< …
    eve> /start AAAAAAAAAAAAAAAAAAAAAA
    eve< ${dead}
      👋 Hello, I am Spotter.…
    eve> /start x
    eve< ${dead}
    eve> /start ../../etc
    eve< ${dead}
    eve> /start 0
    eve< ${dead}
    eve> /start ' or 1=1
    eve< ${dead}
    eve> (opens link of dana)
    eve< ${dead}
    — 61m later —
    eve> (opens link of dana)
    eve< Dana invites you to train with Spotter.
    — 72h later —
    eve> [I agree, let us begin]
    eve< (alert) This invite link does not work …
    eve< …
  `)
  expect(went).toBe(wrote)
  expect(world.rows('telegram_accounts', `telegram_id = ${eve.phone.id}`)).toMatchObject([{ user_id: null }])
})

test('whoever has a role is told so; declining changes nothing', async () => {
  const world = await makeWorld()
  await world.trainer('Dana')
  const tom = await world.trainer('Tom')
  await world.client('Anna', { trainer: tom })
  world.stranger('Eve')
  const { went, wrote } = await world.play(`
    dana> /invite
    dana< …
    tom> (opens link of dana)
    tom< You coach here already, so this link is not for you: forward it to the person it is meant for. Nothing was changed.…
    dana> (opens link of dana)
    dana< You coach here already…
      Whom we are waiting for
    anna> (opens link of dana)
    anna< You are already here, with Tom as your trainer. Nothing was changed.…
    anna> /invite
    anna< I could not place that. /help shows what I can do.…
    anna> /people
    anna< I could not place that. /help shows what I can do.…
    eve> (opens link of dana)
    eve< Dana invites you to train with Spotter.
    eve> no thanks
    eve< All right, nothing was changed. The link stays good for a while, should you think again.
      👋 Hello, I am Spotter.…
    eve> (stale) [I agree, let us begin]
    eve< (toast) That button is out of date.…
    eve< 👋 Hello, I am Spotter.…
    eve> /settings
    eve< I could not place that. /help shows what I can do.…
    eve> /id
    eve< Your Telegram id: ${world.member('eve').phone.id}…
  `)
  expect(went).toBe(wrote)
  expect(world.rows('invites', 'used_at is not null')).toEqual([])
  expect(world.rows('users')).toHaveLength(3)
})

test('not my client: asked first, then unlinked once, and told', async () => {
  const world = await makeWorld()
  await world.trainer('Dana')
  const tom = await world.trainer('Tom')
  const anna = await world.client('Anna', { trainer: tom })
  world.stranger('Eve')
  const { went, wrote } = await world.play(`
    dana> /invite
    dana< …
    eve> (pastes link of dana)
    eve< Dana invites you to train with Spotter.…
    eve> [I agree, let us begin]
    eve< …
    dana< 🎉 Eve has joined and is now your client.  [Open Eve] [Not my client]
    dana> [Open Eve]
    dana< Eve
      No plan at the moment.…
    dana> [Not my client]
    dana< End the coaching of Eve? …  [Yes, not my client] [Keep]
    dana> [Keep]
    dana< (toast) Nothing was changed.
    dana> [Not my client]
    dana< End the coaching of Eve? …
    dana> (twice) [Yes, not my client]
    dana< (toast) Eve is not your client any more.
    dana< (alert) That is not there (any more).
    dana< 👋 Dana…
    eve< Dana no longer coaches you here. What you logged stays yours.…
  `)
  expect(went).toBe(wrote)
  expect(world.ask(`select full_name, trainer_id from users where role = 'client' order by id`)).toEqual([
    { full_name: 'Anna', trainer_id: tom.userId },
    { full_name: 'Eve', trainer_id: null },
  ])

  // A forged button of somebody else's client changes nothing and tells nothing.
  const dana = world.member('dana').phone
  for (const forged of [
    `unlink:${anna.userId!.toString(36)}`,
    'unlink:zz',
    'notMine:zz',
    'unlink:',
    'x'.repeat(64),
  ]) {
    await dana.tapRaw(forged, dana.last().id).answered()
    await world.idle()
  }
  expect(world.ask('select trainer_id from users where id = ?', anna.userId)).toEqual([
    { trainer_id: tom.userId },
  ])
})

test.each([
  ['en', 'You have one client, and 2 invited.', 'One client is invited, and has not joined yet.'],
  ['he', 'אדם אחד מתאמן אצלך, ושתי הזמנות מחכות.', 'הזמנה אחת מחכה להצטרפות.'],
] as const)('whoever is invited is no client yet (%s)', async (language, both, alone) => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana', { language })
  await world.trainer('Tamar', { language })
  await world.client('Anna', { trainer: dana })
  const { went, wrote } = await world.play(`
    dana> /invite
      Noa
      Ben
    dana< …
    dana> /start
    dana< 👋 Dana
      ${both}…
    tamar> /invite Gal
    tamar< …
    tamar> /start
    tamar< 👋 Tamar
      ${alone}…
  `)
  expect(went).toBe(wrote)
})
