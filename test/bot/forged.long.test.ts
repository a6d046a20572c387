import { expect, test } from 'vitest'
import { amongOthers, forge, forgedPayloads } from './forging.ts'

test('ten thousand forged and mutated buttons: no effect, no failure, always an answer', async () => {
  const { world, forgers } = await amongOthers()
  const seed = Math.trunc(Math.random() * 1_000_000)
  process.stdout.write(`forged with seed ${seed}\n`)
  expect(await forge(world, forgers, forgedPayloads(world, 3400, seed), seed)).toEqual([])
})
