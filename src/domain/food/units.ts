import type { PortionUnit, StapleForm } from './staples/staple.ts'

/** What an amount is counted in. */
export type AmountUnit = PortionUnit | 'g' | 'kg' | 'oz' | 'lb' | 'dl' | 'ml' | 'l'

const spellings: Record<AmountUnit, string> = {
  kg: String.raw`kgs?|kilos?|ק"ג|ק״ג|קג|קילו`,
  g: String.raw`grams?|gms?|grs?|g|גרמים|גרם|גר'|גר׳|ג'|ג׳|גר`,
  oz: String.raw`oz|ounces?|אונקיות|אונקיה`,
  lb: String.raw`lbs?|pounds?`,
  dl: String.raw`dl`,
  ml: String.raw`mls?|millilitres?|milliliters?|cc|מ"ל|מ״ל|מל|סמ"ק`,
  l: String.raw`litres?|liters?|l|ליטר`,
  cup: String.raw`cups?|כוסות|כוס`,
  tbsp: String.raw`tbsps?|tbs|table\s?spoons?|כפות|כף`,
  tsp: String.raw`tsps?|tea\s?spoons?|כפיות|כפית`,
  slice: String.raw`slices?|פרוסות|פרוסה|פרוסת`,
  handful: String.raw`handfuls?|חופנים|חופן`,
  scoop: String.raw`scoops?|סקופים|סקופ|כפות מדידה|כף מדידה`,
  can: String.raw`cans?|tins?|קופסאות|קופסה|קופסא|קופסת|פחיות|פחית`,
  container: String.raw`containers?|pots?|tubs?|גביעים|גביע`,
  serving: String.raw`servings?|portions?|מנות|מנה|מנת`,
  piece: String.raw`pieces?|pcs?|units?|squares?|cloves?|stalks?|leaves|leaf|יחידות|יחידה|יח'|יח׳|יח|קוביות|קוביה|קובייה|ריבועים|ריבוע|משולשים|משולש`,
  small: String.raw`small|קטנים|קטנות|קטנה|קטן`,
  large: String.raw`large|big|גדולים|גדולות|גדולה|גדול`,
}

const order = Object.keys(spellings) as AmountUnit[]
const each = order.map((unit) => [unit, new RegExp(`^(?:${spellings[unit]})$`, 'iu')] as const)

/** A unit in either language, longest first. */
export const units = `(?:${Object.values(spellings)
  .flatMap((text) => text.split('|'))
  .sort((a, b) => b.length - a.length)
  .join('|')})`

/** The unit that `units` matched. */
export function unitOf(typed: string): AmountUnit | undefined {
  return each.find(([, pattern]) => pattern.test(typed))?.[0]
}

const gramsOf = { g: 1, kg: 1000, oz: 28.35, lb: 453.6 } as const
const mlOf = { ml: 1, dl: 100, l: 1000 } as const
const cupMl = 236.6
const spoonsInCup = 16

function cupOf({ portions }: StapleForm): number | undefined {
  const { cup, tbsp, tsp } = portions
  if (cup !== undefined) return cup
  if (tbsp !== undefined) return tbsp * spoonsInCup
  return tsp === undefined ? undefined : tsp * 3 * spoonsInCup
}

function portionOf(unit: PortionUnit, form: StapleForm): number | undefined {
  const { portions } = form
  const cup = cupOf(form)
  if (unit === 'cup') return cup
  if (unit === 'tbsp') return portions.tbsp ?? (cup && cup / spoonsInCup)
  if (unit === 'tsp') return portions.tsp ?? (cup && cup / spoonsInCup / 3)
  if (unit === 'small' || unit === 'large') return portions[unit] ?? portions.piece
  if (unit === 'piece') return portions.piece ?? portions.slice
  return portions[unit]
}

/** Grams of an amount of a food; null where nothing is known of that measure. */
export function gramsOfAmount(count: number, unit: AmountUnit, form: StapleForm): number | null {
  if (unit === 'ml' || unit === 'dl' || unit === 'l') {
    const cup = cupOf(form)
    return cup === undefined ? null : (count * mlOf[unit] * cup) / cupMl
  }
  if (unit === 'g' || unit === 'kg' || unit === 'oz' || unit === 'lb') return count * gramsOf[unit]
  const one = portionOf(unit, form)
  return one === undefined ? null : count * one
}
