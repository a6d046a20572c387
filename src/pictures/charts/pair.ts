import sharp from 'sharp'
import type { PairSpec } from '../../domain/pictures.ts'
import { Page, card, edge, ink, width } from './frame.ts'
import { svgOf } from './render.ts'

const top = 156
const gap = 32
const side = (width - 2 * edge - gap) / 2
const tall = Math.round((side * 4) / 3)
const captionsAt = top + tall + 34
const height = captionsAt + 140
const mostPixels = 50_000_000

const rounded = Buffer.from(
  `<svg width="${side}" height="${tall}"><rect width="${side}" height="${tall}" rx="28"/></svg>`,
)

/** The whole photo in its place, with rounded corners; what it does not fill is plain. */
async function placed(bytes: Uint8Array): Promise<Buffer> {
  const shown = await sharp(bytes, { limitInputPixels: mostPixels })
    .autoOrient()
    .resize(side, tall, { fit: 'contain', background: ink.raised })
    .flatten({ background: ink.raised })
    .png({ compressionLevel: 1 })
    .toBuffer()
  return sharp(shown)
    .ensureAlpha()
    .composite([{ input: rounded, blend: 'dest-in' }])
    .png({ compressionLevel: 1 })
    .toBuffer()
}

/** Two photos side by side, as a JPEG without metadata; the first stands where reading begins. */
export async function pairJpeg(
  pair: PairSpec,
  photos: readonly [Uint8Array, Uint8Array],
): Promise<Uint8Array<ArrayBuffer>> {
  const page = new Page(pair.direction)
  const starts = [edge, edge + side + gap]
  const words = pair.sides.flatMap(({ label, caption }, at) => [
    page.words({ text: label, x: starts[at] ?? edge, y: captionsAt, size: 40, weight: 700, most: side }),
    page.words({
      text: caption,
      x: starts[at] ?? edge,
      y: captionsAt + 54,
      size: 34,
      fill: ink.muted,
      most: side,
    }),
  ])
  const title = page.words({
    text: pair.title,
    x: edge,
    y: 56,
    size: 54,
    weight: 700,
    most: width - 2 * edge,
  })
  const base = svgOf({ option: card([title, ...words], {}), height })
  const lefts = pair.direction === 'rtl' ? starts.toReversed() : starts
  const layers = await Promise.all(
    photos.map(async (bytes, at) => ({
      input: await placed(bytes),
      left: Math.round(lefts[at] ?? edge),
      top,
    })),
  )
  const jpeg = await sharp(Buffer.from(base))
    .composite(layers)
    .flatten({ background: ink.card })
    .jpeg({ quality: 88 })
    .toBuffer()
  return new Uint8Array(jpeg)
}
