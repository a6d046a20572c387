import type { Sql } from './unit.ts'

/** What the file says of itself under a key, in `installation`. */
export async function readNote(sql: Sql, key: string): Promise<string | undefined> {
  const row = await sql.selectFrom('installation').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value
}

/** Writes it down, instead of what was there. */
export async function writeNote(sql: Sql, key: string, value: string): Promise<void> {
  await sql
    .insertInto('installation')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
