import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { startDemo } from '../../src/demo/demo.ts'
import { practicePeople } from '../../src/demo/practice.ts'
import type { Clock } from '../../src/domain/clock.ts'
import { formatMoment, wallToInstant } from '../../src/domain/localTime.ts'
import { makeLog } from '../../src/log.ts'
import type { PageState } from '../../src/simulator/pageApi.ts'
import { systemClock } from '../../src/systemClock.ts'

/** A folder of one's own for the demo, gone when the test ends. */
export function demoFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'spotter-demo-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return join(path, 'demo')
}

export async function startedDemo(path: string, { port = 0, clock = systemClock } = {}) {
  const log = makeLog('silent', process.stderr)
  const demo = await startDemo({ config: { port, host: '127.0.0.1' }, clock, log, folder: path })
  let closed = false
  const close = async () => {
    if (!closed) await demo.close()
    closed = true
  }
  onTestFinished(close)
  const state = async () => (await (await fetch(`${demo.url}/api/state`)).json()) as PageState
  /** The bot has written to everybody after they did. */
  const answered = async () => {
    const last = async () => (await state()).people.map(({ messages }) => messages.at(-1)?.from)
    await expect.poll(last, { timeout: 15_000 }).toEqual(['bot', 'bot', 'bot'])
  }
  const send = (path: string, body: object) =>
    fetch(`${demo.url}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const post = (path: string, body: object) => send(`/people${path}`, body)
  const move = async (to: object | string) => (await send('/clock', { personId: anna, to })).status
  const now = async () => Date.now() + (await state()).clock.offset
  return { url: demo.url, close, state, answered, post, move, now }
}

const [, { id: anna }] = practicePeople
export const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** The machine's own clock, were it started at that time (`2026-11-23`, `05:00`) of its zone. */
export function clockFrom(date: string, time: string): Clock {
  const ahead = wallToInstant(date, time, zone).getTime() - Date.now()
  return { ...systemClock, now: () => new Date(Date.now() + ahead) }
}

/** What the bot has written to Anna: `Mon 23 Nov, 07:00`, and the first words. */
export async function written({ state }: Awaited<ReturnType<typeof startedDemo>>): Promise<string[]> {
  const messages = (await state()).people.find((person) => person.id === anna)?.messages ?? []
  return messages
    .filter(({ from }) => from === 'bot')
    .map(({ at, text }) => `${formatMoment(new Date(at), zone, 'en')} ${text.split('\n')[0]}`)
}
