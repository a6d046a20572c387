import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A process from its start to its first poll, and at rest. */
export interface Start {
  ms: number
  /** Resident memory two seconds after the first poll, MB. */
  mb: number
}

const me = { id: 7, is_bot: true, first_name: 'Bench', username: 'bench_bot' }
const root = new URL('..', import.meta.url).pathname

function residentMb(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

/** Starts a program that polls `TELEGRAM_API_ROOT`, once it has a file of its own. */
export async function timeStart(program: string): Promise<Start> {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-start-'))
  const polled = Promise.withResolvers<number>()
  const server = createServer((request, response) => {
    if (request.url?.endsWith('/getUpdates')) {
      polled.resolve(performance.now())
      return
    }
    const result = request.url?.endsWith('/getMe') ? me : true
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, result }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const started = performance.now()
  const child = spawn(process.execPath, [join(root, program)], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      BOT_TOKEN: '7000:bench-token-for-the-stub-only-00000',
      TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`,
      DATABASE_URL: `sqlite:${join(folder, 'bench.sqlite')}`,
      LOG_LEVEL: 'silent',
    },
  })
  const failed = once(child, 'exit').then(() =>
    Promise.reject(new Error(`${program} ended before it polled`)),
  )
  const ms = (await Promise.race([polled.promise, failed])) - started
  await new Promise((resolve) => void setTimeout(resolve, 2000))
  const mb = residentMb(child)
  failed.catch(() => undefined)
  child.kill('SIGKILL')
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
  return { ms, mb }
}
