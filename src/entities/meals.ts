import { defineEntity, p } from '@mikro-orm/core'
import { componentTypes } from '../domain/enums.ts'
import {
  calories,
  createdAt,
  day,
  endsAfterStart,
  flag,
  grams,
  id,
  position,
  readable,
  timeOfDay,
  words,
} from './columns.ts'
import { User } from './users.ts'

const MealSeriesSchema = defineEntity({
  name: 'MealSeries',
  tableName: 'meal_series',
  properties: {
    id: id(),
    client: p.manyToOne(User).deleteRule('cascade'),
    trainer: p.manyToOne(User).nullable().deleteRule('set null'),
    startDate: day('start_date'),
    endDate: day('end_date').nullable(),
    /** 0–6, Monday first, `0,2,4`; NULL for every day. */
    weekdays: words('weekdays', 20).nullable(),
    /** The series that this one took the place of. */
    previous: () => p.manyToOne(MealSeries).nullable().deleteRule('set null'),
    createdAt: createdAt(),
  },
  checks: [endsAfterStart('meal_series'), ...readable('meal_series', 'created_at')],
})
/** Meal plans of many days that were written as one text. */
export class MealSeries extends MealSeriesSchema.class {}
MealSeriesSchema.setClass(MealSeries)

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
    mealSeries: p.manyToOne(MealSeries).nullable().deleteRule('set null'),
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
    timeOfDay: timeOfDay().nullable(),
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
    orderIndex: position('order_index').default(0),
    /** Parts of a meal that share it are alternatives; NULL: those of the same type are. */
    choice: position('choice').nullable(),
  },
})
/** A part of a meal, or one of the choices for it. */
export class MealComponent extends MealComponentSchema.class {}
MealComponentSchema.setClass(MealComponent)
