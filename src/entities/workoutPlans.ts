import { defineEntity, p } from '@mikro-orm/core'
import {
  createdAt,
  day,
  endsAfterStart,
  id,
  keepsUpdatedAt,
  position,
  readable,
  real,
  updatedAt,
  weekday,
  whole,
  words,
} from './columns.ts'
import { Exercise } from './exercises.ts'
import { User } from './users.ts'

const WorkoutPlanSchema = defineEntity({
  name: 'WorkoutPlan',
  tableName: 'workout_plans',
  properties: {
    id: id(),
    name: words('name'),
    description: p.text().nullable(),
    /** NULL once the trainer is gone. */
    trainer: p.manyToOne(User).nullable().deleteRule('set null'),
    /** NULL for a template. */
    client: p.manyToOne(User).nullable().index(false).deleteRule('cascade'),
    startDate: day('start_date').nullable(),
    endDate: day('end_date').nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    /** The version this one took the place of when its text was edited: it keeps what was logged. Ours. */
    previous: () => p.manyToOne(WorkoutPlan).nullable().deleteRule('set null'),
  },
  indexes: [{ properties: ['client', 'startDate'] }],
  checks: [endsAfterStart('workout_plans'), ...readable('workout_plans', 'created_at', 'updated_at')],
  triggers: keepsUpdatedAt('workout_plans'),
})
export class WorkoutPlan extends WorkoutPlanSchema.class {}
WorkoutPlanSchema.setClass(WorkoutPlan)

const WorkoutSessionSchema = defineEntity({
  name: 'WorkoutSession',
  tableName: 'workout_sessions',
  properties: {
    id: id(),
    workoutPlan: p.manyToOne(WorkoutPlan).deleteRule('cascade'),
    name: words('name'),
    /** 0–6, Monday first; NULL for a day that is taken in turn. */
    dayOfWeek: weekday().nullable(),
    notes: p.text().nullable(),
    createdAt: createdAt(),
    /** The turn of days without a weekday. Ours. */
    orderIndex: position('order_index').default(0),
  },
  checks: readable('workout_sessions', 'created_at'),
})
/** One day of a workout plan. */
export class WorkoutSession extends WorkoutSessionSchema.class {}
WorkoutSessionSchema.setClass(WorkoutSession)

const WorkoutExerciseSchema = defineEntity({
  name: 'WorkoutExercise',
  tableName: 'workout_exercises',
  properties: {
    id: id(),
    workoutSession: p.manyToOne(WorkoutSession).deleteRule('cascade'),
    exercise: p.manyToOne(Exercise).deleteRule('cascade'),
    order: position('"order"').default(0),
    sets: whole('sets', 1, 100),
    /** `6-8`, `45s`, `AMRAP` */
    reps: words('reps', 100),
    /** kg */
    weight: p.float().check('weight > 0 and weight <= 2000').nullable(),
    /** Whole seconds. */
    restTime: whole('rest_time', 0, 86_400).nullable(),
    notes: p.text().nullable(),
    /** `A` for what is done in turns with the other A's of the day. Ours. */
    superset: words('superset', 20).nullable(),
    rpe: real('rpe', 1, 10).nullable(),
    /** A load that is no weight in kg: `75%`, `bodyweight`. Ours. */
    loadText: words('load_text', 100).nullable(),
  },
})
/** One exercise of one day of a plan. */
export class WorkoutExercise extends WorkoutExerciseSchema.class {}
WorkoutExerciseSchema.setClass(WorkoutExercise)
