import { type Effort, type Session, isComplete, proposed } from './session.ts'
import type { Version } from './deeds.ts'

const kg = (weight: number): string => `${Number(weight.toFixed(2))} kg`

/** As buttons, toasts and done sets say it: `8 × 80 kg`, `12 reps`, `40 s`. */
export function wordsOf({ reps, seconds, weight }: Effort): string {
  const amount = reps === null ? `${seconds ?? 0} s` : weight === null ? count(reps) : String(reps)
  return weight === null ? amount : `${amount} × ${kg(weight)}`
}

const count = (reps: number): string => (reps === 1 ? '1 rep' : `${reps} reps`)

/** As what was typed is spelled out: `set 2: 8 reps × 82.5 kg; set 3: …`. */
export function numbered(first: number, sets: readonly Effort[]): string {
  const spelled = (set: Effort): string =>
    set.reps === null || set.weight === null ? wordsOf(set) : `${count(set.reps)} × ${kg(set.weight)}`
  return sets.map((set, index) => `set ${first + index}: ${spelled(set)}`).join('; ')
}

/** What the phone shows, reduced to what a version of the diary can tell: two of them are compared as text. */
export function cardSight(card: {
  day: string
  name: string
  done: readonly string[]
  /** The label that logs the next set; empty for none. */
  next: string
}): string {
  const { day, name, done, next } = card
  return [`${day}: ${name}`, ...done, next === '' ? 'done' : `next ${next}`].join(' | ')
}

/** With the words that stand above it. */
export const withNotice = (sight: string, notice: string): string =>
  notice === '' ? sight : `${notice} || ${sight}`

export const homeSight = (underWay: boolean): string => (underWay ? 'home, under way' : 'home')
export const daySight = (day: string): string => `day ${day}`
export const summarySight = (day: string): string => `summary of ${day}`

function runningSight(session: Session): string {
  const item = session.items[session.at]
  if (!item) throw new Error('A workout without exercises')
  const next = isComplete(session) ? '' : wordsOf(proposed(item))
  return cardSight({ day: session.day, name: item.name, done: item.done.map(wordsOf), next })
}

function screenOf({ place, running, ended, opened }: Version): string {
  if (place === 'home') return homeSight(running !== undefined)
  if (place === 'day') return daySight(opened?.name ?? '')
  if (place === 'summary') return summarySight(ended.at(-1)?.day ?? '')
  return place === 'card' && running ? runningSight(running) : place
}

/** What the phone may show once everything has come through: a toast that came too late stands above the card. */
export function sightsOf(version: Version): string[] {
  const { notice, toast } = version
  return [...new Set([notice, toast])].map((words) => withNotice(screenOf(version), words))
}

function linesOf(session: Session, index: number, state: string): string[] {
  return session.items.map(({ name, done, nextAmount, nextWeight, seconds }) => {
    const next = [nextAmount === null ? '' : `${nextAmount}${seconds === null ? '' : 's'}`, nextWeight ?? '']
    const sum = done.map((one) => (one.reps === null ? `${one.seconds}s` : String(one.reps))).join(',')
    const loads = done.flatMap(({ weight }) => weight ?? [])
    const heaviest = loads.length > 0 ? Math.max(...loads) : ''
    const sets = done.map(
      (one, at) => `${at + 1}: ${wordsOf(one)} ${one.message === null ? 'tap' : `typed in ${one.message}`}`,
    )
    return [
      `${index + 1} ${session.day} ${state}, ${name}`,
      done.length === 0 ? '' : `sum ${done.length} (${sum}) ${heaviest}`,
      ...sets,
      `next ${next.join('/')}`,
    ].join(' | ')
  })
}

/** The rows there must be, as `rows.ts` words what it finds. */
export function rowsOf({ ended, running }: Version): string[] {
  const sessions = running ? [...ended, running] : ended
  return sessions.flatMap((session, index) =>
    linesOf(session, index, session === running ? `running at ${session.at}` : 'finished'),
  )
}
