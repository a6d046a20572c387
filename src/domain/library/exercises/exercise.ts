import type { Language, MuscleGroup } from '../../enums.ts'

export const equipmentKinds = [
  'barbell',
  'dumbbell',
  'machine',
  'cable',
  'bodyweight',
  'kettlebell',
  'band',
  'smith',
  'ez_bar',
  'ball',
  'other',
] as const
export type Equipment = (typeof equipmentKinds)[number]

export const measures = ['reps', 'seconds', 'metres'] as const
/** What one set of it is counted in. */
export type Measure = (typeof measures)[number]

export const movementPatterns = [
  'horizontal_push',
  'incline_push',
  'vertical_push',
  'vertical_dip',
  'chest_fly',
  'pullover',
  'vertical_pull',
  'horizontal_pull',
  'upright_pull',
  'shrug',
  'back_extension',
  'lateral_raise',
  'front_raise',
  'rear_delt',
  'rotator_cuff',
  'curl',
  'wrist',
  'elbow_extension',
  'squat',
  'lunge',
  'hinge',
  'hip_thrust',
  'hip_extension',
  'hip_abduction',
  'hip_adduction',
  'knee_extension',
  'knee_flexion',
  'calf_raise',
  'jump',
  'core_flexion',
  'core_anti_extension',
  'core_rotation',
  'core_lateral',
  'leg_raise',
  'carry',
  'olympic',
  'swing',
  'conditioning',
  'steady_cardio',
  'mobility',
] as const
/** How it moves: exercises of one pattern stand in for one another. */
export type MovementPattern = (typeof movementPatterns)[number]

export interface ExerciseWords {
  /** As shown. */
  name: string
  /** What else people call it; typing errors need not be listed. */
  aliases: readonly string[]
  /** One sentence to think of while doing it. */
  cue: string
}

/** An exercise the bot comes with. */
export interface LibraryExercise extends Readonly<Record<Language, ExerciseWords>> {
  /** Never changes, across languages and updates. */
  slug: string
  muscleGroup: MuscleGroup
  equipment: Equipment
  pattern: MovementPattern
  measure: Measure
  /** kg that ± adds or takes; for a pair of dumbbells, of one of them. */
  stepKg: number
}
