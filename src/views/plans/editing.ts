import { type PlanChange, mapChange } from '../../domain/plan/comparePlans.ts'
import type { MeantExercise } from '../../domain/plan/meaning.ts'
import type { Problem } from '../../domain/plan/types.ts'
import { type Texts, escapeHtml } from '../../texts/texts.ts'
import type { Button, View } from '../view.ts'
import type { Reader } from '../workout/words.ts'
import { changeLines } from './changes.ts'
import { paged } from './paged.ts'
import { type PreviewData, hindrance } from './preview.ts'
import { unreadLines } from './asking.ts'
import { meantText, problemText } from './words.ts'

export interface EditData extends PreviewData {
  changes: readonly PlanChange<MeantExercise>[]
}

const pick = (value: string) => ({ name: 'pick', at: 'assign.preview', value }) as const

function mainButton(t: Texts, data: EditData): Button[] {
  const { open, problems, changes, mark } = data
  if (open.length > 0)
    return [{ label: t('plans:clearUp', { count: open.length }), action: pick('open'), style: 'primary' }]
  if (changes.length === 0 || hindrance(t, data) !== undefined) return []
  return problems.length > 0
    ? [{ label: t('plans:saveAnyway', { count: problems.length }), action: pick(`anyway.${mark}`) }]
    : [{ label: t('plans:save'), action: pick(`assign.${mark}`), style: 'success' }]
}

/** What an edited text changes, then what was not understood of it. */
export function editPreview(reader: Reader, data: EditData): View {
  const { t } = reader
  const { name, client, changes, problems, today, page } = data
  const named = (exercise: MeantExercise) => ({ ...exercise, html: meantText(t, exercise) })
  const shown = paged(t, {
    at: 'assign.preview',
    head: [
      t('plans:changesTitle', { name, client }),
      ...[hindrance(t, data)].filter((line) => line !== undefined),
    ],
    lines: [
      ...(changes.length === 0 ? [{ html: t('plans:nothingElse') }] : []),
      ...changeLines(
        reader,
        changes.map((change) => mapChange(change, named)),
        today,
      ),
    ],
    problems: problems.map((problem) => problemText(t, problem)),
    page,
  })
  const cancel: Button = { label: t('cancel'), action: { name: 'cancel' } }
  return { html: shown.html, buttons: [mainButton(t, data), shown.turning, [cancel]] }
}

/** UTF-16 units of a text that is shown in the card; longer ones come as a file. */
const shownUnits = 3000

/** Whether a plan's text goes into the card. */
export function fitsCard(text: string): boolean {
  return text.length <= shownUnits
}

/** Asks for the changed text of a plan; with what was wrong where nothing could be read. */
export function askEdit(
  t: Texts,
  data: { client: string; name: string; text: string; problems: readonly Problem[] },
): View {
  const { client, name, text, problems } = data
  const html = fitsCard(text)
    ? `${t('plans:editTitle', { name, client })}\n<pre>${escapeHtml(text)}</pre>`
    : t('plans:editFile', { name, client })
  return {
    html: [...unreadLines(t, problems), html].join('\n'),
    buttons: [
      [
        { label: t('back'), action: { name: 'pick', at: 'assign.text', value: 'back' } },
        { label: t('cancel'), action: { name: 'cancel' } },
      ],
    ],
  }
}
