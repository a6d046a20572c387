import { tellAfterWords, tellAt } from '../../domain/telling.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import { owe } from '../deliveries.ts'
import { query, run } from '../statement.ts'
import type { Turn } from '../turn.ts'

const keptForMs = 7 * 24 * 3_600_000

/** What a delivery of verdicts carries: `again` where the client was told something else of it before. */
export interface ToldReview {
  id: number
  again: boolean
}
export interface VerdictsPayload {
  reviews: ToldReview[]
  /** When the first was given, as stored. */
  first: string
}

interface Batch extends VerdictsPayload {
  id: number
}

interface Row {
  id: number
  payload: string
  state: string
}

const batchesText = `select id, payload, state from deliveries
  where kind = 'verdicts' and recipient_id = ? and created_at >= ? order by id`

const notYet: readonly string[] = ['due', 'held']

/** The delivery that is being filled, and the reviews that an earlier one told. */
async function batchesOf(turn: Turn, clientId: number, reviewId: number) {
  const [review] = await query<{ created_at: string }>(
    turn.sql,
    'select created_at from reviews where id = ?',
    [reviewId],
  )
  const since = formatTimestamp(
    new Date((review ? parseTimestamp(review.created_at) : turn.now).getTime() - keptForMs),
  )
  const rows = await query<Row>(turn.sql, batchesText, [clientId, since])
  const batches = rows.map(({ id, payload, state }) => ({
    id,
    state,
    ...(JSON.parse(payload) as VerdictsPayload),
  }))
  const open: Batch | undefined = batches.findLast(({ state }) => notYet.includes(state))
  const told = batches.some(
    ({ state, reviews }) =>
      !notYet.includes(state) && state !== 'cancelled' && reviews.some(({ id }) => id === reviewId),
  )
  return { open, told }
}

const moveText = `update deliveries set due_at = ?, updated_at = ?
  where kind in ('verdicts', 'spokenVerdict') and recipient_id = ? and state in ('due', 'held')`

async function fill(turn: Turn, { id, reviews, first }: Batch): Promise<void> {
  await run(turn.sql, 'update deliveries set payload = ?, updated_at = ? where id = ?', [
    JSON.stringify({ reviews, first }),
    formatTimestamp(turn.now),
    id,
  ])
}

/**
 * The client hears of a verdict, together with what else is said until nothing was for two minutes; the first waits for
 * ten at most.
 */
export async function tellVerdict(turn: Turn, clientId: number, reviewId: number): Promise<void> {
  const { now, sql } = turn
  const { open, told } = await batchesOf(turn, clientId, reviewId)
  const at = formatTimestamp(now)
  const isEmpty = !open || open.reviews.length === 0
  const first = isEmpty ? at : open.first
  const dueAt = tellAt(parseTimestamp(first), now)
  if (!open) {
    await owe(
      turn,
      {
        key: `verdicts:${reviewId}:${at}`,
        kind: 'verdicts',
        recipientId: clientId,
        payload: { reviews: [{ id: reviewId, again: told }], first } satisfies VerdictsPayload,
        dueAt,
        expiresAt: new Date(now.getTime() + keptForMs),
        valuable: true,
      },
      now,
    )
    return
  }
  const others = open.reviews.filter(({ id }) => id !== reviewId)
  await fill(turn, { ...open, first, reviews: [...others, { id: reviewId, again: told }] })
  await run(sql, moveText, [formatTimestamp(dueAt), at, clientId])
  if (turn.due.at === null || dueAt < turn.due.at) turn.due.at = dueAt
}

/**
 * A verdict that is not told yet waits for the words its coach is asked for, ten minutes at most; or, once they are said or
 * left out, no longer than others.
 */
export async function waitForWords(
  turn: Turn,
  { clientId, reviewId, isAsked }: { clientId: number; reviewId: number; isAsked: boolean },
): Promise<void> {
  const { open } = await batchesOf(turn, clientId, reviewId)
  if (!open?.reviews.some(({ id }) => id === reviewId)) return
  const first = parseTimestamp(open.first)
  const dueAt = isAsked ? tellAfterWords(first) : tellAt(first, turn.now)
  await run(turn.sql, moveText, [formatTimestamp(dueAt), formatTimestamp(turn.now), clientId])
  if (turn.due.at === null || dueAt < turn.due.at) turn.due.at = dueAt
}

/** What was said in voice goes out after the words, as a message of its own, once. */
export async function tellSpoken(
  turn: Turn,
  clientId: number,
  reviewId: number,
  fileId: number,
): Promise<void> {
  const { now } = turn
  const { open } = await batchesOf(turn, clientId, reviewId)
  const dueAt = open ? tellAt(parseTimestamp(open.first), now) : now
  await owe(
    turn,
    {
      key: `spokenVerdict:${reviewId}:${fileId}`,
      kind: 'spokenVerdict',
      recipientId: clientId,
      payload: { review: reviewId, file: fileId },
      dueAt,
      expiresAt: new Date(now.getTime() + keptForMs),
      valuable: true,
    },
    now,
  )
}

/** A verdict was taken back: it is not told, where it was not yet. */
export async function untellVerdict(turn: Turn, clientId: number, reviewId: number): Promise<void> {
  const { open } = await batchesOf(turn, clientId, reviewId)
  if (open) await fill(turn, { ...open, reviews: open.reviews.filter(({ id }) => id !== reviewId) })
}
