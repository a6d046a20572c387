import { expect, test } from 'vitest'
import { postRun, postSummary } from './postRun.ts'
import { seedOf } from './report.ts'

test(
  'killed with -9 through a thousand deliveries while the network fails',
  { timeout: 600_000 },
  async () => {
    const seed = seedOf()
    const tally = await postRun({
      seed: `${seed}/thousand`,
      people: 40,
      deliveries: 1000,
      minutes: 20,
      kills: 60,
    })
    console.log(postSummary(seed, tally))
    expect(tally.kills).toBe(60)
    expect(tally.deliveries).toBeGreaterThanOrEqual(1000)
    // Two sendings of unknown fate may both have come to nothing; nobody can know.
    expect(tally.lost).toBeLessThan(tally.deliveries / 20)
  },
)
