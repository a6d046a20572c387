import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { resetDemo } from '../../src/demo/demo.ts'
import { formatMoment } from '../../src/domain/localTime.ts'
import { clockFrom, demoFolder, startedDemo, written, zone } from '../support/demo.ts'

test('a trainer and two clients are there and greeted; a restart keeps them; a reset removes that folder alone', async () => {
  const path = demoFolder()
  const first = await startedDemo(path)
  await first.answered()
  const before = await first.state()
  expect(before.bot).toMatchObject({ username: 'spotter_demo_bot', connected: true })
  expect(before.people.map(({ firstName }) => firstName)).toEqual(['Dana', 'Anna', 'יואב'])
  expect(before.people.every(({ commands }) => commands.length > 2)).toBe(true)
  expect(() => resetDemo(path)).toThrow('stop it first')
  await first.close()

  const second = await startedDemo(path)
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
  const path = demoFolder()
  const first = await startedDemo(path)
  const port = Number(new URL(first.url).port)
  await expect(startedDemo(demoFolder(), { port })).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is taken. Set PORT to another one.`,
  )
  await expect(startedDemo(path)).rejects.toThrow(/^Another copy of the bot works on .*: stop it first$/)
  await first.answered()
})

test('there is a before and after to look at on the first day', async () => {
  const demo = await startedDemo(demoFolder())
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
  const path = demoFolder()
  const clock = clockFrom('2026-11-24', '05:00')
  const first = await startedDemo(path, { clock })
  await first.answered()
  expect(await first.move('reminder')).toBe(200)
  expect((await written(first)).at(-1)).toMatch(/^Tue 24 Nov, 07:30 ☀️/)
  expect(await first.move({ minutes: 60 })).toBe(200)
  expect(await first.move('tomorrow')).toBe(200)
  const there = await first.now()
  expect(formatMoment(new Date(there), zone, 'en')).toBe('Wed 25 Nov, 07:00')
  const before = await written(first)
  expect(before.at(-1)).toMatch(/^Tue 24 Nov, 19:00 🍽/)
  await first.close()

  const second = await startedDemo(path, { clock })
  expect(await second.now()).toBeGreaterThanOrEqual(there)
  expect(await written(second)).toEqual(before)
  await second.close()
  resetDemo(path)
  const third = await startedDemo(path, { clock })
  expect(formatMoment(new Date(await third.now()), zone, 'en')).toBe('Tue 24 Nov, 05:00')
})

test('a jump over the first day shows all of it, each thing at its own time, and nothing at night', async () => {
  const demo = await startedDemo(demoFolder(), { clock: clockFrom('2026-11-24', '05:00') })
  await demo.answered()
  expect(await demo.move({ minutes: 23 * 60 })).toBe(200)
  const day = (await written(demo)).slice(1)
  const expected = ['07:30 ☀️', '08:00 🍽', '13:00 🍽', '17:30 ⏰', '19:00 🍽']
  expect(day.map((line, index) => line.startsWith(`Tue 24 Nov, ${expected[index]}`) || line)).toEqual(
    expected.map(() => true),
  )
})
