import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { describe as describeError } from '../../src/bot/describe.ts'
import { CallFailed } from '../../src/bot/telegram.ts'
import { makeLog } from '../../src/log.ts'

const token = '4242424242:AAcanary-that-must-never-be-seen-again'

function written(): { lines: () => string; to: Writable } {
  const parts: string[] = []
  const to = new Writable({
    write(chunk: Buffer, _, done) {
      parts.push(String(chunk))
      done()
    },
  })
  return { lines: () => parts.join(''), to }
}

test('the last net: whatever looks like a token is struck out, wherever it stands', () => {
  const { lines, to } = written()
  const log = makeLog('trace', to)
  const error = new Error(`fetch of https://api.telegram.org/bot${token}/getMe failed`)
  error.stack = `Error: ${token}\n    at x (${token}:1:1)`
  log.info({ url: `https://api.telegram.org/bot${token}/getMe`, deep: { list: [token] } }, `with ${token}`)
  log.error(error, 'failed')
  log.error({ err: error, error }, 'failed')
  log.warn({ url: encodeURIComponent(token) }, token)
  log.info(new Error('my knee hurts').message)
  expect(lines()).not.toContain('AAcanary')
  expect(lines().match(/\[token\]/g)).toHaveLength(5)
})

test('errors are written by name alone, and every line is one of JSON with a time', () => {
  const { lines, to } = written()
  const log = makeLog('info', to)
  const error = new TypeError('my knee hurts', { cause: new Error('it was the left') })
  log.error(error, 'failed')
  log.error({ err: error, error, update: 7 }, 'failed')
  log.debug({}, 'not at this level')
  const all = lines()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(all).toMatchObject([
    {
      level: 50,
      err: { name: 'TypeError' },
      msg: 'failed',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    },
    { err: { name: 'TypeError' }, error: { name: 'TypeError' }, update: 7 },
  ])
  expect(lines()).not.toMatch(/knee|left/)
})

test('an error is described by kind, code and place; never by its message', () => {
  const error = Object.assign(new RangeError('80 kg\n    at src/weights.ts:1:1'), { code: 'SQLITE_FULL' })
  expect(describeError(error)).toMatch(/^RangeError SQLITE_FULL (?!src\/weights)/)
  expect(describeError('80 kg')).toBe('unknown')
  expect(describeError(undefined)).toBe('unknown')
})

test('what Telegram says of a call is told without what it quotes', () => {
  const said = [
    `Bad Request: can't parse entities: Unsupported start tag "my knee" at byte offset 5`,
    `Bad Request: inline keyboard button URL 'http://my.knee' is invalid: Wrong HTTP URL`,
    `Bad Request: message can't be edited`,
  ]
  expect(said.map((words) => new CallFailed('sendMessage', 400, words, 'refused').message)).toEqual([
    `sendMessage: 400 Bad Request: can't parse entities: Unsupported start tag … at byte offset 5`,
    'sendMessage: 400 Bad Request: inline keyboard button URL … is invalid: Wrong HTTP URL',
    `sendMessage: 400 Bad Request: message can't be edited`,
  ])
})
