/** What the person's app called it; a document is whatever was sent as a file. */
export const sentKinds = ['photo', 'video', 'animation', 'video_note', 'voice', 'document'] as const
export type SentKind = (typeof sentKinds)[number]

/** Something to look at or listen to that a person sent. What is said of it is a claim: the bytes decide. */
export interface SentMedia {
  kind: SentKind
  fileId: string
  uniqueId: string
  /** Bytes, as declared. */
  size: number | null
  /** Pixels. */
  width: number | null
  height: number | null
  /** Seconds. */
  duration: number | null
  mime: string | null
  name: string | null
}

/** What a sender may be asked for. */
export type Wanted = 'picture' | 'clip' | 'voice'

/** The most Telegram lets a bot download, in bytes. */
export const mostMediaBytes = 20 * 1024 * 1024
/** Seconds. */
export const longest: Record<'clip' | 'voice', number> = { clip: 3 * 60, voice: 10 * 60 }

/** Why something was not kept: each is said in words of its own. */
export type NotKeptReason =
  | 'empty'
  | 'tooLarge'
  | 'tooLong'
  | 'notWanted'
  | 'noVoice'
  | 'notAPicture'
  | 'notPlayable'
  | 'heic'
  | 'otherFormat'
  | 'broken'
  | 'tooManyPixels'
  | 'tooSlow'
  | 'notFetched'
  | 'fault'

export interface NotKept {
  reason: NotKeptReason
  /** The name of a format, `GIF` say. */
  format?: string
}

const pictureName = /\.(?:jpe?g|jfif|png|webp|heic|heif|gif|bmp|tiff?|avif)$/i
const clipName = /\.(?:mp4|m4v|mov|webm|mkv|3gp)$/i

/** What a document claims to be; undefined for what is neither looked at nor listened to. */
export function claimOf(mime: string | null, name: string | null): 'picture' | 'clip' | undefined {
  if (mime?.startsWith('image/') || pictureName.test(name ?? '')) return 'picture'
  return mime?.startsWith('video/') || clipName.test(name ?? '') ? 'clip' : undefined
}

/** What it is to be opened as. */
export function wantedAs({ kind, mime, name }: Pick<SentMedia, 'kind' | 'mime' | 'name'>): Wanted {
  if (kind === 'photo') return 'picture'
  if (kind === 'voice') return 'voice'
  return kind === 'document' ? (claimOf(mime, name) ?? 'picture') : 'clip'
}

/** What can be told before it is fetched; undefined when it may be. */
export function refusedUnseen(media: SentMedia, wanted: readonly Wanted[]): NotKept | undefined {
  const as = wantedAs(media)
  if (!wanted.includes(as)) return { reason: as === 'voice' ? 'noVoice' : 'notWanted' }
  if ((media.size ?? 0) > mostMediaBytes) return { reason: 'tooLarge' }
  return as !== 'picture' && (media.duration ?? 0) > longest[as] ? { reason: 'tooLong' } : undefined
}

const unsaid = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu

/** A file's name without folders and what cannot be seen, at most 100 characters; null when nothing is left. */
export function tidyName(name: string | null): string | null {
  const base = (name ?? '').replace(unsaid, '').split(/[/\\]/).at(-1)?.trim() ?? ''
  const short = Array.from(base).slice(-100).join('')
  return /[\p{L}\p{N}]/u.test(short) ? short : null
}
