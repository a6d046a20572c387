import { formatTimestamp } from '../../entities/types.ts'
import { requireTrainer } from '../access.ts'
import { Refusal } from '../errors.ts'
import { query } from '../statement.ts'
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

const usesText = `select p.id, p.text, max(r.eaten_meal_id is not null) as "ofMeals",
    max(r.id is not null and r.eaten_meal_id is null) as "ofLifts"
  from quick_phrases p left join reviews r on r.reviewed_by_id = p.trainer_id and r.comment = p.text
  where p.trainer_id = ? group by p.id, p.text order by p.id desc`

/**
 * The acting coach's own as they are likeliest to be of use beside a meal or a lift: those said of such before, those
 * of which that is not known, and, apart, those said of the other alone; each newest first.
 */
export async function phrasesFor(
  turn: Turn,
  kind: 'meal' | 'lift',
): Promise<{ near: QuickPhrase[]; far: QuickPhrase[] }> {
  type Row = QuickPhrase & { ofMeals: number | null; ofLifts: number | null }
  const rows = await query<Row>(turn.sql, usesText, [requireTrainer(turn).userId])
  const phrases = rows.map(({ id, text, ofMeals, ofLifts }) => {
    const [own, other] = kind === 'meal' ? [ofMeals, ofLifts] : [ofLifts, ofMeals]
    return { phrase: { id, text }, likely: own ? 2 : other ? 0 : 1 }
  })
  const those = (likely: number) => phrases.filter((one) => one.likely === likely).map(({ phrase }) => phrase)
  return { near: [...those(2), ...those(1)], far: those(0) }
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
