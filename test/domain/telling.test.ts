import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tellAt } from '../../src/domain/telling.ts'

const start = Date.parse('2026-11-23T07:30:00Z')
const minutes = 60_000

test('verdicts wait two minutes for others, and ten in all', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10 * minutes }), { maxLength: 40 }), (gaps) => {
      const first = new Date(start)
      let now = start
      let due = tellAt(first, first).getTime()
      for (const gap of gaps) {
        // Whatever comes once they were told begins anew.
        if (now + gap >= due) break
        now += gap
        const next = tellAt(first, new Date(now)).getTime()
        expect(next).toBeGreaterThanOrEqual(due)
        due = next
      }
      expect(due - now).toBeLessThanOrEqual(2 * minutes)
      expect(due - start).toBeLessThanOrEqual(10 * minutes)
      expect(due).toBeGreaterThanOrEqual(now)
    }),
  )
})
