import type { MediaKind } from '../../domain/enums.ts'
import { type NotKept, type SentMedia, type Wanted, wantedAs } from '../../domain/media.ts'
import { type Container, clipContainer, voiceContainer } from '../../pictures/clips.ts'
import { withoutPlaces } from '../../pictures/places.ts'
import type { Answer, NotTaken } from '../../pictures/intakeWords.ts'

/** Opens a picture where it can do no harm. */
export type TakeIn = (bytes: Uint8Array) => Promise<Answer>

/** What is to be written, and what its row says. */
export interface ToKeep {
  kind: MediaKind
  mime: string
  ending: string
  bytes: Uint8Array
  /** JPEGs by the name of their size. */
  thumbnails: Record<string, Uint8Array>
  width: number | null
  height: number | null
  duration: number | null
  /** Telegram's own copy may be shown again. */
  isShownAsSent: boolean
}

const reasons = {
  empty: 'empty',
  'too-large': 'tooLarge',
  'not-a-picture': 'notAPicture',
  broken: 'broken',
  'too-many-pixels': 'tooManyPixels',
  'too-slow': 'tooSlow',
} as const

function notKept(answer: NotTaken): NotKept {
  if (answer.refused !== 'unsupported-kind') return { reason: reasons[answer.refused] }
  const { kind } = answer
  if (kind === 'heic') return { reason: 'heic' }
  return kind === 'pdf' ? { reason: 'notAPicture' } : { reason: 'otherFormat', format: kind.toUpperCase() }
}

async function picture(takeIn: TakeIn, media: SentMedia, bytes: Uint8Array): Promise<ToKeep | NotKept> {
  const answer = await takeIn(bytes)
  if ('refused' in answer) return notKept(answer)
  const { width, height, thumbnails } = answer
  return {
    kind: 'photo',
    mime: 'image/jpeg',
    ending: 'jpg',
    bytes: answer.picture,
    thumbnails,
    width,
    height,
    duration: null,
    // Telegram has taken place and camera out of a photo, but not out of a picture that was sent as a file.
    isShownAsSent: media.kind === 'photo',
  }
}

function played(media: SentMedia, bytes: Uint8Array, container: Container): ToKeep {
  const { mime, ending, isPlayed } = container
  const played = media.kind === 'video_note' || media.kind === 'voice' ? media.kind : 'video'
  const { width, height, duration } = media
  const kind = isPlayed ? played : 'document'
  const clean = withoutPlaces(bytes)
  return {
    kind,
    mime,
    ending,
    bytes: clean,
    thumbnails: {},
    width,
    height,
    duration,
    // Telegram's copy still tells where it was taken.
    isShownAsSent: kind === media.kind && clean === bytes,
  }
}

/** What the bytes are, whatever was said of them: something to keep, or why not. */
export async function examine(
  takeIn: TakeIn,
  media: SentMedia,
  wanted: readonly Wanted[],
  bytes: Uint8Array,
): Promise<ToKeep | NotKept> {
  if (bytes.length === 0) return { reason: 'empty' }
  const as = wantedAs(media)
  if (as === 'voice') {
    const voice = voiceContainer(bytes)
    return voice ? played(media, bytes, voice) : { reason: 'notPlayable' }
  }
  const clip = clipContainer(bytes)
  const isFile = media.kind === 'document'
  if (clip && (as === 'clip' || isFile))
    return wanted.includes('clip') ? played(media, bytes, clip) : { reason: 'notWanted' }
  if (as === 'clip' && !isFile) return { reason: 'notPlayable' }
  return wanted.includes('picture') ? picture(takeIn, media, bytes) : { reason: 'notWanted' }
}
