import type { Scene } from '../../bot/scene.ts'
import { checkin } from './checkin/index.ts'
import { progressMeaning } from './checkin/meaning.ts'
import { formMeaning, formScene } from './form.ts'
import { history } from './history.ts'
import { mealMeaning } from './mealPhotos.ts'
import { meals } from './meals.ts'
import { type PhotoMeaning, photosScene } from './photos.ts'
import { progress } from './progress.ts'
import { reminders } from './reminders.ts'
import { today } from './today.ts'
import { verdictsScene } from './verdicts.ts'
import { withWayBack } from './wayBack.ts'
import { weighin } from './weighin.ts'
import { workout } from './workout.ts'

export { clientHome } from './today.ts'

/** What photos can be that come without a word; the likeliest first. */
const photoMeanings: readonly PhotoMeaning[] = [mealMeaning, formMeaning, progressMeaning]

export function clientScenes(): Scene[] {
  return [
    withWayBack(today),
    workout,
    formScene,
    ...[history, meals, weighin, checkin, progress].map(withWayBack),
    photosScene(photoMeanings),
    verdictsScene,
    reminders,
  ]
}
