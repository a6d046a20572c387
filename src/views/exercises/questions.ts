import { muscleGroups } from '../../domain/enums.ts'
import { equipmentKinds } from '../../domain/library/exercises/exercise.ts'
import { type Texts, escapeHtml, isolate } from '../../texts/texts.ts'
import { type Button, type View, rows } from '../view.ts'
import type { CardData, ExerciseField } from './card.ts'
import { equipmentWord, muscleWord } from './words.ts'

/** Value → label of every muscle group. */
export const muscleLabels = (t: Texts) =>
  Object.fromEntries(muscleGroups.map((group) => [group, muscleWord(t, group)]))

/** Value → label of every kind of equipment. */
export const equipmentLabels = (t: Texts) =>
  Object.fromEntries(equipmentKinds.map((kind) => [kind, equipmentWord(t, kind)]))

function choices(at: string, labels: Record<string, string>): Button[][] {
  const buttons = Object.entries(labels).map(([value, label]): Button => ({
    label,
    action: { name: 'pick', at, value },
  }))
  return rows(buttons, 3)
}

const back = (t: Texts, at: string): Button => ({
  label: t('back'),
  action: { name: 'pick', at, value: 'back' },
})

/** The name of an exercise that is to be added. */
export function askName(t: Texts): View {
  return { html: t('exercises:askName'), buttons: [[back(t, 'exercises.name')]] }
}

/** The muscle group of an exercise that is to be added; `inLibrary` is what the library calls its own of that name. */
export function askGroup(t: Texts, { name, inLibrary }: { name: string; inLibrary: string | null }): View {
  const known = inLibrary === null ? [] : ['', t('exercises:inLibrary', { name: inLibrary })]
  return {
    html: [t('exercises:askGroup', { name }), ...known].join('\n'),
    buttons: [...choices('exercises.group', muscleLabels(t)), [back(t, 'exercises.group')]],
  }
}

const questions = {
  en: 'exercises:askEn',
  he: 'exercises:askHe',
  aliases: 'exercises:askAliases',
  group: 'exercises:askMuscles',
  equipment: 'exercises:askEquipment',
  video: 'exercises:askVideo',
  cue: 'exercises:askCue',
} as const satisfies Record<ExerciseField, `exercises:ask${string}`>

const nameIn = (exercise: CardData, language: 'en' | 'he'): string[] =>
  exercise.names.filter((one) => one.language === language).map(({ name }) => name)

function aliasesOf(exercise: CardData): string | null {
  const aliases = [...nameIn(exercise, 'en').slice(1), ...nameIn(exercise, 'he').slice(1)]
  return aliases.length > 0 ? aliases.join(', ') : null
}

/** What a field says at the moment, as HTML; null for nothing. */
function currentOf(t: Texts, exercise: CardData, field: ExerciseField): string | null {
  if (field === 'group') return muscleWord(t, exercise.muscleGroup)
  if (field === 'equipment') return exercise.equipment === null ? null : equipmentWord(t, exercise.equipment)
  const words = {
    en: nameIn(exercise, 'en')[0] ?? null,
    he: nameIn(exercise, 'he')[0] ?? null,
    aliases: aliasesOf(exercise),
    video: exercise.videoUrl,
    cue: exercise.cue,
  }[field]
  return words === null ? null : isolate(escapeHtml(words))
}

/** One field of a coach's own exercise: what it says, and how to say it anew. */
export function askField(t: Texts, exercise: CardData, field: ExerciseField): View {
  const at = 'exercises.field'
  const current = currentOf(t, exercise, field)
  const mayClear = current !== null && ['aliases', 'equipment', 'video', 'cue'].includes(field)
  const options =
    field === 'group'
      ? choices(at, muscleLabels(t))
      : field === 'equipment'
        ? choices(at, equipmentLabels(t))
        : []
  const clear: Button = { label: t('exercises:clear'), action: { name: 'pick', at, value: 'clear' } }
  return {
    html: [
      t(questions[field]),
      ...(current === null ? [] : ['', t('exercises:now', { value: current })]),
    ].join('\n'),
    buttons: [...options, [back(t, at), ...(mayClear ? [clear] : [])]],
  }
}
