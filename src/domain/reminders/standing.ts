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
  /** When they last did something in the workout under way that would take the words; undefined where there is none. */
  trainedAt: Date | undefined
}

/**
 * What was asked last is answered first: a place that was left standing since before the asking does not grab the
 * answer, and neither does a workout, which it may still be meant for.
 */
export function heardAs({ askedAt, touchedAt, trainedAt }: Standing): Heard {
  if (touchedAt !== null && touchedAt > askedAt) return 'there'
  if (trainedAt === undefined) return 'answer'
  return trainedAt > askedAt ? 'there' : 'either'
}
