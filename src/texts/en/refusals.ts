import type { RefusalCode } from '../../domain/refusals.ts'

/** The words of an expected no, by the code of the `Refusal`. */
export const refusals = {
  notThere: 'That is not there (any more).',
  notAllowed: 'That is not for you to do.',
} as const satisfies Record<RefusalCode, string>
