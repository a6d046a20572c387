import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { Intake } from '../../src/pictures/intake.ts'
import * as bad from './badInputs.ts'

const mebibyte = 1024 ** 2
const intake = new Intake()
afterAll(() => intake.stop())

/** The most memory the child ever had. */
function peak(of: Intake): number {
  const told = readFileSync(`/proc/${of.pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(told)?.[1]) * 1024
}

test.each<[string, () => Promise<Buffer>]>([
  ['PNG 30000²', () => bad.vast(30_000)],
  ['interlaced PNG 16000²', () => bad.vastInterlaced(16_000)],
  ['progressive JPEG 16000²', () => bad.vastProgressive(16_000)],
])('%s is refused before it is opened', async (_, make) => {
  const own = new Intake()
  expect(await own.takeIn(await make())).toEqual({ refused: 'too-many-pixels' })
  expect(peak(own)).toBeLessThan(300 * mebibyte)
  own.stop()
})

test.each<[string, () => Promise<Buffer>]>([
  ['interlaced PNG', () => bad.vastInterlaced(7000)],
  ['progressive JPEG', () => bad.vastProgressive(7000)],
])('%s of nearly as many pixels as may be is taken in within the memory', async (_, make) => {
  const own = new Intake()
  const answer = await own.takeIn(await make())
  expect(answer).toHaveProperty('picture')
  own.stop()
})

test('a text chunk of 200 MB when unpacked does not cost them', async () => {
  const own = new Intake()
  const answer = await own.takeIn(bad.pngOf(64, 1, bad.packedText(200 * mebibyte)))
  expect('picture' in answer || answer.refused === 'broken').toBe(true)
  expect(peak(own)).toBeLessThan(300 * mebibyte)
  own.stop()
})

test('what needs more memory than there may be ends the child, and another takes over', async () => {
  const narrow = new Intake({ memory: 200 * mebibyte })
  expect(await narrow.takeIn(await bad.vastProgressive(7000))).toEqual({ refused: 'too-many-pixels' })
  expect(await narrow.takeIn(await bad.jpeg())).toHaveProperty('picture')
  narrow.stop()
})

test('the child does not grow over three hundred pictures, good and bad', async () => {
  const good = await bad.jpeg(2000, 1500)
  const wrong = [bad.cut(good, 0.5), bad.flipped(good, 97), bad.pngOf(400, 300)]
  await intake.takeIn(good)
  const child = intake.pid
  for (let at = 0; at < 300; at++) await intake.takeIn(at % 2 ? good : wrong[at % 3]!)
  expect(intake.pid).toBe(child)
  expect(peak(intake)).toBeLessThan(340 * mebibyte)
})
