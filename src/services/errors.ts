import type { RefusalCode } from '../domain/refusals.ts'

/**
 * An expected no: nothing was changed, nothing is retried, and the person is told in their words.
 * "Not yours" and "not there" are one and the same refusal: `notThere`.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly params: Record<string, string | number>

  constructor(code: RefusalCode, params: Record<string, string | number> = {}) {
    super(`Refused: ${code}`)
    this.name = 'Refusal'
    this.code = code
    this.params = params
  }
}

/** The SQLite code of an error, or of what caused it. */
function sqliteCode(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const { code } = at as { code?: unknown }
    if (typeof code === 'string' && code.startsWith('SQLITE_')) return code
  }
  return ''
}

/** The database was held by somebody else for too long: the same turn may well succeed later. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error).startsWith('SQLITE_BUSY')
}

/** The disk is full, gone or read-only: nothing can be stored until somebody mends it, not even that nothing was. */
export function isOutOfOrder(error: unknown): boolean {
  return /^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN)/.test(sqliteCode(error))
}
