import { expect, test } from 'vitest'
import { postRun, postSummary } from './postRun.ts'
import { seedOf } from './report.ts'

/** A few deaths; a thousand deliveries in `post.long.test.ts`. */
test(
  'killed with -9 while things are owed and the network fails: nudges once, content twice at most, all in its true end',
  { timeout: 120_000 },
  async () => {
    const seed = seedOf()
    const tally = await postRun({ seed: `${seed}/post`, people: 9, deliveries: 60, minutes: 2, kills: 4 })
    console.log(postSummary(seed, tally))
    expect(tally.states['sent'] ?? 0).toBeGreaterThan(20)
  },
)
