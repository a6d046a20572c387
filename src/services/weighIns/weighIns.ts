import { localDate, localTime, wallToInstant } from '../../domain/localTime.ts'
import type { TypedWeighIn } from '../../domain/weight/parse.ts'
import {
  type Outlook,
  daysOf,
  isFast,
  isSurprising,
  outlookOf,
  trendOf,
  weeklyChange,
} from '../../domain/weight/trend.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import { type Authorized, type CoachedClient, requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'

/** What the scale said once. */
export interface WeighIn {
  id: number
  kg: number
  /** Per cent. */
  bodyFat: number | null
  note: string | null
  /** The client's local day, `YYYY-MM-DD`. */
  date: string
  at: Date
}

/** Where a client stands. kg throughout. */
export interface Standing {
  /** The newest by its time, and the one that was written down last. */
  newest: WeighIn | undefined
  entered: WeighIn | undefined
  trend: number | undefined
  perWeek: number | undefined
  isFast: boolean
  target: number | null
  outlook: Outlook | undefined
}

interface Subject {
  userId: number
  /** IANA name. */
  timeZone: string
}

interface Row {
  id: number
  weight: number
  body_fat: number | null
  notes: string | null
  recorded_at: string
}

const allText = `select id, weight, body_fat, notes, recorded_at from weigh_ins where client_id = ?`

function weighInOf({ id, weight, body_fat: bodyFat, notes, recorded_at }: Row, timeZone: string): WeighIn {
  const at = parseTimestamp(recorded_at)
  return { id, kg: weight, bodyFat, note: notes, date: localDate(at, timeZone), at }
}

/** A client's weigh-ins, oldest first, whoever wrote them. The caller proves the right to see them. */
export async function weighInsOf(turn: Turn, { userId, timeZone }: Subject): Promise<WeighIn[]> {
  const rows = await query<Row>(turn.sql, allText, [userId])
  return rows
    .map((row) => weighInOf(row, timeZone))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id)
}

function ownWeighIns(turn: Turn): Promise<WeighIn[]> {
  const { userId } = requireClient(turn)
  return weighInsOf(turn, { userId, timeZone: turn.actor.timeZone })
}

/** What a coach sees of it: the newest weigh-in and the trend in kg; undefined before the first. */
export async function lastWeighed(
  turn: Turn,
  client: Authorized<CoachedClient>,
): Promise<{ newest: WeighIn; trend: number } | undefined> {
  const all = await weighInsOf(turn, client)
  const newest = all.at(-1)
  return newest && { newest, trend: trendOf(daysOf(all)) ?? newest.kg }
}

/** One of the acting client's own; somebody else's and none at all: Refusal `notThere`. */
export async function readWeighIn(turn: Turn, id: number): Promise<WeighIn> {
  const found = (await ownWeighIns(turn)).find((one) => one.id === id)
  if (!found) throw new Refusal('notThere')
  return found
}

/** The weight a client aims at, kg. The caller proves the right to see it. */
export async function targetOf({ sql }: Turn, userId: number): Promise<number | null> {
  const text = 'select target_weight as target from client_profiles where user_id = ?'
  const [profile] = await query<{ target: number | null }>(sql, text, [userId])
  return profile?.target ?? null
}

/** Trend, change per week and what they mean for the target, for the acting client. */
export async function readStanding(turn: Turn): Promise<Standing> {
  const { userId } = requireClient(turn)
  const all = await ownWeighIns(turn)
  const days = daysOf(all)
  const trend = trendOf(days)
  const perWeek = weeklyChange(days, localDate(turn.now, turn.actor.timeZone))
  const target = await targetOf(turn, userId)
  return {
    newest: all.at(-1),
    entered: all.toSorted((a, b) => a.id - b.id).at(-1),
    trend,
    perWeek,
    isFast: trend !== undefined && perWeek !== undefined && isFast(trend, perWeek),
    target,
    outlook: trend === undefined || target === null ? undefined : outlookOf(trend, perWeek, target),
  }
}

/** The moment of a weigh-in: now, or the same time of day on a day that was said. */
function momentOf({ now, actor }: Turn, date: string | null): Date {
  if (date === null || date === localDate(now, actor.timeZone)) return now
  return wallToInstant(date, localTime(now, actor.timeZone), actor.timeZone)
}

/**
 * The weigh-in next to it in time that makes a typed one surprising; undefined where it is none. `replaced`: the one
 * it corrects, which does not count.
 */
export async function surprise(
  turn: Turn,
  { kg, date }: Pick<TypedWeighIn, 'kg' | 'date'>,
  replaced: number | null,
): Promise<WeighIn | undefined> {
  const all = await ownWeighIns(turn)
  const old = all.find(({ id }) => id === replaced)
  const at = (date === null && old ? old.at : momentOf(turn, date)).getTime()
  const gap = (one: WeighIn) => Math.abs(one.at.getTime() - at)
  const [nearest] = all.filter(({ id }) => id !== replaced).toSorted((a, b) => gap(a) - gap(b) || b.id - a.id)
  return nearest && isSurprising(nearest.kg, kg, gap(nearest) / 86_400_000) ? nearest : undefined
}

/** Writes one down for the acting client; answers its id. Several a day are several. */
export async function addWeighIn(turn: Turn, { kg, bodyFat, note, date }: TypedWeighIn): Promise<number> {
  const { userId } = requireClient(turn)
  const { id } = await turn.sql
    .insertInto('weigh_ins')
    .values({
      client_id: userId,
      weight: kg,
      body_fat: bodyFat,
      notes: note,
      recorded_at: formatTimestamp(momentOf(turn, date)),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Puts another weight in its place. What was not said anew stays: body fat, note, day. Refusal `notThere`. */
export async function correctWeighIn(turn: Turn, id: number, typed: TypedWeighIn): Promise<void> {
  const old = await readWeighIn(turn, id)
  const at = typed.date === null || typed.date === old.date ? old.at : momentOf(turn, typed.date)
  await turn.sql
    .updateTable('weigh_ins')
    .set({
      weight: typed.kg,
      body_fat: typed.bodyFat ?? old.bodyFat,
      notes: typed.note ?? old.note,
      recorded_at: formatTimestamp(at),
    })
    .where('id', '=', id)
    .execute()
}

/** A word on one of the acting client's own; at most 500 characters are kept. Refusal `notThere`. */
export async function noteWeighIn(turn: Turn, id: number, text: string): Promise<void> {
  await readWeighIn(turn, id)
  const notes = Array.from(text.trim()).slice(0, 500).join('')
  await turn.sql.updateTable('weigh_ins').set({ notes }).where('id', '=', id).execute()
}

/** Takes one of the acting client's own away. Refusal `notThere`. */
export async function removeWeighIn(turn: Turn, id: number): Promise<void> {
  await readWeighIn(turn, id)
  await turn.sql.deleteFrom('weigh_ins').where('id', '=', id).execute()
}
