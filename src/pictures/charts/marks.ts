import { font } from './text.ts'

/** What a legend shows before a word, in a square of 28 pixels. */
export const marks = {
  dot: (fill: string) => (x: number, y: number) => ({
    type: 'circle',
    shape: { cx: x + 14, cy: y + 14, r: 10 },
    style: { fill },
  }),
  stroke:
    (stroke: string, dash: number[] = []) =>
    (x: number, y: number) => ({
      type: 'line',
      shape: { x1: x, y1: y + 14, x2: x + 28, y2: y + 14 },
      style: { stroke, lineWidth: 7, lineDash: dash, lineCap: 'butt' },
    }),
  plus: (fill: string) => (x: number, y: number) => ({
    type: 'text',
    style: {
      text: '+',
      x: x + 14,
      y: y - 8,
      font: font(38, 700),
      fill,
      align: 'center',
      verticalAlign: 'top',
    },
  }),
}
