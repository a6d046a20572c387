import { type Proposal, adjustable } from '../../domain/workout/proposal.ts'
import { loadStep } from '../../domain/workout/step.ts'
import type { DoneSet, WalkItem } from '../../domain/workout/walk.ts'
import { escapeHtml } from '../../texts/texts.ts'
import { type Button, type View, rows } from '../view.ts'
import { type Reader, doneText, loadText, stepText } from './words.ts'

const pick = (step: string, value: string) => ({ name: 'pick', at: `workout.${step}`, value }) as const

const backTo = ({ t }: Reader, step: string): Button => ({
  label: t('workout:backToCard'),
  action: pick(step, 'back'),
})

const rpes = [6, 7, 8, 9, 10]
export const ratings = [1, 2, 3, 4, 5]

/** What can be said of an exercise, and what else can be done in the workout. */
export function moreView(
  reader: Reader,
  { item, last }: { item: WalkItem | undefined; last: DoneSet | undefined },
): View {
  const { t } = reader
  const isLogged = item !== undefined && item.completionId !== null
  const facts = [
    ...(item ? [t('workout:moreTitle', { name: item.name })] : []),
    ...(item?.comment ? [t('workout:note', { note: item.comment })] : []),
    ...(item?.difficulty ? [t('workout:ratedNow', { rating: item.difficulty })] : []),
    ...(isLogged ? ['', t('workout:howHard')] : []),
    ...(isLogged && last ? [t('workout:rpeAsk', { set: doneText(reader, last) })] : []),
  ]
  const rate = ratings.map((value) => ({ label: `${value}`, action: pick('more', `r${value}`) }))
  const rpe = rpes.map((value) => ({ label: `@${value}`, action: pick('more', `e${value}`) }))
  return {
    html: facts.join('\n') || t('workout:addTitle'),
    buttons: [
      ...(isLogged ? [rate, ...(last ? [rpe] : [])] : []),
      isLogged
        ? [
            { label: t('workout:editSets'), action: pick('more', 'edit') },
            { label: t('workout:writeNote'), action: pick('more', 'note') },
          ]
        : [],
      [
        ...(item ? [{ label: t('form:button'), action: pick('more', 'form') }] : []),
        { label: t('workout:addExercise'), action: pick('more', 'add') },
      ],
      [{ label: t('workout:finishNow'), action: pick('more', 'finish') }],
      [backTo(reader, 'more')],
    ],
  }
}

/** The sets of an exercise, each with a button. */
export function setsView(reader: Reader, item: WalkItem): View {
  const { t } = reader
  const title = item.done.length > 0 ? 'workout:editTitle' : 'workout:editNone'
  const sets = item.done.map((set): Button => ({
    label: t('workout:doneSet', { number: set.number, set: doneText(reader, set) }),
    action: pick('sets', `s${set.number}`),
  }))
  return { html: t(title, { name: item.name }), buttons: [...rows(sets, 2), [backTo(reader, 'sets')]] }
}

/** One logged set, to move by steps, to type anew or to take away. Buttons carry what they start from. */
export function setView(reader: Reader, item: WalkItem, set: DoneSet): View {
  const { t, units } = reader
  const step = loadText(reader, loadStep(item, units))
  const amount = stepText(t, set)
  const move = (what: 'load' | 'reps', by: '+' | '-', label: string): Button => ({
    label,
    action: pick('set', `${what}${by}.${adjustable(set satisfies Proposal, what)}`),
  })
  const moves = [
    ...(set.weight !== null && set.weight > 0 ? [move('load', '-', t('workout:lessLoad', { step }))] : []),
    move('load', '+', t('workout:moreLoad', { step })),
    move('reps', '-', t('workout:lessLoad', { step: amount })),
    move('reps', '+', t('workout:moreLoad', { step: amount })),
  ]
  return {
    html: t('workout:editOne', { name: item.name, number: set.number, set: doneText(reader, set) }),
    buttons: [
      moves,
      [{ label: t('workout:remove'), action: pick('set', 'remove'), style: 'danger' }],
      [backTo(reader, 'set')],
    ],
  }
}

interface Offered {
  id: number
  name: string
}

/** Exercises to choose from, in the step `swap` or `add`. */
export function exercisesView(
  reader: Reader,
  step: 'swap' | 'add',
  title: string,
  offered: readonly Offered[],
): View {
  const choices = offered.map(({ id, name }): Button => ({
    label: escapeHtml(name),
    action: pick(step, `x${id}`),
  }))
  return { html: title, buttons: [...rows(choices, 1), [backTo(reader, step)]] }
}

export function askNote(reader: Reader, step: 'note' | 'wnote', title: string, present: string | null): View {
  const { t } = reader
  const now = present === null ? [] : ['', t('workout:noteNow', { note: present })]
  return { html: [title, ...now].join('\n'), buttons: [[backTo(reader, step)]] }
}

export function askFinish(reader: Reader, open: number): View {
  const { t } = reader
  return {
    html: t('workout:finishAsk', { count: open }),
    buttons: [
      [{ label: t('workout:finishYes'), action: pick('finish', 'yes'), style: 'danger' }],
      [backTo(reader, 'finish')],
    ],
  }
}
