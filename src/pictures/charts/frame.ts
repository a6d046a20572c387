import type { EChartsCoreOption } from 'echarts/core'
import type { ChartSpec } from '../../domain/pictures.ts'
import { family } from './fonts.ts'
import { directed, fitted, font, widthOf } from './text.ts'

type Direction = ChartSpec['direction']

/** Pixels; three of them are one point on a phone. */
export const width = 1080
export const edge = 64

/** A dark card with light words, the same on light and dark themes. */
export const ink = {
  card: '#121a2b',
  raised: '#26334f',
  line: '#303f5e',
  muted: '#9fb0cd',
  words: '#f3f6fc',
  main: '#4cd7a5',
  second: '#62b6ff',
  warm: '#ffbf5c',
  third: '#c9a2ff',
  bad: '#ff7d7d',
} as const

/** A shape of zrender's, as ECharts takes it under `graphic`. */
export type Shape = Record<string, unknown>

interface Words {
  text: string
  /** From the side where reading begins. */
  x: number
  y: number
  size: number
  weight?: 400 | 500 | 700
  fill?: string
  /** Pixels at most; longer words end in an ellipsis. */
  most?: number
  align?: 'start' | 'center' | 'end'
}

const sides = { ltr: { start: 'left', end: 'right' }, rtl: { start: 'right', end: 'left' } } as const

/** Places and words of one reading direction. */
export class Page {
  readonly direction: Direction

  constructor(direction: Direction) {
    this.direction = direction
  }

  /** A place that is counted from the side where reading begins. */
  x(fromStart: number): number {
    return this.direction === 'rtl' ? width - fromStart : fromStart
  }

  get start(): 'left' | 'right' {
    return sides[this.direction].start
  }

  say(text: string): string {
    return directed(text, this.direction)
  }

  /** A line of words; its top is at `y`. */
  words({ text, x, y, size, weight = 400, fill = ink.words, most, align = 'start' }: Words): Shape {
    const css = font(size, weight)
    const said = this.say(most === undefined ? text : fitted(text, css, most))
    return {
      type: 'text',
      silent: true,
      style: {
        text: said,
        x: this.x(x),
        y,
        font: css,
        fill,
        align: align === 'center' ? 'center' : sides[this.direction][align],
        verticalAlign: 'top',
      },
    }
  }

  /** Legend entries in a row, as wide as their words; `mark` draws into a square of 28 pixels. */
  legend(entries: { label: string; mark: (x: number, y: number) => Shape }[], y: number): Shape[] {
    const size = 32
    const shapes: Shape[] = []
    let x = edge
    let line = y
    for (const { label, mark } of entries) {
      const most = width - 2 * edge - 46
      const wide = Math.min(most, widthOf(this.say(label), font(size)))
      if (x > edge && x + 46 + wide > width - edge) {
        x = edge
        line += 54
      }
      const at = this.x(x) - (this.direction === 'rtl' ? 28 : 0)
      shapes.push(
        mark(at, line + 1),
        this.words({ text: label, x: x + 44, y: line, size, fill: ink.muted, most }),
      )
      x += 44 + wide + 48
    }
    return shapes
  }
}

/** Smaller letters for what is a little too long; not too small for a phone. */
const sizeFor = (text: string, size: number, most: number): number =>
  Math.max(26, Math.min(size, Math.floor((size * most) / widthOf(text, font(size)))))

/** Title, subtitle and the leading figure; and where the rest of the picture begins. */
export function header(
  page: Page,
  { title, subtitle, lead }: ChartSpec,
): { shapes: Shape[]; bottom: number } {
  const most = width - 2 * edge
  const shapes = [
    page.words({ text: title, x: edge, y: 58, size: 54, weight: 700, most }),
    page.words({
      text: subtitle,
      x: edge,
      y: 130,
      size: sizeFor(page.say(subtitle), 34, most),
      fill: ink.muted,
      most,
    }),
  ]
  if (!lead) return { shapes, bottom: 196 }
  const wide = Math.min(most, widthOf(page.say(lead.value), font(96, 700)))
  shapes.push(
    page.words({ text: lead.value, x: edge, y: 196, size: 96, weight: 700, fill: ink.main, most }),
    page.words({
      text: lead.label,
      x: edge + wide + 28,
      y: 248,
      size: 36,
      fill: ink.muted,
      most: Math.max(0, most - wide - 28),
    }),
  )
  return { shapes, bottom: 326 }
}

/** Where the lowest of these words begin. */
export function lowestWords(shapes: readonly Shape[]): number {
  return Math.max(0, ...shapes.flatMap(({ style }) => (style as { y?: number } | undefined)?.y ?? []))
}

/** What every chart is drawn with. */
export function card(shapes: Shape[], option: EChartsCoreOption): EChartsCoreOption {
  return {
    animation: false,
    backgroundColor: ink.card,
    textStyle: { fontFamily: family },
    graphic: shapes.map((shape) => ({ z: 50, ...shape })),
    ...option,
  }
}
