import type { WeightUnit } from '../enums.ts'
import type { TypedLoad } from '../units.ts'
import type { Item } from './items.ts'
import { joinLoads, withUnit } from './loads.ts'
import { likely } from './order.ts'
import type { ProblemCode } from './types.ts'

/** One step of a ladder: so many sets of it, with its own load. */
export interface Step {
  sets: number
  reps: string
  load: TypedLoad | null
  /** `65%` */
  loadText: string | null
}

/** What a ladder says as one exercise; the loads of its steps stand in `loadText` where they differ. */
export interface Ladder {
  sets?: number
  reps?: string
  load?: TypedLoad
  loadText?: string
  problem?: ProblemCode
}

type Scheme = Extract<Item, { kind: 'scheme' }>

const lastUnit = /(?:^|\s)(?:(kgs?|kilos?)|(lbs?|pounds?|#))$/i

/** A unit that is said once, behind all steps. */
function unitBehind(items: readonly Item[]): WeightUnit | undefined {
  const last = items.at(-1)
  const found = last?.kind === 'word' ? lastUnit.exec(last.text) : null
  return found ? (found[2] ? 'lb' : 'kg') : undefined
}

/** `135x10, 155x8` is load and repetitions, `12x60, 10x70` the other way round, where only that makes sense. */
function readPairs(steps: Step[], unit: WeightUnit): Step[] {
  const isPlain = steps.every(({ load, loadText, reps }) => !load && loadText === null && /^\d+$/.test(reps))
  if (!isPlain) return steps
  const loads = (value: (step: Step) => number, reps: (step: Step) => string) =>
    steps.map((step) => ({ sets: 1, reps: reps(step), load: { value: value(step), unit }, loadText: null }))
  if (steps.every(({ sets, reps }) => sets > likely.sets && Number(reps) <= likely.reps))
    return loads(
      ({ sets }) => sets,
      ({ reps }) => reps,
    )
  if (steps.every(({ sets, reps }) => sets <= likely.reps && Number(reps) > likely.reps))
    return loads(
      ({ reps }) => Number(reps),
      ({ sets }) => String(sets),
    )
  return steps
}

/** The steps of a line with several schemes; a load that follows one is its own. */
export function stepsOf(items: readonly Item[], units: WeightUnit): Step[] {
  const unit = unitBehind(items) ?? units
  const steps: Step[] = []
  for (const item of items) {
    const last = steps.at(-1)
    if (item.kind === 'scheme') steps.push(stepOf(item, unit))
    else if (item.kind === 'load' && last) last.load = { value: item.value, unit: item.unit ?? unit }
    if ((item.kind === 'loadText' || item.kind === 'load') && item.text !== undefined && last)
      last.loadText = joinLoads(last.loadText, withUnit(item.text, unit))
  }
  return readPairs(steps, unit)
}

function stepOf({ sets, reps, load, loadText }: Scheme, unit: WeightUnit): Step {
  return {
    sets: sets ?? 1,
    reps,
    load: load && { value: load.value, unit: load.unit ?? unit },
    loadText: loadText === undefined ? null : withUnit(loadText, unit),
  }
}

const allSame = (values: readonly string[]): boolean => new Set(values).size === 1

/** Values set by set; undefined where they cannot stand in one list. */
function loadsOf(steps: readonly Step[]): Pick<Ladder, 'load' | 'loadText'> | undefined {
  const texts = steps.map(({ load, loadText }) =>
    [load ? `${load.value}${load.unit}` : '', loadText ?? ''].join(' ').trim(),
  )
  const [first] = steps
  if (allSame(texts))
    return { ...(first?.load && { load: first.load }), ...(first?.loadText && { loadText: first.loadText }) }
  const ends = texts.map((text) => /^([\d.]+)(%|kg|lb)$/.exec(text))
  if (!allSame(ends.map((end) => end?.[2] ?? '')) || !ends[0]) return undefined
  const values = steps.flatMap(({ sets }, index) =>
    Array.from({ length: sets }, () => ends[index]?.[1] ?? ''),
  )
  return { loadText: `${values.join('/')}${ends[0][2]}` }
}

/** Several steps as one exercise, set by set. Problem `several-schemes` where that cannot be said. */
export function climb(steps: readonly Step[]): Ladder {
  const sets = steps.reduce((sum, step) => sum + step.sets, 0)
  const each = steps.map(({ reps }) => reps)
  const isList = each.every((reps) => /^\d+\+?$/.test(reps))
  const loads = loadsOf(steps)
  if (!loads || sets > 20 || (!isList && !allSame(each))) return { problem: 'several-schemes' }
  const reps = allSame(each)
    ? each[0]
    : steps.flatMap((step) => Array.from({ length: step.sets }, () => step.reps)).join(',')
  return { sets, ...(reps !== undefined && { reps }), ...loads }
}
