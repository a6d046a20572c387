import { type CheckIn, type Rating, canGoOn, checkInBefore, isDraft } from '../../domain/checkIn/checkIn.ts'
import { type Pose, poses } from '../../domain/enums.ts'
import { localDate } from '../../domain/localTime.ts'
import { kgPerPound } from '../../domain/units.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { type Authorized, type CoachedClient, authorizeClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { type Subject, ownSubject } from '../weighIns/reading.ts'

interface Row {
  id: number
  date: string
  weight: number | null
  body_fat: number | null
  notes: string | null
  sleep: Rating | null
  energy: Rating | null
  hunger: Rating | null
  stress: Rating | null
  weigh_in_id: number | null
  finished_at: string | null
  begun_here: number | null
  typed_weight: string | null
  typed_unit: 'kg' | 'lb' | null
}

const allText = `select p.id, p.date, p.weight, p.body_fat, p.notes, p.sleep, p.energy, p.hunger, p.stress, p.weigh_in_id,
  p.finished_at, p.begun_here, w.typed_weight, w.typed_unit
  from progress_entries p left join weigh_ins w on w.id = p.weigh_in_id and w.weight = p.weight
  where p.client_id = ? order by p.date, p.id`

const posesText = `select progress_entry_id as entry, pose from photos
  where client_id = ? and progress_entry_id is not null and pose is not null`

function typedOf({ typed_weight: number, typed_unit: unit, weight }: Row): CheckIn['typed'] {
  if (number === null || unit === null || weight === null) return null
  const kg = Number(number) * (unit === 'kg' ? 1 : kgPerPound)
  return Math.abs(kg - weight) < 0.001 ? { number, unit } : null
}

function checkInOf(row: Row, shown: readonly Pose[]): CheckIn {
  const { id, date, weight: kg, body_fat: bodyFat, notes, sleep, energy, hunger, stress } = row
  const finishedAt = row.finished_at === null ? null : parseTimestamp(row.finished_at)
  const felt = { sleep, energy, hunger, stress }
  const weighed = { kg, typed: typedOf(row), weighInId: row.weigh_in_id, bodyFat }
  return { id, date, ...weighed, ...felt, notes, poses: shown, finishedAt, begunHere: row.begun_here === 1 }
}

/** All of a client, oldest first, whoever wrote them; the right to them is the caller's to prove. */
export async function checkInsOf({ sql }: Turn, userId: number): Promise<CheckIn[]> {
  const rows = await query<Row>(sql, allText, [userId])
  const shown = await query<{ entry: number; pose: Pose }>(sql, posesText, [userId])
  const posesOf = (id: number) =>
    poses.filter((one) => shown.some(({ entry, pose }) => entry === id && pose === one))
  return rows.map((row) => checkInOf(row, posesOf(row.id)))
}

/** The acting client's own of a local day, as far as it has come; undefined before the first answer. */
export async function readCheckIn(turn: Turn, date: string): Promise<CheckIn | undefined> {
  const { userId } = ownSubject(turn)
  return (await checkInsOf(turn, userId)).findLast((one) => one.date === date && canGoOn(one))
}

/** Whether the acting client has any of another day than this one. */
export async function hasOthers(turn: Turn, date: string): Promise<boolean> {
  return (await checkInsOf(turn, ownSubject(turn).userId)).some((one) => one.date !== date)
}

/** A client's that went to the trainer, or were written by others; oldest first. The right to them is the caller's to prove. */
export async function sentCheckIns(turn: Turn, { userId, timeZone }: Subject): Promise<CheckIn[]> {
  const today = localDate(turn.now, timeZone)
  return (await checkInsOf(turn, userId)).filter((one) => !isDraft(one, today))
}

/** A check-in, and the one it is compared with. */
export interface Compared {
  checkIn: CheckIn
  before: CheckIn | undefined
}

/** The acting client's own of a day, beside the one before it. */
export async function compareOwn(turn: Turn, date: string): Promise<Compared | undefined> {
  const checkIn = await readCheckIn(turn, date)
  return checkIn && { checkIn, before: checkInBefore(await sentCheckIns(turn, ownSubject(turn)), checkIn) }
}

/** The newest that a coach may see; undefined before the first. */
export async function lastCheckIn(
  turn: Turn,
  client: Authorized<CoachedClient>,
): Promise<CheckIn | undefined> {
  return (await sentCheckIns(turn, client)).at(-1)
}

export interface CheckInPage {
  /** The coach's client whose check-ins they are; null for the reader's own. */
  name: string | null
  /** Newest first. */
  lines: (CheckIn & { isDraft: boolean })[]
  page: number
  pages: number
}

const linesPerPage = 8

/** Whose they are: `null` is the actor, a number a client of the acting coach. Refusal `notThere`. */
async function whose(turn: Turn, clientId: number | null): Promise<Subject & { name: string | null }> {
  return clientId === null ? { ...ownSubject(turn), name: null } : authorizeClient(turn, clientId)
}

/** One page, newest first; the client sees what they have not sent as well. Pages count from 1. */
export async function listCheckIns(
  turn: Turn,
  clientId: number | null,
  wanted: number,
): Promise<CheckInPage> {
  const subject = await whose(turn, clientId)
  const today = localDate(turn.now, subject.timeZone)
  const all = clientId === null ? await checkInsOf(turn, subject.userId) : await sentCheckIns(turn, subject)
  const pages = Math.max(1, Math.ceil(all.length / linesPerPage))
  const page = Math.min(wanted, pages)
  const lines = all.toReversed().slice((page - 1) * linesPerPage, page * linesPerPage)
  const { name } = subject
  return { name, lines: lines.map((one) => ({ ...one, isDraft: isDraft(one, today) })), page, pages }
}

export interface OneCheckIn extends Compared {
  name: string | null
  clientId: number
  isDraft: boolean
  /** It can be changed or sent: the client's own of our making. */
  canGoOn: boolean
}

/** One of the actor's own, or of a client of the acting coach that they may see. Refusal `notThere`. */
export async function readOneCheckIn(
  turn: Turn,
  clientId: number | null,
  entry: number,
): Promise<OneCheckIn> {
  const subject = await whose(turn, clientId)
  const sent = await sentCheckIns(turn, subject)
  const all = clientId === null ? await checkInsOf(turn, subject.userId) : sent
  const checkIn = all.find(({ id }) => id === entry)
  if (!checkIn) throw new Refusal('notThere')
  const draft = isDraft(checkIn, localDate(turn.now, subject.timeZone))
  return {
    checkIn,
    before: checkInBefore(sent, checkIn),
    name: subject.name,
    clientId: subject.userId,
    isDraft: draft,
    canGoOn: clientId === null && (draft || checkIn.finishedAt !== null),
  }
}

/** The kept files of its photos, front to back, for whoever may see the check-in. Refusal `notThere`. */
export async function photosOfCheckIn(turn: Turn, clientId: number | null, entry: number): Promise<number[]> {
  const { checkIn, clientId: owner } = await readOneCheckIn(turn, clientId, entry)
  const shown = await query<{ file: number; pose: Pose }>(
    turn.sql,
    `select file_id as file, pose from photos
      where client_id = ? and progress_entry_id = ? and pose is not null order by id`,
    [owner, checkIn.id],
  )
  return poses.flatMap((pose) => shown.filter((one) => one.pose === pose).map(({ file }) => file))
}
