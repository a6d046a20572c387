import { formatTimestamp } from '../../entities/types.ts'
import { requireTrainer } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'

/** A comment that the acting coach keeps at hand. */
export interface QuickPhrase {
  id: number
  text: string
}

/** Characters: what a button and a glance can take. */
export const longestPhrase = 200
const mostPhrases = 24

/** The acting coach's own, newest first. */
export function ownPhrases(turn: Turn): Promise<QuickPhrase[]> {
  const { userId } = requireTrainer(turn)
  return turn.sql
    .selectFrom('quick_phrases')
    .select(['id', 'text'])
    .where('trainer_id', '=', userId)
    .orderBy('id', 'desc')
    .execute()
}

/** Keeps a comment at hand; the same once. Refusals: `answerTooLong`, `tooManyPhrases`. */
export async function keepPhrase(turn: Turn, text: string): Promise<void> {
  const { userId } = requireTrainer(turn)
  if (Array.from(text).length > longestPhrase) throw new Refusal('answerTooLong', { most: longestPhrase })
  const phrases = await ownPhrases(turn)
  if (phrases.some((phrase) => phrase.text === text)) return
  if (phrases.length >= mostPhrases) throw new Refusal('tooManyPhrases', { most: mostPhrases })
  await turn.sql
    .insertInto('quick_phrases')
    .values({ trainer_id: userId, text, created_at: formatTimestamp(turn.now) })
    .execute()
}

/** One of the acting coach's own, or Refusal `notThere`. */
export async function readPhrase(turn: Turn, id: number): Promise<QuickPhrase> {
  const found = (await ownPhrases(turn)).find((phrase) => phrase.id === id)
  if (!found) throw new Refusal('notThere')
  return found
}

/** Forgets one of the acting coach's own. Refusal `notThere`. */
export async function forgetPhrase(turn: Turn, id: number): Promise<QuickPhrase> {
  const phrase = await readPhrase(turn, id)
  await turn.sql.deleteFrom('quick_phrases').where('id', '=', id).execute()
  return phrase
}
