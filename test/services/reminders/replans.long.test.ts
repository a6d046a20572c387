import { expect, test } from 'vitest'
import { changeAbout, withClient } from './changing.ts'

withClient()

test('zones, hours and meal times changed in any order, with sendings between: nothing twice for a local day, nothing out of its time', async () => {
  expect(await changeAbout(300)).toBeGreaterThan(100)
})

test('a clock that goes months ahead and back, with what is old by it forgotten: nothing twice for a local day', async () => {
  expect(await changeAbout(80, 'straying')).toBeGreaterThan(0)
})
