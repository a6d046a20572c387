import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { resetDemo, startDemo } from '../src/demo.ts'
import { practicePeople } from '../src/demoPractice.ts'
import type { Clock } from '../src/domain/clock.ts'
import { formatMoment, wallToInstant } from '../src/domain/localTime.ts'
import { makeLog } from '../src/log.ts'
import type { PageState } from '../src/simulator/pageApi.ts'
import { systemClock } from '../src/systemClock.ts'

/** A folder of one's own for the demo, gone when the test ends. */
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'spotter-demo-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return join(path, 'demo')
}

async function started(path: string, { port = 0, clock = systemClock } = {}) {
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
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** The machine's own clock, were it started at that time (`2026-11-23`, `05:00`) of its zone. */
function clockFrom(date: string, time: string): Clock {
  const ahead = wallToInstant(date, time, zone).getTime() - Date.now()
  return { ...systemClock, now: () => new Date(Date.now() + ahead) }
}

/** What the bot has written to somebody: `Mon 23 Nov, 07:00`, and the first words. */
async function written({ state }: Awaited<ReturnType<typeof started>>, id: number = anna): Promise<string[]> {
  const messages = (await state()).people.find((person) => person.id === id)?.messages ?? []
  return messages
    .filter(({ from }) => from === 'bot')
    .map(({ at, text }) => `${formatMoment(new Date(at), zone, 'en')} ${text.split('\n')[0]}`)
}

test('a trainer and two clients are there and greeted; a restart keeps them; a reset removes that folder alone', async () => {
  const path = folder()
  const first = await started(path)
  await first.answered()
  const before = await first.state()
  expect(before.bot).toMatchObject({ username: 'spotter_demo_bot', connected: true })
  expect(before.people.map(({ firstName }) => firstName)).toEqual(['Dana', 'Anna', 'יואב'])
  expect(before.people.every(({ commands }) => commands.length > 2)).toBe(true)
  expect(() => resetDemo(path)).toThrow('stop it first')
  await first.close()

  const second = await started(path)
  const kept = await second.state()
  expect(kept.people.map(({ messages }) => messages[0]?.id)).toEqual(
    before.people.map(({ messages }) => messages[0]?.id),
  )
  await second.post(`/${kept.people[1]?.id}/text`, { text: '/id' })
  await expect
    .poll(async () => (await second.state()).people[1]?.messages.at(-1)?.text)
    .toContain(String(kept.people[1]?.id))
  await second.close()

  resetDemo(path)
  expect([existsSync(path), readdirSync(join(path, '..'))]).toEqual([false, []])
  resetDemo(path)
})

test('a taken port and a second demo on the same folder are told in one line, and leave the first alone', async () => {
  const path = folder()
  const first = await started(path)
  const port = Number(new URL(first.url).port)
  await expect(started(folder(), { port })).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is taken. Set PORT to another one.`,
  )
  await expect(started(path)).rejects.toThrow(/^Another copy of the bot works on .*: stop it first$/)
  await first.answered()
})

test('there is a before and after to look at on the first day', async () => {
  const demo = await started(folder())
  await demo.answered()
  const anna = async () => (await demo.state()).people[1]
  const id = (await anna())?.id ?? 0
  await demo.post(`/${id}/text`, { text: '/progress' })
  const button = async () => {
    const last = (await anna())?.messages.at(-1)
    const row = last?.buttons.findIndex((labels) => labels.some(({ label }) => label === '📸 Before/after'))
    return last && row !== undefined && row >= 0 ? { messageId: last.id, row, column: 0 } : undefined
  }
  await expect.poll(button, { timeout: 15_000 }).toBeDefined()
  await demo.post(`/${id}/tap`, (await button()) ?? {})
  const shown = async () =>
    (await anna())?.messages.some(({ photo, text }) => photo && text.includes('Before and after'))
  await expect.poll(shown, { timeout: 15_000 }).toBe(true)
})

test('time is moved forward: each reminder comes at its own time, a restart keeps the time, a reset forgets it', async () => {
  const path = folder()
  const clock = clockFrom('2026-11-23', '05:00')
  const first = await started(path, { clock })
  await first.answered()
  expect(await first.move('reminder')).toBe(200)
  expect((await written(first)).at(-1)).toMatch(/^Mon 23 Nov, 07:00 .*scale/)
  expect(await first.move({ minutes: 60 })).toBe(200)
  expect(await first.move('tomorrow')).toBe(200)
  const there = await first.now()
  expect(formatMoment(new Date(there), zone, 'en')).toBe('Tue 24 Nov, 07:00')
  const before = await written(first)
  console.log(before, await written(first, practicePeople[2].id), await written(first, practicePeople[0].id))
  await first.close()

  const second = await started(path, { clock })
  expect(await second.now()).toBeGreaterThanOrEqual(there)
  expect(await written(second)).toEqual(before)
  await second.close()
  resetDemo(path)
  const third = await started(path, { clock })
  expect(formatMoment(new Date(await third.now()), zone, 'en')).toBe('Mon 23 Nov, 05:00')
})
