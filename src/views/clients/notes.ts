import { formatDate } from '../../domain/localTime.ts'
import type { Texts } from '../../texts/texts.ts'
import { turning } from '../turning.ts'
import type { Button, Extra, View } from '../view.ts'
import { shortened } from '../workout/words.ts'

/** A note; `date` is a local day of the coach's. */
export interface NoteData {
  id: number
  date: string
  text: string
}

export interface NotesData {
  name: string
  notes: readonly NoteData[]
  page: number
  pages: number
  /** The coach's local day. */
  today: string
}

const pickIn = (step: 'list' | 'one') => (value: string) =>
  ({ name: 'pick', at: `clientNotes.${step}`, value }) as const

/** A coach's notes on a client, newest first; a button opens each. */
export function notesCard(t: Texts, { name, notes, page, pages, today }: NotesData): View {
  const pick = pickIn('list')
  const dated = notes.map(({ id, date, text }) => ({ id, date: formatDate(date, t.language, today), text }))
  return {
    html: [
      t('clients:notesTitle', { name }),
      '',
      ...(notes.length === 0 ? [t('clients:notesNone')] : []),
      ...dated.map(({ date, text }) => t('clients:noteListed', { date, text: shortened(text, 400) })),
      ...(pages > 1 ? ['', t('page', { page, pages })] : []),
    ].join('\n'),
    buttons: [
      ...dated.map(({ id, date, text }): Button[] => [
        { label: t('clients:noteOpen', { date, text: shortened(text, 30) }), action: pick(`n${id}`) },
      ]),
      turning(t, { page, pages }, pick),
      [{ label: t('back'), action: pick('back') }],
    ],
  }
}

/** One note, to be read in full or deleted. */
export function noteCard(
  t: Texts,
  { name, note, today }: { name: string; note: NoteData; today: string },
): View {
  const pick = pickIn('one')
  const date = formatDate(note.date, t.language, today)
  return {
    html: t('clients:noteOne', { name, date, text: note.text }),
    buttons: [
      [{ label: t('clients:noteDelete'), action: pick('delete'), style: 'danger' }],
      [{ label: t('back'), action: pick('back') }],
    ],
  }
}

/** The latest photos of a client, beside the card. */
export function latestPhotos(
  t: Texts,
  { name, last, files, today }: { name: string; last: string; files: number[]; today: string },
): Extra {
  return {
    html: t('clients:photosTitle', { name, date: formatDate(last, t.language, today) }),
    picture: { kind: 'kept', files },
    key: 'clientPhotos',
  }
}
