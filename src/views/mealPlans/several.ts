import { type Texts, escapeHtml, isolate } from '../../texts/texts.ts'
import { clientsOnPage } from '../clients/list.ts'
import { turning } from '../turning.ts'
import { type Button, type View, rows } from '../view.ts'
import { datesText } from './days.ts'
import { titleOf } from './preview.ts'

/** Who else gets the meals: everybody has a box to tick. */
export function askAlso(
  t: Texts,
  data: {
    title: string
    clients: readonly { userId: number; name: string }[]
    chosen: ReadonlySet<number>
    page: number
  },
): View {
  const pick = (value: string) => ({ name: 'pick', at: 'assign.also', value }) as const
  const { shown, page, pages } = clientsOnPage(data.clients, data.page)
  const boxes = shown.map(({ userId, name }): Button => {
    const label = data.chosen.has(userId)
      ? t('mealPlans:chosen', { name })
      : t('mealPlans:unchosen', { name })
    return { label, action: pick(`c${userId}`) }
  })
  return {
    html: t('mealPlans:askAlso', { name: titleOf(t, data.title) }),
    buttons: [
      ...rows(boxes, 2),
      turning(t, { page, pages }, pick),
      [{ label: t('mealPlans:doneChoosing'), action: pick('done'), style: 'primary' }],
    ],
  }
}

/** Plans that a client has on the days of new meals. */
export interface InTheWay {
  name: string
  today: string
  /** Days whose plan would be replaced. */
  dates: readonly string[]
  titles: readonly string[]
  /** Days that keep theirs, as something was logged. */
  logged: readonly string[]
}

const mostTitles = 3

function wayLines(t: Texts, { name, today, dates, titles, logged }: InTheWay): string[] {
  const called = titles.slice(0, mostTitles).map((title) => titleOf(t, title))
  return [
    ...(dates.length === 0
      ? []
      : [t('mealPlans:overDays', { client: name, count: dates.length, titles: called.join(', ') })]),
    ...(logged.length === 0
      ? []
      : [
          t('mealPlans:keptLogged', {
            client: name,
            count: logged.length,
            dates: datesText(t, logged, today),
          }),
        ]),
  ]
}

/** Whether new meals take the place of those that are there; `mark` goes into the answers. */
export function askOver(t: Texts, data: { clients: readonly InTheWay[]; mark: string }): View {
  const { clients, mark } = data
  const pick = (value: string) => ({ name: 'pick', at: 'assign.over', value }) as const
  const isOpen = clients.some(({ dates }) => dates.length > 0)
  const keep = isOpen ? t('mealPlans:onlyFree') : t('mealPlans:onlyFreeLogged')
  return {
    html: [t('mealPlans:askOver'), ...clients.flatMap((one) => wayLines(t, one))].join('\n'),
    buttons: [
      [
        ...(isOpen ? [{ label: t('mealPlans:replace'), action: pick(`replace.${mark}`) }] : []),
        { label: keep, action: pick(`keep.${mark}`) },
      ],
      [{ label: t('back'), action: pick('back') }],
    ],
  }
}

/** What became of meals for one client. */
export interface Outcome {
  name: string
  hasJoined: boolean
  today: string
  isSame: boolean
  given: readonly string[]
  logged: readonly string[]
}

function outcomeLines(t: Texts, one: Outcome): string[] {
  const { name: client, given, logged, today } = one
  const count = given.length
  const kept = logged.length
  const dates = datesText(t, logged, today)
  return [
    one.isSame
      ? t('mealPlans:givenSame', { client })
      : count === 0
        ? t('mealPlans:givenNothing', { client })
        : one.hasJoined
          ? t('mealPlans:givenDays', { client, count })
          : t('mealPlans:givenDaysWaiting', { client, count }),
    ...(kept === 0 ? [] : [t('mealPlans:keptLogged', { client, count: kept, dates })]),
  ]
}

/** What became of meals: in a few words where there is nothing to remark, else line by line (HTML). */
export function outcomeText(
  t: Texts,
  title: string,
  outcomes: readonly Outcome[],
): { toast?: string; notice?: string } {
  const [only, ...others] = outcomes
  if (!only) return {}
  const isPlain = others.length === 0 && only.logged.length === 0
  if (isPlain && only.isSame) return { toast: t('mealPlans:givenSame', { client: only.name }) }
  if (isPlain && only.given.length > 0) {
    const values = { name: titleOf(t, title), client: only.name }
    return { toast: only.hasJoined ? t('mealPlans:given', values) : t('mealPlans:givenWaiting', values) }
  }
  const head = `🍽 <b>${isolate(escapeHtml(titleOf(t, title)))}</b>`
  return { notice: [head, ...outcomes.flatMap((one) => outcomeLines(t, one))].join('\n') }
}
