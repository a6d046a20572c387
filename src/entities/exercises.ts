import { defineEntity, p } from '@mikro-orm/core'
import { languages, muscleGroups } from '../domain/enums.ts'
import { createdAt, flag, id, readable, words } from './columns.ts'
import { User } from './users.ts'

const ExerciseSchema = defineEntity({
  name: 'Exercise',
  tableName: 'exercises',
  properties: {
    id: id(),
    name: words('name').index(),
    description: p.text().nullable(),
    videoUrl: p.text().nullable(),
    muscleGroup: p.enum(muscleGroups).default('other').index(),
    equipmentNeeded: p.text().nullable(),
    instructions: p.text().nullable(),
    /** NULL for the library the bot comes with. */
    createdBy: p.manyToOne(User).fieldName('created_by').nullable().deleteRule('set null'),
    createdAt: createdAt(),
    /** Names an exercise of the library across its languages and updates. Ours. */
    slug: words('slug', 100).nullable().unique(),
    /** kg that ± adds or takes; NULL for the usual step of the person's unit. Ours. */
    stepKg: p.float().check('step_kg > 0 and step_kg <= 100').nullable(),
  },
  checks: readable('exercises', 'created_at'),
})
export class Exercise extends ExerciseSchema.class {}
ExerciseSchema.setClass(Exercise)

const ExerciseNameSchema = defineEntity({
  name: 'ExerciseName',
  tableName: 'exercise_names',
  properties: {
    id: id(),
    exercise: p.manyToOne(Exercise).deleteRule('cascade'),
    language: p.enum(languages),
    name: words('name'),
    /** The name as search compares it. */
    nameKey: words('name_key').index(),
    /** The one shown in this language; the others are aliases. */
    isPrimary: flag('is_primary').default(false),
  },
  uniques: [{ properties: ['language', 'nameKey', 'exercise'] }],
})
/** What an exercise is called, in one language. */
export class ExerciseName extends ExerciseNameSchema.class {}
ExerciseNameSchema.setClass(ExerciseName)
