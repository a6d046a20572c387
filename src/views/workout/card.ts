import { formatDate, formatTime, localDate } from '../../domain/localTime.ts'
import { type Proposal, adjustable, isWhole, proposal } from '../../domain/workout/proposal.ts'
import { loadStep } from '../../domain/workout/step.ts'
import {
  type DoneSet,
  type Walk,
  type WalkItem,
  atHand,
  isClosed,
  isComplete,
  lastDone,
} from '../../domain/workout/walk.ts'
import type { Button, View } from '../view.ts'
import {
  type Reader,
  askedText,
  doneText,
  labelOf,
  loadText,
  nameOfWalk,
  setText,
  setsText,
  timeText,
} from './words.ts'

export interface CardData {
  walk: Walk
  /** The item at hand as it was done last time. */
  last: { at: Date; sets: readonly DoneSet[] } | undefined
  now: Date
  timeZone: string
  /** A typed set whose numbers may have been meant the other way round, and how it would read then. */
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
      ...tendRows(reader, data.walk, item),
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
    ...(isOver ? [] : [lastLine(reader, data)]),
    ...item.done.map((done) => t('workout:doneSet', { number: done.number, set: doneText(reader, done) })),
    ...restLines(reader, data),
    ...(isComplete(data.walk) ? ['', t('workout:allDone')] : []),
    ...(isWhole(set) || isOver ? [] : ['', t('workout:typeHint')]),
  ]
}

function stateLine(reader: Reader, item: WalkItem): string {
  const { t } = reader
  if (item.status === 'skipped') return t('workout:skipped')
  if (isClosed(item)) return t('workout:setsDone', { count: item.done.length })
  const number = (item.done.at(-1)?.number ?? 0) + 1
  if (number > item.sets) return t('workout:setExtra', { number })
  return t('workout:setOf', { number, all: item.sets, target: askedText(reader, item) })
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
  return [
    t('workout:rest', { until: formatTime(endsAt, timeZone, t.language), duration: timeText(t, seconds) }),
  ]
}

function doubtRow(reader: Reader, { doubtful }: CardData): Button[][] {
  if (!doubtful) return []
  const label = reader.t('workout:swapReading', { set: setText(reader, doubtful.otherwise) })
  return [[{ label, action: { name: 'swapReading', set: doubtful.set.id } }]]
}

/** One tap logs; ± change what it would log. */
function logRows(reader: Reader, walk: Walk, item: WalkItem, set: Proposal): Button[][] {
  const { t } = reader
  if (isComplete(walk))
    return [[{ label: t('workout:finish'), action: { name: 'finish', workout: walk.id }, style: 'success' }]]
  if (isClosed(item)) return []
  const next = (item.done.at(-1)?.number ?? 0) + 1
  const target = { item: item.id, set: next }
  const left = item.sets - item.done.length
  if (!isWhole(set)) return [adjustRow(reader, item, set, next)]
  return [
    [
      {
        label: t('workout:logSet', { set: setText(reader, set) }),
        action: { name: 'logSet', ...target },
        style: 'success',
      },
    ],
    adjustRow(reader, item, set, next),
    left > 1 ? [{ label: t('workout:logAll', { count: left }), action: { name: 'logAll', ...target } }] : [],
  ]
}

function adjustRow(reader: Reader, item: WalkItem, set: Proposal, next: number): Button[] {
  const { t, units } = reader
  const step = loadText(reader, loadStep(item, units))
  const load = (by: 1 | -1): Button => ({
    label: by > 0 ? t('workout:moreLoad', { step }) : t('workout:lessLoad', { step }),
    action: { name: 'load', item: item.id, set: next, from: adjustable(set, 'load'), by },
  })
  const amount = set.seconds === null ? '1' : timeText(t, 5)
  const reps = (by: 1 | -1): Button => ({
    label: by > 0 ? t('workout:moreLoad', { step: amount }) : t('workout:lessLoad', { step: amount }),
    action: { name: 'reps', item: item.id, set: next, from: adjustable(set, 'reps'), by },
  })
  return [
    ...(set.weight !== null && set.weight > 0 ? [load(-1)] : []),
    load(1),
    ...(isWhole(set) ? [reps(-1), reps(1)] : []),
  ]
}

function tendRows({ t }: Reader, walk: Walk, item: WalkItem): Button[][] {
  const at = walk.items.indexOf(item)
  const [before, after] = [walk.items[at - 1], walk.items[at + 1]]
  const last = lastDone(walk)
  const tend: Button[] = [
    ...(last ? [{ label: t('workout:undo'), action: { name: 'undoSet', set: last.set.id } } as const] : []),
    ...(isClosed(item)
      ? []
      : [
          { label: t('workout:swap'), action: { name: 'swapItem', item: item.id } } as const,
          { label: t('workout:skip'), action: { name: 'skipItem', item: item.id } } as const,
        ]),
  ]
  const go = (label: string, to: WalkItem): Button => ({ label, action: { name: 'visitItem', item: to.id } })
  const turn: Button[] = [
    ...(before ? [go(t('workout:before'), before)] : []),
    ...(item.videoUrl !== null && /^https?:\/\//.test(item.videoUrl)
      ? [{ label: t('workout:video'), url: item.videoUrl }]
      : []),
    { label: t('workout:more'), action: { name: 'moreOf', item: item.id } },
    ...(after ? [go(t('workout:after'), after)] : []),
  ]
  return [tend, turn]
}

/** The end of a rest, with the set that comes next. */
export function restPing(
  reader: Reader,
  data: { walk: Walk; item: WalkItem; last: readonly DoneSet[] },
): View {
  const { t } = reader
  const { item } = data
  const number = (item.done.at(-1)?.number ?? 0) + 1
  const set = proposal(item, data.last)
  const values = { name: item.name, number }
  return {
    html:
      number > item.sets ? t('workout:pingExtra', values) : t('workout:ping', { ...values, all: item.sets }),
    buttons: isWhole(set)
      ? [
          [
            {
              label: t('workout:logSet', { set: setText(reader, set) }),
              action: { name: 'logSet', item: item.id, set: number },
              style: 'success',
            },
          ],
        ]
      : [],
  }
}
