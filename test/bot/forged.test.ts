import { expect, test } from 'vitest'
import { amongOthers, forge } from './forging.ts'

test('forged buttons change nothing of other people’s, never fail, and are always answered; in the right hands they act', async () => {
  const { world, anna, forgers } = await amongOthers()
  expect(await forge(world, forgers, { count: 60, seed: 20261123 })).toEqual([])
  expect(await forge(world, [anna], { count: 120, seed: 20261123 })).not.toEqual([])
})
