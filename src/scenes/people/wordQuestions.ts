import type { SpotterContext } from '../../bot/context.ts'
import { introducedName } from '../../services/people/records.ts'
import * as profile from '../../services/people/profile.ts'
import type { ClientDetails, TrainerDetails } from '../../services/people/profile.ts'
import { type Texts, escapeHtml, plainText } from '../../texts/texts.ts'
import type { Option } from '../../views/people/questions.ts'
import { chosen, means, picked, typed } from './answers.ts'
import { speakAgain } from './language.ts'
import type { Question } from './questions.ts'

/** Names the person goes by already: the one on record, and Telegram's. */
function knownNames(ctx: SpotterContext): string[] {
  return [...new Set([ctx.turn.actor.fullName, introducedName(ctx.who)])].filter(Boolean)
}

export const name: Question = {
  awaits: 'words',
  ask: (ctx) => ctx.t('people:askName'),
  options: (ctx) => knownNames(ctx).map((known, index) => ({ value: `n${index}`, label: escapeHtml(known) })),
  perRow: 1,
  answer: async (ctx, input) => {
    const value = picked(input)
    const text = value === undefined ? typed(input) : knownNames(ctx)[Number(value.slice(1))]
    if (text === undefined) return 'pass'
    await profile.saveName(ctx.turn, text)
    return 'noted'
  },
}

export const language: Question = {
  awaits: 'words',
  ask: (ctx) => ctx.t('people:askLanguage'),
  options: (ctx) => [
    { value: 'en', label: ctx.t('people:langEn') },
    { value: 'he', label: ctx.t('people:langHe') },
  ],
  answer: async (ctx, input) => {
    const text = typed(input) ?? ''
    const wanted =
      chosen(input, { en: ctx.t('people:langEn'), he: ctx.t('people:langHe') }) ??
      (means(text, 'people:langWordsEn') ? 'en' : means(text, 'people:langWordsHe') ? 'he' : undefined)
    if (wanted === undefined) return 'pass'
    await profile.saveLanguage(ctx.turn, wanted)
    speakAgain(ctx)
    return 'noted'
  },
}

export const units: Question = {
  awaits: 'words',
  ask: (ctx) => ctx.t('people:askUnits'),
  options: (ctx) => [
    { value: 'kg', label: ctx.t('people:kg') },
    { value: 'lb', label: ctx.t('people:lb') },
  ],
  answer: async (ctx, input) => {
    const text = typed(input) ?? ''
    const wanted =
      chosen(input, { kg: ctx.t('people:kg'), lb: ctx.t('people:lb') }) ??
      (means(text, 'people:kgWords') ? 'kg' : means(text, 'people:lbWords') ? 'lb' : undefined)
    if (wanted === undefined) return 'pass'
    await profile.saveUnits(ctx.turn, wanted)
    return 'noted'
  },
}

type WordsOf<D> = { [K in keyof D]: D[K] extends string | null ? K : never }[keyof D]

interface OwnWords {
  ask(t: Texts): string
  /** Answers for a tap; what is stored is the label. */
  options?(t: Texts): readonly Option[]
  read(ctx: SpotterContext): Promise<string | null | undefined>
  save(ctx: SpotterContext, words: string | null): Promise<void>
}

/** A question answered in the person's own words, or by tapping ready ones. */
function ownWords({ ask, options, read, save }: OwnWords): Question {
  return {
    awaits: 'words',
    ask: (ctx) => ask(ctx.t),
    options: (ctx) => options?.(ctx.t) ?? [],
    current: async (ctx) => (await read(ctx)) ?? null,
    answer: async (ctx, input) => {
      const value = picked(input)
      const words = value === undefined ? typed(input) : labelOf(options?.(ctx.t), value)
      if (words === undefined || words === '') return 'pass'
      await save(ctx, words)
      return 'noted'
    },
    clear: (ctx) => save(ctx, null),
  }
}

function labelOf(options: readonly Option[] | undefined, value: string): string | undefined {
  const label = options?.find((option) => option.value === value)?.label
  return label === undefined ? undefined : plainText(label)
}

function clientWords(
  field: WordsOf<ClientDetails>,
  ask: OwnWords['ask'],
  options?: OwnWords['options'],
): Question {
  return ownWords({
    ask,
    ...(options && { options }),
    read: async (ctx) => (await profile.readProfile(ctx.turn)).client?.[field],
    save: (ctx, words) => profile.saveClientDetails(ctx.turn, { [field]: words }),
  })
}

function trainerWords(field: WordsOf<TrainerDetails>, ask: OwnWords['ask']): Question {
  return ownWords({
    ask,
    read: async (ctx) => (await profile.readProfile(ctx.turn)).trainer?.[field],
    save: (ctx, words) => profile.saveTrainerDetails(ctx.turn, { [field]: words }),
  })
}

export const goals = clientWords(
  'fitnessGoals',
  (t) => t('people:askGoals'),
  (t) => [
    { value: 'strength', label: t('people:goalStrength') },
    { value: 'muscle', label: t('people:goalMuscle') },
    { value: 'weight', label: t('people:goalWeight') },
    { value: 'health', label: t('people:goalHealth') },
  ],
)
export const medical = clientWords(
  'medicalConditions',
  (t) => t('people:askMedical'),
  (t) => [{ value: 'none', label: t('people:none') }],
)
export const diet = clientWords(
  'dietaryRestrictions',
  (t) => t('people:askDiet'),
  (t) => [
    { value: 'none', label: t('people:none') },
    { value: 'vegetarian', label: t('people:dietVegetarian') },
    { value: 'vegan', label: t('people:dietVegan') },
    { value: 'kosher', label: t('people:dietKosher') },
    { value: 'gluten', label: t('people:dietGluten') },
  ],
)
export const specialization = trainerWords('specialization', (t) => t('people:askSpecialization'))
export const bio = trainerWords('bio', (t) => t('people:askBio'))
export const certification = trainerWords('certification', (t) => t('people:askCertification'))
