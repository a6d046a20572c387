import { nameAndWeekdays, isRest } from './headings.ts'
import { type Row, problemAt } from './rows.ts'
import type { DayDraft, ExerciseDraft, PlanDraft, Problem } from './types.ts'

interface OpenDay {
  draft: DayDraft
  weekdays: readonly number[]
  rest: boolean
  row: Row
}

/** The days of a plan as they are read; the last is open until the next begins. */
export class Days {
  readonly plan: PlanDraft = { name: '', days: [] }
  #open: OpenDay | undefined
  readonly #problems: Problem[]

  constructor(problems: Problem[]) {
    this.#problems = problems
  }

  /** Whether any day has begun. */
  get isBegun(): boolean {
    return this.#open !== undefined || this.plan.days.length > 0
  }

  /** The exercises of the open day. */
  get exercises(): readonly ExerciseDraft[] {
    return this.#open?.draft.exercises ?? []
  }

  /** Whether a heading stands above with nothing under it yet. */
  get isEmpty(): boolean {
    return this.#open !== undefined && this.#open.draft.exercises.length === 0
  }

  open(row: Row, heading: string, weekdays: readonly number[]): void {
    this.close()
    const named = nameAndWeekdays(heading)
    const draft = { line: row.line.number, name: named.name, dayOfWeek: null, notes: null, exercises: [] }
    const days = weekdays.length > 0 ? weekdays : named.weekdays
    this.#open = { draft, weekdays: days, rest: isRest(named.name), row }
  }

  /** The open day is one of rest. */
  rest(): void {
    if (this.#open) this.#open.rest = true
  }

  /** A day that was never headed has no name. */
  add(row: Row, exercise: ExerciseDraft): void {
    const { line } = exercise
    this.#open ??= {
      draft: { line, name: '', dayOfWeek: null, notes: null, exercises: [] },
      weekdays: [],
      rest: false,
      row,
    }
    this.#open.draft.exercises.push(exercise)
  }

  /** Says more of exercises that were read already. */
  amend(change: (exercise: ExerciseDraft, isLast: boolean) => ExerciseDraft): void {
    if (!this.#open) return
    const { draft } = this.#open
    const last = draft.exercises.length - 1
    draft.exercises = draft.exercises.map((exercise, index) => change(exercise, index === last))
  }

  close(): void {
    const day = this.#open
    this.#open = undefined
    if (!day) return
    if (day.draft.exercises.length === 0) {
      if (!day.rest) this.#problems.push(problemAt(day.row.line, 'empty-day'))
      return
    }
    const weekdays = day.weekdays.length > 0 ? day.weekdays : [null]
    for (const dayOfWeek of weekdays) this.plan.days.push({ ...structuredClone(day.draft), dayOfWeek })
  }
}
