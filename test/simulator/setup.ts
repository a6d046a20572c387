import { afterEach } from 'vitest'
import { startSimulator, type Simulator, type SimulatorOptions } from '../../src/simulator/simulator.ts'

export const token = '4242:secret'

const running: Simulator[] = []

afterEach(async () => {
  for (const simulator of running.splice(0)) await simulator.stop()
})

/** A simulator that stops when the test ends. */
export async function simulated(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await startSimulator({ token, ...options })
  running.push(simulator)
  return simulator
}

/** A clock that stands until it is turned. */
export function turnedClock(start = Date.UTC(2026, 10, 24, 12)) {
  let now = start
  const due: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    after(ms: number, run: () => void) {
      const entry = { at: now + ms, run }
      due.push(entry)
      return { cancel: () => void due.splice(due.indexOf(entry), 1) }
    },
    turn(ms: number) {
      now += ms
      for (const { run } of due.filter(({ at }) => at <= now)) run()
    },
  }
}

export interface Answer {
  ok: boolean
  status: number
  error_code?: number
  description?: string
  parameters?: { retry_after: number }
  // The wire is untyped; each test names what it looks at.
  result: never
}

/** Calls a method with a JSON body, over plain HTTP. */
export async function call(
  simulator: Simulator,
  method: string,
  params: object = {},
  signal?: AbortSignal,
): Promise<Answer> {
  const response = await fetch(`${simulator.apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
    ...(signal && { signal }),
  })
  return { ...((await response.json()) as Answer), status: response.status }
}

/** The result of a call that must succeed. */
export async function good<T>(simulator: Simulator, method: string, params: object = {}): Promise<T> {
  const { ok, description, result } = await call(simulator, method, params)
  if (!ok) throw new Error(`${method}: ${description}`)
  return result
}

/** The words of a call that must fail, with its code in front. */
export async function bad(simulator: Simulator, method: string, params: object = {}): Promise<string> {
  const { ok, error_code: code, description } = await call(simulator, method, params)
  if (ok) throw new Error(`${method} was accepted`)
  return `${code} ${description}`
}
