import { addDays, localDate } from './domain/localTime.ts'
import { type Macros } from './domain/meals/types.ts'
import { authorizeClient } from './services/access.ts'
import { readFoodDay } from './services/meals/day.ts'
import {
  type NewDayPlan,
  type NewPart,
  type NewWeekPlan,
  giveDayPlan,
  giveWeekPlan,
} from './services/meals/giving.ts'
import { byTap, eatAsPlanned, eatElse } from './services/meals/log.ts'
import type { Turn } from './services/turn.ts'

const macros = (calories: number, protein: number, carbs: number, fat: number): Macros => ({
  calories,
  protein,
  carbs,
  fat,
})

const part = (
  choice: number,
  type: NewPart['type'],
  description: string,
  of: Macros,
  isOptional = false,
): NewPart => ({ choice, type, description, isOptional, ...of })

const unknown: Macros = { calories: null, protein: null, carbs: null, fat: null }

const cutting: NewDayPlan = {
  title: 'Cutting',
  targets: macros(2000, 140, 190, 70),
  meals: [
    {
      name: 'Breakfast',
      time: '08:00',
      note: null,
      parts: [
        part(0, 'protein', '3 eggs', macros(210, 18, 1, 15)),
        part(1, 'carb', '60 g oats', macros(230, 8, 40, 4)),
        part(1, 'carb', '2 slices of rye bread', macros(180, 6, 34, 2)),
        part(2, 'fruit', '1 apple', macros(80, 0, 20, 0), true),
      ],
    },
    {
      name: 'Lunch',
      time: '13:00',
      note: 'Salad first.',
      parts: [
        part(0, 'protein', '150 g chicken breast', macros(248, 46, 0, 5)),
        part(0, 'protein', '200 g tofu', macros(290, 32, 6, 17)),
        part(1, 'carb', '150 g cooked rice', macros(195, 4, 42, 0)),
        part(2, 'vegetable', 'salad', unknown),
      ],
    },
    {
      name: 'Dinner',
      time: '19:00',
      note: null,
      parts: [
        part(0, 'protein', '150 g salmon', macros(310, 31, 0, 20)),
        part(1, 'carb', '250 g potatoes', macros(190, 5, 43, 0)),
        part(2, 'vegetable', '200 g broccoli', macros(70, 5, 8, 1)),
      ],
    },
  ],
}

const recipe = (name: string, description: string, instructions: string, minutes: number, of: Macros) => ({
  name,
  description,
  instructions,
  minutes,
  ...of,
})

const shakshuka = recipe(
  'שקשוקה',
  'שלוש ביצים ברוטב עגבניות, עם פרוסת לחם.',
  'לטגן בצל ופלפל.\nלהוסיף עגבניות ותבלינים ולבשל רבע שעה.\nלשבור פנימה את הביצים ולכסות עד שהן מוכנות.',
  30,
  macros(480, 28, 36, 24),
)
const chickenAndRice = recipe(
  'חזה עוף ואורז',
  'חזה עוף בתנור, אורז וסלט קצוץ.',
  'לתבל את העוף ולאפות כעשרים דקות ב־200 מעלות.\nלבשל את האורז.\nלקצוץ סלט.',
  40,
  macros(620, 55, 68, 12),
)
const cottage = recipe(
  'קוטג׳ וסלט',
  'גביע קוטג׳, סלט ופרוסת לחם מלא.',
  'לקצוץ ולהגיש.',
  10,
  macros(340, 30, 28, 11),
)

const weekly: NewWeekPlan = {
  name: 'תפריט שבועי',
  targets: macros(2300, 160, 240, 75),
  meals: [
    { type: 'breakfast', weekday: null, time: '07:30', recipe: shakshuka },
    { type: 'lunch', weekday: null, time: '13:00', recipe: chickenAndRice },
    { type: 'dinner', weekday: null, time: '20:00', recipe: cottage },
  ],
}

const dayOf = ({ now, actor }: Turn): string => localDate(now, actor.timeZone)

/** Food for some days around today by the trainer's turn: dated for the first client, weekly for the second. */
export async function giveFood(turn: Turn, [dated, repeated]: readonly number[]): Promise<void> {
  const today = dayOf(turn)
  if (dated !== undefined) {
    const client = await authorizeClient(turn, dated)
    for (let day = -4; day <= 6; day++) await giveDayPlan(turn, client, addDays(today, day), cutting)
  }
  if (repeated === undefined) return
  await giveWeekPlan(turn, await authorizeClient(turn, repeated), addDays(today, -5), weekly)
}

const instead = { name: null, text: 'Falafel in pita 550 kcal P18 C62 F25' }
const falafel = { description: 'Falafel in pita', ...macros(550, 18, 62, 25) }

/** What a client ate in the days before: as planned for the most part. */
export async function eat(turn: Turn): Promise<void> {
  const today = dayOf(turn)
  for (const back of [4, 3, 2, 1]) {
    const { date, meals } = await readFoodDay(turn, addDays(today, -back))
    for (const [index, { of, id }] of meals.entries()) {
      if (back === 2 && index === 1)
        await eatElse(turn, { date, of, id }, { ...instead, foods: [falafel] }, byTap)
      else if (index < 2 || back > 2) await eatAsPlanned(turn, { date, of, id })
    }
  }
}
