import type { Pose } from '../../domain/enums.ts'
import type { DayWeight } from '../../domain/weight/trend.ts'
import type { Authorized, Subject } from '../access.ts'
import { sentCheckIns } from '../checkIns/reading.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'

/** A photo of progress. */
export interface ProgressPhoto {
  fileId: number
  /** The client's local day, `YYYY-MM-DD`. */
  date: string
}

/** The first and the last photo of one pose, of different days; null: nobody said from where. */
export interface PhotoPair {
  pose: Pose | null
  before: ProgressPhoto
  after: ProgressPhoto
}

interface Row {
  file_id: number
  pose: Pose | null
  local_date: string
  entry: number | null
}

const photosText = `select p.file_id, p.pose, p.local_date, p.progress_entry_id as entry from photos p join file_uploads f on f.id = p.file_id
  where p.client_id = ? and p.purpose = 'progress' and coalesce(f.media_kind, 'photo') in ('photo', 'document')
  and f.mime_type like 'image/%' and p.local_date >= ? order by p.local_date, p.id`

const order: (Pose | null)[] = ['front', 'side', 'back', null]

/** What the reader may see: to a coach the photos of a check-in count once it was sent. */
async function shownPhotos(turn: Turn, client: Authorized<Subject>, from: string | null): Promise<Row[]> {
  const rows = await query<Row>(turn.sql, photosText, [client.userId, from ?? ''])
  if (client.name === null) return rows
  const sent = new Set((await sentCheckIns(turn, client)).map(({ id }) => id))
  return rows.filter(({ entry }) => entry === null || sent.has(entry))
}

/** What can be laid side by side of a client's photos from a local day on; null: from the first. */
export async function readPhotoPairs(
  turn: Turn,
  client: Authorized<Subject>,
  from: string | null,
): Promise<PhotoPair[]> {
  const rows = await shownPhotos(turn, client, from)
  return order.flatMap((pose) => {
    const of = rows.filter((row) => row.pose === pose)
    const [before, after] = [of[0], of.at(-1)]
    if (!before || !after || before.local_date === after.local_date) return []
    const photo = ({ file_id: fileId, local_date: date }: Row): ProgressPhoto => ({ fileId, date })
    return [{ pose, before: photo(before), after: photo(after) }]
  })
}

const nearDays = 3

/** What was weighed next to a day, kg; undefined where nothing was within three days of it. */
export function weightNear(days: readonly DayWeight[], date: string): number | undefined {
  const gap = (one: DayWeight) => Math.abs(Date.parse(one.date) - Date.parse(date)) / 86_400_000
  const [nearest] = days.filter((one) => gap(one) <= nearDays).toSorted((a, b) => gap(a) - gap(b))
  return nearest?.kg
}
