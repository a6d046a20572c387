import type { WeightUnit } from '../enums.ts'
import { loadToKg, type TypedLoad } from '../units.ts'
import type { CleanLine } from './clean.ts'
import type { Item } from './items.ts'
import { mergedLoads } from './loads.ts'
import { settleLoose } from './loose.ts'
import { climb, stepsOf } from './ladder.ts'
import type { RangeOf } from './setRanges.ts'
import { take } from './take.ts'
import type { ProblemCode, TripleOrder } from './types.ts'

/** What a line says of an exercise; what it does not say is left out. */
export interface Found {
  name: string
  sets?: number
  /** Where `sets` is the upper end of a range: `3–4 sets`. */
  setsText?: string
  reps?: string
  load?: TypedLoad
  loadText?: string
  /** How many sets the loads in `loadText` are for. */
  loads?: number
  rpe?: number
  restSeconds?: number
  note?: string
  /** Why it cannot be taken as it stands. */
  problem?: ProblemCode
}

export interface LineContext {
  units: WeightUnit
  order: TripleOrder
  repsFirst: boolean
  /** What `4-6x4` means in this text. */
  ranges: RangeOf
  /** Sets come from the heading, so that a bare number counts repetitions. */
  setsKnown: boolean
}

/** Seconds; what is shorter is a pause inside a repetition. */
const shortestRest = 15

const filler = /^(?:[/x×]|each|all|with|at|and|for|the|kgs?|lbs?|כל אחד|כל תרגיל|של|עם|по)$/iu
const edges = /^[\s:–—\-.,|@+•*=]+|[\s:–—\-,|@+•*=]+$/gu

const isText = ({ kind }: Item): boolean => kind === 'word' || kind === 'number' || kind === 'paren'

/** Bodyweight before the scheme belongs to the name: `Bodyweight squat 3x10`. */
function asWords(items: readonly Item[]): Item[] {
  const scheme = items.findIndex(({ kind }) => ['scheme', 'triple', 'sets', 'reps'].includes(kind))
  return items.map((item, index) =>
    item.kind === 'loadText' &&
    item.text === 'bodyweight' &&
    index < scheme &&
    items[index + 1]?.kind === 'word'
      ? { from: item.from, to: item.to, kind: 'word', text: item.text }
      : item,
  )
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').replace(edges, '').trim()
}

/** Stretches of words between the items, each as it stands in the line. */
function stretches(line: CleanLine, items: readonly Item[]): { text: string; first: boolean }[] {
  const all: { text: string; first: boolean }[] = []
  let begin: number | undefined
  let end = 0
  const close = () => {
    const text = begin === undefined ? '' : tidy(line.text.slice(begin, end))
    if (text && !filler.test(text)) all.push({ text, first: all.length === 0 })
    begin = undefined
  }
  for (const item of items) {
    if (isText(item)) {
      begin ??= item.from
      end = item.to
    } else close()
  }
  close()
  return all
}

const listLength = (reps: string): number | null => (reps.includes(',') ? reps.split(',').length : null)

/** Numbers after the repetitions: a load for every set, a rest where nothing follows, else words. */
function asAside(line: CleanLine, items: readonly Item[], units: WeightUnit): Item[] {
  const first = items.findIndex(({ kind }) => ['scheme', 'triple', 'reps'].includes(kind))
  const scheme = items[first]
  const sets =
    scheme?.kind === 'scheme' ? scheme.sets : scheme?.kind === 'reps' ? listLength(scheme.reps) : null
  return items.map((item, index) => {
    if (item.kind !== 'reps' || index <= first) return item
    const { from, to, reps } = item
    const list = /^\d+(?:,\d+)+$/.test(reps) ? reps.split(',') : []
    if (list.length > 0 && list.length === sets)
      return { from, to, kind: 'loadText', text: `${list.join('/')}${units}` }
    const seconds = /^\d+s$/.test(reps) ? Number.parseInt(reps, 10) : 0
    const isLast = items[index + 1]?.kind !== 'word'
    return isLast && seconds >= shortestRest
      ? { from, to, kind: 'rest', seconds }
      : { from, to, kind: 'word', text: line.text.slice(from, to) }
  })
}

/** A bare number right behind the scheme, with nothing but a note behind it, is the load: `5x5 100`. */
function asLoad(line: CleanLine, items: readonly Item[]): Item[] {
  if (items.some(({ kind }) => kind === 'load' || kind === 'loadText')) return [...items]
  return items.map((item, index) => {
    const before = items.slice(0, index).findLast((one) => one.kind !== 'word' || !/^[-–—:]+$/.test(one.text))
    const after = items[index + 1]
    const isBehind =
      item.kind === 'number' &&
      before?.kind === 'scheme' &&
      /^[\s,:–-]*$/.test(line.text.slice(before.to, item.from))
    const isAlone = after === undefined || !['word', 'number', 'reps', 'scheme'].includes(after.kind)
    if (!isBehind || !isAlone || !/^\d+(?:[.,]\d+)?$/.test(item.text)) return item
    const { from, to, text } = item
    return { from, to, kind: 'load', value: Number(text.replace(',', '.')), unit: null }
  })
}

/** The items with every number that is a load or a time taken as one. */
function loaded(line: CleanLine, given: readonly Item[], { units }: LineContext): Item[] {
  const aside = asAside(line, asWords(settleLoose(line.text, given)), units)
  return mergedLoads(line.text, asLoad(line, aside), units)
}

/** A bare number that can only count: `10 burpees`, or `Squat 8-10` under `4 sets each:`. */
function bareCount(items: readonly Item[], setsKnown: boolean): Item | undefined {
  if (items.some(({ kind }) => ['scheme', 'triple', 'reps'].includes(kind))) return undefined
  const first = items[0]
  if (first?.kind === 'number' && items[1]?.kind === 'word' && /^\p{L}{2}/u.test(items[1].text)) return first
  const known = setsKnown || items.some(({ kind }) => kind === 'sets')
  return known ? items.findLast(({ kind }) => kind === 'number') : undefined
}

function counted(items: readonly Item[], setsKnown: boolean): Item[] {
  const count = bareCount(items, setsKnown)
  return items.map((item) =>
    item === count && item.kind === 'number'
      ? {
          from: item.from,
          to: item.to,
          kind: 'reps',
          reps: item.text.replace(/\s*(?:[-–—−]|to|עד)\s*/i, '-'),
        }
      : item,
  )
}

/** Words between two schemes: nobody knows what they make of them. */
function hasWordsBetween(line: CleanLine, items: readonly Item[]): boolean {
  const [first, last] = [
    items.find(({ kind }) => kind === 'scheme'),
    items.findLast(({ kind }) => kind === 'scheme'),
  ]
  const between = items.filter((item) => item.from >= (first?.to ?? 0) && item.to <= (last?.from ?? 0))
  return stretches(line, between).some(({ text }) => !/^(?:then|x|\+)$/i.test(text))
}

/** What the items of a line say together. Words before the numbers are the name, those after it a note. */
export function readItems(line: CleanLine, given: readonly Item[], context: LineContext): Found {
  const items = counted(loaded(line, given, context), context.setsKnown)
  const found: Found = { name: '' }
  for (const item of items) take(item, found, context, line.text)
  if (items.filter(({ kind }) => kind === 'scheme').length > 1)
    Object.assign(
      found,
      hasWordsBetween(line, items) ? { problem: 'several-schemes' } : climb(stepsOf(items, context.units)),
    )
  const quoted = items.find(({ kind }) => kind === 'name')
  const [head, ...more] = stretches(line, items)
  const ownName = quoted?.kind === 'name' ? quoted.text.trim() : undefined
  found.name = ownName ?? head?.text ?? ''
  const left = ownName !== undefined && head ? [head, ...more] : more
  const notes = items.flatMap((item) => {
    const isNote = item.kind === 'note' || item.kind === 'rest' || item.kind === 'rpe'
    return isNote && item.text !== undefined ? [item.text.trim()] : []
  })
  const loose = left.map(({ text }) => (/^\([^()]*\)$/.test(text) ? text.slice(1, -1).trim() : text))
  const note = [...notes, ...loose].filter((text) => text !== '').join('; ')
  if (note) found.note = note
  return found
}

/** kg of what was typed. */
export function kgOf(load: TypedLoad | undefined): number | null {
  return load ? loadToKg(load) : null
}
