import type { PauseReason } from '../enums.ts'

/** Why a client needs their coach. Days are the client's local ones, `YYYY-MM-DD`; weights kg. `at`: since when it waits. */
export type Reason =
  | { kind: 'letter'; letter: number; at: Date }
  | { kind: 'photos'; count: number; at: Date }
  | { kind: 'checkIn'; entry: number; at: Date }
  /** From one day of weighing to the next, `days` later. */
  | { kind: 'jumped'; change: number; days: number; at: null }
  | { kind: 'fast'; perWeek: number; at: null }
  /** Planned workouts in a row, the latest of them on `last`. */
  | { kind: 'missed'; count: number; last: string; at: null }
  | { kind: 'planEnds'; date: string; at: null }
  | { kind: 'noPlan'; at: null }
  | { kind: 'neverTrained'; at: Date }
  | { kind: 'silent'; days: number; at: Date }
  | { kind: 'unanswered'; at: Date }
  | { kind: 'paused'; why: Exclude<PauseReason, 'fine'>; until: string; at: null }

export type ReasonKind = Reason['kind']

/** How much each counts: somebody who waits for an answer before what may wait, what is only to be known last. */
export const weights: Record<ReasonKind, number> = {
  letter: 100,
  photos: 80,
  checkIn: 70,
  jumped: 65,
  missed: 60,
  fast: 55,
  planEnds: 50,
  noPlan: 45,
  neverTrained: 40,
  silent: 35,
  unanswered: 30,
  paused: 10,
}

export const weightOf = ({ kind }: Reason): number => weights[kind]
