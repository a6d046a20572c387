import {
  type Day,
  type Effort,
  type Rest,
  type Session,
  advance,
  isComplete,
  lastLift,
  lift,
  proposed,
  sessionOf,
  stepped,
} from './session.ts'
import { numbered, wordsOf } from './words.ts'

/** What a person did with their phone, as they meant it: by what the screen shows, not by what a button carries. */
export type Deed =
  | { kind: 'open' }
  | { kind: 'otherDay' }
  | { kind: 'openDay'; day: Day }
  /** `button` tells one Start button from another. */
  | { kind: 'start'; day: Day; button: string }
  | { kind: 'resume' }
  /** The button of set `set` of an exercise; `all` for everything that is left of it. */
  | { kind: 'log'; name: string; set: number; all: boolean }
  /** ± of the next set, from what the button for logging showed. */
  | { kind: 'adjust'; name: string; set: number; what: 'amount' | 'weight'; from: number; by: number }
  /** Takes back the lift that was the last one when the button was shown. */
  | { kind: 'undo'; lift: number }
  | { kind: 'type'; message: number; sets: Effort[] }
  | { kind: 'edit'; message: number; set: Effort }
  | { kind: 'finish' }
  | { kind: 'close' }

/** How things stand after a deed. */
export interface Version {
  deed: Deed | undefined
  place: 'nowhere' | 'home' | 'days' | 'day' | 'card' | 'summary'
  /** The day that is looked at. */
  opened: Day | undefined
  ended: readonly Session[]
  running: Session | undefined
  /** Start buttons that have done their work. */
  started: ReadonlySet<string>
  /** What stands above the card. */
  notice: string
  /** What comes up after a tap; empty for no word. */
  toast: string
  rest: Rest | undefined
}

const already = 'That set is logged already.'
const stale = 'That button is out of date. Here is how things stand now.'
const underWay = 'It is under way already.'
const noWorkout = 'No workout is under way. /today shows what is on.'

type Of<Kind extends Deed['kind']> = Extract<Deed, { kind: Kind }>
type Effects = { [Kind in Deed['kind']]: (next: Version, deed: Of<Kind>) => void }

function itemNamed({ running }: Version, name: string) {
  const item = running?.items.find((one) => one.name === name)
  if (!running || !item) throw new Error(`The script pressed the card of a workout that is over: ${name}`)
  return { running, item }
}

const effects: Effects = {
  open: (next) => void (next.place = 'home'),
  otherDay: (next) => void (next.place = 'days'),
  openDay: (next, { day }) => void Object.assign(next, { place: 'day', opened: day }),
  resume: (next) => void (next.place = 'card'),
  close: (next) => {
    if (next.place !== 'summary') next.toast = stale
    next.place = 'home'
  },

  /** A button starts one workout, however often it is pressed; while that is under way it leads there. */
  start: (next, { day, button }) => {
    const isUnderWay = next.running !== undefined && [...next.started].at(-1) === button
    next.place = isUnderWay ? 'card' : 'home'
    next.toast = isUnderWay ? underWay : stale
    if (next.running || next.started.has(button)) return
    Object.assign(next, { place: 'card', toast: '', running: sessionOf(day) })
    next.started = new Set([...next.started, button])
  },

  finish: (next) => {
    next.toast = noWorkout
    if (!next.running) return
    if (!isComplete(next.running)) throw new Error('The script finishes what is complete')
    next.ended = [...next.ended, next.running]
    Object.assign(next, { place: 'summary', toast: '', running: undefined })
  },

  log: (next, { name, set, all }) => {
    const { running, item } = itemNamed(next, name)
    const number = item.done.length + 1
    next.place = 'card'
    next.toast = set < number ? already : stale
    if (set !== number) return
    const count = all ? Math.max(1, item.sets - item.done.length) : 1
    const effort = proposed(item)
    for (let left = count; left > 0; left--) lift(running, item, proposed(item), null)
    next.toast = count > 1 ? `${name}: ${count} sets logged.` : `${name}, set ${number}: ${wordsOf(effort)}`
    next.rest = advance(running, item)
  },

  adjust: (next, { name, set, what, from, by }) => {
    const { item } = itemNamed(next, name)
    const { weight, reps, seconds } = proposed(item)
    const now = what === 'weight' ? weight : (reps ?? seconds)
    next.place = 'card'
    next.toast = stale
    if (item.done.length + 1 !== set || now !== from) return
    next.toast = ''
    if (what === 'weight') item.nextWeight = stepped(now, by)
    else item.nextAmount = now + by
  },

  undo: (next, { lift: id }) => {
    const last = next.running && lastLift(next.running)
    next.place = 'card'
    next.toast = stale
    if (!next.running || last?.lift.id !== id) return
    last.item.done.pop()
    next.running.at = next.running.items.indexOf(last.item)
    next.toast = `Taken back: ${last.item.name}, set ${last.item.done.length + 1}.`
  },

  type: (next, { sets, message }) => {
    const { running } = next
    const item = running?.items[running.at]
    if (!running || !item) throw new Error('The script types sets in a workout')
    const first = item.done.length + 1
    for (const effort of sets) lift(running, item, effort, message)
    next.place = 'card'
    next.notice = `Logged: ${item.name}, ${numbered(first, sets)}`
    next.rest = advance(running, item)
  },

  edit: (next, { message, set }) => {
    const item = next.running?.items.find(({ done }) => done.some((one) => one.message === message))
    const index = item?.done.findIndex((one) => one.message === message) ?? -1
    const before = item?.done[index]
    if (!item || !before) throw new Error('The script edits what logged a set of this workout')
    item.done[index] = { ...before, ...set }
    next.place = 'card'
    next.notice = `Corrected: ${item.name}, ${numbered(index + 1, [set])}`
  },
}

export const nothingYet: Version = {
  deed: undefined,
  place: 'nowhere',
  opened: undefined,
  ended: [],
  running: undefined,
  started: new Set(),
  notice: '',
  toast: '',
  rest: undefined,
}

/** How things stand after one more deed. */
export function after(before: Version, deed: Deed): Version {
  const running = structuredClone(before.running)
  const next: Version = { ...before, deed, running, notice: '', toast: '', rest: undefined }
  const effect = effects[deed.kind] as (next: Version, deed: Deed) => void
  effect(next, deed)
  return next
}
