import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { type Step, type Verdict, goTo, leave, step } from '../../bot/scene.ts'
import { z } from 'zod'
import { type Profile, readProfile } from '../../services/people/profile.ts'
import type { Texts } from '../../texts/texts.ts'
import { type Line, summary } from '../../views/people/summary.ts'
import type { OnTo } from '../../views/people/questions.ts'
import type { Button } from '../../views/view.ts'
import { picked } from './answers.ts'
import { formatTime } from '../../domain/localTime.ts'
import { formatBodyWeight, formatHeight } from '../../domain/people/measures.ts'
import { type Field, fields } from './questions.ts'

function commonLines(t: Texts, now: Date, profile: Profile): Line[] {
  const { timeZone: zone, homeZone: home } = profile
  const here = `${zone} · ${formatTime(now, zone, t.language)}`
  return [
    line(t, 'name', profile.name),
    line(t, 'language', profile.language === 'en' ? t('people:langEn') : t('people:langHe')),
    line(t, 'zone', home === null ? here : t('people:awayFrom', { here, home })),
    line(t, 'units', profile.units === 'kg' ? t('people:kg') : t('people:lb')),
  ]
}

const labels = {
  name: 'people:fieldName',
  language: 'people:fieldLanguage',
  zone: 'people:fieldZone',
  units: 'people:fieldUnits',
  height: 'people:fieldHeight',
  target: 'people:fieldTarget',
  goals: 'people:fieldGoals',
  medical: 'people:fieldMedical',
  diet: 'people:fieldDiet',
  specialization: 'people:fieldSpecialization',
  bio: 'people:fieldBio',
  years: 'people:fieldYears',
  certification: 'people:fieldCertification',
} as const satisfies Record<Field, `people:${string}`>

function line(t: Texts, field: Field, value: string | null): Line {
  return { field, label: t(labels[field]), value }
}

function measured(value: number | null, format: (value: number) => string): string | null {
  return value === null ? null : format(value)
}

/** Everything that can be corrected, as people read it. */
function linesOf(t: Texts, now: Date, profile: Profile): Line[] {
  const { client, trainer, units } = profile
  const own: Line[] = client
    ? [
        line(
          t,
          'height',
          measured(client.height, (cm) => formatHeight(cm, units, t.language)),
        ),
        line(
          t,
          'target',
          measured(client.targetWeight, (kg) => formatBodyWeight(kg, units, t.language)),
        ),
        line(t, 'goals', client.fitnessGoals),
        line(t, 'medical', client.medicalConditions),
        line(t, 'diet', client.dietaryRestrictions),
      ]
    : trainer
      ? [
          line(t, 'specialization', trainer.specialization),
          line(t, 'bio', trainer.bio),
          line(t, 'years', trainer.yearsOfExperience?.toString() ?? null),
          line(t, 'certification', trainer.certification),
        ]
      : []
  return [...commonLines(t, now, profile), ...own]
}

interface Summary {
  title(t: Texts): string
  done(ctx: SpotterContext): void
  /** Further buttons, and what comes of their picks. */
  more?: {
    buttons(ctx: SpotterContext, profile: Profile): Promise<Button[][]>
    pick(ctx: SpotterContext, value: string): Verdict | Promise<Verdict>
  }
}

/** A step that shows everything noted, and leads to any of its questions. */
export function summaryStep(at: string, onTo: Exclude<OnTo, 'next'>, { title, done, more }: Summary): Step {
  return step({
    state: z.object({}),
    show: async (ctx) => {
      const profile = await readProfile(ctx.turn)
      return summary(ctx.t, {
        at,
        title: title(ctx.t),
        lines: linesOf(ctx.t, ctx.turn.now, profile),
        more: (await more?.buttons(ctx, profile)) ?? [],
      })
    },
    on: (ctx, input: Input) => {
      const value = picked(input)
      if (value === 'done') {
        leave(ctx)
        return done(ctx)
      }
      const field = fields.find((one) => one === value)
      if (field) return goTo(ctx, 'onboarding', field, { onTo })
      return value === undefined || !more ? 'pass' : more.pick(ctx, value)
    },
  })
}
