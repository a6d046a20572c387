import type { KeptFile } from '../services/files/read.ts'

/** Telegram's own limit. */
const mostInAlbum = 10
/** Bytes that go up with one album at most: they are in memory together. */
const mostAtOnce = 30_000_000

const uploadedOf = ({ telegramFileId, size }: KeptFile): number => (telegramFileId === null ? size : 0)

/** As many of the first files as go together in one album; one where it goes alone. */
export function albumOf(files: readonly KeptFile[]): KeptFile[] {
  const album: KeptFile[] = []
  let size = 0
  for (const file of files.slice(0, mostInAlbum)) {
    size += uploadedOf(file)
    const joins = (file.kind === 'photo' || file.kind === 'video') && size <= mostAtOnce
    if (album.length > 0 && !joins) break
    album.push(file)
    if (!joins) break
  }
  return album
}

/** Nothing can be written below a video note, but buttons may hang on it. */
export function canCarryWords({ kind }: KeptFile, html: string): boolean {
  return kind !== 'video_note' || html === ''
}
