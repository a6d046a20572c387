import { describe, expect, test } from 'vitest'
import { good, simulated, token } from './setup.ts'

async function chatting() {
  const simulator = await simulated()
  const anna = simulator.person({ firstName: 'Anna' })
  anna.start()
  const send = (text = 'x', signal?: AbortSignal) =>
    fetch(`${simulator.apiRoot}/bot${token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id: anna.id, text }),
      ...(signal && { signal }),
    })
  const seen = () =>
    anna
      .chat()
      .filter(({ from }) => from === 'bot')
      .map(({ text }) => text)
  return { simulator, anna, send, seen }
}

describe('before the call has its effect', () => {
  test('429 says when to come back, in the answer and its head', async () => {
    const { simulator, send, seen } = await chatting()
    const fault = simulator.fault({ kind: '429', retryAfter: 3, times: 2 })
    const answers = [await send(), await send(), await send()]
    expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
      [429, '3'],
      [429, '3'],
      [200, null],
    ])
    expect(await answers[0]?.json()).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 3',
      parameters: { retry_after: 3 },
    })
    expect(fault.hits).toBe(2)
    expect(seen()).toEqual(['x'])
  })

  test('5xx, and a page where JSON should be', async () => {
    const { simulator, send, seen } = await chatting()
    simulator.fault({ kind: '5xx' })
    simulator.fault({ kind: '5xx', status: 500 })
    simulator.fault({ kind: 'html' })
    expect(await (await send()).json()).toEqual({ ok: false, error_code: 502, description: 'Bad Gateway' })
    expect((await send()).status).toBe(500)
    const page = await send()
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html'])
    expect(await page.text()).toMatch(/^<html>/)
    expect(seen()).toEqual([])
    expect(simulator.calls).toMatchObject([
      { fault: '5xx', effect: false, state: 'error' },
      {},
      { fault: 'html', effect: false },
    ])
  })

  test('a reset, and no answer at all', async () => {
    const { simulator, send, seen } = await chatting()
    simulator.fault({ kind: 'reset' })
    simulator.fault({ kind: 'hang' })
    await expect(send()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
    await expect(send('x', AbortSignal.timeout(100))).rejects.toThrow('timeout')
    expect(seen()).toEqual([])
    expect(simulator.calls.map(({ delivered }) => delivered)).toEqual([false, false])
  })
})

describe('after the call has had its effect', () => {
  test('reset and 502 leave the bot in the dark about what people see', async () => {
    const { simulator, send, seen } = await chatting()
    simulator.fault({ kind: 'reset', effect: 'after' })
    simulator.fault({ kind: '5xx', effect: 'after' })
    await expect(send('one')).rejects.toThrow('fetch failed')
    expect((await send('two')).status).toBe(502)
    expect(seen()).toEqual(['one', 'two'])
    expect(simulator.calls).toMatchObject([
      { fault: 'reset', effect: true, state: 'ok', delivered: false },
      { fault: '5xx', effect: true, delivered: true },
    ])
  })

  test('an answer cut in the middle, and one that comes late', async () => {
    const { simulator, send, seen } = await chatting()
    simulator.fault({ kind: 'truncated' })
    simulator.fault({ kind: 'late', delayMs: 120 })
    await expect(send('one').then((answer) => answer.text())).rejects.toThrow('terminated')
    const before = performance.now()
    expect(await (await send('two')).json()).toMatchObject({ ok: true, result: { text: 'two' } })
    expect(performance.now() - before).toBeGreaterThanOrEqual(115)
    expect(seen()).toEqual(['one', 'two'])
  })
})

describe('whom a fault meets', () => {
  test('the method, the chat and the words that were asked for, and nobody once it is called off', async () => {
    const { simulator, send, seen } = await chatting()
    const ben = simulator.person({ firstName: 'Ben' })
    const other = simulator.fault({ kind: '5xx', method: 'editMessageText' })
    const elsewhere = simulator.fault({ kind: '5xx', chatId: ben.id })
    const worded = simulator.fault({ kind: '5xx', match: ({ text }) => text === 'two' })
    const off = simulator.fault({ kind: '5xx' })
    off.cancel()
    expect([(await send('one')).status, (await send('two')).status, (await send('two')).status]).toEqual([
      200, 502, 200,
    ])
    expect([other, elsewhere, worded, off].map(({ hits }) => hits)).toEqual([0, 0, 1, 0])
    simulator.clearFaults()
    expect((await send('three')).status).toBe(200)
    expect(seen()).toEqual(['one', 'two', 'three'])
  })

  test('downloads', async () => {
    const { simulator, anna } = await chatting()
    anna.sendFile(new TextEncoder().encode('a plan'), 'plan.txt', 'text/plain')
    const file_id = simulator.waiting.at(-1)?.message?.document?.file_id
    const { file_path } = await good<{ file_path: string }>(simulator, 'getFile', { file_id })
    const down = () => fetch(`${simulator.apiRoot}/file/bot${token}/${file_path}`)
    simulator.fault({ kind: '5xx', method: 'download' })
    simulator.fault({ kind: 'truncated', method: 'download' })
    simulator.fault({ kind: 'reset', method: 'download' })
    simulator.fault({ kind: 'late', method: 'download', delayMs: 20 })
    expect((await down()).status).toBe(502)
    await expect(down().then((answer) => answer.text())).rejects.toThrow('terminated')
    await expect(down()).rejects.toThrow('fetch failed')
    expect(await (await down()).text()).toBe('a plan')
    expect(await (await down()).text()).toBe('a plan')
  })
})
