import { type Texts, escapeHtml } from '../../texts/texts.ts'
import { fitsCard } from '../plans/editing.ts'
import { dateText } from '../plans/words.ts'
import type { View } from '../view.ts'
import { type ShownDays, datesText, daysText } from './days.ts'
import { titleOf } from './preview.ts'

/** A series of meals in a list; dates are local days. */
export interface SeriesData {
  id: number
  title: string
  start: string
  end: string
}

/** One line of a client's card. */
export function seriesLine(t: Texts, { title, start, end }: SeriesData, today: string): string {
  const values = { name: titleOf(t, title), from: dateText(t, start, today), to: dateText(t, end, today) }
  if (start === end) return t('mealPlans:runningDay', values)
  return start > today ? t('mealPlans:coming', values) : t('mealPlans:running', values)
}

/** The button of a series: with its days where others are called the same. Plain words. */
export function seriesLabel(
  t: Texts,
  { id, title, start, end }: SeriesData,
  all: readonly SeriesData[],
  today: string,
): string {
  const name = titleOf(t, title)
  const isAlone = !all.some((other) => other.id !== id && titleOf(t, other.title) === name)
  if (isAlone) return t('mealPlans:button', { name })
  const [from, to] = [dateText(t, start, today), dateText(t, end, today)]
  return start === end
    ? t('mealPlans:buttonOn', { name, date: from })
    : t('mealPlans:buttonOf', { name, from, to })
}

/** As many titles of other programs' days as are listed. */
const mostListed = 3

/** Lines of a client's card on days that other programs wrote. */
export function otherDayLines(
  t: Texts,
  others: readonly { title: string; dates: readonly string[] }[],
  today: string,
): string[] {
  const lines = others
    .slice(0, mostListed)
    .map(({ title, dates }) =>
      t('mealPlans:otherDays', { name: titleOf(t, title), dates: datesText(t, dates, today) }),
    )
  return others.length > mostListed ? [...lines, '…'] : lines
}

/** Meals of a client with their whole text; a long one is in a file beside the card. */
export function seriesCard(
  t: Texts,
  data: { client: string; title: string; days: ShownDays; text: string; today: string },
): View {
  const { client, title, days, text, today } = data
  const pick = (value: string) => ({ name: 'pick', at: 'mealPlans.one', value }) as const
  return {
    html: [
      t('mealPlans:cardTitle', { name: titleOf(t, title), client }),
      daysText(t, days, today),
      fitsCard(text) ? `<pre>${escapeHtml(text)}</pre>` : t('mealPlans:inFile'),
    ].join('\n'),
    buttons: [
      [
        { label: t('mealPlans:edit'), action: pick('edit') },
        { label: t('mealPlans:end'), action: pick('end') },
      ],
      [{ label: t('back'), action: pick('back') }],
    ],
  }
}

/** Asked before meals end; those that have not begun would be deleted. */
export function askMealEnd(t: Texts, { title, isBegun }: { title: string; isBegun: boolean }): View {
  const name = titleOf(t, title)
  const pick = (value: string) => ({ name: 'pick', at: 'mealPlans.end', value }) as const
  const label = isBegun ? t('mealPlans:endYes') : t('mealPlans:deleteYes')
  return {
    html: isBegun ? t('mealPlans:askEnd', { name }) : t('mealPlans:askEndUnbegun', { name }),
    buttons: [
      [{ label, action: pick('yes'), style: 'danger' }],
      [{ label: t('back'), action: pick('back') }],
    ],
  }
}
