import type { WeightUnit } from './enums.ts'
import { piecesOf } from './setPieces.ts'
import { type SetsMeant, setsMeant } from './setsMeant.ts'
import { tokensOf, type Token } from './setTokens.ts'
import { loadToKg, type TypedLoad } from './units.ts'
import { readTarget } from './workout/target.ts'

/** A set as typed. `weightKg` in kg, `seconds` whole; `ambiguous` when repetitions and load might be swapped. */
export interface ReadSet {
  setNumber?: number
  reps?: number
  seconds?: number
  weightKg?: number
  typed: TypedLoad | null
  /** Said to be without a load. */
  bodyweight?: true
  rpe?: number
  /** What was said about it. */
  note?: string
  ambiguous: boolean
  /** It may well have counted sets instead: `3x10` of a plan of 3 sets of 10. */
  setsOf?: SetsMeant
}

export interface SetContext {
  /** The unit of a bare load. */
  units: WeightUnit
  /** As planned: `reps` is the plan's text (`6-8`, `45s`), load in kg. */
  target?: { reps: string | null; weightKg: number | null; seconds?: number | null }
  /** How many sets are planned, where a message may tell of several. */
  sets?: number
  /** How many sets the message told of before it was changed. */
  saidSets?: number
  /** The set before, load in kg; helps where the plan is silent. */
  last?: { reps: number | null; weightKg: number | null }
}

export type SetReading =
  | { ok: true; sets: ReadSet[]; understood: string }
  | { ok: false; code: 'empty' | 'not-understood' | 'out-of-range' | 'too-many' }

const most = { sets: 20, reps: 200, kg: 600, seconds: 7200 }
const longest = 500
/** Readings nearer to each other than this are offered for swapping. */
const unsure = 0.25
/** A load is taken for one without a unit only within half and twice the planned one. */
const likely = Math.log(2)
/** A load so many times more or less than the planned one was hardly meant as a load. */
const absurd = 3

interface Values {
  reps?: number
  seconds?: number
  load?: TypedLoad
  bodyweight?: true
  ambiguous?: boolean
  setsOf?: SetsMeant
}

function inRange({ reps, seconds, load }: Values): boolean {
  const repsFit = reps === undefined || (Number.isInteger(reps) && reps <= most.reps)
  const timeFits = seconds === undefined || (seconds >= 1 && seconds <= most.seconds)
  return repsFit && timeFits && (load === undefined || loadToKg(load) <= most.kg)
}

function expected({ target, last }: SetContext): { low?: number; high?: number; kg?: number } {
  const planned = readTarget(target?.reps ?? '')
  const done = last?.reps ?? undefined
  const reps = planned.kind === 'reps' ? planned : done === undefined ? {} : { low: done, high: done }
  const kg = target?.weightKg ?? last?.weightKg ?? undefined
  return kg === undefined ? reps : { ...reps, kg }
}

const apart = (one: number, other: number): number => Math.abs(Math.log((one + 1) / (other + 1)))

/**
 * How far a reading lies from what was expected: the ratio of its repetitions to the nearer end of the planned
 * range and the ratio of its load to the planned one, each as |ln((a+1)/(b+1))|, added. What was not expected
 * counts nothing, so that a plan which says nothing leaves both readings equal.
 */
function distance({ reps = 0, load }: Values, { low, high, kg }: ReturnType<typeof expected>): number {
  const nearest = low === undefined || high === undefined ? reps : Math.min(Math.max(reps, low), high)
  return apart(reps, nearest) + (kg === undefined || !load ? 0 : apart(loadToKg(load), kg))
}

/** A load below a third of the expected one, or above three times of it. */
function isAbsurd({ load }: Values, { kg = 0 }: ReturnType<typeof expected>): boolean {
  if (!load || kg === 0) return false
  const lifted = loadToKg(load)
  return lifted * absurd < kg || lifted > kg * absurd
}

function ofTwo(first: number, second: number, context: SetContext): Values {
  const one = nearer(first, second, context)
  const { sets, saidSets, target, last } = context
  if (sets === undefined) return one
  const plan = { sets, saidSets, reps: target?.reps ?? '', done: last?.reps ?? undefined }
  const wanted = expected(context)
  const isFar = distance(one, wanted) > likely
  const setsOf = setsMeant([first, second], plan, { isFar, isAbsurd: isAbsurd(one, wanted) })
  return { ...one, ...(setsOf && { setsOf }) }
}

function nearer(first: number, second: number, context: SetContext): Values {
  const reading = (reps: number, value: number): Values => ({ reps, load: { value, unit: context.units } })
  const asTyped = reading(first, second)
  const swapped = reading(second, first)
  if (first === second) return asTyped
  if (!inRange(asTyped) || !inRange(swapped)) return inRange(swapped) ? swapped : asTyped
  const wanted = expected(context)
  const lead = distance(swapped, wanted) - distance(asTyped, wanted)
  return { ...(lead < 0 ? swapped : asTyped), ambiguous: Math.abs(lead) < unsure }
}

function valuesOf(tokens: readonly Token[], context: SetContext): Values | undefined {
  const marked: Values = {}
  const bare: number[] = []
  let bodyweight = false
  for (const token of tokens) {
    if (token.kind === 'bare') bare.push(token.value)
    else if (token.kind === 'bodyweight' && !bodyweight) bodyweight = true
    else if (token.kind === 'load' && !marked.load)
      marked.load = { value: token.value, unit: token.unit ?? context.units }
    else if (token.kind === 'reps' && marked.reps === undefined) marked.reps = token.value
    else if (token.kind === 'seconds' && marked.seconds === undefined) marked.seconds = token.value
    else return undefined
  }
  if (marked.reps !== undefined && marked.seconds !== undefined) return undefined
  if (bodyweight && marked.load) return undefined
  const values = withBare(marked, bare, bodyweight, context)
  return values && bodyweight ? { ...values, bodyweight: true } : values
}

function withBare(
  marked: Values,
  bare: number[],
  bodyweight: boolean,
  context: SetContext,
): Values | undefined {
  const [first, second, ...more] = bare
  if (more.length > 0) return undefined
  const counted = marked.reps !== undefined || marked.seconds !== undefined
  if (first === undefined) return marked
  if (second !== undefined)
    return counted || marked.load || bodyweight ? undefined : ofTwo(first, second, context)
  if (counted)
    return marked.load || bodyweight ? undefined : { ...marked, load: { value: first, unit: context.units } }
  const seconds = plannedSeconds(context)
  if (seconds !== undefined) return { ...marked, seconds: timeMeant(first, seconds) }
  return marked.load || bodyweight ? { ...marked, reps: first } : repsOrLoad(first, context)
}

function plannedSeconds({ target }: SetContext): number | undefined {
  const planned = readTarget(target?.reps ?? '')
  return target?.seconds ?? (planned.kind === 'seconds' ? planned.high : undefined)
}

/** A bare number is seconds; from two planned minutes on it is minutes, where that is nearer. */
function timeMeant(value: number, planned: number): number {
  const isMinutes = planned >= 120 && apart(value * 60, planned) < apart(value, planned)
  return isMinutes ? value * 60 : value
}

/** One bare number counts repetitions, unless it is far from those and near the planned load: `60` of 8 × 80 kg. */
function repsOrLoad(value: number, context: SetContext): Values {
  const { low, high, kg } = expected(context)
  const load: TypedLoad = { value, unit: context.units }
  if (low === undefined || high === undefined || kg === undefined) return { reps: value }
  const asReps = distance({ reps: value }, { low, high })
  const asLoad = apart(loadToKg(load), kg)
  return asLoad < likely && asLoad + unsure < asReps ? { load } : { reps: value }
}

function toSet({ reps, seconds, load, bodyweight, setsOf, ambiguous = false }: Values): ReadSet {
  return {
    ...(reps !== undefined && { reps }),
    ...(seconds !== undefined && { seconds }),
    ...(load && { weightKg: loadToKg(load) }),
    typed: load ?? null,
    ...(bodyweight && { bodyweight }),
    ...(setsOf && { setsOf }),
    ambiguous,
  }
}

function readOne(text: string, context: SetContext): ReadSet | 'not-understood' | 'out-of-range' {
  const found = tokensOf(text)
  if (!found) return 'not-understood'
  const values = valuesOf(found.tokens, context)
  if (!values || (found.tokens.length === 0 && found.rpe === undefined)) return 'not-understood'
  if (!inRange(values) || found.setNumber === 0) return 'out-of-range'
  return {
    ...(found.setNumber !== undefined && { setNumber: found.setNumber }),
    ...toSet(values),
    ...(found.rpe !== undefined && { rpe: found.rpe }),
    ...(found.note !== undefined && { note: found.note }),
  }
}

/** How far a typed set lies from what was planned. */
function distanceOf(text: string, context: SetContext): number {
  const set = readOne(text, context)
  if (typeof set === 'string') return Infinity
  return distance({ ...set, ...(set.typed && { load: set.typed }) }, expected(context))
}

/**
 * Reads sets as people type them: `8x60`, `60kg x 8`, `82,5x5`, `8`, `60kg`, `45s`, `1:30`, `2: 80x6`, several by
 * semicolon, in a list (`10,10,8`) or at once (`3x10x40`), and words after them (`8x60 felt heavy`). A unit or a decimal marks the load; of two bare numbers the reading nearer the target wins.
 * Repetitions 0–200 (0 is a failed set), load 0–600 kg, 1–7200 seconds.
 */
export function readSets(text: string, context: SetContext): SetReading {
  if (text.length > longest) return { ok: false, code: 'too-many' }
  const pieces = text
    .split(/[;\n]/)
    .filter((piece) => piece.trim() !== '')
    .flatMap((piece) => piecesOf(piece, (one) => distanceOf(one, context)))
  if (pieces.length === 0) return { ok: false, code: 'empty' }
  if (pieces.length > most.sets) return { ok: false, code: 'too-many' }
  const sets: ReadSet[] = []
  for (const piece of pieces) {
    const set = readOne(piece, context)
    if (typeof set === 'string') return { ok: false, code: set }
    sets.push(set)
  }
  return { ok: true, sets, understood: formatSets(sets) }
}

/** The same set with repetitions and load exchanged; unchanged where that makes no sense. */
export function swapReading(set: ReadSet): ReadSet {
  if (set.reps === undefined || !set.typed) return set
  const values = { reps: set.typed.value, load: { value: set.reps, unit: set.typed.unit } }
  return inRange(values) ? { ...set, ...toSet(values), ambiguous: set.ambiguous } : set
}

/** Sets in the form that reads back without doubt: `2: 8reps x 60kg rpe 9`. */
export function formatSets(sets: readonly ReadSet[]): string {
  return sets
    .map(({ setNumber, reps, seconds, typed, bodyweight, rpe }) => {
      const parts = [
        ...(reps === undefined ? [] : [`${reps}reps`]),
        ...(seconds === undefined ? [] : [`${seconds}s`]),
        ...(typed ? [`${typed.value}${typed.unit}`] : []),
        ...(bodyweight ? ['bodyweight'] : []),
      ].join(' x ')
      return [setNumber && `${setNumber}:`, parts, rpe && `rpe ${rpe}`].filter(Boolean).join(' ')
    })
    .join('; ')
}
