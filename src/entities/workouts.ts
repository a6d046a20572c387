import { defineEntity, p } from '@mikro-orm/core'
import { workoutItemStatuses, workoutStates } from '../domain/enums.ts'
import { createdAt, day, id, load, position, readable, real, timestamp, whole, words } from './columns.ts'
import { Exercise } from './exercises.ts'
import { User } from './users.ts'
import { WorkoutExercise, WorkoutPlan, WorkoutSession } from './workoutPlans.ts'

const WorkoutSchema = defineEntity({
  name: 'Workout',
  tableName: 'workouts',
  properties: {
    id: id(),
    client: p.manyToOne(User).index(false).deleteRule('cascade'),
    workoutSession: p.manyToOne(WorkoutSession).nullable().deleteRule('no action'),
    workoutPlan: p.manyToOne(WorkoutPlan).nullable().deleteRule('no action'),
    name: words('name').nullable(),
    /** The day it counts for, in the client's zone. */
    localDate: day('local_date'),
    state: p.enum(workoutStates).default('running'),
    startedAt: createdAt(),
    finishedAt: timestamp().nullable(),
    /** Position of the item at hand. */
    position: position('position').default(0),
    difficultyRating: whole('difficulty_rating', 1, 5).nullable(),
    notes: p.text().nullable(),
    createdAt: createdAt(),
  },
  indexes: [{ properties: ['client', 'localDate'] }],
  uniques: [{ name: 'workouts_one_running', properties: ['client'], where: `state = 'running'` }],
  checks: readable('workouts', 'started_at', 'finished_at', 'created_at'),
})
/** A workout as carried out: from its start to its end, or to where it was left. */
export class Workout extends WorkoutSchema.class {}
WorkoutSchema.setClass(Workout)

const WorkoutItemSchema = defineEntity({
  name: 'WorkoutItem',
  tableName: 'workout_items',
  properties: {
    id: id(),
    workout: p.manyToOne(Workout).index(false).deleteRule('cascade'),
    position: position('position'),
    workoutExercise: p.manyToOne(WorkoutExercise).nullable().deleteRule('no action'),
    exercise: p.manyToOne(Exercise).deleteRule('no action'),
    /** What the plan named, before it was swapped for something similar. */
    swappedFrom: p.manyToOne(Exercise).nullable().deleteRule('no action'),
    superset: words('superset', 20).nullable(),
    sets: whole('sets', 1, 100),
    reps: words('reps', 100),
    /** kg */
    weight: load('weight').nullable(),
    loadText: words('load_text', 100).nullable(),
    rpe: real('rpe', 1, 10).nullable(),
    /** Whole seconds. */
    restTime: whole('rest_time', 0, 86_400).nullable(),
    notes: p.text().nullable(),
    status: p.enum(workoutItemStatuses).default('open'),
    /** What ± made of the next set; NULL for what is planned. */
    nextReps: words('next_reps', 100).nullable(),
    /** kg */
    nextWeight: load('next_weight').nullable(),
    /** What the client said of it whose sets were all taken back: the next one takes it along. */
    difficultyRating: whole('difficulty_rating', 1, 5).nullable(),
    comment: p.text().nullable(),
  },
  uniques: [{ properties: ['workout', 'position'] }],
})
/** The snapshot a client walks through: an edited plan does not change it. */
export class WorkoutItem extends WorkoutItemSchema.class {}
WorkoutItemSchema.setClass(WorkoutItem)
