import type { Texts } from '../../texts/texts.ts'
import { type Button, type View, rows } from '../view.ts'

/** One line of the summary; the value is as it is read by people, NULL where nothing was said. */
export interface Line {
  field: string
  label: string
  value: string | null
}

/** Everything noted about somebody, each line with a button to correct it. `at` is the step that shows it. */
export function summary(
  t: Texts,
  data: { at: string; title: string; lines: readonly Line[]; more?: readonly Button[][] },
): View {
  const pick = (value: string) => ({ name: 'pick', at: data.at, value }) as const
  const lines = data.lines.map(({ label, value }) =>
    t('people:fieldLine', { label, value: value ?? t('people:notSaid') }),
  )
  const buttons = data.lines.map(({ field, label }): Button => ({ label, action: pick(field) }))
  return {
    html: [data.title, '', ...lines].join('\n'),
    buttons: [
      ...rows(buttons, 3),
      ...(data.more ?? []),
      [{ label: t('people:done'), action: pick('done'), style: 'success' }],
    ],
  }
}
