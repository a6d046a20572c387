import sharp from 'sharp'
import { type Member, type World, botToken } from './world.ts'

/** The bytes of the newest photo in somebody's chat, as Telegram keeps them. */
export async function newestPhoto(world: World, { phone }: Member): Promise<Buffer> {
  const photo = phone.chat().findLast((message) => message.from === 'bot' && message.photo)?.photo
  if (!photo) throw new Error('No photo has come')
  const { apiRoot } = world.simulator
  const told = await fetch(`${apiRoot}/bot${botToken}/getFile?file_id=${photo.fileId}`)
  const { result } = (await told.json()) as { result: { file_path: string } }
  const file = await fetch(`${apiRoot}/file/bot${botToken}/${result.file_path}`)
  return Buffer.from(await file.arrayBuffer())
}

/** What a picture is, when it is opened: `png 1080x1200`; throws on anything that came along with it. */
export async function openedPicture(bytes: Uint8Array): Promise<string> {
  const { format, width, height, exif, xmp, iptc, icc } = await sharp(bytes).metadata()
  await sharp(bytes, { failOn: 'warning' }).stats()
  if ([exif, xmp, iptc, icc].some((part) => part !== undefined)) throw new Error('There is metadata in it')
  return `${format} ${width}x${height}`
}
