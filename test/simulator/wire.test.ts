import { describe, expect, test } from 'vitest'
import { type Answer, call, raw, simulated, token } from './setup.ts'

describe('addresses', () => {
  test.each([
    ['/bot4242:other/getMe', 401, 'Unauthorized'],
    ['/botnonsense/getMe', 401, 'Unauthorized: invalid token specified'],
    ['/bot/getMe', 401, 'Unauthorized: invalid token specified'],
    [`/bot${token}/`, 404, 'Not Found: method not found'],
    [`/bot${token}/getMe/more`, 404, 'Not Found: method not found'],
    [`/bot${token}/get%4De`, 200, undefined],
    [`/bot${token}/%E0%A4%A`, 404, 'Not Found'],
    [`/file/bot4242:other/photos/file_1.jpg`, 401, 'Unauthorized'],
    [`/file/bot${token}/photos/file_1.jpg`, 404, 'Not Found'],
    [`/file/bot${token}/..%2f..%2fpackage.json`, 404, 'Not Found'],
  ])('%s: %i %s', async (path, status, description) => {
    const simulator = await simulated()
    const answer = await raw(simulator.url, path)
    expect(answer.status).toBe(status)
    expect((JSON.parse(answer.text) as Answer).description).toBe(description)
  })
})

describe('bodies', () => {
  test.each([
    ['JSON that ends early', 'application/json', '{"chat_id": 1', "can't parse JSON object"],
    ['JSON that is a list', 'application/json', '[1]', "can't parse JSON object"],
    ['a form without its boundary', 'multipart/form-data', 'x', "can't parse multipart form data"],
    [
      'parts cut short',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nh',
      "can't parse multipart form data",
    ],
    ['an unknown kind', 'text/plain', 'chat_id=1&text=x', 'chat_id is empty'],
    [
      'a lone surrogate',
      'application/json',
      '{"chat_id":1,"text":"\\ud83d"}',
      'strings must be encoded in UTF-8',
    ],
    [
      'a number too long',
      'application/x-www-form-urlencoded',
      'chat_id=12345678901234567890&text=x',
      'chat not found',
    ],
  ])('%s', async (_name, type, body, words) => {
    const simulator = await simulated()
    const answer = await raw(simulator.url, `/bot${token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
    expect(JSON.parse(answer.text)).toEqual({
      ok: false,
      error_code: 400,
      description: `Bad Request: ${words}`,
    })
  })

  test('values may be spread over query and body; the body wins', async () => {
    const simulator = await simulated()
    const anna = simulator.person({ firstName: 'Anna' })
    anna.start()
    const answer = await raw(
      simulator.url,
      `/bot${token}/sendmessage?chat_id=${anna.id}&text=query&protect_content=yes`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ text: 'body', disable_notification: true }),
      },
    )
    expect(answer.status).toBe(200)
    expect(anna.last()).toMatchObject({ text: 'body', silent: true })
    expect(simulator.calls[0]).toMatchObject({ method: 'sendMessage', params: { protect_content: true } })
  })
})

test('a page of another site cannot speak for the bot', async () => {
  const simulator = await simulated()
  const path = `/bot${token}/getMe`
  const local = new URL(simulator.url).host
  const asked = async (headers: Record<string, string>) =>
    (await raw(simulator.url, path, { headers })).status
  expect(await asked({})).toBe(200)
  expect(await asked({ host: local.replace('127.0.0.1', 'localhost') })).toBe(200)
  expect(await asked({ origin: 'https://evil.example' })).toBe(403)
  expect(await asked({ origin: `http://${local}` })).toBe(403)
  expect(await asked({ 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await asked({ host: 'evil.example' })).toBe(403)
  expect(await asked({ host: 'localhost.evil.example:80' })).toBe(403)
  expect(await asked({ host: '192.168.1.5' })).toBe(403)
})

test('where it listens beyond loopback, bare addresses are good names and names are not', async () => {
  const simulator = await simulated({ host: '0.0.0.0' })
  expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const asked = async (host: string) => (await raw(simulator.url, '/', { headers: { host } })).status
  expect([await asked('192.168.1.5:8080'), await asked('[fe80::1]'), await asked('evil.example')]).toEqual([
    200, 200, 403,
  ])
})

test('a taken port is an error that says so', async () => {
  const simulator = await simulated()
  await expect(simulated({ port: Number(new URL(simulator.url).port) })).rejects.toThrow('EADDRINUSE')
  expect((await call(simulator, 'getMe')).ok).toBe(true)
  await expect(simulated({ token: 'secret' })).rejects.toThrow('a token looks like 123456:secret')
})
