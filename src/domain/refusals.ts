/**
 * Reasons a use case may decline; the words for each stand in `texts/…/refusals.ts`.
 * "Not yours" and "not there" are one and the same: `notThere`.
 */
export const refusalCodes = [
  'notThere',
  'notAllowed',
  'alreadyJoined',
  'tooManyInvites',
  'notYourself',
  'nameUnclear',
  'answerTooLong',
  'noWorkout',
  'typeIt',
  'tooManySets',
  'tooManyExercises',
  'noSuchSet',
  'notSoMany',
  'nothingLogged',
  'emptyDay',
  'outOfBounds',
  'emptyPlan',
  'datesOver',
  'planOver',
  'exerciseNameUnclear',
  'exerciseNameTaken',
  'tooManyNames',
  'linkUnclear',
  'exerciseInUse',
  'mealDayOver',
  'tooManyFiles',
  'noTrainer',
  'outOfReach',
  'tooManyPhrases',
  'seenAlready',
  'noDaysLeft',
  'clipNoPose',
] as const
export type RefusalCode = (typeof refusalCodes)[number]
