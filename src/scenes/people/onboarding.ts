import { type Scene, scene } from '../../bot/scene.ts'
import { height, target, years } from './numberQuestions.ts'
import { type Field, type Question, fields, questionStep } from './questions.ts'
import { summaryStep } from './summary.ts'
import * as words from './wordQuestions.ts'
import { city, zone } from './zoneQuestions.ts'

const questions: Record<Field, Question> = {
  name: words.name,
  language: words.language,
  zone,
  units: words.units,
  height,
  target,
  goals: words.goals,
  medical: words.medical,
  diet: words.diet,
  specialization: words.specialization,
  bio: words.bio,
  years,
  certification: words.certification,
}

const review = summaryStep('onboarding.review', 'review', {
  title: (t) => t('people:review'),
  done: (ctx) => ctx.toast(ctx.t('people:ready')),
})

/** What a newcomer is asked; each answer is stored as it comes, each question can be skipped, all corrected. */
export const onboarding: Scene = scene('onboarding', {
  steps: {
    ...Object.fromEntries(fields.map((field) => [field, questionStep(field, questions[field])])),
    city,
    review,
  },
})
