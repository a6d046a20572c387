import { type Texts, plainText } from '../../texts/texts.ts'
import { turning } from '../turning.ts'
import type { Button } from '../view.ts'

/** A line of HTML; `under` is the heading that is said again where the line begins a page. */
export interface Line {
  html: string
  under?: string
}

/** Telegram counts what is left of a message when its markup is read. */
function seen(html: string): number {
  return plainText(html).length
}

/** UTF-16 units of a page, so that what stands around it finds room in the message as well. */
const pageUnits = 3000

/** Cuts lines into pages, never inside a line. */
export function pagesOf(lines: readonly Line[]): string[] {
  const pages: string[][] = []
  let room = 0
  for (const { html, under } of lines) {
    const units = seen(html) + 1
    if (units > room) {
      pages.push(under === undefined ? [] : [under])
      room = pageUnits - (under === undefined ? 0 : seen(under) + 1)
    }
    room -= units
    pages.at(-1)?.push(html)
  }
  return pages.map((page) => page.join('\n').trim())
}

function problemLines(t: Texts, problems: readonly string[]): Line[] {
  if (problems.length === 0) return []
  return [
    { html: '' },
    { html: t('plans:problemsTitle', { count: problems.length }) },
    ...problems.map((html) => ({ html })),
    { html: t('plans:correct') },
  ]
}

export interface PagedData {
  /** The step that shows it. */
  at: string
  /** Above every page. */
  head: readonly string[]
  lines: readonly Line[]
  /** What was not understood, behind the lines; HTML. */
  problems?: readonly string[]
  /** From 1; one past the end is the last. */
  page: number
}

/** One page of something long, and the buttons that turn it. */
export function paged(t: Texts, data: PagedData): { html: string; turning: Button[] } {
  const { at, head, lines, problems = [] } = data
  const all = pagesOf([...lines, ...problemLines(t, problems)])
  const page = Math.min(data.page, all.length)
  const above =
    problems.length > 0 && page < all.length ? [t('plans:problemsAbove', { count: problems.length })] : []
  const foot = all.length > 1 ? ['', t('plans:pageLine', { page, pages: all.length })] : []
  return {
    html: [...head, ...above, '', all[page - 1] ?? '', ...foot].join('\n'),
    turning: turning(t, { page, pages: all.length }, (value) => ({ name: 'pick', at, value })),
  }
}
