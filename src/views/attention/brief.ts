import type { Reason } from '../../domain/attention/reasons.ts'
import { escapeHtml } from '../../texts/texts.ts'
import { type Button, type View, rows } from '../view.ts'
import type { Reader } from '../workout/words.ts'
import { needLine } from './words.ts'

/** Somebody who needs their coach; `timeZone` is theirs, IANA. */
export interface NeedingData {
  userId: number
  name: string
  timeZone: string
  reasons: readonly Reason[]
}

/** Rows that a morning has room for. */
const mostRows = 8

/** Who needs the coach this morning, the first of them first; a button opens each. */
export function briefView(reader: Reader, needing: readonly NeedingData[], now: Date): View {
  const { t } = reader
  const shown = needing.slice(0, mostRows)
  const more = needing.length - shown.length
  const open = shown.map(({ userId, name }): Button => ({
    label: escapeHtml(name),
    action: { name: 'openClient', client: userId },
  }))
  const rest: Button[] =
    more > 0 ? [{ label: t('attention:nMore', { count: more }), action: { name: 'openClients' } }] : []
  return {
    html: [
      t('attention:brief', { count: needing.length }),
      '',
      ...shown.map((one) => needLine(reader, one, now)),
      ...(more > 0 ? [t('attention:nMore', { count: more })] : []),
    ].join('\n'),
    buttons: [...rows(open, 2), rest],
  }
}
