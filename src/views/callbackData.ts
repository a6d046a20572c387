import { checkinActions } from './actions/checkin.ts'
import { commonActions } from './actions/common.ts'
import { exercisesActions } from './actions/exercises.ts'
import { historyActions } from './actions/history.ts'
import { mealsActions } from './actions/meals.ts'
import { lettersActions } from './actions/letters.ts'
import { weightActions } from './actions/weight.ts'
import { peopleActions } from './actions/people.ts'
import { photosActions } from './actions/photos.ts'
import { plansActions } from './actions/plans.ts'
import { progressActions } from './actions/progress.ts'
import { remindersActions } from './actions/reminders.ts'
import { reviewActions } from './actions/review.ts'
import { workoutActions } from './actions/workout.ts'
import { type ActionOf, actionCodec } from './codec.ts'

/**
 * Every payload a button can carry. A name is on the wire for as long as its message lives in a chat:
 * when the fields of an action change, it gets a new name.
 */
export const actions = {
  ...commonActions,
  ...checkinActions,
  ...exercisesActions,
  ...historyActions,
  ...mealsActions,
  ...lettersActions,
  ...weightActions,
  ...peopleActions,
  ...photosActions,
  ...plansActions,
  ...progressActions,
  ...remindersActions,
  ...reviewActions,
  ...workoutActions,
} as const

export type Action = ActionOf<typeof actions>
export type ActionName = Action['name']
export type ActionNamed<N extends ActionName> = Extract<Action, { name: N }>

const codec = actionCodec(actions)
export const encodeAction = codec.encode
export const decodeAction = codec.decode
