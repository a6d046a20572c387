import type { Verdict } from '../../domain/enums.ts'
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
}

/** HTML: `Last: ⚠️ Anna · Lunch: “More vegetables”`. */
export function lastLine(t: Texts, { client, subject, verdict, comment }: LastData): string {
  const values = { mark: markOf(t, verdict), client, name: exactName(t, subject) }
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
