import type { Verdict } from '../../domain/enums.ts'
import { type Texts, escapeHtml } from '../../texts/texts.ts'
import { markOf } from '../review/words.ts'
import { type Button, type View, rows } from '../view.ts'
import { shortened } from '../workout/words.ts'

/** HTML: `Bench press, set 2`. */
export function liftText(t: Texts, name: string, setNumber: number | null): string {
  return setNumber === null ? t('form:lift', { name }) : t('form:liftSet', { name, set: setNumber })
}

/** Where form photos have gone. */
export interface FormShownData {
  photoId: number
  count: number
  name: string
  setNumber: number | null
  isAsked: boolean
}

/** What became of photos that were just sent. */
export function shownText(t: Texts, { count, name, setNumber, isAsked }: FormShownData): string {
  const what = liftText(t, name, setNumber)
  return isAsked ? t('form:sent', { count, what }) : t('form:kept', { count, what })
}

/** What can be done about it. */
export function shownRow(t: Texts, { photoId }: FormShownData): Button[] {
  return [
    { label: t('form:elsewhere'), action: { name: 'moveForm', photo: photoId } },
    { label: t('form:takeBack'), action: { name: 'removeForm', photo: photoId } },
  ]
}

/** What they may show instead: the set that comes next. */
export function nextRow(
  t: Texts,
  { photoId }: FormShownData,
  next: { item: { id: number; name: string }; set: number } | undefined,
): Button[] {
  if (!next) return []
  const { item, set } = next
  return [
    {
      label: t('form:ofNext', { name: shortened(item.name, 30), set }),
      action: { name: 'formOfSet', photo: photoId, item: item.id, set },
    },
  ]
}

export interface FormLineData {
  photoId: number
  setNumber: number | null
  state: 'waiting' | 'done' | 'withdrawn' | null
  verdict: Verdict | null
  comment: string | null
}

/** HTML: what became of what was shown. */
export function stateText(
  t: Texts,
  { state, verdict, comment }: Omit<FormLineData, 'photoId' | 'setNumber'>,
) {
  if (state === 'waiting') return t('form:waits')
  if (state !== 'done' || verdict === null) return t('form:alone')
  const mark = markOf(t, verdict)
  return comment === null
    ? t('form:saidPlain', { mark })
    : t('form:said', { mark, comment: shortened(comment, 200) })
}

export interface FormStepData {
  name: string
  /** How many sets there are to choose from. */
  sets: number
  /** The set it is about; null for the lift as a whole. */
  set: number | null
  lines: readonly FormLineData[]
}

const mostSets = 8
const pick = (step: string, value: string) => ({ name: 'pick', at: step, value }) as const

function setButtons(t: Texts, sets: number, chosen: number | null | undefined, at: string): Button[][] {
  const shown = Array.from({ length: Math.min(mostSets, sets) }, (_, index) => index + 1)
  const buttons = shown.map((set): Button => ({
    label: set === chosen ? t('form:ofSetChosen', { set }) : t('form:ofSet', { set }),
    action: pick(at, `s${set}`),
  }))
  const whole: Button = {
    label: chosen === null ? t('form:wholeChosen') : t('form:whole'),
    action: pick(at, 's0'),
  }
  return [...rows(buttons, 4), [whole]]
}

/** Asks for a photo or clip of a lift in the workout under way; tells what is there already. */
export function formStep(t: Texts, { name, sets, set, lines }: FormStepData): View {
  const told = lines.map((line) =>
    t('form:line', { what: liftText(t, name, line.setNumber), state: stateText(t, line) }),
  )
  const back = lines
    .filter(({ state }) => state !== 'done')
    .slice(0, 6)
    .map(({ photoId, setNumber }): Button => ({
      label: t('form:takeBackOf', { what: liftText(t, name, setNumber) }),
      action: { name: 'removeForm', photo: photoId },
    }))
  return {
    html: [t('form:title', { name }), ...(told.length === 0 ? [] : ['', ...told])].join('\n'),
    buttons: [
      ...setButtons(t, sets, set, 'workout.form'),
      ...rows(back, 1),
      [{ label: t('workout:backToCard'), action: pick('workout.form', 'back') }],
    ],
  }
}

/** Asks which lift photos show: of the last workout, or by name. */
export function whichLift(
  t: Texts,
  data: {
    choices: readonly { item: number; name: string }[]
    found: readonly { id: number; name: string }[]
    query: string
  },
): View {
  const { choices, found, query } = data
  const isSearch = query !== ''
  const title =
    isSearch && found.length === 0
      ? t('form:whichUnknown', { query })
      : choices.length + found.length === 0
        ? t('form:whichNone')
        : t('form:which')
  const buttons = isSearch
    ? found.map(({ id, name }): Button => ({ label: escapeHtml(name), action: pick('form.which', `x${id}`) }))
    : choices.map(({ item, name }): Button => ({
        label: escapeHtml(name),
        action: pick('form.which', `i${item}`),
      }))
  return {
    html: title,
    buttons: [
      ...rows(buttons, 2),
      [
        { label: t('form:noLift'), action: pick('form.which', 'other') },
        { label: t('cancel'), action: { name: 'cancel' } },
      ],
    ],
  }
}

/** Asks which set of a lift they show. */
export function whichSet(t: Texts, { name, sets }: { name: string; sets: number }): View {
  return {
    html: t('form:whichSet', { name }),
    buttons: [
      ...setButtons(t, sets, undefined, 'form.set'),
      [{ label: t('back'), action: pick('form.set', 'back') }],
    ],
  }
}
