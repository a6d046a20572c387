import type { PastExercise, PastWorkout } from '../../domain/workout/past.ts'
import { isDistance } from '../../domain/workout/target.ts'
import type { Texts } from '../../texts/texts.ts'
import { stateText } from '../form/form.ts'
import { type Reader, askedText, doneText, labelOf, loadText, setsText, shortened } from './words.ts'

/** No block is longer than a message: other programs may keep pages of text. */
export const mostWords = 400
const mostSets = 40
const mostSetNotes = 5

/** What was done of each exercise, a block of HTML each. */
export function pastExercises(reader: Reader, { exercises, state }: PastWorkout): string[] {
  return exercises.map((exercise) => {
    const label = labelOf(exercises, exercise)
    return [
      titleLine(reader.t, exercise, label),
      ...plannedLine(reader, exercise),
      didLine(reader, exercise, state === 'running'),
      ...noteLines(reader.t, exercise),
      ...formLines(reader.t, exercise),
    ].join('\n')
  })
}

function titleLine(t: Texts, { name, insteadOf }: PastExercise, label: string): string {
  const title = t('history:exercise', {
    label: label === '' ? '' : t('workout:supersetLabel', { label }),
    name: name ?? t('history:unnamed'),
  })
  return insteadOf === null ? title : `${title}, ${t('history:insteadOf', { name: insteadOf })}`
}

function plannedLine(reader: Reader, { asked }: PastExercise): string[] {
  if (asked === null) return []
  return [reader.t('history:planned', { sets: asked.sets, target: askedText(reader, asked) })]
}

function didLine(reader: Reader, exercise: PastExercise, isRunning: boolean): string {
  const { t } = reader
  if (exercise.count > 0) return t('history:did', { sets: didText(reader, exercise) })
  if (exercise.skipped) return t('history:leftOut')
  return isRunning ? t('history:notYet') : t('history:notDone')
}

/** Set by set; from other programs perhaps no more than how many and how heavy. */
function didText(reader: Reader, { sets, count, heaviest, asked }: PastExercise): string {
  const { t } = reader
  if (sets.length === 0) {
    const told = t('history:sets', { count })
    return heaviest ? t('history:setsOfLoad', { sets: told, load: loadText(reader, heaviest) }) : told
  }
  const shown = sets.slice(0, mostSets)
  const more = sets.length > mostSets ? [t('history:andMore')] : []
  const planned = asked?.reps
  const isPlain = shown.every(({ rpe }) => rpe === null) && (planned === undefined || !isDistance(planned))
  const words = isPlain ? [setsText(reader, shown)] : shown.map((set) => doneText(reader, set, planned))
  return [...words, ...more].join(', ')
}

function noteLines(t: Texts, { difficulty, comment, sets }: PastExercise): string[] {
  const noted = sets.flatMap(({ number, notes }) => (notes === null ? [] : [{ number, notes }]))
  return [
    ...(difficulty === null ? [] : [t('workout:ratedNow', { rating: difficulty })]),
    ...(comment === null || comment === ''
      ? []
      : [t('workout:note', { note: shortened(comment, mostWords) })]),
    ...noted
      .slice(0, mostSetNotes)
      .map(({ number, notes }) => t('history:setNote', { number, note: shortened(notes, 100) })),
  ]
}

function formLines(t: Texts, { form }: PastExercise): string[] {
  if (form === null) return []
  const photos = t('form:past', { count: form.count })
  if (form.verdict === null) return [photos]
  return [t('form:pastSaid', { photos, said: stateText(t, { ...form, state: 'done' }) })]
}
