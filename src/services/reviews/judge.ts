import type { Verdict } from '../../domain/enums.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { type Authorized, type ShownToCoach, authorizeReview, requireTrainer } from '../access.ts'
import { Refusal } from '../errors.ts'
import { deleteFiles } from '../files/kept.ts'
import { query, run } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { mirrorVerdict } from './mark.ts'
import { tellSpoken, tellVerdict, untellVerdict, waitForWords } from './telling.ts'

/** Characters. */
export const longestComment = 1000

type Shown = Authorized<ShownToCoach>

const judgeText = `update reviews set state = 'done', verdict = ?, reviewed_by_id = ?, reviewed_at = ?, updated_at = ?
  where id = ?`

/**
 * The acting coach's word on what waits; another of their own takes the place of the first. `before`: it was given
 * already, or by somebody else. Refusals: `notThere`, `notAllowed`.
 */
export async function judge(
  turn: Turn,
  reviewId: number,
  verdict: Verdict,
): Promise<{ outcome: 'judged' | 'changed' | 'before'; shown: Shown }> {
  const shown = await authorizeReview(turn, reviewId)
  if (shown.state === 'withdrawn') throw new Refusal('notThere')
  const { userId } = requireTrainer(turn)
  const isDone = shown.state === 'done'
  if (isDone && (shown.verdict === verdict || shown.reviewedById !== userId))
    return { outcome: 'before', shown }
  const at = formatTimestamp(turn.now)
  await run(turn.sql, judgeText, [verdict, userId, at, at, reviewId])
  await mirrorVerdict(turn, shown.eatenMealId)
  await noteLookedAt(turn, userId)
  await tellVerdict(turn, shown.clientId, reviewId)
  if (shown.spokenId !== null) await tellSpoken(turn, shown.clientId, reviewId, shown.spokenId)
  return { outcome: isDone ? 'changed' : 'judged', shown }
}

/** The acting coach is asked for words beside a verdict of theirs, or not any more. Refusals: `notThere`, `notAllowed`. */
export async function askedForWords(turn: Turn, reviewId: number, isAsked: boolean): Promise<void> {
  const { state, clientId } = await authorizeReview(turn, reviewId)
  if (state === 'done') await waitForWords(turn, { clientId, reviewId, isAsked })
}

/** That something waited is no news any more to who looks at what waits. */
function noteLookedAt({ sql }: Turn, coachId: number) {
  return sql
    .updateTable('notifications')
    .set({ is_read: 1 })
    .where('recipient_id', '=', coachId)
    .where('type', '=', 'waiting')
    .where('is_read', '=', 0)
    .execute()
}

/** What the coach says beside the verdict, before it or after; null takes it back. Refusals: `notThere`, `answerTooLong`. */
export async function commentOn(turn: Turn, reviewId: number, text: string | null): Promise<Shown> {
  const shown = await authorizeReview(turn, reviewId)
  if (shown.state === 'withdrawn') throw new Refusal('notThere')
  if (Array.from(text ?? '').length > longestComment)
    throw new Refusal('answerTooLong', { most: longestComment })
  const at = formatTimestamp(turn.now)
  await run(turn.sql, 'update reviews set comment = ?, updated_at = ? where id = ?', [text, at, reviewId])
  if (shown.state === 'done') await tellVerdict(turn, shown.clientId, reviewId)
  return shown
}

/**
 * What the coach said of it in voice: the file becomes the client's, and takes the place of an earlier one. Refusal
 * `notThere`; the caller lets go of the file then.
 */
export async function speakOn(turn: Turn, reviewId: number, fileId: number): Promise<Shown> {
  const shown = await authorizeReview(turn, reviewId)
  if (shown.state === 'withdrawn') throw new Refusal('notThere')
  await turn.sql
    .updateTable('file_uploads')
    .set({ user_id: shown.clientId, upload_type: 'review' })
    .where('id', '=', fileId)
    .where('user_id', '=', requireTrainer(turn).userId)
    .execute()
  const at = formatTimestamp(turn.now)
  await run(turn.sql, 'update reviews set spoken_id = ?, updated_at = ? where id = ?', [fileId, at, reviewId])
  if (shown.spokenId !== null) await deleteFiles(turn, [shown.spokenId], turn.now)
  if (shown.state === 'done') await tellSpoken(turn, shown.clientId, reviewId, fileId)
  return shown
}

/** *Later*: it comes after what was never put off. False: it waits no more. Refusal `notThere`. */
export async function putOff(turn: Turn, reviewId: number): Promise<boolean> {
  const shown = await authorizeReview(turn, reviewId)
  if (shown.state !== 'waiting') return false
  const at = formatTimestamp(turn.now)
  await run(turn.sql, 'update reviews set put_off_at = ?, updated_at = ? where id = ?', [at, at, reviewId])
  return true
}

const takeBackText = `update reviews set state = 'waiting', verdict = null, comment = null, spoken_id = null,
  reviewed_by_id = null, reviewed_at = null, updated_at = ? where id = ?`
const newestText = `select id from reviews where reviewed_by_id = ? and state = 'done'
  order by reviewed_at desc, id desc limit 1`

/**
 * Takes the acting coach's last verdict back, with what was said beside it; it waits again. What the client was told
 * already is corrected by the next verdict. False: another is the last by now. Refusal `notThere`.
 */
export async function takeBack(turn: Turn, reviewId: number): Promise<boolean> {
  const shown = await authorizeReview(turn, reviewId)
  const [newest] = await query<{ id: number }>(turn.sql, newestText, [requireTrainer(turn).userId])
  if (newest?.id !== reviewId) return false
  await untellVerdict(turn, shown.clientId, reviewId)
  await run(turn.sql, takeBackText, [formatTimestamp(turn.now), reviewId])
  if (shown.spokenId !== null) await deleteFiles(turn, [shown.spokenId], turn.now)
  await mirrorVerdict(turn, shown.eatenMealId)
  return true
}
