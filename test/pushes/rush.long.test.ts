import { expect, onTestFinished, test } from 'vitest'
import { Rush } from './rush.ts'

const crowd = 2000
const rate = 25
/** Pings, one every second and a half: half of them of people for whom something else waits to leave just then. */
const pings = 50

test('two thousand due at one minute: the rate is kept, and rests end at most two seconds late', async () => {
  const rush = await Rush.of(crowd + pings)
  onTestFinished(() => rush.close())
  const begin = rush.clock.ms + 60_000
  const at = (ms: number) => new Date(ms)
  const pingAt = (index: number) => begin + 500 + index * 1500
  const waitsThen = (index: number) => Math.ceil(((pingAt(index) - begin) / 1000) * rate) + 1 + (index % 30)
  const pinged = (index: number) => (index % 2 === 0 ? crowd + index + 1 : waitsThen(index))
  await rush.owe([
    ...Array.from({ length: crowd }, (_, index) => ({
      key: `news ${index + 1}`,
      kind: 'note',
      recipientId: index + 1,
      payload: { words: `news ${index + 1}` },
      dueAt: at(begin),
      expiresAt: at(begin + 3_600_000),
      valuable: index % 2 === 0,
    })),
    ...Array.from({ length: pings }, (_, index) => ({
      key: `ping ${index}`,
      kind: 'rest',
      recipientId: pinged(index),
      payload: { words: `ping ${index}` },
      dueAt: at(pingAt(index)),
      expiresAt: at(pingAt(index) + 600_000),
      valuable: false,
    })),
  ])
  await rush.start(rate)
  await rush.pass(59_000)
  const before = rush.stats
  const began = performance.now()
  await rush.pass(95_000)
  const ms = performance.now() - began
  const { statements, commits } = rush.stats
  const said = rush.left.flatMap(({ marks, at: when }) => marks.map((mark) => ({ mark, when })))
  const late = said.flatMap(({ mark, when }) =>
    mark.startsWith('ping') ? [when - pingAt(Number(mark.slice(5)))] : [],
  )
  const news = said.filter(({ mark }) => mark.startsWith('news'))
  const took = (news.at(-1)?.when ?? 0) - begin
  const each = (count: number) => (count / said.length).toFixed(2)
  console.log(
    `${said.length} in ${took} ms; statements ${each(statements - before.statements)}, ` +
      `commits ${each(commits - before.commits)} and ${each(ms)} ms of computing each; ` +
      `pings late by ${Math.max(...late)} ms at most`,
  )
  expect([news.length, new Set(news.map(({ mark }) => mark)).size]).toEqual([crowd, crowd])
  expect(late).toHaveLength(pings)
  expect(Math.max(...late)).toBeLessThanOrEqual(2000)
  expect(Math.min(...late)).toBeGreaterThanOrEqual(0)
  expect(took).toBeLessThanOrEqual(((crowd + pings) / rate / 0.95) * 1000)
  const fullest = Math.max(
    ...rush.left.map(
      ({ at: from }) => rush.left.filter((one) => one.at >= from && one.at < from + 1000).length,
    ),
  )
  expect(fullest).toBeLessThanOrEqual(rate)
})
