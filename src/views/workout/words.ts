import type { WeightUnit } from '../../domain/enums.ts'
import { formatLoad } from '../../domain/units.ts'
import { type Proposal, timeStep } from '../../domain/workout/proposal.ts'
import { isDistance } from '../../domain/workout/target.ts'
import type { DoneSet, Walk, WalkItem } from '../../domain/workout/walk.ts'
import { type Texts, escapeHtml, isolate } from '../../texts/texts.ts'

/** Who reads: their words and their unit. Everything here comes out as Telegram HTML. */
export interface Reader {
  t: Texts
  units: WeightUnit
}

/** `45 s`, from two minutes on `2:30`. */
export function timeText(t: Texts, seconds: number): string {
  if (seconds < 120) return t('workout:seconds', { count: seconds })
  return t('workout:minutes', {
    minutes: Math.floor(seconds / 60),
    seconds: String(seconds % 60).padStart(2, '0'),
  })
}

const distancePattern = /^([\d.]+) (metres|km|miles)(?:\/(side|leg|arm))?$/
const sided = /^(.+)\/(side|leg|arm)$/

/** What a plan's `reps` text asks for, in words: `6–8`, `45 s`, `as many as you can`, `10 per side`. */
export function targetText(t: Texts, reps: string): string {
  const far = distancePattern.exec(reps)
  if (far) {
    const count = Number(far[1])
    if (far[2] === 'km') return t('workout:kilometres', { count })
    return far[2] === 'miles' ? t('workout:miles', { count }) : t('workout:metres', { count })
  }
  const side = sided.exec(reps)
  if (side) {
    const values = { reps: targetText(t, side[1] ?? '') }
    if (side[2] === 'leg') return t('workout:perLeg', values)
    return side[2] === 'arm' ? t('workout:perArm', values) : t('workout:perSide', values)
  }
  if (/^amrap$/i.test(reps)) return t('workout:amrap')
  const timed = /^(\d+)(?:-(\d+))?s$/.exec(reps)
  if (timed && timed[2] === undefined) return timeText(t, Number(timed[1]))
  return isolate(escapeHtml(reps.replace(/(\d)\s*-\s*(\d)/g, '$1–$2')))
}

export function loadText({ t, units }: Reader, kg: number, typed?: DoneSet): string {
  const asTyped =
    typed && typed.typedWeight !== null && typed.typedUnit !== null
      ? { value: Number(typed.typedWeight), unit: typed.typedUnit }
      : null
  return formatLoad(kg, units, t.language, asTyped)
}

/** What one set asks for: `6–8 × 80 kg`, `6–8 × 75%, RPE 8`, `45 s`. */
export function askedText(
  reader: Reader,
  item: { reps: string; weight: number | null; loadText: string | null; rpe: number | null },
): string {
  const { t } = reader
  const target = targetText(t, item.reps)
  const load = [
    ...(item.weight === null ? [] : [loadText(reader, item.weight)]),
    ...(item.loadText === null ? [] : [item.loadText.replace(/\bbodyweight\b/, t('workout:bodyweight'))]),
    ...(item.rpe === null ? [] : [t('workout:rpe', { rpe: item.rpe })]),
  ].join(', ')
  return load === '' ? target : t('workout:targetLoad', { target, load })
}

/** What ± of repetitions or time moves a set by: `1 rep`, `15 s`. */
export function stepText(t: Texts, { seconds }: Proposal): string {
  return seconds === null ? t('workout:repStep') : timeText(t, timeStep(seconds))
}

/** How a set came about, where that changes its words. */
export interface SetOrigin {
  /** The set as typed: its load is shown so again. */
  typed?: DoneSet
  /** The plan's `reps` text: once over a distance reads as the distance. */
  planned?: string
}

/** A set as done or about to be: `8 × 80 kg`, `12 reps`, `45 s`, `400 m`. */
export function setText(reader: Reader, set: Proposal, { typed, planned }: SetOrigin = {}): string {
  const { t } = reader
  const load = set.weight === null || set.weight === 0 ? null : loadText(reader, set.weight, typed)
  if (set.reps === 1 && planned !== undefined && isDistance(planned)) {
    const distance = targetText(t, planned)
    return load === null ? distance : t('workout:targetLoad', { target: distance, load })
  }
  if (set.reps !== null)
    return load === null
      ? t('workout:reps', { count: set.reps })
      : t('workout:repsTimesLoad', { reps: set.reps, load })
  const time = timeText(t, set.seconds ?? 0)
  return load === null ? time : t('workout:timeTimesLoad', { time, load })
}

export function doneText(reader: Reader, set: DoneSet, planned?: string): string {
  const words = setText(reader, set, { typed: set, ...(planned !== undefined && { planned }) })
  return set.rpe === null ? words : reader.t('workout:withRpe', { set: words, rpe: set.rpe })
}

/** The beginning of a long note. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${Array.from(text).slice(0, most).join('')}…` : text

/** With what was said about it. */
export function notedText({ t }: Reader, words: string, { notes }: DoneSet): string {
  return notes === null ? words : t('workout:withNote', { set: words, note: shortened(notes, 60) })
}

/** A set with nothing left to guess: `8 reps × 60 kg`. */
export function spelledText(reader: Reader, set: DoneSet): string {
  const { t } = reader
  if (set.reps === null || !set.weight) return notedText(reader, doneText(reader, set), set)
  const reps = t('workout:reps', { count: set.reps })
  const words = t('workout:spelledTimesLoad', { reps, load: loadText(reader, set.weight, set) })
  const rated = set.rpe === null ? words : t('workout:withRpe', { set: words, rpe: set.rpe })
  return notedText(reader, rated, set)
}

/** Sets in a row: `8 × 80 kg, 8 × 80 kg, 7 × 80 kg`; loads that stay the same are said once. */
export function setsText(reader: Reader, sets: readonly DoneSet[]): string {
  const [first] = sets
  const sameLoad = first?.weight && sets.every(({ weight, reps }) => weight === first.weight && reps !== null)
  if (!first || !sameLoad || sets.length === 1)
    return sets.map((set) => setText(reader, set, { typed: set })).join(', ')
  const reps = sets.map((set) => set.reps).join(', ')
  return reader.t('workout:repsTimesLoad', { reps, load: loadText(reader, first.weight ?? 0, first) })
}

/** `A1` for the first item of superset A; empty outside supersets. */
export function labelOf(
  items: readonly Pick<WalkItem, 'superset'>[],
  item: Pick<WalkItem, 'superset'>,
): string {
  if (item.superset === null) return ''
  const group = items.filter(({ superset }) => superset === item.superset)
  return `${item.superset}${group.indexOf(item) + 1}`
}

/** What the workout is called. */
export function nameOfWalk(t: Texts, { name }: Pick<Walk, 'name'>): string {
  return name ?? t('workout:freeWorkout')
}
