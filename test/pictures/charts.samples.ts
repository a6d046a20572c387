import type {
  CalendarChart,
  ChartSpec,
  DayMark,
  SessionsChart,
  TrendChart,
  WeekChart,
} from '../../src/domain/pictures.ts'

export const trend: TrendChart = {
  kind: 'trend',
  direction: 'ltr',
  title: 'Weight',
  subtitle: '1 Sept – 23 Nov 2026',
  lead: { value: '82.3 kg', label: 'trend, down 0.4 kg a week' },
  days: 80,
  points: Array.from({ length: 60 }, (_, at) => [at, 86 - at * 0.05 + (at % 3) * 0.4]),
  trend: Array.from({ length: 60 }, (_, at) => [at, 86.4 - at * 0.05]),
  target: { value: 80, label: 'Target 80 kg' },
  ticks: [
    { at: 0, label: '1 Sept' },
    { at: 80, label: '23 Nov' },
  ],
  words: { points: 'Weigh-ins', trend: 'Trend' },
}

export const onePoint: TrendChart = { ...trend, days: 0, points: [[0, 82]], trend: [[0, 82]], ticks: [] }
export const farTarget: TrendChart = { ...trend, target: { value: 40, label: 'Target 40 kg' } }

export const hebrew: TrendChart = {
  ...trend,
  direction: 'rtl',
  title: 'משקל',
  subtitle: 'Anna · 1 בספט׳ – 23 בנוב׳ 2026',
  lead: { value: '82.3 ק״ג', label: 'מגמה, ירידה של 0.4 ק״ג בשבוע' },
  words: { points: 'שקילות', trend: 'מגמה' },
  ticks: [{ at: 0, label: '1 בספט׳' }],
}

export const sessions: SessionsChart = {
  kind: 'sessions',
  direction: 'ltr',
  title: 'A lift with a name that is far too long to stand in one line of a card ✨',
  subtitle: 'Anna',
  ticks: [{ at: 0, label: '1 Sept' }],
  panels: [
    { title: 'Volume, kg', figure: '4,000', style: 'bars', values: [4000, null, 4200] },
    { title: '1RM, kg', style: 'line', values: [100, 101.5, null] },
  ],
}

export const week: WeekChart = {
  kind: 'week',
  direction: 'rtl',
  title: 'המאקרו של השבוע',
  subtitle: '17 – 23 בנוב׳ 2026',
  days: ['ג׳', 'ד׳', 'ה׳', 'ו׳', 'ש׳', 'א׳', 'ב׳'],
  panels: [
    {
      title: 'אנרגיה, קק״ל',
      style: 'bars',
      values: [2000, 1900, null, 2100, 0, 2400, 900],
      atLeast: [6],
      target: { value: 2100, label: 'יעד 2,100 קק״ל' },
    },
    { title: 'חלבון', figure: '140 ג׳', style: 'bars', values: [140, 150, null, 160, 0, 155, 60] },
  ],
  atLeastWord: 'נאכל יותר',
}

const marks: DayMark[] = ['done', 'partly', 'missed', 'open', 'planned', 'rest']
export const calendar = (weeks: number): CalendarChart => ({
  kind: 'calendar',
  direction: 'ltr',
  title: 'Training calendar',
  subtitle: '2026',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  weeks: Array.from({ length: weeks }, (_, line) => ({
    label: line % 4 === 0 ? 'Nov' : '',
    days: Array.from({ length: 7 }, (_day, at) =>
      at === 6 ? null : { day: at + 1, mark: marks[(line + at) % 6] ?? 'rest', isToday: line + at === 3 },
    ),
  })),
  words: marks.map((mark) => ({ mark, label: mark })),
})

export const samples: Record<string, ChartSpec> = {
  trend,
  onePoint,
  farTarget,
  hebrew,
  sessions,
  week,
  month: calendar(5),
  quarter: calendar(14),
  year: calendar(53),
}
