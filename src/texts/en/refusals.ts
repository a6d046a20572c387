import type { RefusalCode } from '../../domain/refusals.ts'

/** The words of an expected no, by the code of the `Refusal`. */
export const refusals = {
  notThere: 'That is not there (any more).',
  notAllowed: 'That is not for you to do.',
  alreadyJoined: 'You have joined already, so nothing was changed.',
  tooManyInvites: '{{most}} invitations at a time are enough. Please revoke some first.',
  notYourself: 'You cannot switch off your own access.',
  nameUnclear: 'A name has at least one visible character and at most {{most}}.',
  answerTooLong: 'That is a lot to take in: please keep it under {{most}} characters.',
} as const satisfies Record<RefusalCode, string>
