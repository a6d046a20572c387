import type { CheckIn } from '../../domain/checkIn/checkIn.ts'
import { formatDate, formatTime } from '../../domain/localTime.ts'
import { type Texts, escapeHtml, isolate } from '../../texts/texts.ts'
import { formatBodyWeight, formatHeight } from '../../domain/people/measures.ts'
import { factsText } from '../checkin/words.ts'
import { type MealsOverviewData, mealsOverviewText } from '../meals/overview.ts'
import { type SeriesData, otherDayLines, seriesLabel, seriesLine } from '../mealPlans/card.ts'
import { turning } from '../turning.ts'
import { type Button, type View, rows } from '../view.ts'
import { scaleText } from '../weight/scale.ts'
import type { WeighedData } from '../weight/weighIn.ts'
import { type Reader, shortened } from '../workout/words.ts'
import { type SpanData, spanLine } from './spans.ts'

export interface ListedClientData {
  userId: number
  name: string
  isActive: boolean
  hasJoined: boolean
}

const clientsPerPage = 12

/** The clients on a page of the list; pages count from 1. */
export function clientsOnPage<T>(
  clients: readonly T[],
  wanted: number,
): { shown: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(clients.length / clientsPerPage))
  const page = Math.min(wanted, pages)
  return { shown: clients.slice((page - 1) * clientsPerPage, page * clientsPerPage), page, pages }
}

export interface ClientListData {
  /** The step that shows it: opening clients, or choosing one. */
  at: 'clients.list' | 'assign.client'
  clients: readonly ListedClientData[]
  /** What was typed to search by. */
  query: string | null
  page: number
  /** A plan's text came, and waits for whom it is for. */
  keepsText?: boolean
  /** What is said of the clients on the page. */
  overviews?: ReadonlyMap<number, OverviewData>
}

/** Dates are the client's local days. */
export interface OverviewData {
  plans: readonly string[]
  lastTrained: string | null
}

function clientLabel(t: Texts, { name, isActive, hasJoined }: ListedClientData): string {
  if (!isActive) return t('plans:switchedOff', { name })
  return hasJoined ? escapeHtml(name) : t('plans:waiting', { name })
}

function listTitle(t: Texts, { at, clients, query }: ClientListData): string[] {
  if (clients.length === 0)
    return [query === null ? t('plans:clientsNobody') : t('plans:clientsNoneFound', { query })]
  const title = at === 'clients.list' ? t('plans:clientsTitle') : t('plans:askClient')
  return query === null ? [title] : [title, t('plans:clientsFound', { query })]
}

function overviewLines(
  t: Texts,
  shown: readonly ListedClientData[],
  overviews: ClientListData['overviews'],
): string[] {
  const lines = shown.flatMap(({ userId, name, hasJoined }) => {
    const overview = overviews?.get(userId)
    if (!overview) return []
    const { plans, lastTrained } = overview
    const plan = plans.map((one) => isolate(escapeHtml(one))).join(', ') || t('plans:overviewNoPlan')
    if (!hasJoined) return [t('plans:overviewWaiting', { name, plan })]
    return lastTrained === null
      ? [t('plans:overviewNew', { name, plan })]
      : [t('plans:overview', { name, plan, date: formatDate(lastTrained, t.language) })]
  })
  return lines.length === 0 ? [] : ['', ...lines]
}

/** The coach's clients, a button each, in pages. */
export function clientList(t: Texts, data: ClientListData): View {
  const { at, clients, query } = data
  const pick = (value: string) => ({ name: 'pick', at, value }) as const
  const { shown, page, pages } = clientsOnPage(clients, data.page)
  const foot: Button[] = [
    ...(query === null ? [] : [{ label: t('plans:allClients'), action: pick('all') }]),
    { label: t('plans:openInvite'), action: { name: 'openInvite' } },
    at === 'clients.list'
      ? { label: t('back'), action: { name: 'home' } }
      : { label: t('cancel'), action: { name: 'cancel' } },
  ]
  return {
    html: [
      ...listTitle(t, data),
      ...(data.keepsText === true ? [t('plans:textKept')] : []),
      ...overviewLines(t, shown, data.overviews),
      ...(pages > 1 ? ['', t('plans:pageLine', { page, pages })] : []),
    ].join('\n'),
    buttons: [
      ...rows(
        shown.map((client): Button => ({ label: clientLabel(t, client), action: pick(`c${client.userId}`) })),
        2,
      ),
      turning(t, { page, pages }, pick),
      foot,
    ],
  }
}

export interface ClientCardData {
  userId: number
  name: string
  isActive: boolean
  hasJoined: boolean
  isReachable: boolean
  /** IANA name. */
  timeZone: string
  units: 'kg' | 'lb'
  details: {
    /** cm */
    height: number | null
    /** kg */
    targetWeight: number | null
    fitnessGoals: string | null
    medicalConditions: string | null
    dietaryRestrictions: string | null
  }
  /** The newest weigh-in and the trend (kg); undefined before the first. */
  weighed: { newest: WeighedData; trend: number } | undefined
  /** The newest word of their diary on a day. */
  dayNote: { date: string; text: string } | undefined
  checkIn: CheckIn | undefined
  /** How many wait for the coach's word. */
  waiting: number
  /** How they ate of late; undefined where there is nothing to tell. */
  meals: MealsOverviewData | undefined
  running: readonly SpanData[]
  coming: readonly SpanData[]
  /** Meals for days that are under way or to come. */
  series: readonly SeriesData[]
  /** Days of meals that other programs wrote. */
  otherDays: readonly { title: string; dates: readonly string[] }[]
  /** Weekly plans of other programs. */
  weekly: readonly { id: number; name: string }[]
  /** The client's local day. */
  today: string
  now: Date
}

function weighedText(reader: Reader, { weighed, today }: ClientCardData): string | null {
  if (!weighed) return null
  const { t, units } = reader
  const trend = formatBodyWeight(weighed.trend, units, t.language)
  const date = formatDate(weighed.newest.date, t.language, today)
  return t('weight:coachLine', { weight: scaleText(reader, weighed.newest), date, trend })
}

function dayNoteText({ t }: Reader, { dayNote, today }: ClientCardData): string | null {
  if (!dayNote) return null
  const date = formatDate(dayNote.date, t.language, today)
  return t('weight:coachDayNoteLine', { date, note: shortened(dayNote.text, 200) })
}

function checkInLines(reader: Reader, { checkIn, today }: ClientCardData): string[] {
  if (!checkIn) return []
  const { t } = reader
  const date = formatDate(checkIn.date, t.language, today)
  const value = t('checkin:coachLine', { date, facts: factsText(reader, checkIn, false) })
  return [t('checkin:line', { label: t('checkin:coachLabel'), value })]
}

function factLines(reader: Reader, data: ClientCardData): string[] {
  const { t, units } = reader
  const { details, timeZone, now } = data
  const { height, targetWeight } = details
  const zone = `${timeZone} · ${formatTime(now, timeZone, t.language)}`
  const facts: [string, string | null][] = [
    [t('plans:factGoals'), details.fitnessGoals],
    [t('plans:factMedical'), details.medicalConditions],
    [t('plans:factDiet'), details.dietaryRestrictions],
    [t('plans:factHeight'), height === null ? null : formatHeight(height, units, t.language)],
    [t('plans:factTarget'), targetWeight === null ? null : formatBodyWeight(targetWeight, units, t.language)],
    [t('weight:coachLabel'), weighedText(reader, data)],
    [t('weight:coachDayNote'), dayNoteText(reader, data)],
    [t('meals:coachLabel'), data.meals ? mealsOverviewText(t, data.meals) : null],
    [t('plans:factUnits'), data.units],
    [t('plans:factZone'), zone],
  ]
  const lines = facts.flatMap(([label, value]) => (value === null ? [] : [t('plans:fact', { label, value })]))
  return [...lines, ...checkInLines(reader, data)]
}

function clientButtons(t: Texts, data: ClientCardData): Button[][] {
  const pick = (value: string) => ({ name: 'pick', at: 'clients.one', value }) as const
  const plans = [...data.running, ...data.coming]
  const [only, ...others] = plans
  const edit: Button[] =
    only && others.length === 0 ? [{ label: t('plans:editText'), action: pick(`e${only.id}`) }] : []
  return [
    data.waiting === 0
      ? []
      : [
          {
            label: t('review:button', { count: data.waiting }),
            action: { name: 'reviewOf', client: data.userId },
          },
        ],
    ...plans.map(({ id, name }): Button[] => [
      { label: t('plans:planButton', { name }), action: pick(`p${id}`) },
    ]),
    edit,
    ...data.series.map((one): Button[] => [
      { label: seriesLabel(t, one, data.series, data.today), action: pick(`m${one.id}`) },
    ]),
    ...data.weekly.map(({ id, name }): Button[] => [
      { label: t('mealPlans:weeklyButton', { name }), action: pick(`w${id}`) },
    ]),
    [{ label: t('plans:newPlan'), action: pick('new') }],
    data.checkIn
      ? [
          {
            label: t('checkin:see'),
            action: { name: 'openCheckInOf', client: data.userId, entry: data.checkIn.id },
          },
        ]
      : [],
    [
      { label: t('meals:button'), action: pick('food') },
      { label: t('progress:button'), action: pick('progress') },
      { label: t('plans:history'), action: pick('history') },
    ],
    [
      ...(data.hasJoined
        ? [{ label: t('letters:write'), action: { name: 'writeToClient', client: data.userId } } as const]
        : []),
      { label: t('people:notMine'), action: { name: 'notMine', client: data.userId } },
    ],
    [{ label: t('back'), action: pick('back') }],
  ]
}

/** A client as their coach sees them: what they told, and what they train by. */
export function clientCard(reader: Reader, data: ClientCardData): View {
  const { t } = reader
  const { name, isActive, hasJoined, isReachable, running, coming, today } = data
  const plans = [...running, ...coming].map((plan) => spanLine(t, plan, today))
  const meals = [
    ...data.series.map((one) => seriesLine(t, one, today)),
    ...otherDayLines(t, data.otherDays, today),
    ...data.weekly.map(({ name: plan }) => t('mealPlans:weekly', { name: plan })),
  ]
  return {
    html: [
      t('plans:clientName', { name }),
      ...(hasJoined ? [] : [t('plans:notJoined')]),
      ...(isActive ? [] : [t('plans:accessOff')]),
      ...(hasJoined && !isReachable ? [t('plans:unreachable')] : []),
      '',
      ...(plans.length === 0 ? [t('plans:noPlans')] : plans),
      ...meals,
      '',
      ...factLines(reader, data),
    ].join('\n'),
    buttons: clientButtons(t, data),
  }
}
