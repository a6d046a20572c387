import type { WeightUnit } from '../enums.ts'
import type { TypedLoad } from '../units.ts'
import type { Item, OpenLoad } from './items.ts'
import type { Found, LineContext } from './line.ts'
import { joinLoads, loadsIn, withUnit } from './loads.ts'
import { inOrder } from './order.ts'
import { rangeText, settled } from './setRanges.ts'

/** More than that may count repetitions: `12 to failure`. */
const mostToFailure = 6

type Scheme = Extract<Item, { kind: 'scheme' }>

function typed(load: OpenLoad, units: WeightUnit): TypedLoad {
  return { value: load.value, unit: load.unit ?? units }
}

/** Sets, with the range they are the upper end of. */
function takeSets(
  { sets, low, said }: { sets: number; low?: number; said?: string },
  found: Found,
  line: string,
): void {
  found.sets = sets
  if (low === undefined) return
  found.setsText = said ?? rangeText(low, sets, line)
  if (low > sets) found.problem = 'range-upside-down'
}

function takeLoadText(text: string, found: Found, { units }: LineContext): void {
  const loads = loadsIn(text)
  if (loads !== undefined) found.loads = loads
  found.loadText = joinLoads(found.loadText, withUnit(text, units))
}

function takeScheme(given: Scheme, found: Found, context: LineContext, line: string): void {
  const item = settled(given, context.ranges)
  if (!item) found.problem = 'sets-or-reps'
  const { sets, reps, low, load, loadText } = item ?? given
  const swap = context.repsFirst && sets !== null && low === undefined && /^\d+$/.test(reps)
  found.reps = swap ? String(sets) : reps
  if (swap) found.sets = Number(reps)
  else if (sets !== null) takeSets({ ...item, sets }, found, line)
  if (load) found.load = typed(load, context.units)
  if (loadText !== undefined) takeLoadText(loadText, found, context)
}

/** `3 to failure` counts sets, `12 to failure` who knows what. */
function takeReps(
  { reps, sets, ...range }: Extract<Item, { kind: 'reps' }>,
  found: Found,
  line: string,
): void {
  found.reps = reps
  if (sets === undefined) return
  if (found.sets !== undefined || sets > mostToFailure) found.problem = 'sets-or-reps'
  else takeSets({ ...range, sets }, found, line)
}

/** What an item adds to what the line says; `line` is its text. */
export function take(item: Item, found: Found, context: LineContext, line: string): void {
  if (item.kind === 'scheme') takeScheme(item, found, context, line)
  else if (item.kind === 'triple') {
    const { sets, reps, load } = inOrder(item, item.unit ? 'srl' : context.order)
    const [low = 0, high] = sets.split('-').map(Number)
    takeSets(high === undefined ? { sets: low } : { sets: high, low }, found, line)
    found.reps = reps
    found.load = typed({ value: Number(load.replace(',', '.')), unit: item.unit }, context.units)
  } else if (item.kind === 'sets') takeSets(item, found, line)
  else if (item.kind === 'reps') takeReps(item, found, line)
  else if (item.kind === 'load') {
    found.load = typed(item, context.units)
    if (item.text) takeLoadText(item.text, found, context)
  } else if (item.kind === 'loadText') takeLoadText(item.text, found, context)
  else if (item.kind === 'rpe') found.rpe = item.rpe
  else if (item.kind === 'rest') found.restSeconds = item.seconds
}
