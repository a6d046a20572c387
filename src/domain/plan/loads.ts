import type { WeightUnit } from '../enums.ts'
import type { Item } from './items.ts'

/** Numbers that need a unit: `60/65/70`, `60-65`, `bodyweight+10`. */
const open = /^(?:bodyweight[+-])?\d[\d./-]*$/

/** A load that is not one number, with the unit its author left out. */
export function withUnit(text: string, units: WeightUnit): string {
  return open.test(text) ? text + units : text
}

/** Two texts of a load as one. */
export function joinLoads(before: string | null | undefined, text: string): string {
  return !before || before === text ? text : `${before} ${text}`
}

/**
 * How many sets a list of loads is for; undefined where it may be for other than sets:
 * `60/40kg` are two people's.
 */
export function loadsIn(text: string): number | undefined {
  if (!/^\d[\d./]*(?:%|kg|lb)?$/.test(text)) return undefined
  const { length } = text.split('/')
  return length > 2 || (length === 2 && open.test(text)) ? length : undefined
}

/** Several loads of one scheme as a list; one in another unit, such as `100lb (45kg)`, stays a word. */
export function mergedLoads(line: string, items: readonly Item[], units: WeightUnit): Item[] {
  const loads = items.filter((item) => item.kind === 'load')
  const first = loads.find(({ text }) => text !== undefined) ?? loads[0]
  if (!first || loads.length === 1 || items.filter(({ kind }) => kind === 'scheme').length > 1)
    return [...items]
  const own = loads.filter(
    ({ unit, value }) =>
      (unit ?? units) === (first.unit ?? units) && (first.text === undefined || value === first.value),
  )
  const values = [...new Set(own.map(({ value }) => value))]
  const list = {
    from: first.from,
    to: first.to,
    kind: 'loadText',
    text: values.join('/') + (first.unit ?? units),
  }
  return items.flatMap((item): Item[] => {
    if (item.kind !== 'load') return [item]
    if (item === first) return [values.length === 1 ? item : { ...list, kind: 'loadText' }]
    const { from, to } = item
    return [
      own.includes(item)
        ? { from, to, kind: 'note', text: '' }
        : { from, to, kind: 'word', text: line.slice(from, to) },
    ]
  })
}
