import type { Scene } from '../../bot/scene.ts'
import { assign } from './assign/index.ts'
import { clients } from './clients.ts'
import { exercises } from './exercises.ts'
import { mealPlans } from './mealPlans.ts'
import { planNews } from './news.ts'
import { reminded } from './reminded.ts'
import { review } from './review/index.ts'

export { trainerHome } from './home.ts'

export function trainerScenes(): Scene[] {
  return [assign, clients, review, exercises, mealPlans, planNews, reminded]
}
