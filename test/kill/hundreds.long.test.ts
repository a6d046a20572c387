import { expect, test } from 'vitest'
import { firstStarts, migrations } from './birth.ts'
import { seedOf, summary } from './report.ts'
import { killRun } from './run.ts'

/** At least this many deaths, whatever the machine; as many as there are in the time that is left. */
const leastKills = 200
const budgetMs = 330_000
const seed = seedOf()

let kills = 0
const began = performance.now()
const isOver = (): boolean => kills >= leastKills && performance.now() - began > budgetMs
const enough = (): boolean => {
  kills++
  return isOver()
}

/** Two at a time, one for each core. */
async function take(
  runs: { clients: number; faults: boolean; only?: 'ping'; name: string }[],
): Promise<void> {
  for (const { name, ...options } of runs) {
    if (isOver()) return
    const tally = await killRun({ seed: `${seed}/${name}`, kills: 44, ...options, enough })
    console.log(summary(seed, name, tally))
  }
}

test('killed with -9, hundreds of times', { timeout: 1_100_000 }, async () => {
  const all = Array.from({ length: 8 }, (_, index) => ({
    clients: 2 + (index % 3),
    faults: index % 4 > 1,
    ...(index === 2 && { only: 'ping' as const }),
    name: `long ${index}`,
  }))
  await Promise.all([0, 1].map((lane) => take(all.filter((_, index) => index % 2 === lane))))
  expect(kills).toBeGreaterThanOrEqual(leastKills)
})

test('killed in first starts and while the schema is brought up to date', { timeout: 600_000 }, async () => {
  console.log(`first starts and migrations, KILL_SEED=${seed}`)
  for (const run of [1, 2]) await firstStarts(`${seed}/birth ${run}`, 8)
  await migrations(`${seed}/migrations`, 20)
})
