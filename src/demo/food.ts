import { addDays, localDate } from '../domain/localTime.ts'
import { parseMealPlan } from '../domain/meals/parseMealPlan.ts'
import { type Macros } from '../domain/meals/types.ts'
import { authorizeClient } from '../services/access.ts'
import { insertSeries } from '../services/mealPlans/write.ts'
import { readFoodDay } from '../services/meals/day.ts'
import { type NewWeekPlan, giveWeekPlan } from '../services/meals/giving.ts'
import { byTap, eatAsPlanned, eatElse } from '../services/meals/log.ts'
import type { Turn } from '../services/turn.ts'

const macros = (calories: number, protein: number, carbs: number, fat: number): Macros => ({
  calories,
  protein,
  carbs,
  fat,
})

const cutting = `Cutting, 2000 kcal P140 C190 F70

Breakfast 08:00
protein: 3 eggs 210 kcal P18 C1 F15
carb: 60 g oats 230 kcal P8 C40 F4 | 2 slices of rye bread 180 kcal P6 C34 F2
fruit?: 1 apple 80 kcal P0 C20 F0

Lunch 13:00 "Salad first."
protein: 150 g chicken breast 248 kcal P46 C0 F5 | 200 g tofu 290 kcal P32 C6 F17
carb: 150 g cooked rice 195 kcal P4 C42 F0
vegetable: salad

Dinner 19:00
protein: 150 g salmon 310 kcal P31 C0 F20
carb: 250 g potatoes 190 kcal P5 C43 F0
vegetable: 200 g broccoli 70 kcal P5 C8 F1`

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
    const dates = Array.from({ length: 11 }, (_, day) => addDays(today, day - 4))
    const span = { start: addDays(today, -4), end: addDays(today, 6), weekdays: null }
    const plan = parseMealPlan(cutting, { today })
    await insertSeries(turn, client.userId, { plan, span, dates, previousId: null })
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
