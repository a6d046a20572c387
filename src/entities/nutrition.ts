import { defineEntity, p } from '@mikro-orm/core'
import { mealTypes } from '../domain/enums.ts'
import {
  bodyWeight,
  calories,
  createdAt,
  day,
  endsAfterStart,
  grams,
  id,
  keepsUpdatedAt,
  readable,
  timeOfDay,
  updatedAt,
  weekday,
  whole,
  words,
} from './columns.ts'
import { WeighIn } from './progress.ts'
import { User } from './users.ts'

const RecipeSchema = defineEntity({
  name: 'Recipe',
  tableName: 'recipes',
  properties: {
    id: id(),
    trainer: p.manyToOne(User).nullable().deleteRule('set null'),
    name: words('name').index(),
    description: p.text().nullable(),
    instructions: p.text().nullable(),
    calories: calories('calories').nullable(),
    protein: grams('protein').nullable(),
    carbs: grams('carbs').nullable(),
    fat: grams('fat').nullable(),
    /** Whole minutes. */
    preparationTime: whole('preparation_time', 0, 10_080).nullable(),
    createdAt: createdAt(),
  },
  checks: readable('recipes', 'created_at'),
})
export class Recipe extends RecipeSchema.class {}
RecipeSchema.setClass(Recipe)

const NutritionPlanSchema = defineEntity({
  name: 'NutritionPlan',
  tableName: 'nutrition_plans',
  properties: {
    id: id(),
    client: p.manyToOne(User).nullable().index(false).deleteRule('cascade'),
    trainer: p.manyToOne(User).nullable().deleteRule('set null'),
    name: words('name'),
    description: p.text().nullable(),
    dailyCalories: calories('daily_calories').nullable(),
    proteinTarget: grams('protein_target').nullable(),
    carbsTarget: grams('carbs_target').nullable(),
    fatTarget: grams('fat_target').nullable(),
    startDate: day('start_date').nullable(),
    endDate: day('end_date').nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  indexes: [{ properties: ['client', 'startDate'] }],
  checks: [endsAfterStart('nutrition_plans'), ...readable('nutrition_plans', 'created_at', 'updated_at')],
  triggers: keepsUpdatedAt('nutrition_plans'),
})
/** Recurring meals and daily targets; without a client, a template. */
export class NutritionPlan extends NutritionPlanSchema.class {}
NutritionPlanSchema.setClass(NutritionPlan)

const PlannedMealSchema = defineEntity({
  name: 'PlannedMeal',
  tableName: 'planned_meals',
  properties: {
    id: id(),
    nutritionPlan: p.manyToOne(NutritionPlan).deleteRule('cascade'),
    recipe: p.manyToOne(Recipe).nullable().deleteRule('cascade'),
    mealType: p.enum(mealTypes),
    /** 0–6, Monday first; NULL for every day. */
    dayOfWeek: weekday().nullable(),
    /** `HH:MM` in the client's zone. */
    timeOfDay: timeOfDay().nullable(),
    notes: p.text().nullable(),
  },
})
export class PlannedMeal extends PlannedMealSchema.class {}
PlannedMealSchema.setClass(PlannedMeal)

const NutritionEntrySchema = defineEntity({
  name: 'NutritionEntry',
  tableName: 'nutrition_entries',
  properties: {
    id: id(),
    client: p.manyToOne(User).index(false).deleteRule('cascade'),
    date: day('date'),
    /** kg */
    weight: bodyWeight().nullable(),
    notes: p.text().nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    /** The weigh-in its weight follows; others leave it NULL. */
    weighIn: p.manyToOne(WeighIn).nullable().deleteRule('set null'),
  },
  indexes: [{ properties: ['client', 'date'] }],
  checks: readable('nutrition_entries', 'created_at', 'updated_at'),
  triggers: keepsUpdatedAt('nutrition_entries'),
})
/** The client's food diary, day by day. */
export class NutritionEntry extends NutritionEntrySchema.class {}
NutritionEntrySchema.setClass(NutritionEntry)
