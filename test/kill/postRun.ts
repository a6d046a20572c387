import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { type Fault, type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import { openedCopy } from './autopsy.ts'
import { Draw } from './draw.ts'
import { explained } from './failure.ts'
import { fastClock, speed } from './fastClock.ts'
import { Lives } from './lives.ts'
import { type Point, diesAt, ordersFor } from './points.ts'
import { type Wanted, morning, postOffice } from './postOffice.ts'
import { type Fate, type Outcome, judge } from './postTruth.ts'
import { token } from './run.ts'
import { Watch } from './watch.ts'

export interface PostRun extends Wanted {
  seed: string
  kills: number
}

/** Calls a virtual second: as many as this machine gets through, so that few are under way when death comes. */
const perSecond = 3
/** Real ms for the first start, before anything is due. */
const birthMs = 4000
/** How long the last life may take to come to its end, in real ms. */
const lastMs = 120_000

function drawPoint(draw: Draw): Point {
  const kind = draw.weighted({ commit: 4, call: 6, time: 3, start: 1 })
  if (kind === 'commit') return { kind, when: draw.chance(0.4) ? 'before' : 'after', count: draw.int(3, 60) }
  if (kind !== 'call') return { kind, ms: draw.int(0, kind === 'start' ? 400 : 1500) }
  const when = draw.of(['arrived', 'answered'] as const)
  return { kind, moment: 'card send', count: draw.int(1, 25), when, ms: draw.of([0, 0, 1, 2, 5, 20]) }
}

const kinds = { late: 4, reset: 3, '429': 2, '5xx': 3, truncated: 2, html: 1 } as const

function drawFault(draw: Draw): Fault {
  const kind = draw.weighted<keyof typeof kinds>(kinds)
  const lot = draw.child('hits')
  const odds = draw.of([0.03, 0.1, 0.2])
  const fault: Fault = {
    method: 'sendMessage',
    kind,
    match: () => lot.chance(odds),
    times: Number.POSITIVE_INFINITY,
  }
  if (kind === 'late') return { ...fault, delayMs: draw.int(200, 1000) }
  // A storm: whatever comes for a while is refused.
  if (kind === '429')
    return { method: 'sendMessage', kind, retryAfter: draw.int(1, 5), times: draw.int(1, 8) }
  return { ...fault, effect: draw.of(['before', 'after'] as const) }
}

/** Bad weather for one life. */
function weather(simulator: Simulator, draw: Draw): () => void {
  const armed = Array.from({ length: draw.int(0, 3) }, (_, index) => drawFault(draw.child(`fault ${index}`)))
  const handles = armed.map((fault) => simulator.fault(fault))
  return () => {
    for (const handle of handles) handle.cancel()
  }
}

const openText = `select count(*) from deliveries
  where state in ('sending', 'held') or (state = 'due' and due_at <= ?)`

/** Waits until everything that is due by then has found its end. */
async function untilDone(path: string, end: number, now: () => number): Promise<void> {
  const until = new Date(end).toISOString().replace('T', ' ').replace('Z', '')
  for (const giveUp = performance.now() + lastMs; performance.now() < giveUp;) {
    await pause(100)
    const file = new Database(path, { readonly: true })
    const open = file.prepare<[string], number>(openText).pluck().get(until)
    file.close()
    if (open === 0 && now() > end) return
  }
  throw new Error('There is no end to it')
}

export interface Tally {
  kills: number
  deliveries: number
  twice: number
  /** Valuable ones of which two sendings of unknown fate came to nothing. */
  lost: number
  /** Those of them of which the simulator saw fewer than two calls: a death came between the note of a sending and its call. */
  unseen: number
  /** Nudges that stand as uncertain and did not arrive. */
  doubted: number
  states: Record<string, number>
}

/** A thousand things are owed while the bot is killed again and again and the network fails. Throws at a broken promise. */
export async function postRun(options: PostRun): Promise<Tally> {
  const { seed, kills, minutes } = options
  const draw = new Draw(seed)
  const turn = { from: morning, began: Date.now() + birthMs }
  const clock = fastClock(turn)
  const simulator = await startSimulator({
    token,
    botUsername: 'spotter_test_bot',
    clock: { now: () => clock.now().getTime(), after: (ms, run) => clock.after(ms, run) },
  })
  const { folder, path } = await postOffice(simulator, draw.child('office'), options)
  const env = { DATABASE_FILE: path, TELEGRAM: simulator.apiRoot, TOKEN: token, MEDIA: `${folder}/media` }
  const lives = new Lives([fileURLToPath(new URL('post.entry.ts', import.meta.url))], {
    cwd: folder,
    env: { ...env, CLOCK: JSON.stringify(turn), RATE: String(perSecond) },
  })
  const watch = new Watch(simulator)
  try {
    for (let kill = 0; kill < kills; kill++) {
      const lot = draw.child(`life ${kill}`)
      const clear = weather(simulator, lot)
      const point = drawPoint(lot)
      await diesAt(point, lives.begin(ordersFor(point)), watch, simulator)
      clear()
    }
    watch.follow(() => undefined)
    const last = lives.begin({}, { last: true })
    await simulator.until(() => watch.polls > 0, lastMs)
    const end = Math.max(morning + minutes * 60_000, clock.now().getTime()) + 30_000
    await untilDone(path, end, () => clock.now().getTime())
    last.stop()
    expect(await last.ended).toEqual({ code: 0, signal: null })
    return tallyOf(kills, outcomes(path, simulator))
  } catch (error) {
    throw explained(error, seed, simulator, lives.output)
  } finally {
    lives.close()
    await simulator.stop()
    rmSync(folder, { recursive: true })
  }
}

function outcomes(path: string, simulator: Simulator): Outcome[] {
  const file = openedCopy(path)
  try {
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
    return judge(file, simulator)
  } finally {
    file.close()
  }
}

function tallyOf(kills: number, all: readonly Outcome[]): Tally {
  const count = (fate: Fate) => all.filter((one) => one.fate === fate).length
  const states = Object.entries(Object.groupBy(all, ({ state }) => state))
  return {
    kills,
    deliveries: all.length,
    twice: count('twice'),
    lost: count('lost'),
    unseen: all.filter(({ fate, calls }) => fate === 'lost' && calls < 2).length,
    doubted: count('doubted'),
    states: Object.fromEntries(states.map(([state, those]) => [state, those?.length ?? 0])),
  }
}

/** One line for people to read. */
export const postSummary = (seed: string, { states, ...tally }: Tally): string =>
  `deliveries and kills, KILL_SEED=${seed}, ${speed} times as fast: ${JSON.stringify({ ...tally, ...states })}`
