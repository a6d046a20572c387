import type { Verdict } from '../../domain/enums.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Button, View } from '../view.ts'
import { shortened } from '../workout/words.ts'
import { type SubjectData, aboutText, markOf } from './words.ts'

/** A verdict as its client reads it. */
export interface ToldData {
  id: number
  again: boolean
  verdict: Verdict
  comment: string | null
  hasVoice: boolean
  date: string | null
  subject: SubjectData
  coach: string
}

/** Characters of all comments in one message. */
const mostOfComments = 3000

/** Several verdicts as one message. */
export function verdictsNews(t: Texts, told: readonly ToldData[]): View {
  const most = Math.max(60, Math.floor(mostOfComments / Math.max(1, told.length)))
  const lines = told.map(({ again, verdict, comment, hasVoice, date, subject }) => {
    const values = { mark: markOf(t, verdict), what: aboutText(t, subject, date) }
    return [
      again ? t('review:newsAgain', values) : t('review:newsLine', values),
      ...(comment === null ? [] : [t('review:newsComment', { text: shortened(comment, most) })]),
      ...(hasVoice ? [t('review:newsVoice')] : []),
    ].join('\n')
  })
  return {
    html: [t('review:news', { coach: told.at(-1)?.coach ?? '…' }), ...lines].join('\n'),
    buttons: [[{ label: t('plans:toToday'), action: { name: 'today' } }]],
  }
}

/** Above what was said in voice. */
export function spokenCaption(t: Texts, { coach, subject, date }: ToldData): string {
  return t('review:spokenOn', { coach, what: aboutText(t, subject, date) })
}

/** What was said of the photos of a meal: a line of HTML. */
export function mealVerdictLine(
  t: Texts,
  { verdict, comment }: { verdict: Verdict; comment: string | null },
): string {
  const mark = markOf(t, verdict)
  return comment === null ? t('review:verdict', { mark }) : t('review:verdictSaid', { mark, comment })
}

/** Plays what was said in voice. */
export function hearButton(t: Texts, review: number): Button {
  return { label: t('review:listenPlain'), action: { name: 'hearVerdict', review } }
}
