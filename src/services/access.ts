import type { Verdict } from '../domain/enums.ts'
import { languageOf } from '../domain/language.ts'
import { zoneOr } from '../domain/localTime.ts'
import { parseTimestamp } from '../entities/types.ts'
import { Refusal } from './errors.ts'
import type { Turn, Units } from './turn.ts'

declare const proof: unique symbol

/** Something whose right was proved in this turn. Only this file makes it, so a use case that asks for it is safe. */
export type Authorized<T> = T & { readonly [proof]: true }

/** Somebody who coaches: a trainer, or an admin beside the role. */
export interface Coach {
  userId: number
}

/** The client who acts. */
export interface Self {
  userId: number
  trainerId: number | null
}

/** A client of the coach who acts. */
export interface CoachedClient {
  userId: number
  /** The coach who acts. */
  trainerId: number
  username: string
  /** The name they go by; the username where nobody said one. */
  name: string
  isActive: boolean
  /** False: a record that waits for its person. */
  hasJoined: boolean
  /** Has joined, and lets the bot write. */
  isReachable: boolean
  /** What they chose, else that of their Telegram; their coach's until they come. */
  language: 'en' | 'he'
  /** IANA name; their coach's until they say. */
  timeZone: string
  units: Units
}

/** What a client of the coach who acts showed, for their word. */
export interface ShownToCoach {
  id: number
  clientId: number
  /** The name the client goes by. */
  client: string
  state: 'waiting' | 'done' | 'withdrawn'
  verdict: Verdict | null
  comment: string | null
  /** The `file_uploads` row of what was said in voice. */
  spokenId: number | null
  reviewedById: number | null
  reviewedAt: Date | null
  /** When the client showed it. */
  shownAt: Date
  eatenMealId: number | null
  workoutItemId: number | null
  exerciseId: number | null
  setNumber: number | null
}

/** Whose figures are read: the acting client's own, or those of a client of the acting coach. */
export interface Subject {
  userId: number
  /** IANA name; their days are meant. */
  timeZone: string
  /** Null for the reader's own. */
  name: string | null
}

/** Everybody here who is a user. */
export interface Member {
  userId: number
}

function authorized<T>(value: T): Authorized<T> {
  return value as Authorized<T>
}

function requireUserId(turn: Turn): number {
  const { userId, isActive } = turn.actor
  if (userId === null || !isActive) throw new Refusal('notAllowed')
  return userId
}

/** Whoever has joined. Strangers: Refusal `notAllowed`. */
export function requireMember(turn: Turn): Authorized<Member> {
  return authorized({ userId: requireUserId(turn) })
}

/** Whether the actor coaches: a trainer, or a user with the role of an admin. */
export function isCoach({ actor }: Turn): boolean {
  return actor.userId !== null && actor.isActive && (actor.role === 'trainer' || actor.role === 'admin')
}

/** A trainer or a coaching admin. Others: Refusal `notAllowed`. */
export function requireTrainer(turn: Turn): Authorized<Coach> {
  if (!isCoach(turn)) throw new Refusal('notAllowed')
  return authorized({ userId: requireUserId(turn) })
}

/** The client who acts, for what is their own. Others: Refusal `notAllowed`. */
export function requireClient(turn: Turn): Authorized<Self> {
  if (turn.actor.role !== 'client') throw new Refusal('notAllowed')
  return authorized({ userId: requireUserId(turn), trainerId: turn.actor.trainerId })
}

/** Whoever configuration or the role calls an admin, with a record or without. Others: Refusal `notAllowed`. */
export function requireAdmin(turn: Turn): Authorized<{ userId: number | null }> {
  if (!turn.actor.isAdmin || !turn.actor.isActive) throw new Refusal('notAllowed')
  return authorized({ userId: turn.actor.userId })
}

/**
 * The actor's own client. Somebody else's client, somebody who is none and nobody at all answer alike:
 * Refusal `notThere`. An actor who does not coach: Refusal `notAllowed`.
 */
export async function authorizeClient(turn: Turn, clientUserId: number): Promise<Authorized<CoachedClient>> {
  const { userId: trainerId } = requireTrainer(turn)
  const row = await turn.sql
    .selectFrom('users as u')
    .leftJoin('user_settings as s', 's.user_id', 'u.id')
    .leftJoin('telegram_accounts as a', 'a.user_id', 'u.id')
    .select(['u.id', 'u.username', 'u.full_name', 'u.is_active'])
    .select(['s.language', 's.time_zone', 's.units', 'a.telegram_id', 'a.chat_state', 'a.language_code'])
    .where('u.id', '=', clientUserId)
    .where('u.role', '=', 'client')
    .where('u.trainer_id', '=', trainerId)
    .executeTakeFirst()
  if (!row) throw new Refusal('notThere')
  return authorized({
    userId: row.id,
    trainerId,
    username: row.username,
    name: row.full_name ?? row.username,
    isActive: Boolean(row.is_active),
    hasJoined: row.telegram_id !== null,
    isReachable: row.chat_state === 'reachable',
    language: row.language ?? (row.language_code ? languageOf(row.language_code) : turn.actor.language),
    timeZone: zoneOr(row.time_zone, turn.actor.timeZone),
    units: row.units ?? turn.actor.units,
  })
}

/**
 * What a present client of the acting coach showed. Somebody else's, of a client who has left, and none at all answer
 * alike: Refusal `notThere`. An actor who does not coach: Refusal `notAllowed`.
 */
export async function authorizeReview(turn: Turn, reviewId: number): Promise<Authorized<ShownToCoach>> {
  const { userId: trainerId } = requireTrainer(turn)
  const row = await turn.sql
    .selectFrom('reviews as r')
    .innerJoin('users as u', 'u.id', 'r.client_id')
    .select(['r.id', 'r.client_id', 'u.full_name', 'u.username', 'r.state', 'r.verdict', 'r.comment'])
    .select(['r.spoken_id', 'r.reviewed_by_id', 'r.eaten_meal_id', 'r.workout_item_id', 'r.exercise_id'])
    .select(['r.set_number', 'r.reviewed_at', 'r.created_at'])
    .where('r.id', '=', reviewId)
    .where('u.role', '=', 'client')
    .where('u.trainer_id', '=', trainerId)
    .executeTakeFirst()
  if (!row) throw new Refusal('notThere')
  return authorized({
    id: row.id,
    clientId: row.client_id,
    client: row.full_name ?? row.username,
    state: row.state,
    verdict: row.verdict,
    comment: row.comment,
    spokenId: row.spoken_id,
    reviewedById: row.reviewed_by_id,
    reviewedAt: row.reviewed_at === null ? null : parseTimestamp(row.reviewed_at),
    shownAt: parseTimestamp(row.created_at),
    eatenMealId: row.eaten_meal_id,
    workoutItemId: row.workout_item_id,
    exerciseId: row.exercise_id,
    setNumber: row.set_number,
  })
}

/** Null is the acting client themselves, a number a client of the acting coach. Refusals: `notAllowed`, `notThere`. */
export async function authorizeSubject(turn: Turn, clientId: number | null): Promise<Authorized<Subject>> {
  if (clientId === null)
    return authorized({ userId: requireClient(turn).userId, timeZone: turn.actor.timeZone, name: null })
  const { userId, timeZone, name } = await authorizeClient(turn, clientId)
  return authorized({ userId, timeZone, name })
}
