import { expect, test } from 'vitest'
import { changeAbout, withClient } from './changing.ts'

withClient()

test('zones, hours and meal times changed in any order, with sendings between: nothing twice for a local day, nothing out of its time', async () => {
  expect(await changeAbout(300)).toBeGreaterThan(300)
})
