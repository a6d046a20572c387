import { formatDate, formatTime, localDate } from '../../domain/localTime.ts'
import { headline } from '../../domain/notices.ts'
import { type Texts, directed, escapeHtml, plainText } from '../../texts/texts.ts'
import { turning } from '../turning.ts'
import { shortened } from '../workout/words.ts'
import type { Button, View } from '../view.ts'

export interface NoticeData {
  id: number
  title: string | null
  message: string | null
  /** A name. */
  sender: string | null
  at: Date
}

/** When it is read: who reads it goes by this zone's days. */
interface Reading {
  now: Date
  timeZone: string
}

/** `14:32` today, `Mon 7 Dec, 14:32` before. */
function whenText(t: Texts, at: Date, { now, timeZone }: Reading): string {
  const time = formatTime(at, timeZone, t.language)
  const [day, today] = [localDate(at, timeZone), localDate(now, timeZone)]
  return day === today ? time : `${formatDate(day, t.language, today)}, ${time}`
}

/** Characters of a letter that a row has room for beside the name. */
const mostOfLetter = 40

/** Plain words on a row: whose letter it is and how it begins, or what the news are about. */
function rowTitle(t: Texts, { title, message, sender }: NoticeData): string {
  // News are in the words of who reads them, whichever name they begin with.
  if (title === null || title !== sender) return directed(title ?? t('notifications:untitled'), t.language)
  const words = shortened(headline(message ?? ''), mostOfLetter)
  return words === ''
    ? plainText(t('notifications:letter', { name: title }))
    : plainText(t('notifications:letterOf', { name: title, words }))
}

/** What is on a row, running the way of its language. The day is not said twice. */
function rowText(t: Texts, notice: NoticeData, reading: Reading): string {
  const { timeZone } = reading
  const day = formatDate(localDate(notice.at, timeZone), t.language)
  const saysDay = notice.title?.includes(day) === true
  const when = saysDay ? formatTime(notice.at, timeZone, t.language) : whenText(t, notice.at, reading)
  return directed(t('notifications:entry', { title: rowTitle(t, notice), when }), t.language)
}

const inList = (value: string) => ({ name: 'pick', at: 'notifications.list', value }) as const

/** One page of what somebody has not seen, a button each. `newest`: the last there is, for marking all of them. */
export function noticeList(
  t: Texts,
  {
    notices,
    page,
    pages,
    count,
    newest,
  }: { notices: readonly NoticeData[]; page: number; pages: number; count: number; newest: number },
  reading: Reading,
): View {
  const done: Button = { label: t('notifications:done'), action: inList('done') }
  if (count === 0) return { html: t('notifications:none'), buttons: [[done]] }
  const entries = notices.map((notice): Button[] => [
    {
      label: rowText(t, notice, reading),
      action: inList(`n${notice.id}`),
    },
  ])
  const title = t('notifications:list', { count })
  return {
    html: `${title}${pages > 1 ? t('notifications:listPage', { page, pages }) : ''}\n${t('notifications:hint')}`,
    buttons: [
      ...entries,
      turning(t, { page, pages }, inList),
      [{ label: t('notifications:allRead'), action: inList(`a${newest}`) }, done],
    ],
  }
}

/** Whether the words begin with their own title. */
function saysTitle(message: string, title: string): boolean {
  return message.startsWith(title.replace(/…$/, ''))
}

/** The words as they were kept, below their title where they do not begin with it. */
function keptWords(head: string, message: string | null): string {
  const titled = message !== null && saysTitle(message, head) ? [] : [`<b>${escapeHtml(head)}</b>`]
  return [...titled, ...(message === null ? [] : [escapeHtml(message)])].join('\n')
}

/** One of them in full; `now`: what was sent, as it is worded now, where there is still something to say. */
export function noticeCard(
  t: Texts,
  { title, message, sender, at }: NoticeData,
  now: View | undefined,
  reading: Reading,
): View {
  const when = whenText(t, at, reading)
  const head = title ?? t('notifications:untitled')
  const isFrom = sender !== null && sender !== title
  return {
    html: [
      isFrom ? t('notifications:whenFrom', { when, name: sender }) : t('notifications:when', { when }),
      now?.html ? now.html : keptWords(head, message),
    ].join('\n'),
    buttons: [
      ...(now?.buttons ?? []),
      [{ label: t('back'), action: { name: 'pick', at: 'notifications.one', value: 'back' } }],
    ],
  }
}
