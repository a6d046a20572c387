import type { TypedLoad } from '../units.ts'

/** A load whose unit may be left to the person's habit. */
export interface OpenLoad {
  value: number
  unit: TypedLoad['unit'] | null
}

/** What the grammar finds in a line; `from` and `to` are offsets in the cleaned line. */
export type Item = { from: number; to: number } & (
  | { kind: 'scheme'; sets: number | null; reps: string; load: OpenLoad | null; loadText?: string }
  | { kind: 'triple'; parts: [string, string, string]; unit: TypedLoad['unit'] | null }
  | { kind: 'sets'; sets: number }
  | { kind: 'reps'; reps: string }
  | { kind: 'load'; value: number; unit: TypedLoad['unit'] | null; text?: string }
  | { kind: 'loadText' | 'note' | 'name' | 'paren' | 'number' | 'word'; text: string }
  | { kind: 'rpe'; rpe: number }
  | { kind: 'rest'; seconds: number }
)
