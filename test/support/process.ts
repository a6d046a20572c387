import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

const root = new URL('../../', import.meta.url).pathname

/** A process of its own, which has printed its first line. Kill it, or wait for its end. */
export interface Other {
  child: ChildProcess
  ended: Promise<unknown>
}

/** Runs a program (ES module text; its arguments in `process.argv.slice(1)`) and waits for its first line. */
export async function otherProcess(program: string, ...args: string[]): Promise<Other> {
  const node = ['--input-type=module', '--eval', program, ...args]
  const child = spawn(process.execPath, node, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(([code]) => Promise.reject(new Error(`The other process ended early (${String(code)})`))),
  ])
  return { child, ended }
}
