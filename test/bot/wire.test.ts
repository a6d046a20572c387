import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CallFailed, Upload, Wire } from '../../src/bot/telegram.ts'
import { inUnit } from '../../src/services/unit.ts'
import { freshDatabase } from '../support/database.ts'

const token = '4242424242:AAcanary-that-must-never-be-seen-again'

/** A wire whose requests are answered by hand. */
const answering = (send: (url: string, init: RequestInit | undefined) => Response | Promise<Response>) =>
  new Wire(token, 'http://api.test/', (input, init) =>
    Promise.resolve(send(input instanceof Request ? input.url : input.toString(), init)),
  )

const json = (body: object, status = 200) => new Response(JSON.stringify(body), { status })

function failing(code: string): never {
  throw Object.assign(new TypeError(`fetch failed: http://api.test/bot${token}`), {
    cause: Object.assign(new Error(`connect to bot${token}`), { code }),
  })
}

const cut = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"ok":tr'))
        controller.error(Object.assign(new TypeError(`terminated ${token}`), { code: 'UND_ERR_SOCKET' }))
      },
    }),
  )

test.each([
  [
    'a refusal',
    () => json({ ok: false, error_code: 400, description: 'Bad Request: chat not found' }, 400),
    400,
    'refused',
  ],
  [
    'a wrong token',
    () => json({ ok: false, error_code: 401, description: 'Unauthorized' }, 401),
    401,
    'refused',
  ],
  [
    'a limit',
    () => json({ ok: false, error_code: 429, description: 'Too Many', parameters: { retry_after: 7 } }, 429),
    429,
    'refused',
  ],
  [
    'a failure of Telegram’s',
    () => json({ ok: false, error_code: 502, description: 'Bad Gateway' }, 502),
    502,
    'uncertain',
  ],
  [
    'a proxy’s page',
    () => new Response(`<html>bot${token} not found</html>`, { status: 404 }),
    0,
    'uncertain',
  ],
  ['a proxy that forbids', () => new Response('no', { status: 403 }), 0, 'uncertain'],
  ['a page that says all is well', () => new Response(`<html>bot${token}</html>`), 0, 'uncertain'],
  ['an answer cut short', cut, 0, 'uncertain'],
  ['a connection cut', () => failing('ECONNRESET'), 0, 'uncertain'],
  ['nobody there', () => failing('ECONNREFUSED'), 0, 'not sent'],
  ['no such name', () => failing('ENOTFOUND'), 0, 'not sent'],
  ['nobody to trust', () => failing('CERT_HAS_EXPIRED'), 0, 'not sent'],
] as const)('%s: how sure we are, and no token in the error', async (_, send, code, certainty) => {
  const failed = await answering(send)
    .callApi('sendMessage', { chat_id: 1, text: 'my knee' })
    .catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(CallFailed)
  expect(failed).toMatchObject({ code, certainty, method: 'sendMessage' })
  const told = `${String(failed)} ${(failed as Error).stack ?? ''} ${JSON.stringify(failed)} ${JSON.stringify((failed as Error).cause)}`
  expect(told).not.toMatch(/AAcanary|knee/)
  expect((failed as CallFailed).retryAfter).toBe(code === 429 ? 7 : undefined)
})

test('a call that takes too long ends as uncertain', async () => {
  const wire = answering(
    (_, init) =>
      new Promise((__, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
      ),
  )
  const failed = wire.callApi('sendMessage', {}, { signal: AbortSignal.timeout(20) })
  await expect(failed).rejects.toMatchObject({ certainty: 'uncertain', description: 'TimeoutError' })
})

test('nothing is sent from inside a unit of work', async () => {
  const { orm, close } = await freshDatabase()
  const wire = answering(() => json({ ok: true, result: true }))
  await expect(inUnit(orm, 'a turn', () => wire.callApi('getMe', {}))).rejects.toThrow(
    'getMe called inside the unit of work "a turn"',
  )
  await close()
})

test('files go up as a form, what is absent is left out, and addresses in a payload are not fetched', async () => {
  const seen: { url: string; body: unknown }[] = []
  const wire = answering((url, init) => {
    seen.push({ url, body: init?.body })
    return json({ ok: true, result: 1 })
  })
  await wire.callApi('sendMessage', {
    text: 'x',
    url: 'http://evil.test',
    reply_markup: undefined,
    other: null,
  })
  const photo = new Upload(new Uint8Array([1]), 'a.png', 'image/png')
  await wire.callApi('sendPhoto', {
    chat_id: 5,
    photo,
    reply_parameters: { message_id: 7 },
    caption: undefined,
  })
  expect(seen.map(({ url }) => url.replace(token, '…'))).toEqual([
    'http://api.test/bot…/sendMessage',
    'http://api.test/bot…/sendPhoto',
  ])
  expect(seen[0]?.body).toBe('{"text":"x","url":"http://evil.test"}')
  const form = seen[1]?.body as FormData
  expect([...form.keys()]).toEqual(['chat_id', 'photo', 'reply_parameters'])
  expect(form.get('reply_parameters')).toBe('{"message_id":7}')
})

test('downloads: no more than allowed, no token in errors, and files of a server on this machine', async () => {
  const { folder, close } = await freshDatabase()
  const path = join(folder, 'plan.txt')
  writeFileSync(path, 'Mon Upper')
  const wire = answering((url) =>
    url.includes('big')
      ? new Response('x'.repeat(50))
      : url.includes('cut')
        ? cut()
        : new Response(null, { status: 502 }),
  )
  const signal = AbortSignal.timeout(1000)
  expect(String(await wire.download(path, 20, signal))).toBe('Mon Upper')
  await expect(wire.download(path, 3, signal)).rejects.toMatchObject({ code: 413, certainty: 'refused' })
  await expect(wire.download('/nowhere/at all', 3, signal)).rejects.toMatchObject({ certainty: 'refused' })
  await expect(wire.download('docs/big', 20, signal)).rejects.toMatchObject({
    code: 413,
    certainty: 'refused',
  })
  await expect(wire.download('docs/cut', 20, signal)).rejects.toMatchObject({
    code: 0,
    certainty: 'uncertain',
  })
  await expect(wire.download('docs/x', 20, signal)).rejects.toMatchObject({
    code: 502,
    certainty: 'uncertain',
  })
  await close()
})
