import { CompiledQuery } from 'kysely'
import type { Sql } from './unit.ts'

/** A statement written out: building one anew for every logged set costs more than running it. */
export async function query<R>(sql: Sql, text: string, values: readonly unknown[]): Promise<R[]> {
  return (await sql.executeQuery<R>(CompiledQuery.raw(text, [...values]))).rows
}

/** Runs one that answers nothing. */
export async function run(sql: Sql, text: string, values: readonly unknown[]): Promise<void> {
  await sql.executeQuery(CompiledQuery.raw(text, [...values]))
}
