import type { MuscleGroup, Verdict, WeightUnit, WorkoutItemStatus } from '../enums.ts'

/** A set as performed. Loads are kg; `typed…` is how the person wrote it. */
export interface DoneSet {
  id: number
  number: number
  reps: number | null
  seconds: number | null
  weight: number | null
  typedWeight: string | null
  typedUnit: WeightUnit | null
  rpe: number | null
  notes: string | null
}

/** What the trainer said last of how a lift is done. */
export interface FormWord {
  review: number
  verdict: Verdict
  comment: string | null
  hasVoice: boolean
  /** It is about this very workout. */
  isOfNow: boolean
}

/** One exercise of the workout under way: what was asked for, and what was done of it. */
export interface WalkItem {
  id: number
  position: number
  exerciseId: number
  /** What the plan named, before it was swapped. */
  swappedFromId: number | null
  workoutExerciseId: number | null
  name: string
  videoUrl: string | null
  /** One sentence to think of while doing it, in the client's language where the library has it. */
  cue: string | null
  muscleGroup: MuscleGroup
  equipment: string | null
  /** kg that ± moves; null for the usual step. */
  stepKg: number | null
  /** Items of one label take turns. */
  superset: string | null
  sets: number
  /** As planned: `6-8`, `45s`, `AMRAP`. */
  reps: string
  /** kg */
  weight: number | null
  loadText: string | null
  /** As planned. */
  rpe: number | null
  /** Whole seconds; null when the plan says nothing. */
  rest: number | null
  notes: string | null
  status: WorkoutItemStatus
  /** What ± made of the next set. */
  nextReps: string | null
  nextWeight: number | null
  completionId: number | null
  difficulty: number | null
  comment: string | null
  form: FormWord | null
  done: DoneSet[]
}

/** A workout being walked through. */
export interface Walk {
  id: number
  name: string | null
  sessionId: number | null
  /** The client's local day it counts for, `YYYY-MM-DD`. */
  localDate: string
  startedAt: Date
  /** Position of the item at hand. */
  position: number
  items: WalkItem[]
  /** The rest under way: until when, and the message that told so. */
  rest: { endsAt: Date; messageId: number | null } | null
}

/** The number that the next set of an item gets. */
export function nextNumber(item: WalkItem): number {
  return (item.done.at(-1)?.number ?? 0) + 1
}

/** No more sets are asked for. */
export function isClosed(item: WalkItem): boolean {
  return item.status !== 'open' || item.done.length >= item.sets
}

/** The item at hand; undefined in a workout that has none yet. */
export function atHand(walk: Walk): WalkItem | undefined {
  return walk.items.find(({ position }) => position === walk.position) ?? walk.items[0]
}

export function itemOf(walk: Walk, itemId: number): WalkItem | undefined {
  return walk.items.find(({ id }) => id === itemId)
}

export function isComplete(walk: Walk): boolean {
  return walk.items.every(isClosed)
}

export function setsDone(walk: Walk): number {
  return walk.items.reduce((sum, { done }) => sum + done.length, 0)
}

/** How many planned sets are left of what was not skipped. */
export function openSets(walk: Walk): number {
  return walk.items
    .filter((item) => !isClosed(item))
    .reduce((sum, { sets, done }) => sum + sets - done.length, 0)
}

/** The set logged last in the whole workout. */
export function lastDone(walk: Walk): { item: WalkItem; set: DoneSet } | undefined {
  let last: { item: WalkItem; set: DoneSet } | undefined
  for (const item of walk.items)
    for (const set of item.done) if (!last || set.id > last.set.id) last = { item, set }
  return last
}

function partners(walk: Walk, item: WalkItem): WalkItem[] {
  return item.superset === null ? [item] : walk.items.filter(({ superset }) => superset === item.superset)
}

/** The following open item in the order of the day, from its end back to its start. */
function following(items: WalkItem[], from: WalkItem): WalkItem | undefined {
  const after = items.filter(({ position }) => position > from.position)
  const before = items.filter(({ position }) => position < from.position)
  return [...after, ...before].find((item) => !isClosed(item))
}

/**
 * What comes after a set of this item: its partner in a superset that is behind, the same item again,
 * or the next open one; undefined when all is done.
 */
export function nextItem(walk: Walk, item: WalkItem): WalkItem | undefined {
  const open = partners(walk, item).filter((one) => !isClosed(one))
  if (open.length === 0) return following(walk.items, item)
  const least = Math.min(...open.map(({ done }) => done.length))
  const behind = open.filter(({ done }) => done.length === least)
  if (item.superset === null) return item
  return behind.find(({ position }) => position > item.position) ?? behind[0]
}

/** The open item that is at hand, or comes after the one at hand; undefined when all is done. */
export function comingUp(walk: Walk): WalkItem | undefined {
  const item = atHand(walk)
  return item && isClosed(item) ? nextItem(walk, item) : item
}

/** Whole seconds to rest after the set just logged of this item; 0 for none. In a superset, after the round. */
export function restAfter(walk: Walk, item: WalkItem): number {
  const round = partners(walk, item)
  if (round.some((one) => !isClosed(one) && one.done.length < item.done.length)) return 0
  return item.rest ?? Math.max(0, ...round.map(({ rest }) => rest ?? 0))
}
