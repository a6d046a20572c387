import { NativeQueryBuilder, type RawQueryFragment, isRaw } from '@mikro-orm/sqlite'

export interface Bound {
  sql: string
  values: unknown[]
}

/** A value as SQLite binds it; undefined where it can only be written into the text. */
function bindValue(value: unknown): string | number | bigint | Buffer | null | undefined {
  if (value === undefined) return null
  if (value === null || typeof value === 'string' || typeof value === 'bigint' || Buffer.isBuffer(value))
    return value
  // Whole numbers stay whole: bound as a double, 5 / ? would no longer be a whole division.
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value
  if (typeof value === 'boolean') return value ? 1n : 0n
  return value instanceof Date ? BigInt(value.getTime()) : undefined
}

/**
 * A query of the ORM with its values apart from its text, or undefined where that cannot be done
 * (named parameters, quoted identifiers, fragments or lists among the values).
 */
export function bindable(
  query: string | NativeQueryBuilder | RawQueryFragment,
  params: readonly unknown[] | object,
): Bound | undefined {
  const source = query instanceof NativeQueryBuilder ? query.toRaw() : query
  const sql = typeof source === 'string' ? source : source.sql
  const given: unknown = typeof source === 'string' ? params : source.params
  if (!Array.isArray(given) || sql.includes('??') || sql.includes('\\?') || sql.includes("'"))
    return undefined
  if (sql.split('?').length - 1 !== given.length) return undefined
  const values: unknown[] = []
  for (const value of given) {
    const bound = isRaw(value) ? undefined : bindValue(value)
    if (bound === undefined) return undefined
    values.push(bound)
  }
  return { sql, values }
}
