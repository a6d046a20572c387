import type { Authorized, CoachedClient } from '../access.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'

/** What a client showed of late: how many photos and clips there are, the local day of the last, and the files of some. */
export interface LatestPhotos {
  count: number
  last: string
  /** The latest last. */
  files: number[]
}

/** An album of Telegram's holds ten. */
const most = 10

/** What nobody has said yet what it shows is not for the coach to see. */
const ofClient = `from photos where client_id = ? and purpose <> 'unsorted'`
const countText = `select count(*) as count, max(local_date) as last ${ofClient}`
const filesText = `select file_id as file ${ofClient} order by local_date desc, id desc limit ${most}`

/** The latest photos and clips of a client; undefined before the first. */
export async function readLatestPhotos(
  turn: Turn,
  { userId }: Authorized<CoachedClient>,
): Promise<LatestPhotos | undefined> {
  const [sum] = await query<{ count: number; last: string | null }>(turn.sql, countText, [userId])
  if (!sum || sum.last === null) return undefined
  const rows = await query<{ file: number }>(turn.sql, filesText, [userId])
  return { count: sum.count, last: sum.last, files: rows.map(({ file }) => file).toReversed() }
}
