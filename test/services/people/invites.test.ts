import { expect, test } from 'vitest'
import { authorizeClient } from '../../../src/services/access.ts'
import { ensureAdminRecord, unlinkClient } from '../../../src/services/people/accounts.ts'
import {
  inviteClients,
  inviteTrainers,
  mostWaiting,
  renewInvite,
  revokeInvite,
  whoIsAwaited,
} from '../../../src/services/people/invites.ts'
import { openInvite } from '../../../src/services/people/invitation.ts'
import { acceptInvite } from '../../../src/services/people/joining.ts'
import { admin, anna, dana, practice, yossi } from './practice.ts'

const p = practice()

const clientLink = async (names: string[] = []) => {
  const [invite] = await p.as(dana, (turn) => inviteClients(turn, names))
  return invite!.token
}
const join = (who: typeof anna, token: string) =>
  p.as(who, async (turn) => {
    const invitation = await openInvite(turn, token)
    return invitation && acceptInvite(turn, who, invitation.id)
  })

test('a link is 128 bits, stored hashed, and makes a client with consent', async () => {
  const token = await clientLink()
  expect(token).toMatch(/^[\w-]{22}$/)
  expect(
    p
      .rows('select * from invites')
      .map((row) => JSON.stringify(row))
      .join(),
  ).not.toContain(token)

  const invitation = await p.as(anna, (turn) => openInvite(turn, token))
  expect(invitation).toMatchObject({ role: 'client', inviterName: 'Dana' })
  expect(p.rows('select * from users where role = ?', 'client')).toEqual([])

  await join(anna, token)
  const [user] = p.rows('select * from users where role = ?', 'client')
  expect(user).toMatchObject({
    username: 'anna_c',
    full_name: 'Anna',
    email: null,
    hashed_password: null,
    is_active: 1,
    trainer_id: p.trainers.dana,
  })
  expect(p.rows('select * from client_profiles')).toMatchObject([
    { trainer_id: p.trainers.dana, consented_at: '2026-11-24 12:00:00.000000' },
  ])
  expect(p.rows('select * from user_settings where user_id = ?', user!['id'])).toMatchObject([
    { time_zone: 'Asia/Jerusalem', units: 'kg', language: null },
  ])
  expect(p.rows('select * from deliveries')).toMatchObject([
    { kind: 'joined', recipient_id: p.trainers.dana, valuable: 1 },
  ])
})

test('the turn goes on as the person who has joined', async () => {
  const token = await clientLink()
  await p.as(anna, async (turn) => {
    const invitation = await openInvite(turn, token)
    await acceptInvite(turn, anna, invitation!.id)
    expect(turn.actor).toMatchObject({
      role: 'client',
      fullName: 'Anna',
      trainerId: p.trainers.dana,
      timeZone: 'Asia/Jerusalem',
    })
  })
})

test('unknown, malformed, used, expired and revoked links answer alike', async () => {
  const used = await clientLink()
  await join(anna, used)
  const revoked = await clientLink()
  await p.as(dana, async (turn) => revokeInvite(turn, (await whoIsAwaited(turn))[0]!))
  const expired = await clientLink()
  p.pass(72)
  const stranger = { id: 77, firstName: 'Eve' }
  for (const token of [used, revoked, expired, 'A'.repeat(22), '', "' or 1=1 --"])
    expect(await p.as({ ...stranger, id: stranger.id++ }, (turn) => openInvite(turn, token))).toBeNull()
})

test('a link runs out between the look and the consent', async () => {
  const token = await clientLink()
  const invitation = await p.as(anna, (turn) => openInvite(turn, token))
  p.pass(72)
  expect(await p.as(anna, (turn) => acceptInvite(turn, anna, invitation!.id))).toBeNull()
  expect(p.rows('select * from users where role = ?', 'client')).toEqual([])
})

test('five wrong guesses an hour, then even a good link leads nowhere', async () => {
  const token = await clientLink()
  const open = (guess: string) => p.as(anna, (turn) => openInvite(turn, guess))
  for (let guess = 0; guess < 5; guess++) expect(await open('x')).toBeNull()
  expect(await open(token)).toBeNull()
  p.pass(1.01)
  expect(await open(token)).not.toBeNull()
})

test('of a hundred who redeem one link at once, one joins', async () => {
  const token = await clientLink()
  const people = Array.from({ length: 100 }, (_, index) => ({ id: 1000 + index, firstName: `P${index}` }))
  const looks = await Promise.all(people.map((who) => p.as(who, (turn) => openInvite(turn, token))))
  expect(looks.every(Boolean)).toBe(true)
  const ends = await Promise.all(
    people.map((who) => p.as(who, (turn) => acceptInvite(turn, who, looks[0]!.id))),
  )
  expect(ends.filter(Boolean)).toHaveLength(1)
  expect(p.rows('select * from users where role = ?', 'client')).toHaveLength(1)
  expect(p.rows('select * from deliveries')).toHaveLength(1)
})

test('whoever has a trainer or a role is refused, and nothing changes', async () => {
  const first = await clientLink()
  await join(anna, first)
  const second = await clientLink()
  const [trainerLink] = await p.as(admin, async (turn) => {
    await ensureAdminRecord(turn, admin)
    return inviteTrainers(turn, [])
  })
  await expect(join(anna, second)).rejects.toMatchObject({ code: 'alreadyJoined' })
  await expect(join(anna, trainerLink!.token)).rejects.toMatchObject({ code: 'alreadyJoined' })
  await expect(join(yossi, second)).rejects.toMatchObject({ code: 'alreadyJoined' })
  await expect(join(dana, second)).rejects.toMatchObject({ code: 'alreadyJoined' })
  expect(p.rows('select * from invites where used_at is null')).toHaveLength(2)
})

test('a prepared record waits for its person and becomes theirs', async () => {
  const [one, two] = await p.as(dana, (turn) => inviteClients(turn, ['Anna', 'Anna']))
  expect(p.rows('select username, full_name from users where role = ?', 'client')).toEqual([
    { username: 'anna', full_name: 'Anna' },
    { username: 'anna2', full_name: 'Anna' },
  ])
  await join(anna, one!.token)
  await join({ id: 4, firstName: 'Ann' }, two!.token)
  expect(
    p.rows(
      'select username, telegram_id from users u join telegram_accounts a on a.user_id = u.id where role = ?',
      'client',
    ),
  ).toEqual([
    { username: 'anna_c', telegram_id: 3 },
    { username: 'anna2', telegram_id: 4 },
  ])
})

test('a taken Telegram name gives way to one made from the name', async () => {
  await join({ id: 5, firstName: 'Noa', username: 'dana' }, await clientLink())
  await join({ id: 6, firstName: '😀', username: 'yossi' }, await clientLink())
  await join({ id: 7, firstName: 'אנה', lastName: 'כהן' }, await clientLink())
  await join({ id: 8, firstName: '<b>Bobby</b>' }, await clientLink())
  await join({ id: 9, firstName: '' }, await clientLink())
  const names = p.rows('select username, full_name from users where role = ? order by id', 'client')
  expect(names).toEqual([
    { username: 'noa', full_name: 'Noa' },
    { username: 'user', full_name: '😀' },
    { username: 'אנה_כהן', full_name: 'אנה כהן' },
    { username: 'b_bobby_b', full_name: '<b>Bobby</b>' },
    { username: 'user2', full_name: null },
  ])
})

test('a new link for a waiting record ends the old one; strangers to it see nothing', async () => {
  const old = await clientLink(['Anna'])
  const [waiting] = await p.as(dana, whoIsAwaited)
  expect(waiting).toMatchObject({ kind: 'record', name: 'Anna' })
  await expect(p.as(yossi, (turn) => renewInvite(turn, waiting!))).rejects.toMatchObject({ code: 'notThere' })
  await expect(p.as(yossi, (turn) => revokeInvite(turn, waiting!))).rejects.toMatchObject({
    code: 'notThere',
  })
  const renewed = await p.as(dana, (turn) => renewInvite(turn, waiting!))
  expect(await join(anna, old)).toBeNull()
  expect(await join(anna, renewed.token)).not.toBeNull()
  expect(await p.as(dana, whoIsAwaited)).toEqual([])
})

test('a revoked link leaves the record waiting without a link', async () => {
  await clientLink(['Anna'])
  await p.as(dana, async (turn) => revokeInvite(turn, (await whoIsAwaited(turn))[0]!))
  expect(await p.as(dana, whoIsAwaited)).toMatchObject([{ kind: 'record', name: 'Anna', expiresAt: null }])
})

test('clients and strangers invite nobody, trainers no trainers', async () => {
  await join(anna, await clientLink())
  for (const who of [anna, { id: 55, firstName: 'Eve' }])
    await expect(p.as(who, (turn) => inviteClients(turn, []))).rejects.toMatchObject({ code: 'notAllowed' })
  for (const who of [anna, dana])
    await expect(p.as(who, (turn) => inviteTrainers(turn, []))).rejects.toMatchObject({ code: 'notAllowed' })
})

test('invitations that wait are bounded', async () => {
  for (let made = 0; made < mostWaiting; made += 20)
    await p.as(dana, (turn) =>
      inviteClients(
        turn,
        Array.from({ length: 20 }, (_, n) => `N ${made + n}`),
      ),
    )
  await expect(clientLink()).rejects.toMatchObject({ code: 'tooManyInvites' })
})

test('an unlinked client keeps their record and goes on with a new coach', async () => {
  await join(anna, await clientLink())
  const [{ id }] = p.rows('select id from users where role = ?', 'client') as [{ id: number }]
  await expect(p.as(yossi, (turn) => authorizeClient(turn, id))).rejects.toMatchObject({ code: 'notThere' })
  await p.as(dana, async (turn) => unlinkClient(turn, await authorizeClient(turn, id)))
  expect(p.rows('select trainer_id from users where id = ?', id)).toEqual([{ trainer_id: null }])
  expect(p.rows('select kind from deliveries where recipient_id = ?', id)).toEqual([{ kind: 'unlinked' }])
  await expect(p.as(dana, (turn) => authorizeClient(turn, id))).rejects.toMatchObject({ code: 'notThere' })

  const [invite] = await p.as(yossi, (turn) => inviteClients(turn, ['Anna']))
  const [prepared] = p.rows('select id from users where username = ?', 'anna')
  p.db
    .outsider()
    .prepare('insert into workout_plans (name, trainer_id, client_id) values (?, ?, ?)')
    .run('Waiting', p.trainers.yossi, prepared!['id'])
  await join(anna, invite!.token)
  expect(p.rows('select id, trainer_id from users where role = ?', 'client')).toEqual([
    { id, trainer_id: p.trainers.yossi },
  ])
  expect(p.rows('select client_id from workout_plans')).toEqual([{ client_id: id }])
})

test('links of somebody switched off, or to a record that has gone, lead nowhere', async () => {
  const token = await clientLink(['Anna'])
  const outsider = p.db.outsider()
  outsider.prepare('update users set is_active = 0 where username = ?').run('dana')
  expect(await p.as(anna, (turn) => openInvite(turn, token))).toBeNull()
  outsider.prepare('update users set is_active = 1').run()
  expect(await p.as(anna, (turn) => openInvite(turn, token))).not.toBeNull()
  outsider.prepare('update users set trainer_id = null').run()
  expect(await p.as(anna, (turn) => openInvite(turn, token))).toBeNull()
})

test('an admin known to configuration gets one record and coaches', async () => {
  expect(await p.as(admin, (turn) => ensureAdminRecord(turn, admin))).toBe(true)
  expect(await p.as(admin, (turn) => ensureAdminRecord(turn, admin))).toBe(false)
  expect(await p.as(dana, (turn) => ensureAdminRecord(turn, dana))).toBe(false)
  expect(p.rows('select username, role from users where role = ?', 'admin')).toEqual([
    { username: 'office', role: 'admin' },
  ])
  const [invite] = await p.as(admin, (turn) => inviteClients(turn, []))
  expect(await join(anna, invite!.token)).toMatchObject({ inviterName: 'Office' })
})

test('a trainer joins by an admin’s link, under the name Telegram gives', async () => {
  const [invite] = await p.as(admin, async (turn) => {
    await ensureAdminRecord(turn, admin)
    return inviteTrainers(turn, [])
  })
  await join({ id: 20, firstName: 'Gil', username: 'gil' }, invite!.token)
  expect(p.rows('select role, trainer_id, username from users where username = ?', 'gil')).toEqual([
    { role: 'trainer', trainer_id: null, username: 'gil' },
  ])
  expect(p.rows('select kind from deliveries')).toEqual([{ kind: 'trainerJoined' }])
})
