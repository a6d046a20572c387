import { readLink } from '../../domain/links.ts'
import { type Proposal, adjustable, isWhole, shownAs } from '../../domain/workout/proposal.ts'
import { loadStep } from '../../domain/workout/step.ts'
import { isDistance } from '../../domain/workout/target.ts'
import {
  type FormWord,
  type Walk,
  type WalkItem,
  isClosed,
  isComplete,
  lastDone,
  nextNumber,
} from '../../domain/workout/walk.ts'
import type { Action } from '../callbackData.ts'
import { hearButton } from '../review/news.ts'
import { inReadingOrder } from '../turning.ts'
import type { Button } from '../view.ts'
import { type Reader, loadText, setText, stepText } from './words.ts'

const buttonOf = (item: WalkItem, set: Proposal) => ({
  item: item.id,
  set: nextNumber(item),
  shows: shownAs(set),
})

/** One tap logs the set as its label says. */
export function logButton(reader: Reader, item: WalkItem, set: Proposal): Button {
  return {
    label: reader.t('workout:logSet', { set: setText(reader, set, { planned: item.reps }) }),
    action: { name: 'logSet', ...buttonOf(item, set) },
    style: 'success',
  }
}

/** Logging and ±; a skipped exercise can be done after all. */
export function logRows(reader: Reader, walk: Walk, item: WalkItem, set: Proposal): Button[][] {
  const { t } = reader
  if (isComplete(walk)) {
    const finish: Button = {
      label: t('workout:finish'),
      action: { name: 'finish', workout: walk.id },
      style: 'success',
    }
    return [[finish], [{ label: t('workout:addExercise'), action: { name: 'addToWorkout' } }]]
  }
  if ((isClosed(item) && item.status !== 'skipped') || !isWhole(set)) return []
  const left = item.sets - item.done.length
  const all: Button = {
    label: t('workout:logAll', { count: left }),
    action: { name: 'logAll', ...buttonOf(item, set) },
  }
  const adjust = isDistance(item.reps) ? [] : adjustRow(reader, item, set)
  return [[logButton(reader, item, set)], adjust, left > 1 ? [all] : []]
}

/** Buttons carry what they start from, so that a second press of the same card moves nothing. */
function adjustRow(reader: Reader, item: WalkItem, set: Proposal): Button[] {
  const { t, units } = reader
  const move = (what: 'load' | 'reps', by: 1 | -1, step: string): Button => ({
    label: by > 0 ? t('workout:moreLoad', { step }) : t('workout:lessLoad', { step }),
    action: { name: what, item: item.id, set: nextNumber(item), from: adjustable(set, what), by },
  })
  const load = loadText(reader, loadStep(item, units))
  const amount = stepText(t, set)
  const isTimeAlone = set.seconds !== null && set.weight === null
  return [
    ...(set.weight !== null && set.weight > 0 ? [move('load', -1, load)] : []),
    ...(isTimeAlone ? [] : [move('load', 1, load)]),
    move('reps', -1, amount),
    move('reps', 1, amount),
  ]
}

/** What the trainer said of a lift, where the card tells it. */
export function formAtHand({ form, done }: WalkItem): FormWord | null {
  return form && (form.isOfNow || done.length === 0) ? form : null
}

/** What was said of it in voice. */
export function hearRow({ t }: Reader, item: WalkItem): Button[] {
  const form = formAtHand(item)
  return form?.hasVoice ? [hearButton(t, form.review)] : []
}

/** What else can be done with the exercise at hand, and the way to the others. */
export function tendRows({ t }: Reader, walk: Walk, item: WalkItem, skipped?: number): Button[][] {
  const at = walk.items.indexOf(item)
  const [before, after] = [walk.items[at - 1], walk.items[at + 1]]
  const last = lastDone(walk)
  const undo: Action | undefined =
    skipped !== undefined ? { name: 'unskip', item: skipped } : last && { name: 'undoSet', set: last.set.id }
  const tend: Button[] = [
    ...(undo ? [{ label: t('workout:undo'), action: undo }] : []),
    ...(isClosed(item)
      ? []
      : [
          { label: t('workout:swap'), action: { name: 'swapItem', item: item.id } } as const,
          { label: t('workout:skip'), action: { name: 'skipItem', item: item.id } } as const,
        ]),
  ]
  const video = item.videoUrl === null ? undefined : readLink(item.videoUrl)
  const go = (label: string, to: WalkItem): Button => ({ label, action: { name: 'visitItem', item: to.id } })
  const turn = inReadingOrder(t, [
    ...(before ? [go(t('workout:before'), before)] : []),
    ...(video === undefined ? [] : [{ label: t('workout:video'), url: video }]),
    { label: t('workout:more'), action: { name: 'moreOf', item: item.id } },
    ...(after ? [go(t('workout:after'), after)] : []),
  ])
  return [tend, turn]
}
