import { expect, test } from 'vitest'
import { plainText, textsIn } from '../../../src/texts/texts.ts'
import { type NoticeData, noticeList } from '../../../src/views/notices/notices.ts'

const at = new Date('2026-12-13T07:30:00Z')
const reading = { now: new Date('2026-12-20T12:00:00Z'), timeZone: 'UTC' }

/** The row of one notice as it is sent. */
function rowOf(notice: Partial<NoticeData>, language: 'en' | 'he' = 'en'): string {
  const notices = [{ id: 1, title: null, message: null, sender: null, at, ...notice }]
  const view = noticeList(textsIn(language), { notices, page: 1, pages: 1, count: 1, newest: 1 }, reading)
  return plainText(view.buttons[0]?.[0]?.label ?? '')
}
const bare = (text: string) => text.replaceAll(/[\u200e\u200f\u2066-\u2069]/g, '')

test('a row that begins with a Hebrew name runs from left to right in an English chat, its words too', () => {
  const row = rowOf({ title: 'יעל went silent: not a word, not a tap.' })
  expect(row).toMatch(/^\u200e\u2068\u200eיעל/)
  expect(rowOf({ title: 'Yael: אין הודעות' }, 'he')).toMatch(/^\u200f/)
})

test('a letter says whose it is and how it begins, shortened', () => {
  const message = `Is my knee fine with squats, or shall I do something else today?\nYours`
  expect(bare(rowOf({ title: 'Dana Levi', sender: 'Dana Levi', message }))).toMatch(
    /^💬 Dana Levi: Is my knee .{10,35}… · Sun 13 Dec, 07:30$/,
  )
  expect(bare(rowOf({ title: 'Dana Levi', sender: 'Dana Levi' }))).toBe('💬 Dana Levi · Sun 13 Dec, 07:30')
})

test('a day that the title says is not said twice', () => {
  expect(bare(rowOf({ title: '☀️ Good morning! Sun 13 Dec' }))).toBe('☀️ Good morning! Sun 13 Dec · 07:30')
})
