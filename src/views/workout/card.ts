import { formatDate, formatTime, localDate } from '../../domain/localTime.ts'
import { loadOfSet } from '../../domain/workout/loads.ts'
import { type Proposal, isWhole, proposal, shownAs } from '../../domain/workout/proposal.ts'
import { repsOfSet } from '../../domain/workout/target.ts'
import {
  type DoneSet,
  type Walk,
  type WalkItem,
  atHand,
  isClosed,
  isComplete,
  nextNumber,
} from '../../domain/workout/walk.ts'
import { markOf } from '../review/words.ts'
import type { Button, View } from '../view.ts'
import { formAtHand, hearRow, logButton, logRows, tendRows } from './cardButtons.ts'
import {
  type Reader,
  askedText,
  doneText,
  labelOf,
  nameOfWalk,
  notedText,
  setText,
  setsText,
  shortened,
} from './words.ts'

export interface CardData {
  walk: Walk
  /** The item at hand as it was done last time. */
  last: { at: Date; sets: readonly DoneSet[] } | undefined
  now: Date
  timeZone: string
  /** A typed set whose numbers may have been meant the other way round, and how it would read then. */
  /** What the last tap left out: undo takes that back. */
  skipped?: number
  doubtful?: { set: DoneSet; otherwise: Proposal } | null
}

/** The live card: the exercise at hand, what one tap would log, and what was done. */
export function workoutCard(reader: Reader, data: CardData): View {
  const item = atHand(data.walk)
  if (!item) return emptyCard(reader, data)
  const set = proposal(item, data.last?.sets ?? [])
  return {
    html: [...headLines(reader, data.walk, item), '', ...bodyLines(reader, data, item, set)].join('\n'),
    buttons: [
      ...doubtRow(reader, data),
      ...logRows(reader, data.walk, item, set),
      hearRow(reader, item),
      ...tendRows(reader, data.walk, item, data.skipped),
    ],
    live: true,
  }
}

function emptyCard({ t }: Reader, { walk }: CardData): View {
  return {
    html: t('workout:emptyFree'),
    buttons: [[{ label: t('workout:finishNow'), action: { name: 'finish', workout: walk.id } }]],
    live: true,
  }
}

function headLines({ t }: Reader, walk: Walk, item: WalkItem): string[] {
  const label = labelOf(walk.items, item)
  return [
    t('workout:head', {
      name: nameOfWalk(t, walk),
      number: walk.items.indexOf(item) + 1,
      all: walk.items.length,
    }),
    t('workout:exercise', {
      label: label === '' ? '' : t('workout:supersetLabel', { label }),
      name: item.name,
    }),
  ]
}

function bodyLines(reader: Reader, data: CardData, item: WalkItem, set: Proposal): string[] {
  const { t } = reader
  const isOver = isClosed(item)
  return [
    stateLine(reader, item),
    ...(item.notes === null ? [] : [t('workout:note', { note: item.notes })]),
    ...(item.cue === null || isOver ? [] : [t('workout:cue', { cue: item.cue })]),
    ...formLines(reader, item),
    ...(isOver ? [] : [lastLine(reader, data)]),
    ...item.done.map((done) =>
      t('workout:doneSet', {
        number: done.number,
        set: notedText(reader, doneText(reader, done, item.reps), done),
      }),
    ),
    ...restLines(reader, data),
    ...(isComplete(data.walk) ? ['', t('workout:allDone')] : []),
    ...(isWhole(set) || isOver
      ? []
      : ['', item.loadText === 'bodyweight' ? t('workout:typeReps') : t('workout:typeHint')]),
  ]
}

/** What the trainer said of this lift: once of an earlier workout, before its first set; of this one all along. */
function formLines({ t }: Reader, item: WalkItem): string[] {
  const form = formAtHand(item)
  if (!form) return []
  const mark = markOf(t, form.verdict)
  const comment = form.comment === null ? null : shortened(form.comment, 300)
  if (form.isOfNow)
    return [comment === null ? t('review:formNowPlain', { mark }) : t('review:formNow', { mark, comment })]
  return [
    comment === null ? t('review:formBeforePlain', { mark }) : t('review:formBefore', { mark, comment }),
  ]
}

function stateLine(reader: Reader, item: WalkItem): string {
  const { t } = reader
  if (item.status === 'skipped') return t('workout:skipped')
  if (isClosed(item)) return t('workout:setsDone', { count: item.done.length })
  const number = nextNumber(item)
  const values = { number, all: item.sets }
  // What the client added by themselves asks for nothing.
  if (item.workoutExerciseId === null) return t('workout:setOfOwn', values)
  return t('workout:setOf', {
    ...values,
    target: askedText(reader, {
      ...item,
      ...loadOfSet(item, item.done.length),
      reps: repsOfSet(item.reps, item.done.length),
    }),
  })
}

function lastLine(reader: Reader, { last, timeZone }: CardData): string {
  const { t } = reader
  if (!last || last.sets.length === 0) return t('workout:neverBefore')
  const date = formatDate(localDate(last.at, timeZone), t.language)
  return t('workout:lastTime', { date, sets: setsText(reader, last.sets) })
}

function restLines({ t }: Reader, { walk, now, timeZone }: CardData): string[] {
  if (!walk.rest || isComplete(walk)) return []
  const { endsAt } = walk.rest
  const seconds = Math.round((endsAt.getTime() - now.getTime()) / 1000)
  if (seconds <= 0) return [t('workout:restOver')]
  return [t('workout:rest', { until: formatTime(endsAt, timeZone, t.language, true) })]
}

function doubtRow(reader: Reader, { doubtful }: CardData): Button[][] {
  if (!doubtful) return []
  const label = reader.t('workout:swapReading', { set: setText(reader, doubtful.otherwise) })
  const { set, otherwise } = doubtful
  return [[{ label, action: { name: 'meantOtherwise', set: set.id, shows: shownAs(otherwise) } }]]
}

/** The end of a rest, with the set that comes next. */
export function restPing(reader: Reader, item: WalkItem, last: readonly DoneSet[]): View {
  const number = nextNumber(item)
  const set = proposal(item, last)
  return {
    html: reader.t('workout:ping', { name: item.name, number, all: item.sets }),
    buttons: isWhole(set) ? [[logButton(reader, item, set)]] : [],
  }
}
