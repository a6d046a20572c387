import type { Tick } from '../../domain/pictures.ts'
import { type Page, ink } from './frame.ts'
import { type Scale } from './scale.ts'
import { family } from './fonts.ts'
import { fitted, font, numeral } from './text.ts'

const labelText = { color: ink.muted, fontFamily: family, fontSize: 32, fontWeight: 400 } as const

/** The upright axis: at the side where reading begins, with faint lines across. */
export function upright(page: Page, scale: Scale, gridIndex = 0): object {
  return {
    type: 'value',
    gridIndex,
    position: page.start,
    min: scale.min,
    max: scale.max,
    interval: scale.interval,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: ink.line, width: 2 } },
    axisLabel: { ...labelText, margin: 20, formatter: (value: number) => numeral(value, scale.decimals) },
  }
}

/** The lying axis over places, with words at some of them. Time runs from left to right in every language. */
export function lying(
  page: Page,
  [min, max]: [number, number],
  ticks: readonly Tick[],
  { gridIndex = 0, inverse = false } = {},
): object {
  const labels = new Map(ticks.map(({ at, label }) => [at, page.say(fitted(label, font(32), 220))]))
  return {
    type: 'value',
    gridIndex,
    inverse,
    // Room for bars is in the bounds.
    containShape: false,
    min,
    max,
    axisLine: { show: true, onZero: false, lineStyle: { color: ink.line, width: 2 } },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      ...labelText,
      margin: 22,
      hideOverlap: true,
      customValues: [...labels.keys()],
      formatter: (value: number) => labels.get(value) ?? '',
    },
  }
}
