import { randomInt } from 'node:crypto'
import type { Tally } from './run.ts'

/** `KILL_SEED` of the environment draws the same points again. */
export function seedOf(): string {
  return process.env['KILL_SEED'] ?? String(randomInt(1_000_000_000))
}

/** One line for people to read. */
export function summary(seed: string, how: string, tally: Tally): string {
  const causes = [...tally.causes].toSorted((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${count}`)
  return [
    `kill test, KILL_SEED=${seed}, ${how}: ${tally.kills} kills (${causes.join(', ')})`,
    `${tally.deeds} updates`,
    `${tally.acknowledged} sets acknowledged, none lost, none doubled`,
    `${tally.pings} pings`,
    `seen twice: ${tally.cardsTwice} cards, ${tally.tapsTwice} answers to taps`,
  ].join('; ')
}
