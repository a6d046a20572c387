import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Numbers } from '../services/watching/numbers.ts'

/** What is read when somebody asks; undefined: it cannot be read now. */
export interface Readings {
  now: Date
  numbers: Numbers | undefined
  /** Updates in lanes. */
  lanes: number
  /** Calls that wait for their turn. */
  outgoing: number
  /** Calls started in the last second. */
  rate: number
  /** Null: there is none. */
  backupAge: number | null
}

/** Turns are expected within milliseconds; the slow ones wait for a lock or a disk. */
const seconds = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

const gauges = {
  inboxAge: ['spotter_inbox_oldest_waiting_seconds', 'Age of the oldest update that waits'],
  waiting: ['spotter_inbox_waiting', 'Updates that wait'],
  failed: ['spotter_inbox_failed', 'Updates set aside within the last month'],
  lanes: ['spotter_lane_depth', 'Updates in the lanes of people, the ones under way included'],
  outgoing: ['spotter_outgoing_depth', 'Calls of the Bot API that wait for their turn'],
  rate: ['spotter_send_rate', 'Calls of the Bot API started in the last second'],
  backupAge: ['spotter_backup_age_seconds', 'Age of the newest backup; no value where there is none'],
  polled: ['spotter_last_poll_timestamp_seconds', 'When Telegram last answered a poll'],
} as const

/**
 * Counts what happens and words it for Prometheus. Every bot has a registry of its own. Labels are states and names of
 * methods, never people.
 */
export class Metrics {
  readonly #registry = new Registry()
  readonly #turns: Histogram
  readonly #calls: Counter
  readonly #throttled: Counter
  readonly #deliveries: Gauge
  readonly #gauges: Record<keyof typeof gauges, Gauge>
  readonly #now: () => Date
  /** When Telegram last answered a poll; the start, before the first. */
  polledAt: Date

  constructor(now: () => Date) {
    const registers = [this.#registry]
    collectDefaultMetrics({ register: this.#registry })
    this.#turns = new Histogram({
      name: 'spotter_turn_seconds',
      help: 'From the beginning of a turn to its commit, by how it ended',
      labelNames: ['outcome'],
      buckets: seconds,
      registers,
    })
    this.#calls = new Counter({
      name: 'spotter_sends_total',
      help: 'Calls of the Bot API that came to an end, polls left out',
      labelNames: ['method', 'result'],
      registers,
    })
    this.#throttled = new Counter({
      name: 'spotter_throttled_total',
      help: 'Calls that Telegram answered with 429',
      registers,
    })
    this.#deliveries = new Gauge({
      name: 'spotter_deliveries',
      help: 'What is owed to people and waits, by state, and what was due within the last hour, by how it ended',
      labelNames: ['state'],
      registers,
    })
    const made = Object.entries(gauges).map(([key, [name, help]]) => [
      key,
      new Gauge({ name, help, registers }),
    ])
    this.#gauges = Object.fromEntries(made) as Record<keyof typeof gauges, Gauge>
    this.#now = now
    this.polledAt = now()
  }

  polled(): void {
    this.polledAt = this.#now()
  }

  turned(ending: string, ms: number): void {
    this.#turns.observe({ outcome: ending.replaceAll(' ', '_') }, ms / 1000)
  }

  called(method: string, result: string): void {
    this.#calls.inc({ method, result: result.replaceAll(' ', '_') })
    if (result === 'throttled') this.#throttled.inc()
  }

  /** The whole page. */
  async text(readings: Readings): Promise<{ contentType: string; text: string }> {
    const { now, numbers, backupAge, ...depths } = readings
    const oldest = numbers?.inbox.oldestWaiting
    this.#set({
      ...depths,
      backupAge: backupAge ?? undefined,
      polled: this.polledAt.getTime() / 1000,
      waiting: numbers?.inbox.waiting,
      failed: numbers?.inbox.failed,
      inboxAge: numbers && (oldest ? Math.max(0, (now.getTime() - oldest.getTime()) / 1000) : 0),
    })
    this.#deliveries.reset()
    for (const [state, count] of Object.entries(numbers?.deliveries ?? {}))
      this.#deliveries.set({ state }, count)
    return { contentType: this.#registry.contentType, text: await this.#registry.metrics() }
  }

  /** What cannot be read now has no value: an old one would be a lie. */
  #set(values: Record<keyof typeof gauges, number | undefined>): void {
    for (const [key, value] of Object.entries(values)) {
      const gauge = this.#gauges[key as keyof typeof gauges]
      if (value === undefined) gauge.remove()
      else gauge.set(value)
    }
  }
}
