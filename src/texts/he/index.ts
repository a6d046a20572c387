import { attention } from './attention.ts'
import { checkin } from './checkin.ts'
import { clients } from './clients.ts'
import { commands } from './commands.ts'
import { common } from './common.ts'
import { exercises } from './exercises.ts'
import { form } from './form.ts'
import { history } from './history.ts'
import { meals } from './meals.ts'
import { letters } from './letters.ts'
import { mealPlans } from './mealPlans.ts'
import { notifications } from './notifications.ts'
import { people } from './people.ts'
import { photos } from './photos.ts'
import { plans } from './plans.ts'
import { progress } from './progress.ts'
import { refusals } from './refusals.ts'
import { reminders } from './reminders.ts'
import { review } from './review.ts'
import { watch } from './watch.ts'
import { weight } from './weight.ts'
import { workout } from './workout.ts'

export const he = {
  attention,
  checkin,
  clients,
  commands,
  common,
  exercises,
  form,
  history,
  letters,
  meals,
  mealPlans,
  notifications,
  people,
  photos,
  plans,
  progress,
  refusals,
  reminders,
  review,
  watch,
  weight,
  workout,
}
