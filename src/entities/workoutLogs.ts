import { defineEntity, p } from '@mikro-orm/core'
import { setSources, weightUnits } from '../domain/enums.ts'
import { createdAt, id, keepsUpdatedAt, load, readable, real, updatedAt, whole, words } from './columns.ts'
import { Exercise } from './exercises.ts'
import { User } from './users.ts'
import { WorkoutExercise } from './workoutPlans.ts'
import { Workout, WorkoutItem } from './workouts.ts'

const ExerciseCompletionSchema = defineEntity({
  name: 'ExerciseCompletion',
  tableName: 'exercise_completions',
  properties: {
    id: id(),
    /** NULL in a workout without a plan. */
    workoutExercise: p.manyToOne(WorkoutExercise).nullable().deleteRule('no action'),
    client: p.manyToOne(User).index(false).deleteRule('cascade'),
    completedAt: createdAt(),
    /** How many sets. */
    actualSets: whole('actual_sets', 1, 100).nullable(),
    /** Set by set: `8,8,7` */
    actualReps: words('actual_reps', 1000).nullable(),
    /** The heaviest load, kg. */
    weightUsed: load('weight_used').nullable(),
    difficultyRating: whole('difficulty_rating', 1, 5).nullable(),
    notes: p.text().nullable(),
    formPhotoPath: p.text().nullable(),
    workout: p.manyToOne(Workout).nullable().deleteRule('no action'),
    workoutItem: p.manyToOne(WorkoutItem).nullable().index(false).deleteRule('no action'),
    /** What was really done, where it was swapped or unplanned; others leave it NULL. */
    exercise: p.manyToOne(Exercise).nullable().deleteRule('no action'),
  },
  indexes: [{ properties: ['client', 'completedAt'] }, { properties: ['client', 'exercise', 'completedAt'] }],
  // Other programs' rows have none: left out, so that statistics of them do not talk the engine out of this index.
  uniques: [
    {
      name: 'exercise_completions_workout_item_id_unique',
      properties: ['workoutItem'],
      where: 'workout_item_id is not null',
    },
  ],
  checks: readable('exercise_completions', 'completed_at'),
})
/** The sum of what was done of one exercise in one workout. */
export class ExerciseCompletion extends ExerciseCompletionSchema.class {}
ExerciseCompletionSchema.setClass(ExerciseCompletion)

const SetLogSchema = defineEntity({
  name: 'SetLog',
  tableName: 'set_logs',
  properties: {
    id: id(),
    exerciseCompletion: p.manyToOne(ExerciseCompletion).index(false).deleteRule('cascade'),
    client: p.manyToOne(User).index(false).deleteRule('cascade'),
    setNumber: whole('set_number', 1, 100),
    reps: whole('reps', 0, 10_000).nullable(),
    seconds: whole('seconds', 0, 86_400).nullable(),
    /** kg */
    weight: load('weight').nullable(),
    /** The load as it was typed, for showing it again unrounded. */
    typedWeight: words('typed_weight', 50).nullable(),
    typedUnit: p.enum(weightUnits).nullable(),
    rpe: real('rpe', 1, 10).nullable(),
    notes: p.text().nullable(),
    source: p.enum(setSources).default('tap'),
    /** The typed message that logged it. */
    messageId: p.integer().nullable(),
    performedAt: createdAt(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  indexes: [{ properties: ['client', 'performedAt'] }],
  uniques: [{ properties: ['exerciseCompletion', 'setNumber'] }],
  checks: [
    { name: 'set_logs_counted_or_timed', expression: 'reps is not null or seconds is not null' },
    ...readable('set_logs', 'performed_at', 'created_at', 'updated_at'),
  ],
  triggers: keepsUpdatedAt('set_logs'),
})
/** One set as performed. */
export class SetLog extends SetLogSchema.class {}
SetLogSchema.setClass(SetLog)

const SetCorrectionSchema = defineEntity({
  name: 'SetCorrection',
  tableName: 'set_corrections',
  properties: {
    id: id(),
    setLog: p.manyToOne(SetLog).index(false).deleteRule('cascade'),
    messageId: p.integer().index(),
    /** The set as it was before; NULL once something was said of it since. */
    saidBefore: p.text().check('json_valid(said_before)').nullable(),
  },
  uniques: [{ properties: ['setLog', 'messageId'] }],
})
/** A later message that corrected a set: editing that message corrects anew. */
export class SetCorrection extends SetCorrectionSchema.class {}
SetCorrectionSchema.setClass(SetCorrection)
