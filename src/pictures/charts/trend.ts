import type { TrendChart } from '../../domain/pictures.ts'
import type { Drawn } from './drawn.ts'
import { lying, upright } from './axes.ts'
import { Page, type Shape, card, edge, header, ink } from './frame.ts'
import { marks } from './marks.ts'
import { scaleOf } from './scale.ts'
import { font, widthOf } from './text.ts'

const height = 1080

/** A target further off than this many spans of the data would press the curve flat. */
const reach = 1.6

function rangeOf({ points, trend, target }: TrendChart): { low: number; high: number; isNear: boolean } {
  const values = [...points, ...trend].map(([, value]) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const span = Math.max(high - low, high * 0.03)
  const isNear =
    target !== undefined && target.value > low - reach * span && target.value < high + reach * span
  if (!target || !isNear) return { low, high, isNear }
  return { low: Math.min(low, target.value), high: Math.max(high, target.value), isNear }
}

/** A target outside the picture: an arrow at the edge towards it, where time begins, for there the course is far. */
function pointer(
  page: Page,
  { label }: { label: string },
  isBelow: boolean,
  box: { left: number; top: number; bottom: number },
): Shape[] {
  const size = 32
  const y = isBelow ? box.bottom - 56 : box.top + 14
  const isRight = page.direction === 'rtl'
  const at = box.left + 30 + (isRight ? widthOf(page.say(label), font(size, 500)) + 30 : 0)
  const x = isRight ? at - 30 : at + 30
  const tip = isBelow
    ? [
        [at - 14, y + 10],
        [at + 14, y + 10],
        [at, y + 32],
      ]
    : [
        [at - 14, y + 28],
        [at + 14, y + 28],
        [at, y + 6],
      ]
  return [
    { type: 'polygon', shape: { points: tip }, style: { fill: ink.warm } },
    page.words({ text: label, x: page.x(x), y, size, weight: 500, fill: ink.warm }),
  ]
}

/** Points with their smoothed course and a target. */
export function trendOption(chart: TrendChart): Drawn {
  const page = new Page(chart.direction)
  const { shapes, bottom: top } = header(page, chart)
  const { points, trend, target, words, days } = chart
  const { low, high, isNear } = rangeOf(chart)
  const scale = scaleOf(low, high)
  const grid = {
    left: edge + (page.start === 'left' ? 96 : 20),
    right: edge + (page.start === 'right' ? 96 : 20),
    top: top + 30,
    bottom: 190,
  }
  const legend = [
    { label: words.points, mark: marks.dot(ink.second) },
    ...(trend.length > 1 ? [{ label: words.trend, mark: marks.stroke(ink.main) }] : []),
    ...(target && isNear ? [{ label: target.label, mark: marks.stroke(ink.warm, [9, 6]) }] : []),
  ]
  const last = trend.at(-1)
  const room = days === 0 ? 1 : days * 0.02
  return {
    height,
    option: card(
      [
        ...shapes,
        ...page.legend(legend, height - 92),
        ...(target && !isNear
          ? pointer(page, target, target.value < low, { ...grid, bottom: height - grid.bottom })
          : []),
      ],
      {
        grid,
        xAxis: lying(page, [-room, days + room], chart.ticks),
        yAxis: upright(page, scale),
        series: [
          {
            type: 'line',
            data: trend,
            showSymbol: false,
            lineStyle: { color: ink.main, width: 9, cap: 'round', join: 'round' },
            areaStyle: {
              origin: 'start',
              color: {
                type: 'linear',
                x: 0,
                y: 0,
                x2: 0,
                y2: 1,
                colorStops: [
                  { offset: 0, color: 'rgba(76,215,165,0.30)' },
                  { offset: 1, color: 'rgba(76,215,165,0.02)' },
                ],
              },
            },
            z: 3,
            ...(target &&
              isNear && {
                markLine: {
                  silent: true,
                  symbol: 'none',
                  data: [{ yAxis: target.value }],
                  label: { show: false },
                  lineStyle: { color: ink.warm, width: 5, type: [16, 12] },
                },
              }),
          },
          {
            type: 'scatter',
            data: points,
            symbolSize: points.length > 90 ? 12 : points.length > 30 ? 16 : 22,
            itemStyle: { color: ink.second, opacity: trend.length > 1 ? 0.75 : 1 },
            z: 2,
          },
          {
            type: 'scatter',
            data: last && trend.length > 1 ? [last] : [],
            symbolSize: 34,
            itemStyle: { opacity: 1, color: ink.main, borderColor: ink.card, borderWidth: 8 },
            z: 5,
          },
        ],
      },
    ),
  }
}
