import type { Scene, Step } from '../../bot/scene.ts'
import { isTraining } from '../../services/workouts/walk.ts'
import type { View } from '../../views/view.ts'
import { backIntoWorkout } from '../../views/workout/today.ts'

const leadsBack = ({ buttons }: View): boolean =>
  buttons.flat().some((button) => 'action' in button && ['resume', 'reopen'].includes(button.action.name))

const led = (one: Step): Step => ({
  ...one,
  show: async (ctx, state) => {
    const view = await one.show(ctx, state)
    if (leadsBack(view) || !(await isTraining(ctx.turn))) return view
    return { ...view, buttons: [...view.buttons, [backIntoWorkout(ctx.t)]] }
  },
})

/** Whatever a client looks into during a workout: the set at hand stays one tap away. */
export function withWayBack(one: Scene): Scene {
  const steps = Object.entries(one.steps).map(([name, step]) => [name, led(step)] as const)
  return { ...one, steps: Object.fromEntries(steps) }
}
