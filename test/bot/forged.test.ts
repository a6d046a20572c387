import { expect, test } from 'vitest'
import { aimedPayloads, amongOthers, forge, forgedPayloads } from './forging.ts'

const seed = 20261123

test('forged buttons change and show nothing of other people’s, never fail, and are always answered; in the right hands they act', async () => {
  const { world, anna, forgers } = await amongOthers()
  expect(await forge(world, forgers, forgedPayloads(world, 60, seed), seed)).toEqual([])
  expect(await forge(world, forgers, aimedPayloads(world), seed)).toEqual([])
  expect(await forge(world, [anna], forgedPayloads(world, 120, seed), seed)).not.toEqual([])
})
