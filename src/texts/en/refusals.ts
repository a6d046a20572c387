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
  noWorkout: 'No workout is under way. /today shows what is on.',
  typeIt: 'The plan leaves this one open: please type it, such as 8x60 or 12.',
  tooManySets: '{{most}} sets of one exercise are the most I can keep.',
  tooManyExercises: '{{most}} exercises are the most one workout can have.',
  noSuchSet: 'There is no set {{number}} to correct here.',
  nothingLogged: 'Log a set of it first.',
  emptyDay: 'There are no exercises in that day yet.',
  outOfBounds: 'That number cannot be right, so nothing was saved.',
} as const satisfies Record<RefusalCode, string>
