import { convert } from 'convert'
import type { WeightUnit as Units } from '../enums.ts'
import { formatWeight, kgPerPound } from '../units.ts'

const cmPerInch = convert(1, 'inch').to('cm')

const number = String.raw`(\d{1,3}(?:[.,]\d{1,3})?)`
const feetInches = new RegExp(
  String.raw`^(\d)\s*(?:'|′|ft\.?|feet|foot|פיט|רגל)\s*(?:${number}\s*(?:"|''|″|in\.?|inch|inches|אינץ)?)?$`,
)
const inches = new RegExp(String.raw`^${number}\s*(?:"|''|″|in\.?|inch|inches|אינץ)$`)
const metres = new RegExp(String.raw`^${number}\s*(?:m|metres?|meters?|מטר|מ)$`)
const metresAndCm = /^([12])\s*m\s*(\d{2})$/
const centimetres = new RegExp(String.raw`^${number}\s*(?:cm|centimet(?:er|re)s?|ס"מ|סמ|סנטימטר)$`)
const bare = new RegExp(`^${number}$`)

function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[’‘׳`]/g, "'")
    .replace(/[“”״]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

const value = (digits: string | undefined): number => Number((digits ?? '0').replace(',', '.'))

/** A bare number: metres where it is that small, else cm; small numbers are inches to who counts in pounds. */
function bareHeight(size: number, units: Units): number | undefined {
  if (size >= 1 && size < 2.8) return size * 100
  if (units === 'lb' && size >= 36 && size < 100) return size * cmPerInch
  return size
}

function heightOf(text: string, units: Units): number | undefined {
  const imperial = feetInches.exec(text)
  if (imperial) {
    const more = value(imperial[2])
    return more < 12 ? (value(imperial[1]) * 12 + more) * cmPerInch : undefined
  }
  const both = metresAndCm.exec(text)
  if (both) return value(both[1]) * 100 + value(both[2])
  const scaled = (pattern: RegExp, by: number) => {
    const found = pattern.exec(text)
    return found ? value(found[1]) * by : undefined
  }
  const alone = bare.exec(text)
  return (
    scaled(inches, cmPerInch) ??
    scaled(metres, 100) ??
    scaled(centimetres, 1) ??
    (alone ? bareHeight(value(alone[1]), units) : undefined)
  )
}

/** Reads `172`, `1.72 m`, `1m72`, `5'8"`, `68 in` as cm, to a tenth; undefined for what nobody measures. */
export function parseHeight(text: string, units: Units): number | undefined {
  const cm = heightOf(tidy(text), units)
  return cm !== undefined && cm >= 90 && cm <= 280 ? Math.round(cm * 10) / 10 : undefined
}

const bodyWeight = new RegExp(
  String.raw`^${number}\s*(?:(kg|kgs|kilos?|kilograms?|ק"ג|קג|קילו|קילוגרם)|(lbs?|pounds?|פאונד|ליברות))?$`,
)

/** Reads `68.5`, `68,5 kg`, `150 lb` as kg; a bare number counts in the person's units. */
export function parseBodyWeight(text: string, units: Units): number | undefined {
  const found = bodyWeight.exec(tidy(text).replace(/\.$/, ''))
  if (!found) return undefined
  const unit = found[2] ? 'kg' : found[3] ? 'lb' : units
  const kg = value(found[1]) * (unit === 'kg' ? 1 : kgPerPound)
  return kg >= 20 && kg <= 500 ? kg : undefined
}

/** cm as the person reads it: `172 cm`, or `5′8″` to who counts in pounds. */
export function formatHeight(cm: number, units: Units, language: string): string {
  if (units === 'kg')
    return new Intl.NumberFormat(language, {
      style: 'unit',
      unit: 'centimeter',
      maximumFractionDigits: 1,
    }).format(cm)
  const whole = Math.round(cm / cmPerInch)
  return `${Math.floor(whole / 12)}′${whole % 12}″`
}

/** kg as the person reads it, to a tenth: `68.5 kg`, `150 lb`. */
export function formatBodyWeight(kg: number, units: Units, language: string): string {
  return formatWeight(units === 'kg' ? kg : kg / kgPerPound, units, language, { most: 1 })
}
