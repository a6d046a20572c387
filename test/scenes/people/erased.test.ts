import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { hashToken } from '../../../src/services/people/tokens.ts'
import { fillEveryTable, insert } from '../../support/everything.ts'
import { type World, makeWorld } from '../../support/world.ts'

/** Writes as another program would. */
function outside<T>(world: World, write: (file: Database.Database) => T): T {
  const file = new Database(world.path)
  file.pragma('foreign_keys = on')
  try {
    return write(file)
  } finally {
    file.close()
  }
}

test('a client who was erased and a trainer who was removed come back as strangers, and may join anew', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const tom = await world.trainer('Tom')
  const anna = await world.client('Anna', { trainer: dana })
  const { went, wrote } = await world.play(`
    anna> /settings
    anna< …
    tom> /assign
    tom< …
  `)
  expect(went).toBe(wrote)
  outside(world, (file) => file.prepare('delete from users where id in (?, ?)').run(anna.userId, tom.userId))
  const back = await world.play(`
    anna> /start
    anna< 👋 Hello, I am Spotter.…
    anna> 8x60
    anna< …
    — restart —
    tom> /help
    tom< …
    dana> /invite
    dana< …
    anna> (opens link of dana)
    anna< Dana invites you to train with Spotter.…
    anna> [I agree, let us begin]
    anna< Welcome! You are now with Dana.…
    dana< 🎉 Anna has joined and is now your client.…
  `)
  expect(back.went).toBe(back.wrote)
})

test('what an erased client had sent is forgotten within the hour, whoever erased them', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna')
  const ben = await world.client('Ben')
  outside(world, (file) => {
    for (const { phone } of [anna, ben])
      for (const state of ['done', 'failed'])
        insert(file, 'incoming_files', {
          telegram_id: phone.id,
          file_id: 'AgAD',
          file_unique_id: 'AQAD',
          kind: 'photo',
          payload: JSON.stringify({ caption: 'my knee' }),
          state,
          created_at: '2026-11-23 07:30:00.000000',
        })
    file.prepare('delete from users where id = ?').run(anna.userId)
  })
  await world.app.reconcile()
  expect(world.rows('incoming_files')).toMatchObject([
    { telegram_id: ben.phone.id },
    { telegram_id: ben.phone.id },
  ])
})

const ownOfEverybody = [
  'client_profiles',
  'telegram_accounts',
  'trainer_profiles',
  'user_settings',
  'users',
  'reminder_rules',
  'reminder_horizons',
  'nudge_states',
]

test('who joins a record made ahead keeps all that was logged under it, whoever wrote it', async () => {
  const world = await makeWorld()
  const eva = await world.client('Eva')
  const token = 'aaaaaaaaaaaaaaaaaaaaaa'
  const record = outside(world, (file) => {
    file.prepare('update exercises set slug = null').run() // everything has one of the library's
    const { trainer, client } = fillEveryTable(file)
    file.prepare('delete from incoming_files').run()
    file.prepare('delete from telegram_accounts where user_id = ?').run(client)
    file.prepare(`update client_profiles set height = 181 where user_id = ?`).run(eva.userId)
    const expires_at = '2030-01-01 00:00:00'
    insert(file, 'invites', {
      token_hash: hashToken(token),
      role: 'client',
      inviter_id: trainer,
      user_id: client,
      expires_at,
    })
    return client
  })
  const keys = world.ask(
    `select m.name as "table", k."from" as "column" from sqlite_master m join pragma_foreign_key_list(m.name) k
      where m.type = 'table' and k."table" = 'users'`,
  ) as { table: string; column: string }[]
  const theirs = keys.filter(({ table }) => !ownOfEverybody.includes(table))
  const counts = (id: number | undefined) =>
    theirs.map(({ table, column }) => [`${table}.${column}`, world.rows(table, `${column} = ${id}`).length])
  const before = counts(record)
  expect(before.filter(([, count]) => Number(count) > 0).length).toBeGreaterThan(14)
  world.member('eva').phone.start(token)
  await world.settle()
  const { went, wrote } = await world.play(`
    eva> [I agree, let us begin]
    eva< Welcome!…
  `)
  expect(went).toBe(wrote)
  // The invitation itself is used up by who joined.
  const expected = before.map(([column, count]) => [column, column === 'invites.used_by' ? 1 : count])
  expect(counts(eva.userId)).toEqual(expected)
  expect(world.rows('users', `id = ${record}`)).toEqual([])
  const [profile] = world.rows('client_profiles', `user_id = ${eva.userId}`)
  expect(profile).toMatchObject({ height: 181, fitness_goals: expect.any(String) as string })
})
