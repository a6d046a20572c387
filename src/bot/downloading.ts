import type { NotKept } from '../domain/media.ts'
import { CallFailed } from './telegram.ts'

/** Milliseconds between tries of a file that Telegram does not hand out: nine tries in about nine minutes. */
const laterPausesMs = [1000, 2000, 5000, 15_000, 30_000, 60_000, 120_000, 300_000]
/** Between tries while Telegram cannot be reached at all. */
const offlinePauseMs = 5000

/** Tries that Telegram answered, or that broke off on the way, until a file is given up. */
export const mostTries = laterPausesMs.length + 1

/** Why there are no bytes yet: `later` counts as a try; `unreached` says nothing of the file. */
export type NotYet = 'later' | 'unreached'

/** What a try that threw means for the file. `unanswered`: it is the file, or Telegram answers nothing at all. */
export function meaningOf(error: unknown): NotKept | NotYet | 'unanswered' {
  if (!(error instanceof CallFailed)) return { reason: 'notFetched' }
  const { certainty, code, method, description } = error
  if (certainty === 'not sent') return 'unreached'
  // Asking for the path is small: mostly it is the network that keeps it from being answered.
  if (method === 'getFile' && code === 0) return 'unanswered'
  if (certainty === 'uncertain' || code === 429) return 'later'
  return { reason: /too big/.test(description) ? 'tooLarge' : 'notFetched' }
}

/** Milliseconds to wait; `tries` were counted by now. */
export function pauseAfter(why: NotYet, tries: number): number {
  if (why === 'unreached') return offlinePauseMs
  return laterPausesMs[Math.min(tries, laterPausesMs.length) - 1] ?? 0
}
