import { sql as text } from 'kysely'
import type { BriefNews } from '../../domain/attention/brief.ts'
import type { Sql, Unit } from '../unit.ts'

/** News of clients that a brief can tell, and the reason that names them. */
const reasonOf = {
  planEnds: 'planEnds',
  mealsEnd: 'mealsEnd',
  wentSilent: 'silent',
  unanswered: 'unanswered',
} as const

/** News about their clients that a coach has not been told yet. */
export async function untoldNews(sql: Sql, coachId: number): Promise<BriefNews[]> {
  const rows = await sql
    .selectFrom('deliveries')
    .select(['id', 'kind', text<number>`payload ->> '$.client'`.as('client')])
    .where('recipient_id', '=', coachId)
    .where('kind', 'in', Object.keys(reasonOf))
    .where('state', '=', 'due')
    .where('attempts', '=', 0)
    .execute()
  return rows.map(({ id, kind, client }) => ({ id, client, reason: reasonOf[kind as keyof typeof reasonOf] }))
}

/** Notes what a message that is about to be sent tells besides; it may be worded several times. One that was sent stays. */
export async function noteTold(
  { sql }: Unit,
  deliveryId: number,
  { news, week }: { news: readonly number[]; week: boolean },
): Promise<void> {
  await sql
    .updateTable('deliveries')
    .set({
      payload: text<string>`json_set(payload, '$.told', json(${JSON.stringify({ news, week })}))`,
    })
    .where('id', '=', deliveryId)
    .where('state', 'in', ['due', 'held'])
    .execute()
}

/** What came to a coach and tells more than one thing, or is on its way. */
const tellers = (sql: Sql, coachId: number, kinds: readonly string[]) =>
  sql
    .selectFrom('deliveries')
    .select('id')
    .where('recipient_id', '=', coachId)
    .where('kind', 'in', kinds)
    .where('state', 'in', ['sending', 'sent', 'uncertain', 'held'])

/** Whether a brief told some news, or other news of that sort did. */
export async function isTold(sql: Sql, coachId: number, newsId: number): Promise<boolean> {
  const row = await tellers(sql, coachId, ['brief', 'unanswered'])
    .where('id', '<>', newsId)
    .where(text<boolean>`exists (select 1 from json_each(payload, '$.told.news') where value = ${newsId})`)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the brief of a local day of the coach's told the week. */
export async function isWeekTold(sql: Sql, coachId: number, date: string): Promise<boolean> {
  const row = await tellers(sql, coachId, ['brief'])
    .where('local_date', '=', date)
    .where(text<boolean>`payload ->> '$.told.week'`)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the week came by itself on a local day of the coach's, or perhaps did. */
export async function hasWeekCome(sql: Sql, coachId: number, date: string): Promise<boolean> {
  const row = await sql
    .selectFrom('deliveries')
    .select('id')
    .where('recipient_id', '=', coachId)
    .where('kind', '=', 'week')
    .where('local_date', '=', date)
    .where('state', 'in', ['sending', 'sent', 'uncertain'])
    .executeTakeFirst()
  return row !== undefined
}
