/** What becomes of typed words that answer what somebody was asked. */
export type Heard =
  /** They answer it. */
  | 'answer'
  /** A workout would take them too: nobody knows before they say so. */
  | 'either'
  /** They are of the place they were typed in, or of the workout under way. */
  | 'there'

/** Where somebody stands while something is asked of them. */
export interface Standing {
  /** When it was asked. */
  askedAt: Date
  /** When they last did something in the place they stand in; null where they stand nowhere, or it has no use for the words. */
  touchedAt: Date | null
  /** The place waits for a number, which is what the words are. */
  awaitsNumber: boolean
  /** When they last did something in the workout under way that would take the words; undefined where there is none. */
  trainedAt: Date | undefined
}

/** How long a question for a number goes before what is asked after it, ms: whoever has just read it is answering it. */
export const freshFor = 30 * 60_000

/** A moment that somebody did something; one that is yet to come was told by a clock that was ahead, and is as good as none. */
export const toldBy = (at: Date | null, now: Date): Date => (at !== null && at <= now ? at : new Date(0))

/**
 * What was asked last is answered first: a place that was left standing since before the asking does not grab the
 * answer, and neither does a workout, which it may still be meant for. A fresh question for a number is the exception.
 */
export function heardAs({ askedAt, touchedAt, awaitsNumber, trainedAt }: Standing): Heard {
  const heldSince = askedAt.getTime() - (awaitsNumber ? freshFor : 0)
  if (touchedAt !== null && touchedAt.getTime() > heldSince) return 'there'
  if (trainedAt === undefined) return 'answer'
  return trainedAt > askedAt ? 'there' : 'either'
}
