import type { Texts } from '../../texts/texts.ts'
import type { Button, View } from '../view.ts'

export interface LetterData {
  id: number
  text: string
  sender: { userId: number; name: string }
  isFromClient: boolean
  quote: string | null
}

const longestQuote = 250
const short = (text: string): string =>
  text.length > longestQuote ? `${text.slice(0, longestQuote).trimEnd()}…` : text

/** Words from the other side, with what they answer. */
export function letterView(t: Texts, { id, text, sender, isFromClient, quote }: LetterData): View {
  const { name, userId } = sender
  const letter = t('letters:letter', { name, text })
  const open: Button[] = isFromClient
    ? [{ label: t('letters:open', { name }), action: { name: 'openClient', client: userId } }]
    : []
  return {
    html: quote === null ? letter : t('letters:quoted', { letter, quote: short(quote) }),
    buttons: [[{ label: t('letters:answer'), action: { name: 'answerLetter', letter: id } }, ...open]],
  }
}

/** Asks for the words; `quote` is the letter that they answer. */
export function askLetter(t: Texts, name: string, quote: string | null): View {
  return {
    html: quote === null ? t('letters:ask', { name }) : t('letters:askAnswer', { name, quote: short(quote) }),
    buttons: [[{ label: t('cancel'), action: { name: 'cancel' } }]],
  }
}

/** Under a card: what could not be read may have been eaten. */
export function logMealButton(t: Texts, messageId: number): Button {
  return { label: t('meals:logUnread'), action: { name: 'logUnread', message: messageId } }
}

/** Under a card: what could not be read may be for the trainer. */
export function sendButton(t: Texts, messageId: number): Button {
  return { label: t('letters:send'), action: { name: 'sendLetter', message: messageId } }
}

/** Under a card: what could not be read may be what the scale says. `day`: the local day on which it was typed, `YYYY-MM-DD`. */
export function logWeightButton(
  t: Texts,
  { weight, message, day }: { weight: string; message: number; day: string },
): Button {
  return { label: t('weight:logUnread', { weight }), action: { name: 'weighUnread', message, day } }
}
