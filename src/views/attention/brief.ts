import type { AlikeReason } from '../../domain/attention/brief.ts'
import type { ReasonKind, Reason } from '../../domain/attention/reasons.ts'
import { escapeHtml, isolate, plainText } from '../../texts/texts.ts'
import { type Button, type View, messageLimit, rows as inRows } from '../view.ts'
import type { Reader } from '../workout/words.ts'
import { type WeekOfAll, mostLines, weekView } from './week.ts'
import { needLine } from './words.ts'

/** Somebody who needs their coach; `timeZone` is theirs, IANA. `named`: reasons that must not be left out. */
export interface NeedingData {
  userId: number
  name: string
  timeZone: string
  reasons: readonly Reason[]
  named: ReadonlySet<ReasonKind>
}

export interface BriefData {
  /** How many need their coach. */
  count: number
  rows: readonly NeedingData[]
  /** Those of whom nothing else is to be said than of many. */
  alike: readonly { reason: AlikeReason; named: readonly { name: string }[]; more: number }[]
  /** Others who need their coach. */
  more: number
}

/** Reasons that a row of a brief has room for. */
const mostReasons = 5

function alikeLine({ t }: Reader, { reason, named, more }: BriefData['alike'][number]): string {
  const names = named.map(({ name }) => isolate(escapeHtml(name))).join(', ')
  const all = more > 0 ? t('attention:namesMore', { names, count: more }) : names
  return t(`attention:alike_${reason}`, { names: all })
}

/** Who needs the coach this morning, the first of them first; a button opens each. */
export function briefView(reader: Reader, { count, rows, alike, more }: BriefData, now: Date): View {
  const { t } = reader
  const open = rows.map(({ userId, name }): Button => ({
    label: escapeHtml(name),
    action: { name: 'openClient', client: userId },
  }))
  const label = more > 0 ? t('attention:nMore', { count: more }) : t('plans:allClients')
  const rest: Button[] = more > 0 || alike.length > 0 ? [{ label, action: { name: 'openClients' } }] : []
  return {
    html: [
      t('attention:brief', { count }),
      '',
      ...rows.map((one) => needLine(reader, one, { now, most: mostReasons })),
      ...alike.map((one) => alikeLine(reader, one)),
      ...(more > 0 ? [t('attention:nMore', { count: more })] : []),
    ].join('\n'),
    buttons: [...inRows(open, 2), rest],
  }
}

const lineCount = (html: string): number => html.split('\n').length

/** A brief and the week under it, which has the lines that are left; undefined where there is no room for any of it. */
export function briefWithWeek(reader: Reader, brief: View, week: WeekOfAll): View | undefined {
  const left = mostLines - lineCount(brief.html) - 1
  const room = messageLimit - plainText(brief.html).length - 2
  const under = left > 0 ? weekView(reader, week, { lines: left, characters: room }) : undefined
  if (!under) return undefined
  const leadsToAll = brief.buttons
    .flat()
    .some((button) => 'action' in button && button.action.name === 'openClients')
  return {
    html: `${brief.html}\n\n${under.html}`,
    buttons: [...brief.buttons, ...(leadsToAll ? [] : under.buttons)],
  }
}
