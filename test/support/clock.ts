import type { Clock } from '../../src/domain/clock.ts'

interface Timer {
  at: number
  run: () => void
}

/** A clock that stands until it is turned. */
export class VirtualClock implements Clock {
  #now: number
  /** By how much it was set. */
  #set = 0
  #timers: Timer[] = []

  /** `start` as ISO text with its offset, `2026-11-23T07:30:00Z`. */
  constructor(start: string) {
    this.#now = Date.parse(start)
    if (Number.isNaN(this.#now)) throw new Error(`Not a moment: ${start}`)
  }

  now(): Date {
    return new Date(this.#now)
  }

  elapsed(): number {
    return this.#now - this.#set
  }

  get ms(): number {
    return this.#now
  }

  after(ms: number, run: () => void): { cancel(): void } {
    const timer = { at: this.#now + Math.max(0, ms), run }
    this.#timers.push(timer)
    return { cancel: () => void (this.#timers = this.#timers.filter((other) => other !== timer)) }
  }

  /** When the next timer is due, in milliseconds since 1970. */
  get nextAt(): number | undefined {
    return this.#timers.length === 0 ? undefined : Math.min(...this.#timers.map(({ at }) => at))
  }

  /** Jumps to a moment and runs what is due by then, in order of time. Nothing is awaited. */
  turnTo(ms: number): void {
    this.#now = Math.max(this.#now, ms)
    for (;;) {
      const due = this.#timers.filter(({ at }) => at <= this.#now).sort((a, b) => a.at - b.at)[0]
      if (!due) return
      this.#timers = this.#timers.filter((timer) => timer !== due)
      due.run()
    }
  }

  /** Somebody sets the wall clock, forward or back: timers keep what is left of them. */
  jump(ms: number): void {
    this.#now += ms
    this.#set += ms
    for (const timer of this.#timers) timer.at += ms
  }

  /** The machine sleeps: time passes, and timers keep what is left of them. */
  sleep(ms: number): void {
    this.#now += ms
    for (const timer of this.#timers) timer.at += ms
  }

  /**
   * Lets `ms` milliseconds pass: stands still at every timer on the way and lets what it began come to rest.
   * Microtasks only, unless `settle` says more.
   */
  async advance(ms: number, settle: () => Promise<void> = microtasks): Promise<void> {
    const end = this.#now + ms
    for (let next = this.nextAt; next !== undefined && next <= end; next = this.nextAt) {
      this.turnTo(next)
      await settle()
    }
    this.turnTo(end)
    await settle()
  }
}

async function microtasks(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

/** Milliseconds of `2m`, `90s`, `1h 30m`, `2 days`. */
export function durationOf(words: string): number {
  const units: Record<string, number> = {
    ms: 1,
    s: 1000,
    m: 60_000,
    h: 3_600_000,
    d: 86_400_000,
    w: 604_800_000,
  }
  let total = 0
  const rest = words.replace(/(\d+(?:\.\d+)?)\s*(ms|[smhdw])[a-z]*/g, (_, count: string, unit: string) => {
    total += Number(count) * (units[unit] ?? 0)
    return ''
  })
  if (rest.trim() !== '' || total === 0) throw new Error(`Not a duration: ${words}`)
  return total
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** The next moment after `from` at which the wall clock of `zone` shows `Monday 07:30` or `07:30`, in milliseconds. */
export function nextLocal(words: string, from: number, zone: string): number {
  const match = /^(?:([a-z]+)\s+)?(\d{1,2}):(\d{2})$/i.exec(words.trim())
  if (!match) throw new Error(`Not a time of day: ${words}`)
  const [, day, hour, minute] = match
  const wanted = day === undefined ? undefined : weekdays.indexOf(day.slice(0, 3).toLowerCase())
  if (wanted === -1) throw new Error(`Not a weekday: ${words}`)
  const show = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const minuteMs = 60_000
  for (
    let at = Math.floor(from / minuteMs) * minuteMs + minuteMs, tries = 0;
    tries < 8 * 1440;
    at += minuteMs, tries++
  ) {
    const parts = new Map(show.formatToParts(at).map(({ type, value }) => [type, value]))
    const sameDay = wanted === undefined || weekdays[wanted] === parts.get('weekday')?.toLowerCase()
    if (sameDay && Number(parts.get('hour')) === Number(hour) && parts.get('minute') === minute) return at
  }
  throw new Error(`${words} does not come within a week in ${zone}`)
}
