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
  notSoMany:
    'That message tells of fewer sets, so nothing was changed. Send new ones as a message of their own.',
  nothingLogged: 'Log a set of it first.',
  emptyDay: 'There are no exercises in that day yet.',
  outOfBounds: 'That number cannot be right, so nothing was saved.',
  emptyPlan: 'Nothing would be left of the plan, so nothing was stored.',
  datesOver: 'The plan would end before it starts, so nothing was stored. Please change its dates.',
  planOver: 'That plan is over, or was changed meanwhile. Nothing was stored.',
  exerciseNameUnclear:
    'The name of an exercise has a letter or a digit in it, and at most {{most}} characters.',
  exerciseNameTaken: 'Another exercise of yours goes by that name: {{name}}.',
  tooManyNames: '{{most}} other names are the most one exercise can have.',
  linkUnclear: 'I cannot open that: a link begins with https:// or http:// and names a site.',
  noTrainer: 'You have no trainer here yet, so there is nobody to send it to.',
  outOfReach: '{{name}} cannot be reached here at the moment, so nothing was sent.',
  exerciseInUse: 'Plans or workouts use this exercise, so it stays. You can still change it.',
  mealDayOver: 'Meals can be logged for today and the {{most}} days before it.',
  tooManyFiles: '{{most}} photos and clips a day are the most I can keep, so this one was not kept.',
  tooManyPhrases: '{{most}} quick phrases are the most I can keep. Please delete one first.',
  noDaysLeft: 'One day has to stay. To get none at all, switch it off.',
  clipNoPose:
    'That is a clip: photos of progress are pictures. It stays kept. A clip can show your trainer a lift.',
  seenAlready: 'Your trainer has looked at that already, so it stays as it is.',
} as const satisfies Record<RefusalCode, string>
