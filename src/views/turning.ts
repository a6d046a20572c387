import type { Texts } from '../texts/texts.ts'
import type { Action } from './callbackData.ts'
import type { Button } from './view.ts'

/** Telegram lays buttons out from the left in every language: what is read from the right comes the other way round. */
export function inReadingOrder(t: Texts, row: readonly Button[]): Button[] {
  return t.language === 'he' ? row.toReversed() : [...row]
}

/** The buttons that turn the pages of something long; `at` makes the action of a value, `p2` for the second page. */
export function turning(
  t: Texts,
  { page, pages }: { page: number; pages: number },
  at: (value: string) => Action,
): Button[] {
  const to = (label: string, number: number): Button => ({ label, action: at(`p${number}`) })
  return inReadingOrder(t, [
    ...(page > 1 ? [to(t('previous'), page - 1)] : []),
    ...(page < pages ? [to(t('next'), page + 1)] : []),
  ])
}

/** Telegram takes 4,096 characters; there is room for a head and a foot. */
const longestPage = 3000

/** Blocks of HTML joined into pages that fit a message; no block is cut. */
export function pagesOf(blocks: readonly string[]): string[] {
  const pages: string[] = []
  for (const block of blocks) {
    const last = pages.at(-1)
    if (last !== undefined && last.length + block.length < longestPage)
      pages[pages.length - 1] = `${last}\n\n${block}`
    else pages.push(block)
  }
  return pages
}
