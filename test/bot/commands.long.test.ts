import { expect, test } from 'vitest'
import { commandsEverywhere, places, practice } from './practice.ts'

test('everybody gives every command in every step, and is answered', async () => {
  const { world, all } = await practice()
  expect(await commandsEverywhere(world, all, 4)).toEqual([])
  expect(places.length).toBeGreaterThan(30)
})
