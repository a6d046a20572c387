import { addDays, weekdayOf } from '../../domain/localTime.ts'
import type { CalendarChart, DayMark } from '../../domain/pictures.ts'
import type { Adherence } from '../../domain/progress/adherence.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Extra } from '../view.ts'
import {
  type Whose,
  captioned,
  directionOf,
  monthText,
  plain,
  spanText,
  subtitleOf,
  weekdayText,
} from './words.ts'

export interface CalendarData extends Whose {
  adherence: Adherence
}

const legendKeys = {
  done: 'progress:markDone',
  partly: 'progress:markPartly',
  missed: 'progress:markMissed',
  open: 'progress:markOpen',
  planned: 'progress:markPlanned',
  rest: 'progress:markRest',
} as const satisfies Record<DayMark, string>

/** The first day of the reader's week: Sunday in Hebrew, else Monday. */
export function weekStart(t: Texts, date: string): string {
  const since = (weekdayOf(date) + (t.language === 'he' ? 1 : 0)) % 7
  return addDays(date, -since)
}

type Week = CalendarChart['weeks'][number]

/** Of the days that are shown: its month is that of most of them. */
const middleOf = (shown: readonly string[]): string | undefined => shown[(shown.length - 1) >> 1]

function weeksOf(t: Texts, { adherence, today }: CalendarData): Week[] {
  const marks = new Map(adherence.days.map(({ date, mark }) => [date, mark]))
  const [first, last] = [adherence.days[0]?.date ?? today, adherence.days.at(-1)?.date ?? today]
  const weeks: Week[] = []
  let month = ''
  for (let start = weekStart(t, first); start <= last; start = addDays(start, 7)) {
    const dates = Array.from({ length: 7 }, (_, at) => addDays(start, at))
    const before = month
    const middle = middleOf(dates.filter((date) => marks.get(date)))
    month = middle?.slice(0, 7) ?? before
    weeks.push({
      label: middle === undefined || month === before ? '' : monthText(t, middle),
      days: dates.map((date) => {
        const mark = marks.get(date)
        return mark ? { day: Number(date.slice(8)), mark, ...(date === today && { isToday: true }) } : null
      }),
    })
  }
  return weeks
}

function leadOf(t: Texts, { planned, kept, trained }: Adherence): CalendarChart['lead'] {
  if (planned > 0)
    return { value: plain(t('progress:keptOf', { kept, planned })), label: plain(t('progress:keptWord')) }
  return { value: String(trained), label: plain(t('progress:trainedWord', { count: trained })) }
}

/** Days done, partly done, missed and free. */
export function calendarPicture(t: Texts, data: CalendarData): Extra {
  const { adherence, today } = data
  const shown = adherence.days.filter(({ mark }) => mark !== null)
  const span = spanText(t, shown[0]?.date ?? today, today)
  const used = new Set(shown.map(({ mark }) => mark))
  const count = (mark: DayMark) => shown.filter((day) => day.mark === mark).length
  const monday = '2026-01-05'
  const firstDay = weekStart(t, monday)
  const chart: CalendarChart = {
    kind: 'calendar',
    direction: directionOf(t),
    title: plain(t('progress:calendarTitle')),
    subtitle: subtitleOf(t, data, span),
    ...leadFields(leadOf(t, adherence)),
    weekdays: Array.from({ length: 7 }, (_, at) => weekdayText(t, addDays(firstDay, at))),
    weeks: weeksOf(t, data),
    words: (Object.keys(legendKeys) as DayMark[])
      .filter((mark) => used.has(mark))
      .map((mark) => ({ mark, label: plain(t(legendKeys[mark])) })),
  }
  const { planned, kept, trained } = adherence
  return {
    ...captioned(t, data, { title: t('progress:calendarTitle'), span }, [
      planned > 0
        ? t('progress:calendarKept', { kept, planned })
        : t('progress:liftWorkouts', { count: trained }),
      t('progress:calendarDays', { done: count('done'), partly: count('partly'), missed: count('missed') }),
    ]),
    picture: { kind: 'chart', chart },
  }
}

const leadFields = (lead: CalendarChart['lead']) => (lead ? { lead } : {})
