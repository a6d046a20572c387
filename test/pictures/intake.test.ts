import { existsSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { Intake } from '../../src/pictures/intake.ts'
import { otherProcess } from '../support/process.ts'
import * as bad from './badInputs.ts'

const intake = new Intake()
afterAll(() => intake.stop())

/** It was taken in: three clean JPEGs, which are handed back as the picture and its size. */
async function clean(bytes: Uint8Array, by = intake) {
  const answer = await by.takeIn(bytes)
  if (!('picture' in answer)) throw new Error(`refused: ${answer.refused}`)
  const { small, medium } = answer.thumbnails
  for (const [jpeg, side] of [
    [answer.picture, 1600] as const,
    [small, 160] as const,
    [medium, 480] as const,
  ]) {
    const told = await sharp(jpeg).metadata()
    expect(told).toMatchObject({ format: 'jpeg', space: 'srgb', channels: 3, hasProfile: false })
    expect([told.exif, told.xmp, told.iptc, told.icc, told.orientation]).toEqual(Array(5).fill(undefined))
    expect(Math.max(told.width, told.height)).toBeLessThanOrEqual(side)
  }
  const { width, height } = await sharp(answer.picture).metadata()
  return { picture: Buffer.from(answer.picture), size: `${width}x${height}` }
}

const refused = (code: string) => ({ refused: code })
const unsupported = (kind: string) => ({ refused: 'unsupported-kind', kind })

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="16000" height="16000"><rect/></svg>'
const xxe = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg}`
const entities = `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><svg><text>&b;</text></svg>`

test.each<[string, Buffer | Promise<Buffer>, object]>([
  ['nothing', bad.text(''), refused('empty')],
  ['one byte', bad.text('x'), refused('not-a-picture')],
  ['the start of a JPEG only', Buffer.from([0xff, 0xd8]), refused('broken')],
  ['half a JPEG', bad.jpeg().then((whole) => bad.cut(whole, 0.5)), refused('broken')],
  ['a JPEG cut near its end', bad.jpeg().then((whole) => bad.cut(whole, 0.95)), refused('broken')],
  ['half a PNG', bad.png().then((whole) => bad.cut(whole, 0.5)), refused('broken')],
  ['half a WebP', bad.webp().then((whole) => bad.cut(whole, 0.5)), refused('broken')],
  ['noise', bad.noise(5000), refused('not-a-picture')],
  ['HTML', bad.text('<!DOCTYPE html><html><body>hi'), refused('not-a-picture')],
  ['PHP', bad.text('<?php system($_GET["c"]);'), refused('not-a-picture')],
  ['SVG', bad.text(svg), unsupported('svg')],
  ['SVG that reads a file', bad.text(xxe), unsupported('svg')],
  ['SVG with an entity bomb', bad.text(entities), unsupported('svg')],
  ['a GIF of 300 frames', bad.animated(300, 'gif'), unsupported('gif')],
  ['AVIF', bad.scene(64, 64).avif({ effort: 0 }).toBuffer(), unsupported('avif')],
  ['HEIC', bad.isoFile('heic'), unsupported('heic')],
  ['a video', bad.isoFile('isom'), unsupported('video')],
  ['TIFF', bad.scene(64, 64).tiff().toBuffer(), unsupported('tiff')],
  ['BMP', bad.text('BM\x36\x10\0\0\0\0\0\0\x36\0\0\0'), unsupported('bmp')],
  ['an icon', bad.text('\0\0\x01\0\x01\0'), unsupported('ico')],
  ['PDF', bad.text('%PDF-1.7\n'), unsupported('pdf')],
  ['a PNG that tells 30000 × 30000', bad.pngOf(30_000, 30_000), refused('too-many-pixels')],
  [
    'a JPEG that tells 60000 × 60000',
    bad.jpeg().then((p) => bad.lying(p, 60_000, 60_000)),
    refused('too-many-pixels'),
  ],
  ['a PNG that tells more than it has', bad.pngOf(400, 300), refused('broken')],
  ['a JPEG without width', bad.jpeg().then((p) => bad.lying(p, 0, 300)), refused('broken')],
  ['a PNG without height', bad.pngOf(400, 0), refused('broken')],
  [
    'a byte more than 20 MB',
    bad.jpeg().then((p) => Buffer.concat([p, Buffer.alloc(20 * 1024 ** 2 + 1 - p.length)])),
    refused('too-large'),
  ],
])('%s is refused', async (_, bytes, answer) => {
  expect(await intake.takeIn(await bytes)).toEqual(answer)
})

test.each<[string, Promise<Buffer>, string]>([
  ['JPEG', bad.jpeg(), '400x300'],
  ['PNG', bad.png(), '400x300'],
  ['WebP', bad.webp(), '400x300'],
  ['a large JPEG', bad.jpeg(3200, 1800), '1600x900'],
  ['a WebP of 300 frames', bad.animated(300, 'webp'), '16x16'],
  ['an animated PNG', Promise.resolve(bad.apng()), '64x1'],
  ['CMYK', bad.cmyk(), '400x300'],
  ['16-bit grey', bad.deepGrey(), '400x300'],
  ['a P3 profile', bad.wideGamut(), '400x300'],
  ['a corrupt profile', bad.badProfile(), '400x300'],
  ['a JPEG that tells more than it has', bad.jpeg().then((p) => bad.lying(p, 800, 600)), '800x600'],
  ['one pixel', bad.png(1, 1), '1x1'],
  ['a line', bad.png(16_000, 1), '1600x1'],
  [
    '20 MB exactly',
    bad.jpeg().then((p) => Buffer.concat([p, Buffer.alloc(20 * 1024 ** 2 - p.length)])),
    '400x300',
  ],
])('%s becomes a clean picture', async (_, bytes, size) => {
  expect((await clean(await bytes)).size).toBe(size)
})

test('what was appended or written along is gone', async () => {
  const plain = await bad.jpeg()
  const exif = Buffer.concat([bad.text('Exif\0\0canary-garbage'), bad.noise(60_000)])
  const inside = Buffer.concat([bad.text('Exif\0\0II*\0canary-uncropped'), plain.subarray(0, 30_000)])
  const carriers = [
    Buffer.concat([plain, bad.text('PK\x03\x04canary.zip')]),
    Buffer.concat([plain, bad.text('<script>canary()</script>')]),
    bad.withSegment(plain, 0xe1, exif),
    bad.withSegment(plain, 0xe1, inside),
    await bad.located(),
  ]
  for (const bytes of carriers) {
    expect(bytes.includes('canary')).toBe(true)
    const { picture } = await clean(bytes)
    expect(picture.includes('canary')).toBe(false)
    expect(picture.includes('Exif')).toBe(false)
  }
})

test('each of the eight orientations is put upright', async () => {
  // Where the half that was stored on the left is seen.
  const where = ['left', 'right', 'right', 'left', 'top', 'top', 'bottom', 'bottom']
  for (const [at, side] of where.entries()) {
    const { picture, size } = await clean(await bad.turned(at + 1))
    expect(size).toBe(at < 4 ? '200x100' : '100x200')
    const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true })
    const red = (x: number, y: number) => data[(y * info.width + x) * 3]! > 128
    const [first, last] = [red(10, 10), red(info.width - 10, info.height - 10)]
    expect([first, last]).toEqual(side === 'left' || side === 'top' ? [true, false] : [false, true])
  }
})

test('flipped bits are broken or a clean picture, and the next one is not worse off', async () => {
  const whole = [await bad.jpeg(), await bad.png(), await bad.webp()] as const
  for (const bytes of whole)
    for (const every of [1, 97, 1009, 5003]) {
      const wrong = bad.flipped(bytes, every)
      const answer = await intake.takeIn(wrong)
      const outcome = 'refused' in answer ? answer.refused : (await clean(wrong)).size
      expect(outcome).toMatch(/^(?:broken|too-many-pixels|\d+x\d+)$/)
    }
  expect((await clean(whole[0])).size).toBe('400x300')
})

test('answers belong to their pictures, also when one among ten is broken', async () => {
  const pictures: Buffer[] = await Promise.all(Array.from({ length: 10 }, (_, at) => bad.jpeg(100 + at, 50)))
  pictures[4] = bad.cut(await bad.jpeg(), 0.5)
  const answers = await Promise.all(
    pictures.map((bytes) =>
      clean(bytes).then(
        ({ size }) => size,
        (error: Error) => error.message,
      ),
    ),
  )
  expect(answers).toEqual(pictures.map((_, at) => (at === 4 ? 'refused: broken' : `${100 + at}x50`)))
})

test('a picture that takes too long ends the child, and another takes over', async () => {
  const hasty = new Intake({ time: 100 })
  onTestFinished(() => hasty.stop())
  expect(await hasty.takeIn(await bad.vastProgressive(4000))).toEqual({ refused: 'too-slow' })
  expect(hasty.pid).toBeUndefined()
  // The next one has a child of its own, whatever it answers in so short a time.
  await hasty.takeIn(bad.pngOf(30_000, 30_000))
  expect(hasty.pid).toBeGreaterThan(0)
})

test('a child that is ended over a picture is replaced, and the picture tried again', async () => {
  const own = new Intake()
  onTestFinished(() => own.stop())
  await clean(await bad.jpeg(), own)
  const first = own.pid!
  const asked = own.takeIn(await bad.vastProgressive(2000))
  const next = own.takeIn(await bad.jpeg())
  await Promise.resolve()
  process.kill(first, 'SIGKILL')
  expect(await asked).toHaveProperty('picture')
  expect(await next).toHaveProperty('picture')
  expect(own.pid).not.toBe(first)
})

test('stopping blames no picture', async () => {
  const own = new Intake()
  await clean(await bad.jpeg(), own)
  const asked = own.takeIn(await bad.vastProgressive(2000))
  await Promise.resolve()
  own.stop()
  await expect(asked).rejects.toThrow('stopped')
})

test('after it was stopped it says so', async () => {
  const own = new Intake()
  own.stop()
  await expect(own.takeIn(await bad.jpeg())).rejects.toThrow('stopped')
})

test.runIf(existsSync('/proc/self'))('the child ends with its parent', async () => {
  const program = `
    import { Intake } from './src/pictures/intake.ts'
    const intake = new Intake()
    await intake.takeIn(Buffer.from([0xff, 0xd8]))
    console.log(intake.pid)
    setInterval(() => {}, 1000)`
  const parent = await otherProcess(program)
  const { pid } = parent.child
  const child = Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim())
  expect(child).toBeGreaterThan(0)
  parent.child.kill('SIGKILL')
  await parent.ended
  await vi.waitFor(() => expect(existsSync(`/proc/${child}`)).toBe(false), 5000)
})
