import { type MuscleGroup, muscleGroups } from '../../domain/enums.ts'
import type { NamedExercise, OpenName } from '../../domain/plan/meaning.ts'
import type { ExerciseDraft, Problem, TripleOrder } from '../../domain/plan/types.ts'
import { type Texts, escapeHtml } from '../../texts/texts.ts'
import { muscleWord } from '../exercises/words.ts'
import { type Button, type View, rows } from '../view.ts'
import { type Reader, targetText } from '../workout/words.ts'
import { codeHtml, loadsText, problemText } from './words.ts'

const pick = (step: string, value: string) => ({ name: 'pick', at: `assign.${step}`, value }) as const

/** Problems that are listed above a question. */
const mostListed = 10

/** Why nothing of a text could be read; nothing where none has come. */
export function unreadLines(t: Texts, problems: readonly Problem[]): string[] {
  if (problems.length === 0) return []
  const listed = problems.slice(0, mostListed).map((problem) => problemText(t, problem))
  return [t('plans:nothingUnderstood'), ...listed, '']
}

/** Asks for the text of a plan; with what was wrong where nothing could be read. */
export function askText(t: Texts, data: { client: string; problems: readonly Problem[] }): View {
  const { client, problems } = data
  return {
    html: [
      ...unreadLines(t, problems),
      t('plans:askText', { name: client }),
      `<pre>${escapeHtml(t('plans:example'))}</pre>`,
      t('plans:textHint'),
      t('mealPlans:askHint'),
    ].join('\n'),
    buttons: [
      [
        { label: t('plans:someoneElse'), action: pick('text', 'client') },
        { label: t('cancel'), action: { name: 'cancel' } },
      ],
    ],
  }
}

/** Which number is which in `3x10x12`: the readings of that very line, asked once for the whole plan. */
export function askOrder(
  reader: Reader,
  data: { line: Problem; readings: readonly { order: TripleOrder; exercise: ExerciseDraft }[] },
): View {
  const { t } = reader
  const buttons = data.readings.map(({ order, exercise }): Button[] => [
    {
      label: t('plans:orderReading', {
        sets: exercise.sets,
        reps: targetText(t, exercise.reps),
        load: loadsText(reader, exercise),
      }),
      action: pick('order', order),
    },
  ])
  return {
    html: t('plans:askOrder', { line: codeHtml(data.line.found) }),
    buttons: [...buttons, [{ label: t('cancel'), action: { name: 'cancel' } }]],
  }
}

export interface UnknownData {
  name: OpenName
  /** Names to be asked about after this one. */
  left: number
  /** Another name that was tried instead. */
  query: string | null
  nearest: readonly NamedExercise[]
  /** Goes into the buttons, so that a second press does not answer the next question. */
  mark: string
}

const labelUnits = 40

function short(text: string): string {
  return text.length > labelUnits ? `${text.slice(0, labelUnits).replace(/[\uD800-\uDBFF]$/, '')}…` : text
}

/** Asks what a name stands for: the closest, an own one, nothing, or another name. */
export function askExercise(t: Texts, { name, left, query, nearest, mark }: UnknownData): View {
  const sought = query ?? name.typed
  const act = (value: string) => pick('unknown', `${mark}.${value}`)
  const html = [
    t('plans:askExercise', { typed: name.typed }),
    ...(name.times > 1 ? [t('plans:askTimes', { times: name.times })] : []),
    nearest.length > 0 ? t('plans:askNearest', { query: sought }) : t('plans:askNone', { query: sought }),
    t('plans:askHow'),
    ...(left > 0 ? ['', t('plans:askLeft', { count: left })] : []),
  ].join('\n')
  return {
    html,
    buttons: [
      ...nearest.map(({ id, name: known }): Button[] => [
        { label: escapeHtml(known), action: act(`e${id}`) },
      ]),
      [{ label: t('plans:addMine', { name: short(sought) }), action: act('add') }],
      [
        { label: t('plans:leaveOut'), action: act('out') },
        { label: t('back'), action: act('back') },
      ],
    ],
  }
}

/** Asks for the muscle group of an exercise that becomes the coach's own. */
export function askMuscle(t: Texts, name: string): View {
  const group = (one: MuscleGroup): Button => ({ label: muscleWord(t, one), action: pick('muscle', one) })
  return {
    html: t('plans:askMuscle', { name }),
    buttons: [...rows(muscleGroups.map(group), 3), [{ label: t('back'), action: pick('muscle', 'back') }]],
  }
}
