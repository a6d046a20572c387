import * as fc from 'fast-check'
import { test } from 'vitest'
import { readSets } from '../../src/domain/setInput.ts'
import { isSane } from './saneSet.ts'

test('nothing typed makes a set nobody could lift, at length', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.stringMatching(/^[0-9x:;.,@ kglbsr"-]{0,30}$/),
      ),
      (typed) => isSane(readSets(typed, { units: 'lb' })),
    ),
    { numRuns: 100_000 },
  )
})
