import type { MuscleGroup } from '../enums.ts'
import type { MovementPattern } from './exercises/exercise.ts'
import { libraryBySlug } from './exercises/index.ts'

/** What has to be known of an exercise to swap it. The slug is null for a trainer's own. */
export interface Swappable {
  slug: string | null
  muscleGroup: MuscleGroup
  equipment: string | null
}

export interface SwapOptions {
  /** What there is to train with; anything unless said. */
  equipment?: readonly string[]
  /** 5 unless said. */
  limit?: number
}

/** Patterns near enough to stand in for one another when there is none of the same. */
const families: readonly (readonly MovementPattern[])[] = [
  ['horizontal_push', 'incline_push', 'vertical_dip'],
  ['incline_push', 'vertical_push'],
  ['horizontal_push', 'chest_fly'],
  ['vertical_pull', 'pullover'],
  ['vertical_pull', 'horizontal_pull'],
  ['horizontal_pull', 'rear_delt'],
  ['lateral_raise', 'upright_pull', 'front_raise'],
  ['rear_delt', 'rotator_cuff'],
  ['squat', 'lunge'],
  ['squat', 'knee_extension'],
  ['hinge', 'hip_thrust', 'hip_extension', 'back_extension', 'swing'],
  ['hinge', 'knee_flexion'],
  ['core_flexion', 'leg_raise'],
  ['core_anti_extension', 'core_lateral', 'core_rotation'],
  ['olympic', 'swing', 'conditioning'],
  ['conditioning', 'steady_cardio'],
]

const patternOf = ({ slug }: Swappable): MovementPattern | undefined =>
  slug === null ? undefined : libraryBySlug.get(slug)?.pattern

/** 3 for the same pattern, 2 for a near one, 0 for another or none. */
function nearness(one: MovementPattern | undefined, other: MovementPattern | undefined): number {
  if (one === undefined || other === undefined) return 0
  if (one === other) return 3
  return families.some((family) => family.includes(one) && family.includes(other)) ? 2 : 0
}

/**
 * What can be done instead of an exercise, best first: the same movement, then a near one, then the same muscle
 * group, other equipment before the same (its own may be taken). Without a known movement only the muscle group
 * counts. Equals keep the order of `all`. A slug that is not in `all` has none.
 */
export function similarExercises<E extends Swappable>(
  exercise: E | string,
  all: readonly E[],
  { equipment, limit = 5 }: SwapOptions = {},
): E[] {
  const target = typeof exercise === 'string' ? all.find(({ slug }) => slug === exercise) : exercise
  if (target === undefined) return []
  const pattern = patternOf(target)
  const rate = (other: E): number => {
    const sameGroup = other.muscleGroup === target.muscleGroup
    const near = nearness(pattern, patternOf(other))
    if (near === 0 && !sameGroup) return 0
    return near * 10 + (sameGroup ? 5 : 0) + (other.equipment === target.equipment ? 0 : 1)
  }
  return all
    .filter((other) => other !== target && (other.slug === null || other.slug !== target.slug))
    .filter((other) => !equipment || (other.equipment !== null && equipment.includes(other.equipment)))
    .map((other) => ({ other, rating: rate(other) }))
    .filter(({ rating }) => rating > 0)
    .sort((a, b) => b.rating - a.rating)
    .slice(0, limit)
    .map(({ other }) => other)
}
