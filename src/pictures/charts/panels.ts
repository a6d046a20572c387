import type { Panel, Tick } from '../../domain/pictures.ts'
import { lying, upright } from './axes.ts'
import { type Page, type Shape, edge, ink, width } from './frame.ts'
import { scaleOf } from './scale.ts'
import { widthOf, font } from './text.ts'

/** Where a panel's plot stands, from the side where reading begins; its title goes above. Pixels. */
export interface Place {
  start: number
  wide: number
  top: number
  high: number
  colour: string
  /** Without numbers beside it. */
  bare?: boolean
  /** Time runs with the writing: days that are read as words. */
  follows?: boolean
  size?: number
}

interface Parts {
  shapes: Shape[]
  grid: object
  xAxis: object
  yAxis: object
  series: object[]
}

const targetLine = (value: number) => ({
  silent: true,
  symbol: 'none',
  data: [{ yAxis: value }],
  label: { show: false },
  lineStyle: { color: ink.words, width: 4, type: [14, 10], opacity: 0.85 },
})

function titleOf(
  page: Page,
  { title, figure }: Panel,
  { start, wide, top, colour, size = 36 }: Place,
): Shape[] {
  const y = top - size - 30
  const figureWide = figure === undefined ? 0 : widthOf(page.say(figure), font(size, 700))
  return [
    page.words({ text: title, x: start, y, size, weight: 500, most: wide - figureWide - 24 }),
    ...(figure === undefined
      ? []
      : [
          page.words({
            text: figure,
            x: start + wide,
            y,
            size,
            weight: 700,
            fill: colour,
            align: 'end' as const,
          }),
        ]),
  ]
}

function seriesOf(
  { style, values, atLeast = [], target }: Panel,
  { wide, colour }: Place,
  at: number,
): object {
  const shared = {
    xAxisIndex: at,
    yAxisIndex: at,
    ...(target && { markLine: targetLine(target.value) }),
  }
  if (style === 'line')
    return {
      ...shared,
      type: 'line',
      data: values.flatMap((value, place) => (value === null ? [] : [[place, value]])),
      symbol: 'circle',
      symbolSize: values.length > 40 ? 10 : 20,
      showAllSymbol: true,
      lineStyle: { color: colour, width: 8, cap: 'round', join: 'round' },
      itemStyle: { color: colour, borderColor: ink.card, borderWidth: values.length > 40 ? 0 : 4 },
    }
  const barWidth = Math.max(3, Math.min(72, (0.64 * wide) / values.length))
  const open = new Set(atLeast)
  return {
    ...shared,
    type: 'bar',
    barWidth,
    data: values.flatMap((value, place) =>
      value === null
        ? []
        : [
            {
              value: [place, value],
              ...(open.has(place) && {
                itemStyle: { opacity: 0.6 },
                label: {
                  show: true,
                  position: 'top',
                  distance: 2,
                  formatter: '+',
                  fontSize: 36,
                  fontWeight: 700,
                  color: colour,
                },
              }),
            },
          ],
    ),
    itemStyle: {
      color: colour,
      borderRadius: [Math.min(12, barWidth / 3), Math.min(12, barWidth / 3), 0, 0],
    },
  }
}

/** One measure with its title, axes and marks, as the grid number `at` of a chart. */
export function panelParts(
  page: Page,
  panel: Panel,
  place: Place,
  ticks: readonly Tick[],
  at: number,
): Parts {
  const known = panel.values.flatMap((value) => value ?? [])
  const all = panel.target ? [...known, panel.target.value] : known
  const scale = scaleOf(Math.min(...all), Math.max(...all), { fromZero: panel.style === 'bars', most: 5 })
  const beside = place.bare ? 0 : 112
  const [start, wide] = [place.start + beside, place.wide - beside]
  const last = panel.values.length - 1
  return {
    shapes: titleOf(page, panel, place),
    grid: {
      left: page.direction === 'rtl' ? width - start - wide : start,
      width: wide,
      top: place.top,
      height: place.high,
    },
    xAxis: lying(page, [-0.6, last + 0.6], ticks, {
      gridIndex: at,
      inverse: place.follows === true && page.direction === 'rtl',
    }),
    yAxis: { ...upright(page, scale, at), ...(place.bare && { axisLabel: { show: false } }) },
    series: [seriesOf(panel, { ...place, wide }, at)],
  }
}

/** The parts of several panels as one chart's. */
export function joined(parts: readonly Parts[]) {
  return {
    grid: parts.map(({ grid }) => grid),
    xAxis: parts.map(({ xAxis }) => xAxis),
    yAxis: parts.map(({ yAxis }) => yAxis),
    series: parts.flatMap(({ series }) => series),
  }
}

export const fullWidth = width - 2 * edge
