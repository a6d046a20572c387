import { describe, expect, test } from 'vitest'
import { hours } from '../../src/simulator/clock.ts'
import type { Update } from '../../src/simulator/simulator.ts'
import { bad, good, png, turnedClock } from './setup.ts'
import { type Sent, blob, megabyte, uploading } from './uploading.ts'

describe('uploading', () => {
  test.each([
    ['nothing', 'sendPhoto', {}, 'there is no photo in the request'],
    ['an empty file', 'sendDocument', { document: blob(0) }, 'file must be non-empty'],
    ['no picture', 'sendPhoto', { photo: blob(99) }, 'IMAGE_PROCESS_FAILED'],
    ['a picture too large', 'sendPhoto', { photo: blob(png(9000, 1001)) }, 'PHOTO_INVALID_DIMENSIONS'],
    ['a picture too long', 'sendPhoto', { photo: blob(png(2001, 100)) }, 'PHOTO_INVALID_DIMENSIONS'],
    [
      'a picture too heavy',
      'sendPhoto',
      { photo: blob(png(100, 100, 10 * megabyte + 1)) },
      'file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes',
    ],
    [
      'a file that was not attached',
      'sendDocument',
      { document: 'attach://x' },
      'there is no file "x" in the request',
    ],
    [
      'a long caption',
      'sendPhoto',
      { photo: blob(png(9, 9)), caption: 'x'.repeat(1025) },
      'message caption is too long',
    ],
  ])('%s is refused', async (_name, method, parts: Record<string, string | Blob>, words) => {
    const { simulator, post, anna } = await uploading()
    expect((await post(method, parts)).description).toBe(`Bad Request: ${words}`)
    expect(simulator.violations).toHaveLength(1)
    expect(anna.chat()).toHaveLength(1)
  })

  test('what is just allowed', async () => {
    const { simulator, up, anna } = await uploading()
    await up('sendPhoto', { photo: blob(png(9000, 1000, 10 * megabyte)), caption: '💪'.repeat(512) })
    await up('sendPhoto', { photo: blob(png(2000, 100)) })
    expect(anna.last().photo).toMatchObject({ width: 2000, height: 100 })
    expect(simulator.violations).toEqual([])
  })

  test('a photo comes in sizes; its file_id sends it again, as what it is', async () => {
    const { simulator, up, chat_id, anna } = await uploading()
    const { photo = [] } = await up('sendPhoto', { photo: blob(png(4000, 3000)) })
    expect(photo.map(({ width, height }) => `${width}x${height}`)).toEqual(['90x68', '320x240', '2560x1920'])
    const id = photo[1]?.file_id
    const again = await good<Sent>(simulator, 'sendPhoto', { chat_id, photo: id })
    expect(again.photo?.map(({ file_id }) => file_id)).toEqual(photo.map(({ file_id }) => file_id))
    expect(anna.last().photo?.width).toBe(2560)
    expect(await bad(simulator, 'sendDocument', { chat_id, document: id })).toBe(
      "400 Bad Request: can't use file of type Photo as Document",
    )
    expect(await bad(simulator, 'sendPhoto', { chat_id, photo: 'made-up' })).toBe(
      '400 Bad Request: wrong file identifier/HTTP URL specified',
    )
  })

  test('albums: two to ten, attached by name, of kinds that go together', async () => {
    const { simulator, up, chat_id, anna, post } = await uploading()
    const item = (type: string, name: string, more = {}) => ({ type, media: `attach://${name}`, ...more })
    const media = JSON.stringify([item('photo', 'a', { caption: 'Front' }), item('photo', 'b')])
    const sent = (await up('sendMediaGroup', {
      media,
      a: blob(png(9, 9)),
      b: blob(png(9, 9)),
    })) as unknown as Sent[]
    expect(sent).toMatchObject([{ caption: 'Front', media_group_id: expect.any(String) as string }, {}])
    expect(anna.chat().filter(({ album }) => album)).toHaveLength(2)
    const one = JSON.stringify([item('photo', 'a')])
    expect((await post('sendMediaGroup', { media: one, a: blob(png(9, 9)) })).description).toBe(
      'Bad Request: there must be 2-10 items in a media group',
    )
    const mixed = JSON.stringify([item('photo', 'a'), item('document', 'b')])
    expect((await post('sendMediaGroup', { media: mixed, a: blob(png(9, 9)), b: blob(9) })).description).toBe(
      "Bad Request: document can't be mixed with other media types",
    )
    expect(simulator.violations).toHaveLength(2)
    expect(
      await bad(simulator, 'sendMediaGroup', { chat_id, media: [{ type: 'dice', media: 'x' }] }),
    ).toMatch(/^400 Bad Request: can't parse media/)
  })

  test('a text becomes a picture, a picture another one, its caption another', async () => {
    const { simulator, up, chat_id, anna } = await uploading()
    const { message_id } = await good<Sent>(simulator, 'sendMessage', { chat_id, text: 'Trend' })
    const media = JSON.stringify({
      type: 'photo',
      media: 'attach://chart',
      caption: '<b>−0.4 kg</b>',
      parse_mode: 'HTML',
    })
    await up('editMessageMedia', { message_id: String(message_id), media, chart: blob(png(300, 200)) })
    expect(anna.last()).toMatchObject({ id: message_id, html: '<b>−0.4 kg</b>', photo: { width: 300 } })
    await good(simulator, 'editMessageCaption', { chat_id, message_id, caption: 'Flat' })
    expect(anna.last()).toMatchObject({ text: 'Flat', photo: { width: 300 } })
    expect(await bad(simulator, 'editMessageText', { chat_id, message_id, text: 'x' })).toBe(
      '400 Bad Request: there is no text in the message to edit',
    )
    const { message_id: words } = await good<Sent>(simulator, 'sendMessage', { chat_id, text: 'Words' })
    expect(await bad(simulator, 'editMessageCaption', { chat_id, message_id: words, caption: 'x' })).toBe(
      '400 Bad Request: there is no caption in the message to edit',
    )
  })
})

describe('downloading', () => {
  test('up to 20 MB, by a link that is good for an hour', async () => {
    const clock = turnedClock()
    const { simulator, anna, down } = await uploading({ clock })
    anna.sendFile(new Uint8Array(20 * megabyte), 'long.mp4', 'video/mp4')
    anna.sendFile(new Uint8Array(20 * megabyte + 1), 'longer.mp4', 'video/mp4')
    const sent = await good<Update[]>(simulator, 'getUpdates', { offset: -2 })
    const [fits, big] = sent.map(({ message }) => message?.document?.file_id)
    expect(await bad(simulator, 'getFile', { file_id: big })).toBe('400 Bad Request: file is too big')
    const { file_path: path } = await good<{ file_path: string }>(simulator, 'getFile', { file_id: fits })
    clock.turn(hours(1) - 1)
    const answer = await down(path)
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, String(20 * megabyte)])
    await answer.arrayBuffer()
    clock.turn(1)
    expect((await down(path)).status).toBe(404)
    expect((await down('../../package.json')).status).toBe(404)
    expect(await bad(simulator, 'getFile', { file_id: 'made-up' })).toBe(
      '400 Bad Request: wrong file_id or the file is temporarily unavailable',
    )
    expect(simulator.violations).toEqual([])
  })

  test('an odd MIME type and name travel without harm', async () => {
    const { simulator, anna, down } = await uploading()
    anna.sendFile(new Uint8Array(3), 'תוכנית "א".txt', 'טקסט/x\r\nx: y')
    const [update] = await good<Update[]>(simulator, 'getUpdates', { offset: -1 })
    const document = update?.message?.document
    expect(document).toMatchObject({ file_name: 'תוכנית "א".txt', mime_type: 'application/octet-stream' })
    const { file_path: path } = await good<{ file_path: string }>(simulator, 'getFile', {
      file_id: document?.file_id,
    })
    expect((await down(path)).status).toBe(200)
  })

  test('what Telegram always tells of a file is there', async () => {
    const { simulator, anna } = await uploading()
    anna.sendVoice(new Uint8Array(3))
    anna.sendVideo(new Uint8Array(3))
    anna.sendVideoNote(new Uint8Array(3))
    const updates = await good<Update[]>(simulator, 'getUpdates', { offset: -3 })
    expect(updates.map(({ message }) => message)).toMatchObject([
      { voice: { duration: 3, mime_type: 'audio/ogg' } },
      { video: { duration: 5, width: 640, height: 360 } },
      { video_note: { duration: 5, length: 240 } },
    ])
  })
})
