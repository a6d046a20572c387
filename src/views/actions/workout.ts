import type { ActionTable } from '../codec.ts'

export const workoutActions = {
  /** The client's day, wherever they are. */
  today: {},
  otherDay: {},
  openDay: { session: 'int' },
  openPlan: { plan: 'int' },
  /** `newest` is the newest workout when the button was made: none is started twice. */
  startDay: { session: 'int', newest: 'int' },
  startFree: { newest: 'int' },
  resume: {},
  /** The set number makes a second press harmless; `shows` is the set that the label shows. */
  logSet: { item: 'int', set: 'int', shows: 'int' },
  logAll: { item: 'int', set: 'int', shows: 'int' },
  /** ± of the next set: `from` is what the card showed (grams, or repetitions and seconds), `by` 1 or -1. */
  load: { item: 'int', set: 'int', from: 'int', by: 'int' },
  reps: { item: 'int', set: 'int', from: 'int', by: 'int' },
  undoSet: { set: 'int' },
  /** Typed numbers the other way round; `shows` is how the label reads the set. */
  meantOtherwise: { set: 'int', shows: 'int' },
  skipItem: { item: 'int' },
  unskip: { item: 'int' },
  visitItem: { item: 'int' },
  swapItem: { item: 'int' },
  moreOf: { item: 'int' },
  addToWorkout: {},
  finish: { workout: 'int' },
  /** Back into a workout that was ended a short while ago. */
  reopen: { workout: 'int' },
} as const satisfies ActionTable
