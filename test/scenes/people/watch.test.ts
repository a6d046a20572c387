import { mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { formatTimestamp } from '../../../src/entities/types.ts'
import { insert } from '../../support/everything.ts'
import { careOf } from '../../support/watched.ts'
import { type World, type WorldOptions, makeWorld } from '../../support/world.ts'

function outside<T>(world: World, write: (file: Database.Database) => T): T {
  const file = new Database(world.path)
  file.pragma('foreign_keys = off')
  try {
    return write(file)
  } finally {
    file.close()
  }
}

/** An admin, a trainer and her client. */
async function house(options: WorldOptions = {}) {
  const world = await makeWorld({ admins: ['Office'], zone: 'Asia/Jerusalem', ...options })
  world.member('Office').phone.start()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  return { world, dana, anna }
}

const breaks = (world: World) =>
  outside(world, (file) =>
    file.exec(`create trigger broken before insert on weigh_ins begin select raise(abort, 'no'); end`),
  )

test('an update set aside: whoever sent it is told, and the admins once a day, with none of the words', async () => {
  const { world } = await house()
  world.failuresExpected = true
  breaks(world)
  const { went, wrote } = await world.play(`
    anna> /weighin 82.4
    anna< ⚠️ Something went wrong on my side and this was not saved.…
    office< ⚠️ Something somebody sent could not be carried out, not even at the third try. They were told that it was not saved. The log says where: “update set aside”.

      Should it happen again today, this is not repeated.
    anna> /weighin 82.5
    anna< ⚠️ Something went wrong on my side and this was not saved.…
    — restart —
    anna> /weighin 82.6
    anna< ⚠️ Something went wrong on my side and this was not saved.…
    — Tuesday 07:30 —
    anna> /weighin 82.7
    anna< ⚠️ Something went wrong on my side and this was not saved.…
    office< ⚠️ Something somebody sent could not be carried out…
  `)
  expect(went).toBe(wrote)
  expect(world.rows('deliveries', `kind = 'trouble'`)).toHaveLength(2)
  expect(world.log.toString()).not.toContain('82.4')
})

test('a failure that needs a person wakes the admins at night, once', async () => {
  const { world } = await house({ at: '2026-11-23T21:30:00Z' })
  world.failuresExpected = true
  breaks(world)
  const { went, wrote } = await world.play(`
    anna> /weighin 82.4
    anna< ⚠️ Something went wrong on my side and this was not saved.…
    office< ⚠️ Something somebody sent could not be carried out…
    anna> /weighin 82.5
    anna< ⚠️ Something went wrong on my side and this was not saved.…
    — 07:30 —
  `)
  expect(went).toBe(wrote)
  const noted = `select type, count(*) as count from notifications group by type`
  expect(world.ask(noted)).toEqual([{ type: 'trouble', count: 1 }])
})

test('a failed backup is told to the admins once a day, leaves nothing, and the next one is made', async () => {
  const { world } = await house({ at: '2026-11-23T05:00:00Z' })
  const { backups, ring } = careOf(world)
  writeFileSync(backups.folder, 'a file where the folder should be')
  await ring()
  const first = await world.play(`
    — 16s later —
    office< ⚠️ The hourly backup failed. The bot goes on, and tries again in an hour. The log says why: “the backup failed”.

      Should it happen again today, this is not repeated.
    — 30m later —
  `)
  expect(first.went).toBe(first.wrote)
  expect(world.log.lines.filter(({ message }) => message === 'the backup failed')).toHaveLength(1)
  await ring()
  rmSync(backups.folder)
  mkdirSync(backups.folder)
  await ring()
  const then = await world.play(`— 16s later —`)
  expect(then.went).toBe(then.wrote)
  expect(readdirSync(backups.folder)).toHaveLength(1)
  expect(world.log.lines.map(({ message }) => message).slice(-2)).toEqual([
    'the backup failed',
    'backup made',
  ])
})

test('where all is well nobody hears of the daily check, and it is noted as done', async () => {
  const { world } = await house()
  const value = world.clock.now().toISOString()
  await careOf(world).ring()
  const { went, wrote } = await world.play(`— 16s later —`)
  expect(went).toBe(wrote)
  expect(world.rows('deliveries')).toEqual([])
  expect(world.rows('installation', `key = 'self_check'`)).toEqual([{ key: 'self_check', value }])
})

/** Everything that the check can find. */
function goesWrong(world: World, userIds: { trainer: number; blocked: number }): void {
  outside(world, (file) => {
    const at = formatTimestamp(world.clock.now())
    const delivery = {
      kind: 'letter',
      payload: '{}',
      due_at: at,
      expires_at: at,
      created_at: at,
      updated_at: at,
    }
    const owed = (recipient: number, state: string, key: string) =>
      insert(file, 'deliveries', { ...delivery, recipient_id: recipient, state, dedupe_key: key })
    for (const state of ['uncertain', 'failed', 'stale', 'stale'])
      owed(userIds.trainer, state, `${state}${Math.random()}`)
    owed(userIds.blocked, 'stale', 'blocked')
    insert(file, 'weigh_ins', { client_id: 999, weight: 70 })
    insert(file, 'file_uploads', { filename: 'gone.jpg', file_path: 'aa/gone.jpg', user_id: userIds.trainer })
  })
}

test('what is wrong is told in one message, in the words of each admin', async () => {
  const { world, dana, anna } = await house({ admins: ['Office', 'Noam'] })
  world.failuresExpected = true
  const noam = world.member('Noam')
  noam.phone.start()
  const { went: asked, wrote: said } = await world.play(`
    noam> /settings
    noam< …
    noam> [Language]
    noam< …
    noam> [עברית]
    noam< …
    anna> (blocks)
  `)
  expect(asked).toBe(said)
  goesWrong(world, { trainer: dana.userId ?? 0, blocked: anna.userId ?? 0 })
  const { backups, ring } = careOf(world, { freePercent: async () => 7.9 })
  await backups.makeDue(world.clock.now())
  await world.advance('3h')
  backups.makeDue = async () => undefined // nobody rang for three hours
  await ring()
  const { went, wrote } = await world.play(`
    — 16s later —
    office< 🩺 The daily check found something.
      • Of one message to somebody, nobody knows whether it arrived.
      • Telegram refused one message to somebody.
      • 2 messages were not sent in time, and then no more.
      • The newest backup is 3 hours old; there should be one every hour.
      • One row of the database points to another that is not there.
      • One kept photo or clip is not in its folder any more.
      • The disk is almost full: 7 % are free. When nothing is, nothing can be saved.

      The log says more.
    noam< 🩺 הבדיקה היומית מצאה משהו.
      • לא ידוע אם הודעה אחת הגיעה ליעדה.
      • טלגרם סירב להעביר הודעה אחת.
      • שתי הודעות לא נשלחו בזמן, ולכן כבר לא יישלחו.
      • הגיבוי האחרון בן 3 שעות, אף שאמור להיות אחד בכל שעה.
      • שורה אחת במסד הנתונים מפנה לשורה שאיננה.
      • קובץ אחד של תמונה או סרטון שנשמר כבר אינו בתיקייה.
      • הדיסק כמעט מלא: 7% פנויים. כשלא יישאר מקום, שום דבר לא יישמר.

      פרטים נוספים ביומן.
  `)
  expect(went).toBe(wrote)
})

test('once a day, by what the database says: restarts and many rings change nothing, a missed ring is made up for', async () => {
  const { world } = await house({ at: '2026-11-23T05:30:00Z' })
  const rings = async () => {
    await careOf(world, { freePercent: async () => 1 }).ring()
    await world.advance('16s')
    return world.rows('deliveries', `kind = 'selfCheck'`).length
  }
  expect(await rings()).toBe(0) // half past seven
  await world.advance('30m')
  expect(await rings()).toBe(1)
  await world.restart()
  expect(await rings()).toBe(1)
  await world.advance('30h') // nobody rang on Tuesday before two in the afternoon
  expect(await rings()).toBe(2)
  expect(await rings()).toBe(2)
  expect(
    world
      .member('Office')
      .phone.chat()
      .filter(({ text }) => text.startsWith('🩺')),
  ).toHaveLength(2)
})

test('a damaged backup is found where it lies, and counted failures are those since the last look', async () => {
  const { world } = await house()
  world.failuresExpected = true
  breaks(world)
  const { backups, ring } = careOf(world)
  await ring()
  world.member('Anna').phone.say('/weighin 82.4')
  await world.idle()
  await world.advance('24h')
  await ring()
  const checked = () =>
    world
      .member('Office')
      .phone.chat()
      .findLast(({ text }) => text.startsWith('🩺'))?.text
  await world.advance('16s')
  expect(checked()).toContain('• A message could not be carried out. Whoever sent it was told so.')
  await world.advance('24h')
  await ring()
  await world.advance('16s')
  // Nothing new: the last word is the one of yesterday.
  expect(world.rows('deliveries', `kind = 'selfCheck'`)).toHaveLength(1)
  await world.advance('24h')
  const { path } = (await backups.makeDue(world.clock.now())) ?? { path: '' }
  truncateSync(path, 4096 * 20)
  await ring()
  await world.advance('16s')
  expect(checked()).toContain('• The newest backup cannot be read.')
})

test('whoever is no admin any more, or was switched off, hears nothing', async () => {
  const { world } = await house({ admins: ['Office', 'Noam'] })
  world.member('Noam').phone.start()
  await world.idle()
  const { ring } = careOf(world, { freePercent: async () => 1 })
  await ring()
  outside(world, (file) => {
    const idOf = `select user_id from telegram_accounts where telegram_id = ?`
    file.prepare(`update users set is_active = 0 where id = (${idOf})`).run(world.member('Noam').phone.id)
  })
  const { went, wrote } = await world.play(`
    — 16s later —
    office< 🩺 The daily check found something.…
  `)
  expect(went).toBe(wrote)
})
