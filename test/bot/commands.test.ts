import { expect, test } from 'vitest'
import { textsIn } from '../../src/texts/texts.ts'
import type { Member } from '../support/world.ts'
import { practice, registry, standsAt, write } from './practice.ts'

test('/cancel says what it did, in the language of whoever gave it', async () => {
  const { world } = await practice()
  const { went, wrote } = await world.play(`
    dana> /invite
    dana< …
    dana> /cancel
    dana< Cancelled.…
    dana> /cancel
    dana< There is nothing to cancel.…
    anna> /settings
    anna< …
    anna> /CANCEL@spotter_test_bot please
    anna< בוטל.…
    stan> /cancel
    stan< There is nothing to cancel.…
  `)
  expect(went).toBe(wrote)
})

test('a command of somebody else’s is one that nobody knows', async () => {
  const { world } = await practice()
  const { went, wrote } = await world.play(`
    stan> /invite
    stan< I could not place that. /help shows what I can do.…
    stan> /people
    stan< I could not place that.…
    dana> /people
    dana< I could not place that.…
    dana> /today
    dana< I could not place that.…
    anna> /assign
    anna< לא …
    office> /nonsense 123
    office< I could not place that.…
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select count(*) as n from invites')).toEqual([{ n: 0 }])
})

test('the role is read with every update, and so is access', async () => {
  const { world, dana, anna } = await practice()
  const { went, wrote } = await world.play(`
    dana> /clients
    dana< …
  `)
  expect(went).toBe(wrote)
  write(world, `update users set trainer_id = null where id = ?`, anna.userId)
  write(world, `update client_profiles set trainer_id = null where user_id = ?`, anna.userId)
  write(world, `update users set role = 'client' where id = ?`, dana.userId)
  write(world, `update users set role = 'trainer' where id = ?`, anna.userId)
  const more = await world.play(`
    dana> /clients
    dana< I could not place that.…
    dana> /today
    dana< …
    anna> /clients
    anna< …
  `)
  expect(more.went).toBe(more.wrote)
  const card = dana.phone.last()
  write(world, `update users set is_active = 0 where id = ?`, dana.userId)
  const said = textsIn('en')('deactivated')
  dana.phone.say('/today')
  await world.idle()
  // Once, not twice.
  expect(dana.phone.last()).toMatchObject({ text: said, buttons: [] })
  const tap = dana.phone.tapStale(card, card.buttons.flat()[0]?.label ?? '')
  await world.idle()
  expect(tap.answers).toMatchObject([{ text: said, alert: true }])
  dana.phone.sendFile(new Uint8Array([65]), 'a.txt', 'text/plain')
  dana.phone.edit(dana.phone.chat().find(({ from }) => from === 'me')?.id ?? 0, '/start again')
  await world.idle()
  expect(dana.phone.last().text).toBe(said)
  expect(standsAt(world, dana)).toBeNull()
})

test('each role has its menu in its language; after an update of the program everybody’s is set anew, once', async () => {
  const { world, office, dana, anna, stan } = await practice()
  const names = ({ phone }: Member) => phone.commands().map(({ command }) => command)
  const noa = world.stranger('Noa', { language: 'he' })
  expect(names(stan)).toEqual(['help'])
  expect(noa.phone.commands()[0]?.description).toMatch(/[א-ת]/)
  for (const { phone } of [office, dana, anna]) phone.start()
  await world.idle()
  expect(names(anna)).toEqual(registry.menuOf('client'))
  expect(names(dana)).toEqual(registry.menuOf('trainer'))
  expect(names(office)).toEqual(registry.menuOf('admin'))
  expect(names(dana)).toEqual(expect.arrayContaining(['invite', 'assign', 'clients', 'settings', 'help']))
  expect(names(dana)).not.toContain('people')
  expect(anna.phone.commands().every(({ description }) => /[א-ת]/.test(description))).toBe(true)
  const set = () =>
    world.simulator.calls.filter(({ method, params }) => method === 'setMyCommands' && params['scope']).length
  const before = set()
  await world.restart()
  await world.idle()
  expect(set()).toBe(before)
  // As an older version of the program left it.
  write(world, `update installation set value = 'older' where key = 'menus'`)
  await world.restart()
  await world.idle()
  await world.restart()
  await world.idle()
  expect(set()).toBe(before + 3)
})
