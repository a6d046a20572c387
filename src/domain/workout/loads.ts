import { loadToKg } from '../units.ts'
import type { WeightUnit } from '../enums.ts'
import type { WalkItem } from './walk.ts'

type Asked = Pick<WalkItem, 'sets' | 'weight' | 'loadText'>

const list = /^((?:\d+(?:\.\d+)?\/)+\d+(?:\.\d+)?)(kg|lb)(?: |$)/
const range = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)(kg|lb)(?: |$)/
const added = /^(?:bodyweight)?\+(\d+(?:\.\d+)?)(kg|lb)(?: |$)/

function kg(value: string | undefined, unit: string | undefined): number {
  const known: WeightUnit = unit === 'lb' ? 'lb' : 'kg'
  return loadToKg({ value: Number(value), unit: known })
}

/** The load in kg that the plan lists for the set at this index (from 0): lists stay at their last. Null where it lists none. */
export function listedLoad({ sets, loadText }: Asked, index: number): number | null {
  const [, values = '', unit] = list.exec(loadText ?? '') ?? []
  const loads = values.split('/')
  return values !== '' && loads.length === sets ? kg(loads[Math.min(index, sets - 1)], unit) : null
}

/** What the set at this index asks to lift: of a list its own load, with what else the plan says. */
export function loadOfSet(item: Asked, index: number): Pick<Asked, 'weight' | 'loadText'> {
  const listed = listedLoad(item, index)
  if (listed === null) return { weight: item.weight, loadText: item.loadText }
  return { weight: listed, loadText: item.loadText?.replace(list, '') || null }
}

/** The load of a first set in kg, `then` as last time: what the plan says, of a range what fits it. Null for none. */
export function firstLoad({ weight, loadText }: Asked, then: number | null): number | null {
  if (weight !== null) return weight
  const [, plus, plusUnit] = added.exec(loadText ?? '') ?? []
  if (plus !== undefined) return kg(plus, plusUnit)
  const [, low, high, unit] = range.exec(loadText ?? '') ?? []
  if (low !== undefined) {
    const fits = then !== null && then >= kg(low, unit) && then <= kg(high, unit)
    return fits ? then : kg(low, unit)
  }
  return /^bodyweight(?: |$)/.test(loadText ?? '') ? null : then
}
