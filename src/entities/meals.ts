import { defineEntity, p } from '@mikro-orm/core'
import { componentTypes } from '../domain/enums.ts'
import { calories, createdAt, day, flag, grams, id, position, readable, words } from './columns.ts'
import { User } from './users.ts'

const MealPlanSchema = defineEntity({
  name: 'MealPlan',
  tableName: 'meal_plans',
  properties: {
    id: id(),
    client: p.manyToOne(User).nullable().index(false).deleteRule('cascade'),
    trainer: p.manyToOne(User).nullable().deleteRule('set null'),
    date: day('date').nullable(),
    title: words('title').nullable(),
    /** kcal */
    totalCalories: calories('total_calories').nullable(),
    /** Targets are grams a day. */
    proteinTarget: grams('protein_target').nullable(),
    carbTarget: grams('carb_target').nullable(),
    fatTarget: grams('fat_target').nullable(),
    notes: p.text().nullable(),
    createdAt: createdAt(),
  },
  indexes: [{ properties: ['client', 'date'] }],
  checks: readable('meal_plans', 'created_at'),
})
/** What a client is to eat on one day; without a client, a template. */
export class MealPlan extends MealPlanSchema.class {}
MealPlanSchema.setClass(MealPlan)

const MealEntrySchema = defineEntity({
  name: 'MealEntry',
  tableName: 'meal_entries',
  properties: {
    id: id(),
    mealPlan: p.manyToOne(MealPlan).deleteRule('cascade'),
    name: words('name'),
    orderIndex: position('order_index').default(0),
    notes: p.text().nullable(),
  },
})
/** One meal of a meal plan. */
export class MealEntry extends MealEntrySchema.class {}
MealEntrySchema.setClass(MealEntry)

const MealComponentSchema = defineEntity({
  name: 'MealComponent',
  tableName: 'meal_components',
  properties: {
    id: id(),
    mealEntry: p.manyToOne(MealEntry).deleteRule('cascade'),
    type: p.enum(componentTypes),
    description: p.text().nullable(),
    calories: calories('calories').nullable(),
    protein: grams('protein').nullable(),
    carbs: grams('carbs').nullable(),
    fat: grams('fat').nullable(),
    isOptional: flag('is_optional').default(false),
  },
})
/** A part of a meal, or one of the choices for it. */
export class MealComponent extends MealComponentSchema.class {}
MealComponentSchema.setClass(MealComponent)

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
  },
  indexes: [{ properties: ['client', 'uploadedAt'] }],
  checks: readable('meal_uploads', 'uploaded_at'),
})
/** A meal as the client showed or marked it. */
export class MealUpload extends MealUploadSchema.class {}
MealUploadSchema.setClass(MealUpload)
