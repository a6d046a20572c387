import { expect, test } from 'vitest'
import { firstStarts, migrations } from './birth.ts'
import { seedOf, summary } from './report.ts'
import { type RunOptions, killRun } from './run.ts'

/** Some deaths, on both cores; hundreds in `hundreds.long.test.ts`. */
const seed = seedOf()
const timeout = 240_000

/** Answers how many sets were acknowledged. */
async function killed(how: string, options: Omit<RunOptions, 'seed'>): Promise<number> {
  const tally = await killRun({ seed: `${seed}/${how}`, ...options })
  console.log(summary(seed, how, tally))
  expect(tally.kills).toBe(options.kills)
  return tally.acknowledged
}

test.concurrent(
  'killed with -9 anywhere, and while the ping at the end of a rest goes out',
  { timeout },
  async () => {
    const anywhere = await killed('anywhere', { clients: 3, kills: 4 })
    expect(anywhere + (await killed('pings', { clients: 2, kills: 1, only: 'ping' }))).toBeGreaterThan(0)
  },
)

test.concurrent(
  'killed while the network fails too, in first starts and while the schema is changed',
  { timeout },
  async () => {
    await killed('faults', { clients: 2, kills: 3, faults: true })
    await firstStarts(`${seed}/birth`, 1)
    const through = await migrations(`${seed}/migrations`, 1)
    console.log(`kill test, KILL_SEED=${seed}: a kill of a first start, one or more of ${through} migrations`)
  },
)
