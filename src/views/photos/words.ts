import { type NotKept, longest, mostMediaBytes } from '../../domain/media.ts'
import type { Texts } from '../../texts/texts.ts'

/** Why something was not kept, and what to do instead. */
export function notKeptText(t: Texts, { reason, format }: NotKept): string {
  if (reason === 'tooLarge') return t('photos:tooLarge', { most: mostMediaBytes / 1024 ** 2 })
  if (reason === 'tooLong') return t('photos:tooLong', { clip: longest.clip / 60, voice: longest.voice / 60 })
  if (reason === 'otherFormat') return t('photos:otherFormat', { format: format ?? '?' })
  return t(`photos:${reason}`)
}

/** What is said of files that could not be kept, each reason once; empty where there are none. */
export function someNotKept(t: Texts, failed: readonly NotKept[]): string {
  return [...new Set(failed.map((one) => notKeptText(t, one)))].join('\n')
}
