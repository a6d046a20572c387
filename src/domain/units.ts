import { convert } from 'convert'
import type { WeightUnit } from './enums.ts'

/** kg in one pound, exact by definition (1959). */
export const kgPerPound = convert(1, 'pound').to('kg')

/** A load in the number and unit somebody typed. */
export interface TypedLoad {
  value: number
  unit: WeightUnit
}

/** A typed load as kg, kept to four decimals: fine enough for every tenth of a pound to come back unchanged. */
export function loadToKg({ value, unit }: TypedLoad): number {
  return round(unit === 'kg' ? value : value * kgPerPound, 4)
}

/**
 * kg in a unit, as a number to show. What lies within a hundredth of a step that plates have (0.25 kg, 0.5 lb)
 * is that step, so that 180 lb stored as 81.6466 kg reads 180 lb; the rest is rounded to a tenth.
 */
export function loadIn(kg: number, unit: WeightUnit): number {
  const exact = unit === 'kg' ? kg : kg / kgPerPound
  const step = unit === 'kg' ? 0.25 : 0.5
  const onStep = Math.round(exact / step) * step
  return Math.abs(exact - onStep) <= 0.01 ? onStep : round(exact, 1)
}

/** The word of a unit: pounds are `lb` in every language, as they are typed. */
export const unitWord = (unit: WeightUnit, locale: string): string =>
  unit === 'lb'
    ? 'lb'
    : (new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilogram' })
        .formatToParts(1)
        .find(({ type }) => type === 'unit')?.value ?? unit)

/** A weight in its unit, `82.5 kg`, `181 lb`: the one way to write it. To at most three decimals, unless said otherwise. */
export function formatWeight(
  value: number,
  unit: WeightUnit,
  locale: string,
  { least = 0, most = 3 }: { least?: number; most?: number } = {},
): string {
  // Node’s Hebrew has `lbs`.
  return new Intl.NumberFormat(unit === 'lb' && locale === 'he' ? 'en' : locale, {
    style: 'unit',
    unit: unit === 'kg' ? 'kilogram' : 'pound',
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  }).format(value)
}

/** `18.5%` */
export const formatPercent = (value: number): string => `${round(value, 2)}%`

/** A load as a reader of that language sees it (`82.5 kg`, `180 lb`); `typed`, where known, is shown as it was typed in that unit. */
export function formatLoad(kg: number, unit: WeightUnit, locale: string, typed?: TypedLoad | null): string {
  const shown = typed?.unit === unit ? typed.value : loadIn(kg, unit)
  return formatWeight(shown, unit, locale)
}

/** A volume given in kg, in whole units: `4,200 kg`. */
export function formatVolume(kg: number, unit: WeightUnit, locale: string): string {
  return formatLoad(kg, unit, locale, { value: Math.round(unit === 'kg' ? kg : kg / kgPerPound), unit })
}

export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale
}
