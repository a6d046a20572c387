import type { Reason } from '../../domain/attention/reasons.ts'
import type { Texts } from '../../texts/texts.ts'
import { seriesLabel } from '../mealPlans/card.ts'
import { type Button, rows } from '../view.ts'
import type { ClientCardData } from './data.ts'

const pick = (value: string) => ({ name: 'pick', at: 'clients.one', value }) as const

const newPlan = (t: Texts): Button => ({ label: t('plans:newPlan'), action: pick('new') })
const progress = (t: Texts): Button => ({ label: t('progress:button'), action: pick('progress') })
const write = (t: Texts, client: number): Button => ({
  label: t('letters:write'),
  action: { name: 'writeToClient', client },
})
const review = (t: Texts, client: number, count: number): Button => ({
  label: t('review:button', { count }),
  action: { name: 'reviewOf', client },
})
const seeCheckIn = (t: Texts, client: number, entry: number): Button => ({
  label: t('checkin:see'),
  action: { name: 'openCheckInOf', client, entry },
})

/** What can be done about a reason. */
function answersTo(t: Texts, reason: Reason, { userId, waiting }: ClientCardData): Button[] {
  switch (reason.kind) {
    case 'letter':
      return [
        { label: t('letters:answer'), action: { name: 'answerLetter', letter: reason.letter } },
        { label: t('attention:noAnswerNeeded'), action: pick(`r${reason.letter}`) },
      ]
    case 'photos':
      return [review(t, userId, waiting)]
    case 'checkIn':
      return [seeCheckIn(t, userId, reason.entry)]
    case 'jumped':
    case 'fast':
      return [progress(t)]
    case 'planEnds':
    case 'mealsEnd':
    case 'mealsEnded':
    case 'noPlan':
      return [newPlan(t)]
    case 'missed':
    case 'untrained':
    case 'neverTrained':
    case 'silent':
    case 'unanswered':
    case 'checkInDue':
      return [write(t, userId)]
    case 'paused':
    case 'busy':
      break
  }
  return []
}

const keyOf = (button: Button): string => JSON.stringify('action' in button ? button.action : button)

/** Each button once: what stands above is not repeated below. */
function once(all: readonly Button[][]): Button[][] {
  const seen = new Set<string>()
  return all.map((row) =>
    row.filter((button) => {
      const key = keyOf(button)
      if (seen.has(key)) return false
      seen.add(key)
      return true
    }),
  )
}

function planRows(t: Texts, { running, coming, series, weekly, today }: ClientCardData): Button[][] {
  const plans = [...running, ...coming]
  const [only, ...others] = plans
  const edit: Button[] =
    only && others.length === 0 ? [{ label: t('plans:editText'), action: pick(`e${only.id}`) }] : []
  return [
    ...plans.map(({ id, name }): Button[] => [
      { label: t('plans:planButton', { name }), action: pick(`p${id}`) },
    ]),
    edit,
    ...series.map((one): Button[] => [
      { label: seriesLabel(t, one, series, today), action: pick(`m${one.id}`) },
    ]),
    ...weekly.map(({ id, name }): Button[] => [
      { label: t('mealPlans:weeklyButton', { name }), action: pick(`w${id}`) },
    ]),
    [newPlan(t)],
  ]
}

/** What can be done: about the reasons first. */
export function clientButtons(t: Texts, data: ClientCardData): Button[][] {
  const { userId, reasons, waiting, checkIn, photos, hasJoined } = data
  return once([
    ...rows(
      reasons.flatMap((reason) => answersTo(t, reason, data)),
      2,
    ),
    waiting === 0 ? [] : [review(t, userId, waiting)],
    ...planRows(t, data),
    checkIn ? [seeCheckIn(t, userId, checkIn.id)] : [],
    [
      { label: t('meals:button'), action: pick('food') },
      progress(t),
      { label: t('plans:history'), action: pick('history') },
    ],
    [
      ...(photos ? [{ label: t('clients:photosButton'), action: pick('photos') }] : []),
      { label: t('clients:notesButton'), action: pick('notes') },
    ],
    [
      ...(hasJoined ? [write(t, userId)] : []),
      { label: t('people:notMine'), action: { name: 'notMine', client: userId } },
    ],
    [{ label: t('back'), action: pick('back') }],
  ])
}
