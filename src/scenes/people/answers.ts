import type { Input } from '../../bot/input.ts'
import { type Texts, plainText, textsIn } from '../../texts/texts.ts'

/** What was typed as a message of its own; edits of older messages are not answers. */
export function typed(input: Input): string | undefined {
  return input.kind === 'text' && !input.edited ? input.text.trim() : undefined
}

/** The value of a button of the present step. */
export function picked(input: Input): string | undefined {
  return input.kind === 'tap' && input.action?.name === 'pick' ? input.action.value : undefined
}

type WordList =
  | 'people:yesWords'
  | 'people:noWords'
  | 'people:skipWords'
  | 'people:kgWords'
  | 'people:lbWords'
  | 'people:langWordsEn'
  | 'people:langWordsHe'
  | 'reminders:onWords'
  | 'reminders:offWords'
  | 'meals:asPlannedWords'
  | 'meals:skippedWords'

const plain = (text: string) =>
  plainText(text)
    .toLowerCase()
    .replace(/[.!?]+$/, '')
    .trim()

/** Whether somebody typed one of these words, in whichever of our languages. */
export function means(text: string, list: WordList): boolean {
  const words = [textsIn('en'), textsIn('he')].flatMap((t) => t(list).split(','))
  return words.map(plain).includes(plain(text))
}

/** A button tapped, or its label typed. `labels`: value → label. */
export function chosen<V extends string>(input: Input, labels: Record<V, string>): V | undefined {
  const value = picked(input)
  if (value !== undefined) return Object.hasOwn(labels, value) ? (value as V) : undefined
  const text = typed(input)
  if (text === undefined) return undefined
  return (Object.keys(labels) as V[]).find((key) => plain(labels[key]) === plain(text))
}

/** Yes or no, tapped as `yes`/`no` or typed. */
export function yesOrNo(input: Input): boolean | undefined {
  const value = picked(input)
  if (value === 'yes' || value === 'no') return value === 'yes'
  const text = typed(input)
  if (text === undefined) return undefined
  if (means(text, 'people:yesWords')) return true
  return means(text, 'people:noWords') ? false : undefined
}

/** Whether a question is passed over. */
export function isSkip(input: Input, t: Texts): boolean {
  if (picked(input) === 'skip') return true
  const text = typed(input)
  return text !== undefined && (means(text, 'people:skipWords') || plain(text) === plain(t('skip')))
}
