import { expect, test } from 'vitest'
import type { SentMedia } from '../../../src/domain/media.ts'
import { examine } from '../../../src/services/files/examine.ts'

const where = '+32.0853+034.7818/'
const plain = Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2\0\0\0\x08mdat', 'latin1')
const placed = Buffer.concat([
  plain,
  Buffer.from(`\0\0\0\x2amoov\0\0\0\x22udta\0\0\0\x1a©xyz${where}`, 'latin1'),
])

const video: SentMedia = {
  kind: 'video',
  fileId: 'BAAD',
  uniqueId: 'AQAD',
  size: null,
  width: 320,
  height: 240,
  duration: 5,
  mime: 'video/mp4',
  name: null,
}

const look = (bytes: Uint8Array) =>
  examine(() => Promise.reject(new Error('no picture')), video, ['clip'], bytes)

test('a clip that told where it was taken is kept without that, and is not shown by Telegram’s copy', async () => {
  expect(await look(plain)).toMatchObject({ kind: 'video', bytes: plain, isShownAsSent: true })
  const kept = await look(placed)
  expect(kept).toMatchObject({ kind: 'video', isShownAsSent: false })
  const bytes = 'bytes' in kept ? Buffer.from(kept.bytes) : Buffer.alloc(0)
  expect([bytes.length, bytes.includes('32.08')]).toEqual([placed.length, false])
})
