import type { Texts } from '../../texts/texts.ts'
import { plainText } from '../../texts/texts.ts'
import { type Button, type View, messageLimit } from '../view.ts'

const between = '\n\n· · ·\n\n'
/** Rows of buttons under one note. */
const mostRows = 20

/** How many of these views, the first ones, go into one note. */
export function fitsInNote(t: Texts, views: readonly View[]): number {
  let length = plainText(t('reminders:heldTitle')).length
  let rowCount = 0
  for (const [index, { html, buttons }] of views.entries()) {
    length += between.length + plainText(html).length
    rowCount += buttons.length
    if (length > messageLimit || rowCount > mostRows) return index
  }
  return views.length
}

/** Whether a button says nothing of whom it is about: among others it would be anybody's. */
const isNameless = (button: Button): boolean => 'action' in button && button.action.name === 'notMine'

/** Several pieces may lead to the same place; what a button leaves unsaid is done where another leads. */
function onceEach(views: readonly View[]): Button[][] {
  const rows = views.flatMap(({ buttons }) => buttons.map((row) => row.filter((one) => !isNameless(one))))
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()].filter((row) => row.length > 0)
}

const isLine = (html: string | undefined): boolean => html?.includes('\n') === false

/** The pieces below each other; those of a line each as a list. */
const put = (pieces: readonly string[]): string =>
  pieces.reduce(
    (before, piece, at) => before + (isLine(pieces[at - 1]) && isLine(piece) ? '\n' : between) + piece,
  )

/** What came in somebody's quiet hours, in one message; a single piece stands for itself. */
export function heldNote(t: Texts, views: readonly View[]): View {
  const [only, ...others] = views
  if (only && others.length === 0) return only
  const pieces = put(views.map(({ html }) => html))
  return { html: `${t('reminders:heldTitle')}\n\n${pieces}`, buttons: onceEach(views) }
}
