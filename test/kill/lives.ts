import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Orders } from './orders.ts'

export interface Life {
  /** kill -9; does nothing to the dead. */
  kill(): void
  /** Asks it to stop, as an operator would. */
  stop(): void
  /** How it ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
/** The bot itself, held back until it is let go. */
export const theBot: readonly string[] = [
  '--import',
  new URL('standby.entry.ts', import.meta.url).href,
  pathOf('../../src/main.ts'),
]
/** A bot of the next version, as far as it brings the schema up to date. */
export const theNextVersion: readonly string[] = [pathOf('migrating.entry.ts')]
const compiled = pathOf('../../node_modules/.cache/spotter/compiled/')

/**
 * A program as a process of its own, over and over. The next one stands by, its modules loaded, while one lives:
 * a start costs a second of computing, which need not be waited for.
 */
export class Lives {
  /** All that any of them wrote, oldest first. */
  readonly output: string[] = []
  readonly #program: readonly string[]
  readonly #cwd: string
  readonly #env: Record<string, string>
  #next: ChildProcess | undefined

  constructor(program: readonly string[], { cwd, env }: { cwd: string; env: Record<string, string> }) {
    this.#program = program
    this.#cwd = cwd
    this.#env = env
  }

  /** `last`: none will follow. */
  begin(orders: Orders, { last = false } = {}): Life {
    const child = this.#next ?? this.#prepare()
    const ended = once(child, 'close').then(([code, signal]) => ({
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
    }))
    child.stdin?.end(JSON.stringify(orders))
    this.#next = last ? undefined : this.#prepare()
    return { ended, kill: () => void child.kill('SIGKILL'), stop: () => void child.kill('SIGTERM') }
  }

  /** Ends whoever stands by. */
  close(): void {
    this.#next?.kill('SIGKILL')
  }

  #prepare(): ChildProcess {
    const env = { ...this.#env, NODE_COMPILE_CACHE: compiled }
    const child = spawn(process.execPath, this.#program, { cwd: this.#cwd, env })
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => this.output.push(text))
    child.stdin.on('error', () => undefined)
    return child
  }
}
