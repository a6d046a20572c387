import { request } from 'node:http'
import { onTestFinished } from 'vitest'
import { startSimulator, type Simulator, type SimulatorOptions } from '../../src/simulator/simulator.ts'

export const token = '4242:secret'

/** A simulator that stops when the test ends. */
export async function simulated(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await startSimulator({ token, ...options })
  onTestFinished(() => simulator.stop())
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

/** The head of a PNG that says it is so large, followed by nothing: enough for whoever only measures. */
export function png(width: number, height: number, bytes = 64): Uint8Array {
  const head = Buffer.alloc(bytes)
  head.writeUInt32BE(0x89504e47, 0)
  head.writeUInt32BE(0x0d0a1a0a, 4)
  head.writeUInt32BE(13, 8)
  head.write('IHDR', 12)
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return new Uint8Array(head)
}

/** A request as no well-behaved client sends it: any path, any head, any body. */
export function raw(
  root: string,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(root)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
