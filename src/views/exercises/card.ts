import type { Language, MuscleGroup } from '../../domain/enums.ts'
import { readLink } from '../../domain/links.ts'
import { type Texts, escapeHtml, isolate } from '../../texts/texts.ts'
import { type Button, type View, rows } from '../view.ts'
import { equipmentWord, muscleWord } from './words.ts'

/** What of a coach's own exercise can be changed. */
export const exerciseFields = ['en', 'he', 'aliases', 'group', 'equipment', 'video', 'cue'] as const
export type ExerciseField = (typeof exerciseFields)[number]

export interface CardData {
  name: string
  names: readonly { language: Language; name: string }[]
  muscleGroup: MuscleGroup
  equipment: string | null
  cue: string | null
  description: string | null
  videoUrl: string | null
  own: boolean
  plans: number
  mayBeDeleted: boolean
}

export const fieldLabels = {
  en: 'exercises:fieldEn',
  he: 'exercises:fieldHe',
  aliases: 'exercises:fieldAliases',
  group: 'exercises:fieldGroup',
  equipment: 'exercises:fieldEquipment',
  video: 'exercises:fieldVideo',
  cue: 'exercises:fieldCue',
} as const satisfies Record<ExerciseField, `exercises:field${string}`>

/** Other programs may keep pages of text here. */
const mostWords = 800

const shortened = (text: string): string =>
  text.length > mostWords ? `${Array.from(text).slice(0, mostWords).join('')}…` : text

const inCard = (value: string) => ({ name: 'pick', at: 'exercises.card', value }) as const

/** Everything about an exercise; the coach's own can be changed from here. */
export function exerciseCard(t: Texts, exercise: CardData): View {
  const link = exercise.videoUrl === null ? undefined : readLink(exercise.videoUrl)
  const fields = Object.entries(fieldLabels).map(([field, label]): Button => ({
    label: t(label),
    action: inCard(`f.${field}`),
  }))
  const remove: Button = { label: t('exercises:remove'), action: inCard('remove'), style: 'danger' }
  return {
    html: [...headLines(t, exercise), '', ...nameLines(t, exercise), ...footLines(t, exercise, link)].join(
      '\n',
    ),
    buttons: [
      link === undefined ? [] : [{ label: t('exercises:video'), url: link }],
      ...(exercise.own ? rows(fields, 3) : []),
      exercise.mayBeDeleted ? [remove] : [],
      [{ label: t('back'), action: inCard('back') }],
    ],
  }
}

function headLines(t: Texts, exercise: CardData): string[] {
  const { name, own, muscleGroup, equipment, cue, description } = exercise
  const group = muscleWord(t, muscleGroup)
  return [
    own ? t('exercises:titleOwn', { name }) : t('exercises:title', { name }),
    equipment === null ? group : t('exercises:kind', { group, equipment: equipmentWord(t, equipment) }),
    ...(cue === null ? [] : [t('exercises:cue', { cue: shortened(cue) })]),
    ...(description === null || description === cue ? [] : ['', isolate(escapeHtml(shortened(description)))]),
  ]
}

function nameLines(t: Texts, { names }: CardData): string[] {
  const listed = (language: Language) =>
    names
      .filter((one) => one.language === language)
      .map(({ name }) => isolate(escapeHtml(name)))
      .join(', ')
  const [english, hebrew] = [listed('en'), listed('he')]
  return [
    ...(english === '' ? [] : [t('exercises:inEnglish', { names: english })]),
    ...(hebrew === '' ? [] : [t('exercises:inHebrew', { names: hebrew })]),
  ]
}

function footLines(t: Texts, { videoUrl, plans }: CardData, link: string | undefined): string[] {
  return [
    ...(videoUrl === null || link !== undefined ? [] : [t('exercises:link', { link: shortened(videoUrl) })]),
    ...(plans > 0 ? [t('exercises:inPlans', { count: plans })] : []),
  ]
}

/** Asks before a coach's own exercise is deleted. */
export function askRemove(t: Texts, name: string): View {
  const inRemove = (value: string) => ({ name: 'pick', at: 'exercises.remove', value }) as const
  return {
    html: t('exercises:askRemove', { name }),
    buttons: [
      [{ label: t('exercises:removeYes'), action: inRemove('yes'), style: 'danger' }],
      [{ label: t('back'), action: inRemove('back') }],
    ],
  }
}
