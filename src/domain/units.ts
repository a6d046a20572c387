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

/** A load as a reader of that language sees it (`82.5 kg`, `180 lb`); `typed`, where known, is shown as it was typed in that unit. */
export function formatLoad(kg: number, unit: WeightUnit, locale: string, typed?: TypedLoad | null): string {
  const shown = typed?.unit === unit ? typed.value : loadIn(kg, unit)
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: unit === 'kg' ? 'kilogram' : 'pound',
    maximumFractionDigits: 3,
  }).format(shown)
}

/** A volume given in kg, in whole units: `4,200 kg`. */
export function formatVolume(kg: number, unit: WeightUnit, locale: string): string {
  return formatLoad(kg, unit, locale, { value: Math.round(unit === 'kg' ? kg : kg / kgPerPound), unit })
}

export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale
}
