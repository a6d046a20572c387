import type { ActionTable } from '../codec.ts'

export const mealsActions = {
  /** The acting client's food of today. */
  openMeals: {},
  /** A day of theirs, to come or not; `day` is `YYYY-MM-DD`. */
  openMealDay: { day: 'word' },
  /** `day` is `YYYY-MM-DD`; `of` is entry (of a dated plan) or planned (of the weekly one). */
  openMeal: { day: 'word', of: 'word', meal: 'int' },
  ateAsPlanned: { day: 'word', of: 'word', meal: 'int' },
  skipMeal: { day: 'word', of: 'word', meal: 'int' },
  undoMeal: { id: 'int' },
  /** Words that nothing else could be made of; `message` is the message they came in. */
  logUnread: { message: 'int' },
} as const satisfies ActionTable
