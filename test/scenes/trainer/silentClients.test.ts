import { expect, test } from 'vitest'
import { giveWeek } from '../../support/meals.ts'
import { muteCoaches } from '../../support/muting.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'
import { upperLower } from '../client/plansOfAnna.ts'

/** Monday 23 November 2026, 09:00. Nobody is reminded of anything, so that silence is all there is. */
async function annaFallsSilent(language: 'en' | 'he' = 'en') {
  const world = await makeWorld({ at: '2026-11-23T09:00:00Z', reminds: true })
  const dana = await world.trainer('Dana', { language })
  const anna = await world.client('Anna', { trainer: dana })
  const ben = await world.client('Ben', { trainer: dana })
  await givePlan(world, anna, upperLower, { from: '2026-11-01' })
  // What a brief says is not pushed.
  await muteCoaches(world, dana)
  return { world, dana, anna, ben }
}

/** What Dana hears of silence, whatever her clients are reminded of meanwhile. */
const heard = (world: World) =>
  world
    .member('dana')
    .phone.chat()
    .filter(({ text }) => text.includes('🔇'))
    .map(({ text }) => text.replaceAll(/[\u2066-\u2069\u200e\u200f]/g, ''))

test('a client with a plan of whom nothing came for five days: told once, and once more after the next silence', async () => {
  const { world } = await annaFallsSilent()
  await world.advanceTo('Friday 23:00')
  expect(heard(world)).toEqual([])
  await world.advanceTo('Saturday 07:01')
  expect(heard(world)).toEqual(['🔇 Anna went silent: not a word, not a tap since Mon 23 Nov.'])
  await world.advanceTo('Monday 12:00')
  expect(heard(world)).toHaveLength(1)
  world.member('anna').phone.write('/today')
  await world.idle()
  await world.advanceTo('Sunday 12:00')
  expect(heard(world)).toEqual([
    '🔇 Anna went silent: not a word, not a tap since Mon 23 Nov.',
    '🔇 Anna went silent: not a word, not a tap since Mon 30 Nov.',
  ])
})

test('whoever writes before the trainer wakes has not gone silent; in Hebrew, and of a plan of meals', async () => {
  const { world, ben } = await annaFallsSilent('he')
  giveWeek(world, ben, { start_date: '2026-11-01' }, [{ meal: {} }])
  await world.advanceTo('Saturday 06:00')
  world.member('anna').phone.write('/today')
  await world.idle()
  await world.advanceTo('07:30')
  expect(heard(world)).toEqual(['🔇 Ben: אין הודעות ואין לחיצות מאז יום ב׳, 23 בנוב׳.'])
})
