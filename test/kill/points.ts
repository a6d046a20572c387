import type { Simulator } from '../../src/simulator/simulator.ts'
import type { Draw } from './draw.ts'
import type { Life } from './lives.ts'
import type { Orders } from './orders.ts'
import type { Moment, Watch } from './watch.ts'

/** Where a life ends. */
export type Point =
  /** Milliseconds after the start, or after the first poll. */
  | { kind: 'start' | 'time'; ms: number }
  | { kind: 'commit'; when: 'before' | 'after'; count: number }
  /** The n-th call of a kind: as it arrives, or some milliseconds after its answer went out. */
  | { kind: 'call'; moment: Moment; count: number; when: 'arrived' | 'answered'; ms: number }

/** How long a point is waited for once the bot polls; a ping has its time. */
const mostMs = 3000
const pingMs = 10_000
/** How long a start may take on a busy machine. */
const startMs = 60_000

const moments: Record<Moment, number> = {
  'tap answer': 3,
  'card edit': 3,
  'card send': 3,
  deletion: 1,
  ping: 3,
  'hand-out': 2,
  confirmation: 2,
}

/** Somewhere in the life, or at one kind of moment alone. */
export function drawPoint(draw: Draw, only?: Moment): Point {
  if (only)
    return {
      kind: 'call',
      moment: only,
      count: 1,
      when: draw.of(['arrived', 'answered']),
      ms: draw.of([0, 0, 2, 10]),
    }
  const kind = draw.weighted({ commit: 8, call: 8, time: 3, start: 2 })
  if (kind === 'commit') return { kind, when: draw.chance(0.3) ? 'before' : 'after', count: draw.int(1, 24) }
  if (kind !== 'call') return { kind, ms: draw.int(0, kind === 'start' ? 600 : 1500) }
  const moment = draw.weighted(moments)
  const count = moment === 'ping' ? 1 : draw.int(1, 3)
  return { kind, moment, count, when: draw.of(['arrived', 'answered']), ms: draw.of([0, 0, 1, 2, 5, 20]) }
}

export function ordersFor(point: Point): Orders {
  return point.kind === 'commit' ? { dieAtCommit: { when: point.when, count: point.count } } : {}
}

const nameOf = (point: Point): string =>
  point.kind === 'call'
    ? `${point.moment} ${point.when}`
    : `${point.kind} ${'when' in point ? point.when : ''}`

/**
 * Kills the life at its point, or when that does not come, some seconds after the first poll. Resolves with what it
 * died of once it is dead. Throws when it ends by itself or does not start.
 */
export async function diesAt(point: Point, life: Life, watch: Watch, simulator: Simulator): Promise<string> {
  let cause = point.kind === 'commit' ? nameOf(point) : ''
  const kill = (name: string): void => {
    cause = name
    life.kill()
  }
  const timers: NodeJS.Timeout[] = []
  const later = (ms: number, name: string) => void timers.push(setTimeout(() => kill(name), ms))
  let left = point.kind === 'call' ? point.count : 0
  const isPing = point.kind === 'call' && point.moment === 'ping'
  watch.follow((moment, call) => {
    if (point.kind !== 'call' || moment !== point.moment || --left !== 0) return
    if (point.when === 'arrived') return kill(nameOf(point))
    void simulator
      .until(() => call.delivered, startMs)
      .then(() => later(point.ms, nameOf(point)))
      .catch(() => undefined)
  })
  if (point.kind === 'start') later(point.ms, nameOf(point))
  const polling = simulator.until(() => watch.polls > 0, startMs)
  polling.then(
    () => later(point.kind === 'time' ? point.ms : isPing ? pingMs : mostMs, 'time '),
    () => undefined,
  )
  const ended = await Promise.race([life.ended, polling.then(() => life.ended)])
  for (const timer of timers) clearTimeout(timer)
  if (ended.signal !== 'SIGKILL') throw new Error(`The bot ended by itself: ${JSON.stringify(ended)}`)
  return cause.trim()
}
