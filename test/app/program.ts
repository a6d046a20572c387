import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'

export const root = fileURLToPath(new URL('../../', import.meta.url))
const compiled = join(root, 'node_modules/.cache/spotter/compiled')
export const token = '4242424242:AAcanary-that-must-never-be-seen-again'

/** An empty folder, until the test ends. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'spotter-process-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A Telegram that knows `token`, until the test ends. */
export async function telegram(): Promise<Simulator> {
  const simulator = await startSimulator({ token, botUsername: 'spotter_process_bot' })
  onTestFinished(() => simulator.stop())
  return simulator
}

interface Program {
  child: ChildProcess
  /** What it printed so far, both ways. */
  output(): string
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | string | null>
  /** Waits until it prints this. */
  prints(words: RegExp, ms?: number): Promise<void>
}

/** Runs the program as an operator would, with nothing in the environment but what is said. */
export function run(cwd: string, env: Record<string, string> = {}, ...args: string[]): Program {
  const child = spawn(process.execPath, [join(root, 'src/start.js'), ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: compiled, ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  const heard: (() => void)[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      output += String(part)
      for (const listen of heard) listen()
    })
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string | null)
  return {
    child,
    ended,
    output: () => output,
    prints: (words, ms = 20_000) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`waited in vain for ${String(words)} in:\n${output}`)),
          ms,
        )
        const listen = () => words.test(output) && (clearTimeout(late), resolve())
        heard.push(listen)
        listen()
      }),
  }
}

/** The environment of the real bot. */
export const live = (simulator: Simulator, more: Record<string, string> = {}) => ({
  BOT_TOKEN: token,
  TELEGRAM_API_ROOT: simulator.apiRoot,
  ...more,
})

/** It ends with code 1 after these words, and nothing of the token was told. */
export async function endsWith(program: Program, words: RegExp): Promise<void> {
  const code = await program.ended
  expect(program.output()).toMatch(words)
  expect(code).toBe(1)
  expect(program.output()).not.toMatch(/AAcanary|\n\s+at /)
}
