import sharp from 'sharp'
import { type Answer, longestSide, mostPixels, type Order, thumbnailSides } from './intakeWords.ts'

// The program of the child process. It reads what strangers sent, so it opens three kinds only and trusts none.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
sharp.cache(false)
sharp.concurrency(1)

const memoryCap = Number(process.argv[2])
/** Memory that stays after a picture is not the next one's fault: the child is replaced beyond this. */
const tiredAt = memoryCap / 3

/** An upright JPEG in sRGB that fits the square, without anything that came along with the original. */
const shrunk = (bytes: Uint8Array, side: number) =>
  sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels })
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .jpeg({ quality: side === longestSide ? 85 : 80 })
    .toBuffer({ resolveWithObject: true })

async function cleaned(bytes: Uint8Array): Promise<Answer> {
  const told = await sharp(bytes, { limitInputPixels: false }).metadata()
  if (told.width * told.height > mostPixels) return { refused: 'too-many-pixels' }
  const { data: picture, info } = await shrunk(bytes, longestSide)
  const small = await shrunk(picture, thumbnailSides.small)
  const medium = await shrunk(picture, thumbnailSides.medium)
  const { width, height } = info
  return { picture, width, height, thumbnails: { small: small.data, medium: medium.data } }
}

function tell(id: number, answer: Answer): void {
  process.send?.({ id, answer, tired: process.memoryUsage.rss() > tiredAt })
}

process.on('message', ({ id, bytes }: Order) => {
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() < memoryCap) return
    process.send?.({ id, answer: { refused: 'too-many-pixels' }, tired: true }, () => process.exit(1))
  }, 20)
  cleaned(bytes)
    .then(
      (answer) => tell(id, answer),
      () => tell(id, { refused: 'broken' }),
    )
    .finally(() => clearInterval(watch))
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
