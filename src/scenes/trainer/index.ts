import type { Scene } from '../../bot/scene.ts'
import { assign } from './assign/index.ts'
import { briefs } from './briefs.ts'
import { clients } from './clients/index.ts'
import { clientNotes } from './clients/notes.ts'
import { exercises } from './exercises.ts'
import { mealPlans } from './mealPlans.ts'
import { planNews } from './news.ts'
import { reminded } from './reminded.ts'
import { review } from './review/index.ts'

export { trainerHome } from './home.ts'

export function trainerScenes(): Scene[] {
  return [assign, clients, clientNotes, review, exercises, mealPlans, planNews, reminded, briefs]
}
