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

/** Work that was tried as often as it may be, and stayed broken: neither a busy database nor a full disk is to blame. */
export class GivenUp extends Error {
  constructor(cause: unknown) {
    super('Tried as often as it may be', { cause })
    this.name = 'GivenUp'
  }
}

/** The codes of an error, and of what caused it. */
function codesOf(error: unknown): string[] {
  const codes: string[] = []
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const { code } = at as { code?: unknown }
    if (typeof code === 'string') codes.push(code)
  }
  return codes
}

/** The database was held by somebody else for too long: the same turn may well succeed later. */
export function isBusy(error: unknown): boolean {
  return (
    codesOf(error)
      .find((code) => code.startsWith('SQLITE_'))
      ?.startsWith('SQLITE_BUSY') ?? false
  )
}

/** Kept files have names of ours: where one cannot be written, the disk is to blame, not the file. */
const outOfOrder = /^(?:SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN)|E_CANNOT_WRITE_FILE$)/

/** The disk is full, gone or read-only: nothing can be stored until somebody mends it, not even that nothing was. */
export function isOutOfOrder(error: unknown): boolean {
  return codesOf(error).some((code) => outOfOrder.test(code))
}
