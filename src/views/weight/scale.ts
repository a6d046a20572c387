import { formatDate } from '../../domain/localTime.ts'
import { formatPercent, formatWeight, kgPerPound, round } from '../../domain/units.ts'
import type { WeightUnit } from '../../domain/enums.ts'
import type { Reader } from '../workout/words.ts'

/** A weight (kg), and as its client typed it where that is known. */
export interface ScaleWeight {
  kg: number
  typed: { number: string; unit: WeightUnit } | null
}

/** What the person typed, with its decimals: `82.40 kg`, `181 lb`; in their unit where nobody knows. */
export function typedText(reader: Reader, weight: ScaleWeight): string {
  const { typed } = weight
  if (!typed) return scaleText(reader, weight)
  const decimals = typed.number.split('.')[1]?.length ?? 0
  return formatWeight(Number(typed.number), typed.unit, reader.t.language, { least: decimals })
}

/** In the reader's unit: as it was typed in it, else to a tenth where it does not come out even. */
export function scaleText(reader: Reader, weight: ScaleWeight): string {
  const { t, units } = reader
  const { kg, typed } = weight
  if (typed?.unit === units) return typedText(reader, weight)
  const exact = units === 'kg' ? kg : kg / kgPerPound
  const even = round(exact, 3)
  return formatWeight(Math.abs(exact - even) < 1e-6 ? even : round(exact, 1), units, t.language)
}

/** To the person who typed it: as it was typed, and in their unit where that is another: `181 lb (82.1 kg)`. */
export function ownText(reader: Reader, weight: ScaleWeight): string {
  const asTyped = typedText(reader, weight)
  return weight.typed === null || weight.typed.unit === reader.units
    ? asTyped
    : reader.t('weight:bothUnits', { typed: asTyped, own: scaleText(reader, weight) })
}

/** `82.4 kg, 18% fat · Mon 23 Nov`, as HTML. */
export function weighInText(
  reader: Reader,
  { bodyFat, date, ...weight }: ScaleWeight & { bodyFat: number | null; date: string },
  today: string,
): string {
  const { t } = reader
  const said = { weight: ownText(reader, weight), date: formatDate(date, t.language, today) }
  return bodyFat === null
    ? t('weight:weighed', said)
    : t('weight:weighedFat', { ...said, fat: formatPercent(bodyFat) })
}
