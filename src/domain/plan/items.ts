import type { TypedLoad } from '../units.ts'

/** A load whose unit may be left to the person's habit. */
export interface OpenLoad {
  value: number
  unit: TypedLoad['unit'] | null
}

/** The lower end of a range of sets, and the words where they say that sets are meant. */
interface SetRange {
  low?: number
  said?: string
}

/** What the grammar finds in a line; `from` and `to` are offsets in the cleaned line. */
export type Item = { from: number; to: number } & (
  | ({
      kind: 'scheme'
      sets: number | null
      reps: string
      load: OpenLoad | null
      loadText?: string
    } & SetRange)
  | { kind: 'triple'; parts: [string, string, string]; unit: TypedLoad['unit'] | null }
  | ({ kind: 'sets'; sets: number } & SetRange)
  /** `sets` stand in `3 to failure`. */
  | ({ kind: 'reps'; reps: string; sets?: number } & SetRange)
  | { kind: 'load'; value: number; unit: TypedLoad['unit'] | null; text?: string }
  /** `20s`, `80k`: a load or something else. */
  | { kind: 'loose'; value: number; mark: 's' | 'k'; times?: number }
  | { kind: 'loadText' | 'note' | 'name' | 'paren' | 'number' | 'word'; text: string }
  /** The upper end of a range, with the range as typed. */
  | { kind: 'rpe'; rpe: number; text?: string }
  | { kind: 'rest'; seconds: number; text?: string }
)
