import { describe, expect, onTestFinished, test } from 'vitest'
import type { PagePerson, PageState } from '../../src/simulator/pageApi.ts'
import { good, png, raw, simulated, turnedClock } from './setup.ts'

/** The page's side of the wire, with plain fetch. */
async function opened(options = {}) {
  const simulator = await simulated(options)
  const post = async (path: string, body: unknown = {}) => {
    const response = await fetch(`${simulator.url}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
  }
  const state = async () => (await (await fetch(`${simulator.url}/api/state`)).json()) as PageState
  const anna = simulator.person({ firstName: 'Anna', username: 'anna' })
  const files = async (parts: [string, string | Blob, string?][]) => {
    const form = new FormData()
    for (const [name, value, filename] of parts)
      if (typeof value === 'string') form.append(name, value)
      else form.append(name, value, filename)
    const response = await fetch(`${simulator.url}/api/people/${anna.id}/files`, {
      method: 'POST',
      body: form,
    })
    return {
      status: response.status,
      answer: (await response.json()) as { messages: number[]; error?: string },
    }
  }
  return { simulator, post, state, files, anna, at: `/people/${anna.id}` }
}

describe('acting for a person', () => {
  test('somebody new starts, writes, replies, edits, blocks and comes back', async () => {
    const { simulator, post, state } = await opened()
    const { answer } = await post('/people', { firstName: ' Ben ', language: 'he' })
    const ben = answer as unknown as PagePerson
    expect(ben).toMatchObject({
      firstName: 'Ben',
      language: 'he',
      blocked: false,
      messages: [],
      keyboard: null,
    })
    await post(`/people/${ben.id}/start`, { payload: 'abc_-9' })
    const { answer: first } = await post(`/people/${ben.id}/text`, { text: '8x60' })
    const [messageId] = first['messages'] as number[]
    await post(`/people/${ben.id}/edit`, { messageId, text: '8x62.5' })
    await post(`/people/${ben.id}/text`, { text: 'that one', replyTo: messageId })
    await post(`/people/${ben.id}/block`)
    await post(`/people/${ben.id}/contact`)
    await post(`/people/${ben.id}/location`, { latitude: 32.08, longitude: 34.78 })
    const { people, bot } = await state()
    expect(bot).toMatchObject({ username: 'spotter_demo_bot', connected: false })
    expect(people.at(-1)?.messages).toMatchObject([
      { text: '/start abc_-9', from: 'me' },
      { text: '8x62.5', editedAt: expect.any(Number) as number },
      { text: 'that one', replyTo: { id: messageId, text: '8x62.5' } },
      { contact: { name: 'Ben' } },
      { location: { latitude: 32.08, longitude: 34.78 } },
    ])
    expect(simulator.waiting.map((update) => Object.keys(update)[1])).toEqual([
      'message', 'message', 'edited_message', 'message', 'my_chat_member', 'my_chat_member', 'message', 'message',
    ]) // prettier-ignore
  })

  test('a button is tapped by its place, and the answer comes back', async () => {
    const { simulator, post, anna, at } = await opened()
    anna.start()
    const keyboard = [
      [
        { text: 'Site', url: 'https://example.org' },
        { text: 'Go', callback_data: 'go' },
      ],
    ]
    const { message_id: messageId } = await good<{ message_id: number }>(simulator, 'sendMessage', {
      chat_id: anna.id,
      text: 'x',
      reply_markup: { inline_keyboard: keyboard },
    })
    const { answer } = await post(`${at}/tap`, { messageId, row: 0, column: 1 })
    await good(simulator, 'answerCallbackQuery', { callback_query_id: answer['queryId'], text: 'Gone' })
    expect(anna.toasts).toMatchObject([{ text: 'Gone', messageId }])
    for (const place of [
      { row: 0, column: 0 },
      { row: 1, column: 0 },
      { row: 0, column: 2 },
    ])
      expect((await post(`${at}/tap`, { messageId, ...place })).status).toBe(404)
  })

  test.each([
    ['nobody', '/people/99/text', { text: 'x' }, 404, 'there is no such person'],
    ['a name that is none', '/people', { firstName: '  ' }, 400, 'firstName'],
    ['a username no app takes', '/people', { firstName: 'x', username: 'a b' }, 400, 'username'],
    [
      'a payload no app passes on',
      '/start',
      { payload: 'a b' },
      400,
      'no app would pass on the payload "a b"',
    ],
    ['nothing', '/text', { text: ' \n' }, 400, 'there is nothing to send'],
    ['a reply to nothing', '/text', { text: 'x', replyTo: 77 }, 400, 'there is no message 77 to reply to'],
    ['an edit of nothing', '/edit', { messageId: 77, text: 'x' }, 400, "message 77 is not Anna's"],
    ['an edit into nothing', '/edit', { messageId: 1, text: ' ' }, 400, 'a text has 1 to 4,096 characters'],
    ['a text of a wrong kind', '/text', { text: 5 }, 400, 'text'],
    ['what nobody can do', '/nothing', {}, 404, 'there is no such thing'],
  ])('%s is refused', async (_name, path, body, status, words) => {
    const { simulator, post, at, anna } = await opened()
    anna.say('hi')
    const { status: got, answer } = await post(path.startsWith('/people') ? path : at + path, body).catch(
      () => ({ status: 404, answer: { error: '' } }),
    )
    expect([got, String(answer['error'])]).toEqual([status, expect.stringContaining(words)])
    expect(simulator.waiting).toHaveLength(1)
  })

  test('files of every kind, with what their players tell of them', async () => {
    const { simulator, files, anna } = await opened()
    const bytes = new Blob([new Uint8Array(700)], { type: 'video/webm' })
    const photo = new Blob([new Uint8Array(png(60, 40))], { type: 'image/png' })
    const first = anna.say('hi')
    const measures: [string, string][] = [
      ['duration', '6.4'],
      ['width', '320'],
      ['height', '240'],
    ]
    for (const kind of ['document', 'voice', 'video', 'video_note', 'animation', 'audio'])
      expect(
        (await files([['files', bytes, 'clip.webm'], ['kind', kind], ['caption', kind], ...measures])).status,
      ).toBe(200)
    await files([
      ['files', photo, 'a.png'],
      ['files', photo, 'b.png'],
      ['kind', 'photo'],
      ['caption', 'Two'],
      ['replyTo', String(first)],
    ])
    const messages = simulator.waiting.slice(1).map(({ message }) => message)
    expect(messages).toMatchObject([
      { document: { file_name: 'clip.webm', file_size: 700, mime_type: 'video/webm' }, caption: 'document' },
      { voice: { duration: 6, mime_type: 'video/webm' } },
      { video: { duration: 6, width: 320, height: 240, file_name: 'clip.webm' } },
      { video_note: { duration: 6, length: 240 } },
      { animation: { duration: 6, width: 320 } },
      { audio: { duration: 6 } },
      { photo: [{}, {}, { width: 60, height: 40 }], caption: 'Two', reply_to_message: { message_id: first } },
      { photo: [{}, {}, {}], media_group_id: messages[6]?.media_group_id },
    ])
    expect(await files([['kind', 'photo']])).toMatchObject({
      status: 400,
      answer: { error: 'there is no file' },
    })
    expect(
      (
        await files([
          ['files', new Blob([]), 'x'],
          ['kind', 'document'],
        ])
      ).answer.error,
    ).toBe('an empty file cannot be sent')
    expect(
      (
        await files([
          ['files', bytes, 'x'],
          ['kind', 'hologram'],
        ])
      ).status,
    ).toBe(400)
    expect(
      (
        await files([
          ['files', bytes, 'x'],
          ['caption', 'x'.repeat(1025)],
        ])
      ).answer.error,
    ).toBe('a caption has up to 1,024 characters')
  })

  test('a file is shown whole or in part, and never run', async () => {
    const { simulator, anna } = await opened()
    anna.sendFile(new TextEncoder().encode('<script>alert(1)</script>'), 'x.html', 'text/html')
    const file = `${simulator.url}/api/files/${anna.chat()[0]?.document?.fileId}`
    const whole = await fetch(file)
    expect(whole.headers.get('content-type')).toBe('text/html')
    expect(whole.headers.get('content-security-policy')).toBe('sandbox')
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
    const part = async (range: string) => {
      const response = await fetch(file, { headers: { range } })
      return [response.status, response.headers.get('content-range'), await response.text()]
    }
    expect(await part('bytes=0-7')).toEqual([206, 'bytes 0-7/25', '<script>'])
    expect(await part('bytes=16-')).toEqual([206, 'bytes 16-24/25', '</script>'])
    expect(await part('bytes=25-')).toEqual([416, 'bytes */25', ''])
    expect((await fetch(`${simulator.url}/api/files/made-up`)).status).toBe(404)
  })
})

describe('moving the clock', () => {
  function mover() {
    const moved = Promise.withResolvers<void>()
    const asked: unknown[] = []
    return {
      asked,
      arrive: moved.resolve,
      fail: moved.reject,
      zoneOf: async (personId: number) => `Zone/${personId}`,
      move: (to: unknown, personId: number, step: () => void) => {
        asked.push([personId, to])
        step()
        return moved.promise
      },
    }
  }

  test('one move at a time; everybody who looks is told that time moves, and when it is there', async () => {
    const clock = turnedClock()
    const time = mover()
    const { post, state, anna, simulator } = await opened({ clock, mover: time })
    expect((await state()).clock).toEqual({
      offset: expect.any(Number) as number,
      isMovable: true,
      isMoving: false,
    })
    const zone = await fetch(`${simulator.url}/api/people/${anna.id}/zone`)
    expect(await zone.json()).toEqual({ timeZone: `Zone/${anna.id}` })
    const first = post('/clock', { personId: anna.id, to: { minutes: 15 } })
    await expect.poll(async () => (await state()).clock.isMoving).toBe(true)
    expect((await post('/clock', { personId: anna.id, to: 'tomorrow' })).answer).toEqual({
      error: 'time is moving already',
    })
    time.arrive()
    expect((await first).status).toBe(200)
    expect((await state()).clock.isMoving).toBe(false)
    expect(time.asked).toEqual([[anna.id, { minutes: 15 }]])
  })

  test('a move that fails says why, and another may follow', async () => {
    const time = mover()
    const { post, state, anna } = await opened({ mover: time })
    const move = post('/clock', { personId: anna.id, to: 'reminder' })
    await expect.poll(() => time.asked).toHaveLength(1)
    time.fail(new Error('No reminder came'))
    const { status, answer } = await move
    expect([status, answer]).toEqual([400, { error: 'No reminder came' }])
    expect((await state()).clock.isMoving).toBe(false)
  })

  test('never back, never too far, for nobody unknown, and not at all where there is no such clock', async () => {
    const time = mover()
    const { post, anna, simulator } = await opened({ mover: time })
    for (const to of [{ minutes: -5 }, { minutes: 0 }, { minutes: 10_081 }, 'yesterday', undefined])
      expect([to, (await post('/clock', { personId: anna.id, to })).status]).toEqual([to, 400])
    expect((await post('/clock', { personId: 5, to: 'tomorrow' })).status).toBe(404)
    expect((await fetch(`${simulator.url}/api/people/5/zone`)).status).toBe(404)
    const headers = { 'content-type': 'application/json', origin: 'https://evil.example' }
    const body = JSON.stringify({ personId: anna.id, to: 'tomorrow' })
    expect((await raw(simulator.url, '/api/clock', { method: 'POST', headers, body })).status).toBe(403)
    expect(time.asked).toEqual([])
    const plain = await opened()
    const refused = await plain.post('/clock', { personId: plain.anna.id, to: 'tomorrow' })
    expect([refused.status, refused.answer]).toEqual([400, { error: 'this clock cannot be moved' }])
    expect((await plain.state()).clock.isMovable).toBe(false)
  })
})

describe('what the page shows', () => {
  test('names, texts and links with markup in them stay words', async () => {
    const { simulator, state, anna } = await opened()
    anna.say('<img src=x onerror=alert(1)> & "quotes" javascript:alert(1)')
    const entities = [
      { type: 'text_link', offset: 0, length: 4, url: 'javascript:alert(1)' },
      { type: 'text_link', offset: 5, length: 4, url: 'https://example.org/?a="><script>' },
      { type: 'pre', offset: 10, length: 4, language: '"><script>' },
    ]
    await good(simulator, 'sendMessage', { chat_id: anna.id, text: 'evil good code', entities })
    const [person] = (await state()).people
    expect(person?.messages.map(({ html }) => html)).toEqual([
      '&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot; javascript:alert(1)',
      'evil <a href="https://example.org/?a=%22%3E%3Cscript%3E">good</a> <pre><code class="language-&quot;&gt;&lt;script&gt;">code</code></pre>',
    ])
  })

  test('events tell what happens, as it happens', async () => {
    const { simulator, anna, post } = await opened()
    const leaving = new AbortController()
    const stream = await fetch(`${simulator.url}/api/events`, { signal: leaving.signal })
    onTestFinished(() => leaving.abort())
    let told = ''
    const reading = (async () => {
      for await (const part of stream.body ?? []) told += Buffer.from(part).toString()
    })().catch(() => undefined)
    await post(`/people/${anna.id}/start`)
    const { message_id } = await good<{ message_id: number }>(simulator, 'sendMessage', {
      chat_id: anna.id,
      text: 'Hello',
    })
    await good(simulator, 'editMessageText', { chat_id: anna.id, message_id, text: 'Hello again' })
    await good(simulator, 'sendChatAction', { chat_id: anna.id, action: 'typing' })
    await good(simulator, 'deleteMessage', { chat_id: anna.id, message_id })
    await good(simulator, 'setMyCommands', { commands: [{ command: 'today', description: 'Today' }] })
    await expect.poll(() => told).toContain('"command":"today"')
    leaving.abort()
    await reading
    expect([...told.matchAll(/^event: (\w+)$/gm)].map(([, name]) => name)).toEqual([
      'clock', 'message', 'message', 'message', 'action', 'deleted', 'people',
    ]) // prettier-ignore
    expect(told).toContain('Hello again')
  })

  test('the page and its libraries come from here, under a policy that runs nothing else', async () => {
    const { simulator } = await opened()
    const page = await fetch(simulator.url)
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self' 'sha256-[^']+'/,
    )
    const html = await page.text()
    const named = [...html.matchAll(/"(\/(?:page|vendor)\/[\w.]+)"/g)].map(([, path]) => path)
    expect(named).toContain('/page/page.js')
    for (const path of named) expect([path, (await fetch(simulator.url + path)).status]).toEqual([path, 200])
    for (const path of [
      '/page/..%2fsimulator.ts',
      '/page/../simulator.ts',
      '/page/nothing.js',
      '/package.json',
    ])
      expect((await raw(simulator.url, path)).status).toBe(404)
  })
})

describe('who may ask', () => {
  test.each([
    ['the page itself', { origin: 'http://HOST', 'sec-fetch-site': 'same-origin' }, 200],
    ['a program on this machine', {}, 200],
    [
      'somebody who opens a link to it',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      200,
    ],
    ['a page of another site', { origin: 'https://evil.example' }, 403],
    [
      'a page of another site, without its origin',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
      403,
    ],
    ['a page of another port', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['a name that was pointed here', { host: 'evil.example:80' }, 403],
    ['such a name, as its own origin', { host: 'evil.example', origin: 'http://evil.example' }, 403],
  ])('%s: %o %i', async (_name, given: Record<string, string>, status) => {
    const simulator = await simulated()
    const { host } = new URL(simulator.url)
    const headers = Object.fromEntries(
      Object.entries(given).map(([key, value]) => [key, value.replace('HOST', host)]),
    )
    const asked = async (path: string) => (await raw(simulator.url, path, { headers })).status
    expect([await asked('/'), await asked('/api/state')]).toEqual([status, status])
  })

  test('nobody acts from a form on another site, nor with a body that is not JSON', async () => {
    const { simulator, anna } = await opened()
    const path = `/api/people/${anna.id}/text`
    const post = async (headers: Record<string, string>) =>
      (await raw(simulator.url, path, { method: 'POST', headers, body: '{"text":"x"}' })).status
    expect(await post({ 'content-type': 'text/plain' })).toBe(400)
    expect(await post({ 'content-type': 'application/json', origin: 'https://evil.example' })).toBe(403)
    expect(
      await post({
        'content-type': 'application/json',
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
      }),
    ).toBe(403)
    expect(anna.chat()).toEqual([])
    expect(await post({ 'content-type': 'application/json' })).toBe(200)
  })
})
