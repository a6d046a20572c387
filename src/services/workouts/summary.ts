import { volumeOf } from '../../domain/workout/sums.ts'
import { setsDone } from '../../domain/workout/walk.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import { readWorkout } from './walk.ts'

export async function summaryOf(turn: Turn, workoutId: number) {
  const walk = await readWorkout(turn, workoutId)
  if (!walk) throw new Refusal('notThere')
  return {
    name: walk.name,
    notes: null,
    sets: setsDone(walk),
    volume: volumeOf(walk.items.flatMap(({ done }) => done)),
  }
}
