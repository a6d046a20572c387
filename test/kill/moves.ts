import type { SeenMessage } from '../../src/simulator/simulator.ts'
import type { Deed, Version } from './deeds.ts'
import type { Draw } from './draw.ts'
import { type Day, type Effort, type Item, type Session, isComplete, lastLift, proposed } from './session.ts'
import { wordsOf } from './words.ts'

/** All that somebody goes by: their own memory, and what the phone shows. */
export interface Look {
  version: Version
  days: readonly Day[]
  labels: readonly string[]
  /** Sits out every rest. */
  patient: boolean
  /** Has sat out the present rest. */
  rested: boolean
  card: SeenMessage
  pings: { name: string; set: number; labels: string[]; message: SeenMessage }[]
}

export type Move =
  | { kind: 'wait'; seconds: number }
  | { kind: 'open' }
  | { kind: 'type'; messages: { text: string; sets: Effort[] }[] }
  | { kind: 'edit'; message: number; text: string; set: Effort }
  | {
      kind: 'press'
      label: string
      deed: (button: string) => Deed
      twice?: boolean
      /** Another message than the card. */
      message?: SeenMessage
    }

/** What somebody does next; undefined when they are done for the day. */
export function chooseMove(look: Look, draw: Draw, goesOn: boolean): Move | undefined {
  const { version } = look
  if (version.place === 'summary') return { kind: 'press', label: 'Done', deed: () => ({ kind: 'close' }) }
  if (version.place === 'days') return openAnother(look, draw)
  if (version.place === 'day' && version.opened) return startMove(version.opened, draw)
  if (version.place === 'home') return atHome(look, draw, goesOn)
  const { running } = version
  const item = running?.items[running.at]
  if (!running || !item) throw new Error('There is no card to go on with')
  if (isComplete(running)) return atTheEnd(running, draw, goesOn)
  return goesOn ? inTheWorkout(look, running, item, draw) : logMove(item, draw.chance(0.5))
}

function atHome({ version, days, labels }: Look, draw: Draw, goesOn: boolean): Move | undefined {
  if (version.running)
    return { kind: 'press', label: '▶️ Back into the workout', deed: () => ({ kind: 'resume' }) }
  if (!goesOn) return undefined
  const due = days.find((day) => labels.includes(startOf(day)))
  if (due && draw.chance(0.8)) return startMove(due, draw)
  return { kind: 'press', label: 'Another day’s workout', deed: () => ({ kind: 'otherDay' }) }
}

function openAnother({ days, labels }: Look, draw: Draw): Move {
  const day = draw.of(days)
  const label = labels.find((one) => one.startsWith(`${day.name} · `))
  if (label === undefined) throw new Error(`There is no button for ${day.name} among ${labels.join(', ')}`)
  return { kind: 'press', label, deed: () => ({ kind: 'openDay', day }), twice: draw.chance(0.1) }
}

const startOf = ({ name }: Day): string => `▶️ Start: ${name}`

function startMove(day: Day, draw: Draw): Move {
  const deed = (button: string): Deed => ({ kind: 'start', day, button })
  return { kind: 'press', label: startOf(day), deed, twice: draw.chance(0.1) }
}

function atTheEnd(running: Session, draw: Draw, goesOn: boolean): Move {
  const last = lastLift(running)
  if (goesOn && last && draw.chance(0.1)) return undoMove(last.lift.id)
  return { kind: 'press', label: '🏁 Finish', deed: () => ({ kind: 'finish' }), twice: draw.chance(0.1) }
}

const undoMove = (lift: number, twice = false): Move => ({
  kind: 'press',
  label: '↩️ Undo',
  deed: () => ({ kind: 'undo', lift }),
  twice,
})

function logMove(item: Item, all: boolean, twice = false): Move {
  const left = item.sets - item.done.length
  const many = all && left > 1
  const label = many ? `✅ All ${left} left` : `✅ ${wordsOf(proposed(item))}`
  const set = item.done.length + 1
  return { kind: 'press', label, deed: () => ({ kind: 'log', name: item.name, set, all: many }), twice }
}

const weights = {
  log: 40,
  ping: 30,
  wait: 15,
  all: 6,
  twice: 6,
  adjust: 10,
  type: 18,
  two: 4,
  burst: 4,
  undo: 8,
  edit: 8,
  open: 2,
}

function inTheWorkout(look: Look, running: Session, item: Item, draw: Draw): Move {
  const rest = look.rested ? undefined : look.version.rest
  if (look.patient && rest && draw.chance(0.9)) return { kind: 'wait', seconds: rest.seconds }
  const choice = draw.weighted(weights)
  const typed = typedLifts(running)
  const last = lastLift(running)
  const set = item.done.length + 1
  // One that speaks of other repetitions or loads by now is left alone, as its words are not what it logs.
  const tap = logMove(item, false) as Extract<Move, { kind: 'press' }>
  const ping = look.pings.find(
    ({ name, set: number, labels }) => name === item.name && number === set && labels.includes(tap.label),
  )
  switch (choice) {
    case 'ping':
      if (!ping) break
      return { ...tap, message: ping.message }
    case 'wait':
      if (!rest) break
      return { kind: 'wait', seconds: rest.seconds }
    case 'adjust':
      return adjustMove(look, item, draw)
    case 'type':
    case 'two':
    case 'burst':
      return typeMove(item, choice, draw)
    case 'undo':
      if (last) return undoMove(last.lift.id, draw.chance(0.2))
      break
    case 'edit':
      if (typed.length > 0) return editMove(draw.of(typed), draw)
      break
    case 'open':
      return { kind: 'open' }
    case 'all':
    case 'twice':
    case 'log':
  }
  return logMove(item, choice === 'all', choice === 'twice')
}

/** The sets of the workout that a message of their own tells of. */
function typedLifts({ items }: Session): { message: number; lift: Effort }[] {
  const all = items.flatMap(({ done }) => done)
  const alone = ({ message }: { message: number | null }) =>
    message !== null && all.filter((one) => one.message === message).length === 1
  return all.filter(alone).map((lift) => ({ message: lift.message ?? 0, lift }))
}

function editMove({ message, lift }: ReturnType<typeof typedLifts>[number], draw: Draw): Move {
  const set = varied(lift, draw)
  return { kind: 'edit', message, set, text: textOf(set, draw) }
}

/** Something else than before, as it may well be. */
function varied({ reps, seconds, weight }: Effort, draw: Draw): Effort {
  return {
    reps: reps === null ? null : Math.max(1, reps + draw.of([-2, -1, 1, 2])),
    seconds: seconds === null ? null : Math.max(5, seconds + draw.of([-5, -3, 3, 5])),
    weight: weight === null ? null : Math.max(5, weight + draw.of([-2.5, 0, 2.5, 5])),
  }
}

function textOf({ reps, seconds, weight }: Effort, draw: Draw): string {
  if (reps === null) return `${seconds}s`
  const load = `${draw.chance(0.5) ? String(weight) : String(weight).replace('.', ',')}kg`
  return draw.chance(0.5) ? `${reps} x ${load}` : `${load} x ${reps}`
}

function typeMove(item: Item, choice: 'type' | 'two' | 'burst', draw: Draw): Move {
  const planned = proposed(item)
  const first = varied(planned, draw)
  const second = varied(planned, draw)
  const said = (...sets: Effort[]) => ({ sets, text: sets.map((set) => textOf(set, draw)).join('; ') })
  if (choice === 'type' || item.sets - item.done.length < 2) return { kind: 'type', messages: [said(first)] }
  // In a superset the second message is about the partner: both are said of this exercise at once.
  const together = choice === 'two' || item.superset !== null
  return { kind: 'type', messages: together ? [said(first, second)] : [said(first), said(second)] }
}

function adjustMove({ labels }: Look, item: Item, draw: Draw): Move {
  const moves = labels.flatMap((label) => {
    const found = /^([−+]) ([\d.]+) (kg|s|rep)$/u.exec(label)
    if (!found) return []
    const [, sign, step, unit] = found
    return [
      {
        label,
        by: (sign === '+' ? 1 : -1) * Number(step),
        what: unit === 'kg' ? 'weight' : 'amount',
      } as const,
    ]
  })
  const { weight, reps, seconds } = proposed(item)
  const amount = reps ?? seconds ?? 0
  const sensible = moves.filter(({ by, what }) =>
    what === 'weight' ? weight !== null && weight + by > 5 : amount + by > 5,
  )
  if (sensible.length === 0) return logMove(item, false)
  const { label, by, what } = draw.of(sensible)
  const from = what === 'weight' ? (weight ?? 0) : amount
  const deed = (): Deed => ({ kind: 'adjust', name: item.name, set: item.done.length + 1, what, from, by })
  return { kind: 'press', label, deed, twice: draw.chance(0.2) }
}
