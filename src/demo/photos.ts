import sharp from 'sharp'
import type { Storage } from '../storage/storage.ts'

/** A picture that lies in the storage. */
export interface DemoPicture {
  path: string
  bytes: number
}

/** Somebody from the front, as a shape; `waist` in pixels of 600. */
function silhouette(waist: number): string {
  const [left, right] = [300 - waist / 2, 300 + waist / 2]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800">
    <rect width="600" height="800" fill="#d9dee6"/><rect y="700" width="600" height="100" fill="#c3cad5"/>
    <g fill="#5d6b82"><circle cx="300" cy="130" r="56"/><rect x="276" y="170" width="48" height="50"/>
    <path d="M200 225 Q300 195 400 225 L430 430 L400 435 L378 290 Q${right + 6} 340 ${right} 390 L384 470 L372 740 L318 740
      L300 520 L282 740 L228 740 L216 470 L${left} 390 Q${left - 6} 340 222 290 L200 435 L170 430 Z"/></g></svg>`
}

/** Draws the photos of progress that the first client has sent, oldest first, and puts them into the storage. */
export async function drawPhotos(storage: Storage): Promise<DemoPicture[]> {
  const pictures: DemoPicture[] = []
  for (const waist of [164, 146]) {
    const bytes = await sharp(Buffer.from(silhouette(waist)))
      .jpeg({ quality: 88 })
      .toBuffer()
    pictures.push({ path: await storage.write(bytes, 'jpg'), bytes: bytes.length })
  }
  return pictures
}
