import { expect, test } from 'vitest'
import { type World, makeWorld } from '../../support/world.ts'

const weights = (world: World) => world.ask('select weight from workout_exercises order by id')

async function seen60(): Promise<World> {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    dana> /assign Anna
      Mon Upper
      Bench press 3x8 @60
    dana< Upper · for Anna…  [✅ Assign]
  `)
  expect(went).toBe(wrote)
  return world
}

/** Changes the newest own message and presses what was on the screen before, as long as the bot has not answered. */
async function changeAndPress(world: World, text: string, label: string): Promise<void> {
  const { phone } = world.member('dana')
  const before = phone.last()
  const own = phone.chat().findLast(({ from }) => from === 'me')
  phone.edit(own?.id ?? 0, text)
  phone.tapStale(before, label)
  await world.settle()
}

const changed = '/assign Anna\nMon Upper\nBench press 3x8 @600'
const staleToast = 'That button is out of date. Here is how things stand now.'

test('a plan changed behind a preview that was seen: the old button gives nothing, the fresh one what it shows', async () => {
  const world = await seen60()
  await changeAndPress(world, changed, '✅ Assign')
  const { phone } = world.member('dana')
  expect(phone.toasts.at(-1)?.text).toBe(staleToast)
  expect(phone.last().text).toContain('600 kg')
  expect(weights(world)).toEqual([])
  const { went, wrote } = await world.play(`
    dana> [✅ Assign]
    dana< (toast) ✅ Upper is with Anna now.
    dana< …
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(weights(world)).toEqual([{ weight: 600 }])
})

test('the day it begins is part of what was seen', async () => {
  const world = await seen60()
  const { phone } = world.member('dana')
  const before = phone.last()
  phone.tap(before.buttons.flat().find(({ label }) => label.startsWith('Start on'))?.label ?? '')
  phone.tapStale(before, '✅ Assign')
  await world.settle()
  expect(phone.toasts.at(-1)?.text).toBe(staleToast)
  expect(phone.last().text).toMatch(/^From .?Mon 30 Nov/mu)
  expect(world.rows('workout_plans')).toEqual([])
})

test('lines that are left out are those that were seen', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    dana> /assign Anna
      Mon Upper
      Bench press 3x8 @60
      Row 3x8 @9000
    dana< …
  `)
  expect(went).toBe(wrote)
  const label = world.member('dana').phone.last().buttons[0]?.[0]?.label ?? ''
  expect(label).toContain('without')
  await changeAndPress(world, '/assign Anna\nMon Upper\nBench press 3x8 @60\nSquat 3x5 @9000', label)
  expect(world.member('dana').phone.toasts.at(-1)?.text).toBe(staleToast)
  expect(weights(world)).toEqual([])
})

test('a question about other plans that was answered for another plan gives nothing', async () => {
  const world = await seen60()
  const { went, wrote } = await world.play(`
    dana> [✅ Assign]
    dana< …
    anna< …
    dana> /assign Anna
      Mon Upper
      Bench press 3x8 @70
    dana< …
    dana> [✅ Assign]
    dana< Anna has a plan at that time:…  [Replace from Mon 23 Nov] [Beside it]
  `)
  expect(went).toBe(wrote)
  const { phone } = world.member('dana')
  const asked = phone.last()
  const again = await world.play(`
    dana> (edits 1 back) /assign Anna
      Mon Upper
      Bench press 3x8 @170
    dana< Upper · for Anna…
  `)
  expect(again.went).toBe(again.wrote)
  for (const { label } of asked.buttons.flat().slice(0, 2)) {
    phone.tap('✅ Assign')
    await world.settle()
    phone.tapStale(asked, label)
    await world.settle()
    expect(phone.toasts.at(-1)?.text).toBe(staleToast)
    expect(phone.last().text).toContain('170 kg')
  }
  expect(weights(world)).toEqual([{ weight: 60 }])
  const last = await world.play(`
    dana> [✅ Assign]
    dana< Anna has a plan at that time:…
    dana> [Beside it]
    dana< …
    anna< …
  `)
  expect(last.went).toBe(last.wrote)
  expect(weights(world)).toEqual([{ weight: 60 }, { weight: 170 }])
})

test('changes to a plan are stored as they were seen', async () => {
  const world = await seen60()
  const { went, wrote } = await world.play(`
    dana> [✅ Assign]
    dana< …
    anna< …
    dana> [✏️ Edit the training plan]
    dana< …
    dana> Mon Upper
      Bench press 3x8 @65
    dana< …
  `)
  expect(went).toBe(wrote)
  const label = world.member('dana').phone.last().buttons[0]?.[0]?.label ?? ''
  await changeAndPress(world, 'Mon Upper\nBench press 3x8 @165', label)
  const { phone } = world.member('dana')
  expect(phone.toasts.at(-1)?.text).toBe(staleToast)
  expect(phone.last().text).toContain('165 kg')
  expect(weights(world)).toEqual([{ weight: 60 }])
})
