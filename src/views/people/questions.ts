import type { Texts } from '../../texts/texts.ts'
import { type Button, type View, rows } from '../view.ts'

/** Where an answered question leads: on to the next, or back to where it was corrected from. */
export type OnTo = 'next' | 'review' | 'settings'

export interface Option {
  value: string
  label: string
}

export interface QuestionData {
  /** The step, as buttons carry it. */
  at: string
  html: string
  options: readonly Option[]
  perRow?: number
  onTo: OnTo
  /** What is noted at the moment, where it can be removed. */
  current?: string | null
}

/** One question with its choices; each can be skipped, and so can all that follow. */
export function question(t: Texts, data: QuestionData): View {
  const button = ({ value, label }: Option): Button => ({
    label,
    action: { name: 'pick', at: data.at, value },
  })
  const current = data.current ?? null
  const foot =
    data.onTo === 'next'
      ? [
          { value: 'skip', label: t('skip') },
          { value: 'rest', label: t('people:skipRest') },
        ]
      : [
          { value: 'back', label: t('back') },
          ...(current === null ? [] : [{ value: 'clear', label: t('people:clear') }]),
        ]
  return {
    html: current === null ? data.html : `${data.html}\n\n${t('people:nowSet', { value: current })}`,
    buttons: [...rows(data.options.map(button), data.perRow ?? 2), foot.map(button)],
  }
}
