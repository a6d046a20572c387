import type { Verdict } from '../../domain/enums.ts'
import { formatDate, formatTime, localDate } from '../../domain/localTime.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Button } from '../view.ts'
import { shortened } from '../workout/words.ts'
import { type SubjectData, exactName, markOf } from './words.ts'

/** The verdict that was given last: it can be taken back, or have words added. */
export interface LastData {
  review: number
  client: string
  subject: SubjectData
  verdict: Verdict
  comment: string | null
  /** When it was shown, with the client's zone; null where its name tells it apart. */
  when: { at: Date; timeZone: string } | null
}

/** HTML: `Lunch`, `Meal (Mon 23 Nov, 13:05)`. */
export function lastName(t: Texts, { subject, when }: Pick<LastData, 'subject' | 'when'>): string {
  const name = exactName(t, subject)
  if (when === null) return name
  const { at, timeZone } = when
  const date = formatDate(localDate(at, timeZone), t.language)
  return t('review:nameWhen', { name, date, time: formatTime(at, timeZone, t.language) })
}

/** HTML: `Last: ⚠️ Anna · Lunch: “More vegetables”`. */
export function lastLine(t: Texts, last: LastData): string {
  const { client, verdict, comment } = last
  const values = { mark: markOf(t, verdict), client, name: lastName(t, last) }
  return comment === null
    ? t('review:last', values)
    : t('review:lastSaid', { ...values, text: shortened(comment, 100) })
}

/** What can be done about it; each button names what it is of, which is not what is before the coach's eyes. */
export function lastRow(t: Texts, last: LastData | null): Button[] {
  if (last === null) return []
  const { review, client, subject, comment } = last
  const of = { client: shortened(client, 20), name: exactName(t, subject, 30) }
  const words = comment === null ? t('review:addWords') : t('review:otherWords')
  return [
    { label: t('review:undoOf', of), action: { name: 'undoVerdict', review } },
    { label: words, action: { name: 'addWords', review } },
  ]
}
