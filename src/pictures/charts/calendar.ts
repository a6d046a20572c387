import type { CalendarChart, DayMark } from '../../domain/pictures.ts'
import type { Drawn } from './drawn.ts'
import { Page, type Shape, card, edge, header, ink, lowestWords, width } from './frame.ts'
import { font, widthOf } from './text.ts'

type Day = CalendarChart['weeks'][number]['days'][number]

/** Weeks that are drawn as lines with the numbers of their days; more are drawn as columns. */
const mostLines = 6
const columnsPerBand = 27

const looks: Record<DayMark, { fill: string; stroke?: string; half?: string; words: string }> = {
  done: { fill: ink.main, words: ink.card },
  // Half a cell, so that it is told apart without colours too.
  partly: { fill: ink.raised, half: ink.warm, words: ink.words },
  missed: { fill: 'rgba(255,125,125,0.16)', stroke: ink.bad, words: ink.words },
  open: { fill: 'rgba(98,182,255,0.3)', stroke: ink.second, words: ink.words },
  planned: { fill: ink.card, stroke: '#5a6d92', words: ink.muted },
  rest: { fill: ink.raised, words: ink.muted },
}

function square(mark: DayMark, x: number, y: number, side: number): Shape[] {
  const { fill, stroke, half } = looks[mark]
  const r = Math.max(4, side * 0.2)
  const inset = stroke ? 2 : 0
  const shape = { x: x + inset, y: y + inset, width: side - 2 * inset, height: side - 2 * inset, r }
  return [
    { type: 'rect', shape, style: { fill, ...(stroke && { stroke, lineWidth: side > 60 ? 5 : 4 }) } },
    ...(half
      ? [
          {
            type: 'rect',
            shape: { x, y: y + side / 2, width: side, height: side / 2, r: [0, 0, r, r] },
            style: { fill: half },
          },
        ]
      : []),
  ]
}

function cell(page: Page, day: Day, fromStart: number, y: number, side: number, numbered: boolean): Shape[] {
  if (!day) return []
  const left = page.direction === 'rtl' ? width - fromStart - side : fromStart
  const { words, half } = looks[day.mark]
  return [
    ...square(day.mark, left, y, side),
    ...(day.isToday
      ? [
          {
            type: 'rect',
            shape: { x: left - 5, y: y - 5, width: side + 10, height: side + 10, r: side * 0.24 },
            style: { fill: 'none', stroke: ink.words, lineWidth: 4 },
          },
        ]
      : []),
    ...(numbered
      ? [
          page.words({
            text: String(day.day),
            x: fromStart + side / 2,
            y: y + (half ? side * 0.12 : side / 2 - 18),
            size: 36,
            weight: 500,
            fill: words,
            align: 'center',
          }),
        ]
      : []),
  ]
}

/** A line for each week. */
function asLines(
  page: Page,
  { weekdays, weeks }: CalendarChart,
  top: number,
): { shapes: Shape[]; bottom: number } {
  const beside = weeks.some(({ label }) => label !== '') ? 120 : 0
  const step = (width - 2 * edge - beside) / 7
  const side = Math.min(step - 14, 112)
  const at = (column: number) => edge + beside + column * step + (step - side) / 2
  const shapes = weekdays.map((text, column) =>
    page.words({ text, x: at(column) + side / 2, y: top, size: 32, fill: ink.muted, align: 'center' }),
  )
  const first = top + 62
  for (const [line, { label, days }] of weeks.entries()) {
    const y = first + line * (side + 16)
    if (label !== '')
      shapes.push(
        page.words({ text: label, x: edge, y: y + side / 2 - 17, size: 32, fill: ink.muted, most: beside }),
      )
    for (const [column, day] of days.entries()) shapes.push(...cell(page, day, at(column), y, side, true))
  }
  return { shapes, bottom: first + weeks.length * (side + 16) }
}

/** A column for each week, in bands one below the other. */
function asColumns(
  page: Page,
  { weekdays, weeks }: CalendarChart,
  top: number,
): { shapes: Shape[]; bottom: number } {
  const bands = Math.ceil(weeks.length / columnsPerBand)
  const columns = Math.ceil(weeks.length / bands)
  const beside = 110
  const step = Math.min(84, (width - 2 * edge - beside) / columns)
  const side = step - Math.max(5, step * 0.12)
  const shapes: Shape[] = []
  const bandHigh = 56 + 7 * step + 44
  for (let band = 0; band < bands; band++) {
    const y0 = top + band * bandHigh
    for (const [row, text] of weekdays.entries())
      if (step > 44 || row % 2 === 0)
        shapes.push(
          page.words({
            text,
            x: edge,
            y: y0 + 56 + row * step + side / 2 - 15,
            size: 28,
            fill: ink.muted,
            most: beside,
          }),
        )
    const ofBand = weeks.slice(band * columns, (band + 1) * columns)
    for (const [column, { label, days }] of ofBand.entries()) {
      const x = edge + beside + column * step
      // Two months that begin side by side would be written over each other: the later one stays.
      const next = ofBand.findIndex((week, at) => at > column && week.label !== '')
      const room = next < 0 ? Infinity : (next - column) * step
      if (label !== '' && widthOf(label, font(30)) + 12 < room)
        shapes.push(page.words({ text: label, x, y: y0, size: 30, fill: ink.muted }))
      for (const [row, day] of days.entries())
        shapes.push(...cell(page, day, x, y0 + 56 + row * step, side, false))
    }
  }
  return { shapes, bottom: top + bands * bandHigh - 20 }
}

/** Days by what became of them. */
export function calendarOption(chart: CalendarChart): Drawn {
  const page = new Page(chart.direction)
  const { shapes, bottom: top } = header(page, chart)
  const draw = chart.weeks.length <= mostLines ? asLines : asColumns
  const days = draw(page, chart, top + 24)
  const legend = page.legend(
    chart.words.map(({ mark, label }) => ({
      label,
      mark: (x: number, y: number) => ({ type: 'group', children: square(mark, x, y, 28) }),
    })),
    days.bottom + 30,
  )
  return { height: lowestWords(legend) + 96, option: card([...shapes, ...days.shapes, ...legend], {}) }
}
