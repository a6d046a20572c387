import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** A picture with something to see in it, so that a cut or a flipped bit is noticed. */
export function scene(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at++) pixels[at] = (at * 7919 + (at >> 7) * 31) % 251
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' }, limitInputPixels: false })

export const jpeg = (width = 400, height = 300) => scene(width, height).jpeg().toBuffer()
export const png = (width = 400, height = 300) => scene(width, height).png().toBuffer()
export const webp = (width = 400, height = 300) => scene(width, height).webp().toBuffer()
export const text = (words: string) => Buffer.from(words)

/** The first part of the bytes. */
export const cut = (bytes: Buffer, share: number) => bytes.subarray(0, Math.floor(bytes.length * share))

/** One bit in every so many bytes is the other way round, after the first 20 bytes. */
export function flipped(bytes: Buffer, every: number): Buffer {
  const wrong = Buffer.from(bytes)
  for (let at = 20; at < wrong.length; at += every) wrong[at]! ^= 1 << (at % 8)
  return wrong
}

/** Noise without a beginning that means anything; the same at each call. */
export function noise(length: number): Buffer {
  let state = 12345
  return Buffer.from(Array.from({ length }, () => (state = (state * 48271) % 2147483647) >> 8))
}

/** A JPEG segment put right after the start. */
export function withSegment(picture: Buffer, marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff])
  return Buffer.concat([picture.subarray(0, 2), head, body, picture.subarray(2)])
}

/** A JPEG whose frame header tells another size. */
export function lying(picture: Buffer, width: number, height: number): Buffer {
  const wrong = Buffer.from(picture)
  const frame = [0xc0, 0xc2].map((marker) => wrong.indexOf(Buffer.from([0xff, marker]))).find((at) => at > 0)!
  wrong.writeUInt16BE(height, frame + 5)
  wrong.writeUInt16BE(width, frame + 7)
  return wrong
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), body])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(body.length, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}

/** A PNG of chunks made by hand: the header tells this size, the data is a single row of it. */
export function pngOf(width: number, height: number, ...more: Buffer[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const row = deflateSync(Buffer.alloc(1 + width * 3))
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    start,
    chunk('IHDR', header),
    ...more,
    chunk('IDAT', row),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A compressed text chunk that unpacks to this many bytes. */
export const packedText = (bytes: number) =>
  chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(bytes, 65))]))

/** An animated PNG: two frames are announced, and the second one is there. */
export function apng(): Buffer {
  const control = Buffer.alloc(8)
  control.writeUInt32BE(2, 0)
  const frame = (order: number) => {
    const body = Buffer.alloc(26)
    for (const [at, value] of [order, 64, 1].entries()) body.writeUInt32BE(value, at * 4)
    return chunk('fcTL', body)
  }
  const data = Buffer.concat([Buffer.from([0, 0, 0, 2]), deflateSync(Buffer.alloc(1 + 64 * 3, 90))])
  const whole = pngOf(64, 1, chunk('acTL', control), frame(0))
  const end = whole.length - 12
  return Buffer.concat([whole.subarray(0, end), frame(1), chunk('fdAT', data), whole.subarray(end)])
}

/** An animation of so many frames. */
export async function animated(frames: number, kind: 'gif' | 'webp'): Promise<Buffer> {
  const side = 16
  const pixels = Uint8Array.from({ length: side * side * frames * 3 }, (_, at) => (at * 31 + (at >> 9)) % 256)
  const strip = sharp(pixels, { raw: { width: side, height: side * frames, channels: 3, pageHeight: side } })
  return kind === 'gif' ? strip.gif({ effort: 1, colours: 8 }).toBuffer() : strip.webp().toBuffer()
}

/** The first box of an ISO media file. */
export const isoFile = (brand: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), text(`ftyp${brand}\0\0\0\0${brand}miaf`), noise(500)])

/** A picture in which a place is written. */
export const located = () =>
  scene(400, 300)
    .withExif({
      IFD0: { Artist: 'canary-artist' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 5/1 0/1', GPSLongitudeRef: 'E' },
    })
    .jpeg()
    .toBuffer()

/** Left half red, right half blue as stored; turned by the orientation it tells. */
export async function turned(orientation: number): Promise<Buffer> {
  const red = await sharp({ create: { width: 100, height: 100, channels: 3, background: '#f00' } })
    .png()
    .toBuffer()
  return sharp({ create: { width: 200, height: 100, channels: 3, background: '#00f' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer()
}

export const cmyk = () => scene(400, 300).toColourspace('cmyk').jpeg().toBuffer()
export const deepGrey = () => scene(400, 300).toColourspace('grey16').png().toBuffer()
export const wideGamut = () => scene(400, 300).withIccProfile('p3').jpeg().toBuffer()
export const badProfile = async () =>
  withSegment(await jpeg(), 0xe2, Buffer.concat([text('ICC_PROFILE\0\x01\x01'), noise(3000)]))

export const vast = (side: number) => blank(side, side).png().toBuffer()
export const vastInterlaced = (side: number) =>
  blank(side, side).png({ progressive: true, compressionLevel: 1 }).toBuffer()
export const vastProgressive = (side: number) => blank(side, side).jpeg({ progressive: true }).toBuffer()
