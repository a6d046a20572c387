import { spawnSync } from 'node:child_process'

/** Whether this machine has a Python 3 with its own sqlite3: a reader and writer that shares no code with us. */
export const pythonFound = spawnSync('python3', ['-c', 'import sqlite3']).status === 0

/** Runs a Python program; its arguments are in `sys.argv[1:]`. Answers what it printed, read as JSON. */
export function python(program: string, ...args: string[]): unknown {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', program, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`Python: ${stderr}`)
  return JSON.parse(stdout) as unknown
}
