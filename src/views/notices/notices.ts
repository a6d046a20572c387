import { formatDate, formatTime, localDate } from '../../domain/localTime.ts'
import { type Texts, escapeHtml } from '../../texts/texts.ts'
import { turning } from '../turning.ts'
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
      label: t('notifications:entry', {
        title: notice.title ?? t('notifications:untitled'),
        when: whenText(t, notice.at, reading),
      }),
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
