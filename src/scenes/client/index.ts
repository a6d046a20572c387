import type { Scene } from '../../bot/scene.ts'
import { history } from './history.ts'
import { meals } from './meals.ts'
import { today } from './today.ts'
import { weighin } from './weighin.ts'
import { workout } from './workout.ts'

export { clientHome } from './today.ts'

export function clientScenes(): Scene[] {
  return [today, workout, history, meals, weighin]
}
