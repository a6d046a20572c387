import { type MealPlan, type MealText, macroNames, type Targets } from './types.ts'

/** How a day's meals differ from those before. */
export type MealChange =
  | { kind: 'title' | 'note'; after: string | null }
  | { kind: 'targets'; before: Targets; after: Targets }
  | { kind: 'added'; meal: MealText }
  | { kind: 'changed'; meal: MealText; gone: Gone }
  | { kind: 'removed'; name: string; gone: Gone }
  | { kind: 'reordered' }

/** What a meal had and has no more. */
export interface Gone {
  /** As they were typed. */
  foods: string[]
  note: string | null
}

type Day = Pick<MealPlan, 'title' | 'targets' | 'note' | 'meals'>

/** What is eaten; where its macros come from makes no difference. */
function substance({ name, timeOfDay, note, choices }: MealText): string {
  const options = choices.map((choice) => [
    choice.type,
    choice.optional,
    choice.options.map((option) => [option.description, macroNames.map((macro) => option[macro])]),
  ])
  return JSON.stringify([name, timeOfDay, note, options])
}

/** All of a day that is stored: days with the same are the same. */
export function substanceOf({ title, targets, note, meals }: Day): string {
  return JSON.stringify([title, macroNames.map((name) => targets[name]), note, meals.map(substance)])
}

/** Meals with a number behind their name, where a day has several of it. */
function numbered(meals: readonly MealText[]): Map<string, MealText> {
  const keyed = new Map<string, MealText>()
  for (const meal of meals) {
    const name = meal.name.toLowerCase()
    let key = name
    for (let number = 2; keyed.has(key); number++) key = `${name} ${number}`
    keyed.set(key, meal)
  }
  return keyed
}

const foodsOf = ({ choices }: MealText): string[] =>
  choices.flatMap(({ options }) => options.map(({ description }) => description))

function goneFrom(was: MealText, now?: MealText): Gone {
  const left = now ? foodsOf(now) : []
  const foods = foodsOf(was).filter((food) => {
    const at = left.indexOf(food)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { foods, note: (now?.note ?? null) === null ? was.note : null }
}

/** What is new, changed, gone; nothing where the days are the same. */
export function compareMeals(before: Day, after: Day): MealChange[] {
  const [old, now] = [numbered(before.meals), numbered(after.meals)]
  const isMoved = [...old.keys()].filter((key) => now.has(key)).join('\n') !== keysIn(now, old)
  return [
    ...(before.title === after.title ? [] : [{ kind: 'title' as const, after: after.title || null }]),
    ...(macroNames.every((name) => before.targets[name] === after.targets[name])
      ? []
      : [{ kind: 'targets' as const, before: before.targets, after: after.targets }]),
    ...(before.note === after.note ? [] : [{ kind: 'note' as const, after: after.note }]),
    ...[...now].flatMap(([key, meal]): MealChange[] => {
      const was = old.get(key)
      if (!was) return [{ kind: 'added', meal }]
      return substance(was) === substance(meal) ? [] : [{ kind: 'changed', meal, gone: goneFrom(was, meal) }]
    }),
    ...[...old].flatMap(([key, meal]): MealChange[] =>
      now.has(key) ? [] : [{ kind: 'removed', name: meal.name, gone: goneFrom(meal) }],
    ),
    ...(isMoved ? [{ kind: 'reordered' as const }] : []),
  ]
}

const keysIn = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string =>
  [...one.keys()].filter((key) => other.has(key)).join('\n')
