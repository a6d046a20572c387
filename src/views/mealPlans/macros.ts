import { type Against, type MacroSums, compareWithTargets } from '../../domain/meals/sums.ts'
import { type MacroName, type Macros, macroNames, unknownMacros } from '../../domain/meals/types.ts'
import type { Texts } from '../../texts/texts.ts'
import { figureText } from '../meals/words.ts'

const threeMacros = ['protein', 'carbs', 'fat'] as const

const shown = (t: Texts, value: number): string =>
  new Intl.NumberFormat(t.language, { maximumFractionDigits: 1 }).format(value)

/** `210 kcal · P 18 · F 15`: what is known of a food, or the targets of a day (HTML); empty where nothing is. */
export function macrosText(t: Texts, macros: Macros): string {
  return macroNames
    .flatMap((name) => {
      const value = macros[name]
      if (value === null) return []
      const amount = shown(t, value)
      return [name === 'calories' ? t('meals:kcal', { amount }) : t(`meals:${name}`, { amount })]
    })
    .join(' · ')
}

/** `at least 1,850 kcal of 2,100; 2 unknown` (HTML). */
function kcalText(t: Texts, { known, unknown, parts }: MacroSums, against: Against | undefined): string {
  const amount = shown(t, known.calories)
  const target = against ? shown(t, against.target) : null
  if (unknown.calories === parts && parts > 0)
    return target === null ? t('meals:kcalUnknown') : t('mealPlans:kcalUnknownOf', { target })
  const what = target === null ? t('meals:kcal', { amount }) : t('meals:kcalOf', { amount, target })
  if (unknown.calories === 0) return what
  return t('mealPlans:unknown', { count: unknown.calories, what: t('meals:atLeast', { what }) })
}

function gramsText(
  t: Texts,
  name: Exclude<MacroName, 'calories'>,
  { known, unknown, parts }: MacroSums,
  against: Against | undefined,
): string[] {
  if (unknown[name] === parts && !against) return []
  const isUnknown = unknown[name] > 0 && known[name] === 0
  const amount = figureText(t, {
    amount: isUnknown ? null : shown(t, known[name]),
    isAtLeast: unknown[name] > 0,
    target: against ? shown(t, against.target) : null,
  })
  return [t(`meals:${name}`, { amount })]
}

/** Sums in a line: energy, then macros in grams; what is not known is said to be so (HTML). */
export function sumText(t: Texts, sums: MacroSums, targets: Macros = unknownMacros): string {
  const against = compareWithTargets(sums, targets)
  const macros = threeMacros.flatMap((name) => gramsText(t, name, sums, against[name]))
  const grams = macros.length === 0 ? [] : [t('meals:dayMacros', { macros: macros.join(' · ') })]
  return [kcalText(t, sums, against.calories), ...grams].join(' · ')
}
