import { type CheckIn, type Question, feelings, questions } from '../../domain/checkIn/checkIn.ts'
import { formatDate, formatMoment } from '../../domain/localTime.ts'
import type { Texts } from '../../texts/texts.ts'
import { turning } from '../turning.ts'
import { type Button, type Extra, type View, rows } from '../view.ts'
import type { Reader } from '../workout/words.ts'
import { answersOf, factsText } from './words.ts'

const at = (step: 'summary' | 'list' | 'one', value: string) =>
  ({ name: 'pick', at: `checkin.${step}`, value }) as const

interface ComparedData {
  checkIn: CheckIn
  before: CheckIn | undefined
  /** The reader's local day, `YYYY-MM-DD`. */
  today: string
}

/** What was answered, line by line, with what changed since the one before. */
function answerLines(reader: Reader, { checkIn, before, today }: ComparedData, isOwn: boolean): string[] {
  const { t } = reader
  const answers = answersOf(reader, checkIn, before, isOwn)
  const lines = (['weight', 'fat', ...feelings, 'photos', 'notes'] as const).flatMap((what) => {
    const value = answers[what]
    return value === null ? [] : [t('checkin:line', { label: t(`checkin:${what}`), value })]
  })
  if (lines.length === 0) return [t('checkin:nothing')]
  if (!before) return lines
  return [...lines, '', t('checkin:comparedWith', { date: formatDate(before.date, t.language, today) })]
}

export interface SummaryData {
  /** The check-in's local day, `YYYY-MM-DD`. */
  date: string
  compared: Omit<ComparedData, 'today'> | undefined
  today: string
  timeZone: string
  hasTrainer: boolean
  /** The trend goes faster than is good for most people. */
  isFast: boolean
  /** Which sending the button belongs to. */
  sending: number
}

function questionLabel(t: Texts, question: Question): string {
  const isPose = question === 'front' || question === 'side' || question === 'back'
  return isPose ? `📷 ${t(`checkin:${question}`)}` : t(`checkin:${question}`)
}

function sendButton(t: Texts, { compared, hasTrainer, sending }: SummaryData): Button[] {
  if (!compared) return []
  const isSent = compared.checkIn.finishedAt !== null
  if (!hasTrainer)
    return isSent
      ? []
      : [{ label: t('checkin:finish'), action: at('summary', `s${sending}`), style: 'success' }]
  const label = isSent ? t('checkin:sendAgain') : t('checkin:send')
  return [{ label, action: at('summary', `s${sending}`), ...(!isSent && { style: 'success' as const }) }]
}

/** All that was answered, to be looked over, changed and sent. */
export function summaryView(reader: Reader, data: SummaryData): View {
  const { t } = reader
  const { date, compared, today, timeZone, hasTrainer } = data
  const finishedAt = compared?.checkIn.finishedAt
  const moment = finishedAt && formatMoment(finishedAt, timeZone, t.language)
  const state = !moment
    ? t('checkin:summaryHint')
    : hasTrainer
      ? t('checkin:sent', { moment })
      : t('checkin:done', { moment })
  return {
    html: [
      t('checkin:summary', { date: formatDate(date, t.language, today) }),
      (compared ? answerLines(reader, { ...compared, today }, true) : [t('checkin:nothing')]).join('\n'),
      ...(data.isFast ? [t('weight:fast')] : []),
      state,
    ].join('\n\n'),
    buttons: [
      ...rows(
        questions.map((question): Button => ({
          label: questionLabel(t, question),
          action: at('summary', question),
        })),
        3,
      ),
      sendButton(t, data),
      [
        { label: t('checkin:past'), action: at('summary', 'past') },
        { label: t('back'), action: at('summary', 'leave') },
      ],
    ],
  }
}

interface ListData {
  /** Null for the reader's own. */
  name: string | null
  lines: readonly (CheckIn & { isDraft: boolean })[]
  page: number
  pages: number
  today: string
}

/** One page of check-ins, newest first, a button each. */
export function checkInList(reader: Reader, data: ListData): View {
  const { t } = reader
  const { name, lines, today } = data
  const dateOf = ({ date }: CheckIn) => formatDate(date, t.language, today)
  const words = lines.map((one) => {
    const facts = factsText(reader, one, name === null)
    return t('checkin:listLine', {
      date: dateOf(one),
      facts: one.isDraft ? t('checkin:listDraft', { facts }) : facts,
    })
  })
  return {
    html: [
      name === null ? t('checkin:listTitle') : t('checkin:listTitleOf', { name }),
      ...(lines.length === 0 ? [t('checkin:listNone')] : words),
    ].join('\n'),
    buttons: [
      ...rows(
        lines.map((one): Button => ({ label: dateOf(one), action: at('list', `e${one.id}`) })),
        2,
      ),
      turning(t, data, (value) => at('list', value)),
      [{ label: t('back'), action: at('list', 'back') }],
    ],
  }
}

export interface OneData extends ComparedData {
  name: string | null
  isDraft: boolean
  canGoOn: boolean
}

/** One check-in beside the one before it. */
export function checkInView(reader: Reader, data: OneData): View {
  const { t } = reader
  const { name, checkIn, today } = data
  const date = formatDate(checkIn.date, t.language, today)
  return {
    html: [
      name === null ? t('checkin:one', { date }) : t('checkin:oneOf', { name, date }),
      answerLines(reader, data, name === null).join('\n'),
      ...(data.isDraft ? [t('checkin:notSent')] : []),
    ].join('\n\n'),
    buttons: [
      checkIn.poses.length === 0 ? [] : [{ label: t('checkin:showPhotos'), action: at('one', 'photos') }],
      data.canGoOn ? [{ label: t('checkin:change'), action: at('one', 'change') }] : [],
      [
        ...(name === null ? [] : [{ label: t('checkin:all'), action: at('one', 'all') }]),
        { label: t('back'), action: at('one', 'back') },
      ],
    ],
  }
}

/** To the coach: a client has checked in, and how it compares. */
export function checkInNews(
  reader: Reader,
  data: ComparedData & { name: string; client: number; isAgain: boolean },
): View {
  const { t } = reader
  const { name, client, checkIn, today } = data
  const date = formatDate(checkIn.date, t.language, today)
  return {
    html: [
      data.isAgain ? t('checkin:newsAgain', { name, date }) : t('checkin:news', { name, date }),
      answerLines(reader, data, false).join('\n'),
    ].join('\n\n'),
    buttons: [
      [
        { label: t('checkin:see'), action: { name: 'openCheckInOf', client, entry: checkIn.id } },
        { label: t('checkin:openClient', { name }), action: { name: 'openClient', client } },
      ],
    ],
  }
}

/** The photos of a check-in, beside its card. */
export function checkInPhotos(
  { t }: Reader,
  { name, checkIn, today }: Pick<OneData, 'name' | 'checkIn' | 'today'>,
  files: number[],
): Extra {
  const date = formatDate(checkIn.date, t.language, today)
  return {
    html: name === null ? t('checkin:one', { date }) : t('checkin:oneOf', { name, date }),
    picture: { kind: 'kept', files },
    key: 'checkin',
  }
}
