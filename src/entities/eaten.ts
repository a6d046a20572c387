import { defineEntity, p } from '@mikro-orm/core'
import { mealOutcomes, mealSources, mealStatuses } from '../domain/enums.ts'
import {
  calories,
  createdAt,
  day,
  flag,
  grams,
  id,
  keepsUpdatedAt,
  position,
  readable,
  timestamp,
  updatedAt,
  whole,
  words,
} from './columns.ts'
import { MealComponent, MealEntry } from './meals.ts'
import { PlannedMeal } from './nutrition.ts'
import { User } from './users.ts'

const EatenMealSchema = defineEntity({
  name: 'EatenMeal',
  tableName: 'eaten_meals',
  properties: {
    id: id(),
    client: p.manyToOne(User).index(false).deleteRule('cascade'),
    /** The day it counts for, in the client's zone. */
    localDate: day('local_date'),
    /** Of a dated meal plan; NULL for a meal of the weekly plan, and outside any. */
    mealEntry: p.manyToOne(MealEntry).nullable().deleteRule('no action'),
    /** Of the weekly nutrition plan. */
    plannedMeal: p.manyToOne(PlannedMeal).nullable().deleteRule('no action'),
    /** What a meal outside any plan is called. */
    name: words('name').nullable(),
    status: p.enum(mealOutcomes),
    /** NULL while nobody said: a photo alone. */
    asPlanned: flag('as_planned').nullable(),
    /** What was eaten instead, as it was typed. */
    description: words('description', 4000).nullable(),
    /** The sum of what is known, kcal; NULL where nothing is. */
    calories: calories('calories').nullable(),
    /** Grams. */
    protein: grams('protein').nullable(),
    carbs: grams('carbs').nullable(),
    fat: grams('fat').nullable(),
    /** How many of its foods have no macros: the sum is at least that. */
    unknownParts: whole('unknown_parts', 0, 1000).default(0),
    /** Why it was skipped. */
    reason: words('reason', 1000).nullable(),
    source: p.enum(mealSources).default('tap'),
    /** The typed message that logged it. */
    messageId: p.integer().nullable(),
    eatenAt: createdAt(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  indexes: [{ properties: ['client', 'localDate'] }],
  uniques: [
    {
      name: 'eaten_meals_entry_once',
      properties: ['client', 'localDate', 'mealEntry'],
      where: 'meal_entry_id is not null',
    },
    {
      name: 'eaten_meals_planned_once',
      properties: ['client', 'localDate', 'plannedMeal'],
      where: 'planned_meal_id is not null',
    },
  ],
  checks: readable('eaten_meals', 'eaten_at', 'created_at', 'updated_at'),
  triggers: keepsUpdatedAt('eaten_meals'),
})
/** A meal as it was eaten or skipped, of whichever plan or none. */
export class EatenMeal extends EatenMealSchema.class {}
EatenMealSchema.setClass(EatenMeal)

const EatenFoodSchema = defineEntity({
  name: 'EatenFood',
  tableName: 'eaten_foods',
  properties: {
    id: id(),
    eatenMeal: p.manyToOne(EatenMeal).deleteRule('cascade'),
    orderIndex: position('order_index').default(0),
    /** What was chosen of the plan; NULL for anything else. */
    mealComponent: p.manyToOne(MealComponent).nullable().deleteRule('set null'),
    description: words('description', 1000),
    calories: calories('calories').nullable(),
    protein: grams('protein').nullable(),
    carbs: grams('carbs').nullable(),
    fat: grams('fat').nullable(),
  },
})
/** One food of a meal as it was eaten. */
export class EatenFood extends EatenFoodSchema.class {}
EatenFoodSchema.setClass(EatenFood)

const MealUploadSchema = defineEntity({
  name: 'MealUpload',
  tableName: 'meal_uploads',
  properties: {
    id: id(),
    client: p.manyToOne(User).index(false).deleteRule('cascade'),
    /** NULL for a meal outside any plan. */
    mealEntry: p.manyToOne(MealEntry).nullable().deleteRule('no action'),
    imagePath: p.text().nullable(),
    /** The client says: eaten as planned. NULL while nobody said. */
    markedOk: flag('marked_ok').nullable(),
    uploadedAt: createdAt(),
    /** The meal it mirrors; others leave it NULL. */
    eatenMeal: p.manyToOne(EatenMeal).nullable().deleteRule('cascade'),
  },
  indexes: [{ properties: ['client', 'uploadedAt'] }],
  checks: readable('meal_uploads', 'uploaded_at'),
})
/** A meal as the client showed or marked it. */
export class MealUpload extends MealUploadSchema.class {}
MealUploadSchema.setClass(MealUpload)

const MealCompletionSchema = defineEntity({
  name: 'MealCompletion',
  tableName: 'meal_completions',
  properties: {
    id: id(),
    plannedMeal: p.manyToOne(PlannedMeal).deleteRule('no action'),
    client: p.manyToOne(User).index(false).deleteRule('cascade'),
    status: p.enum(mealStatuses).default('pending'),
    photoPath: p.text().nullable(),
    completedAt: timestamp().nullable(),
    notes: p.text().nullable(),
    /** The meal it mirrors; others leave it NULL. */
    eatenMeal: p.manyToOne(EatenMeal).nullable().deleteRule('cascade'),
  },
  indexes: [{ properties: ['client', 'completedAt'] }],
  checks: readable('meal_completions', 'completed_at'),
})
export class MealCompletion extends MealCompletionSchema.class {}
MealCompletionSchema.setClass(MealCompletion)
