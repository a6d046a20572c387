import type { WeekChart } from '../../domain/pictures.ts'
import type { Drawn } from './drawn.ts'
import { Page, card, edge, header, ink, lowestWords } from './frame.ts'
import { marks } from './marks.ts'
import { fullWidth, joined, panelParts } from './panels.ts'

const colours = [ink.main, ink.second, ink.warm, ink.third]
const gap = 40

/** Days beside their targets: energy large, and the others small beneath it. */
export function weekOption(chart: WeekChart): Drawn {
  const page = new Page(chart.direction)
  const { shapes, bottom } = header(page, chart)
  const [first, ...others] = chart.panels
  if (!first) return { height: bottom, option: card(shapes, {}) }
  const days = chart.days.map((label, at) => ({ at, label }))
  const top = bottom + 110
  const large = { start: edge, wide: fullWidth, top, high: 320, colour: ink.main, follows: true }
  const small = (fullWidth - gap * (others.length - 1)) / Math.max(1, others.length)
  const parts = [
    panelParts(page, first, large, days, 0),
    ...others.map((panel, at) =>
      panelParts(
        page,
        panel,
        {
          start: edge + at * (small + gap),
          wide: small,
          top: top + 540,
          high: 150,
          colour: colours[at + 1] ?? ink.main,
          follows: true,
          bare: true,
          size: 32,
        },
        [],
        at + 1,
      ),
    ),
  ]
  const end = others.length > 0 ? top + 720 : top + 410
  const legend = [
    ...(first.target ? [{ label: first.target.label, mark: marks.stroke(ink.words, [9, 6]) }] : []),
    ...(chart.atLeastWord === undefined ? [] : [{ label: chart.atLeastWord, mark: marks.plus(ink.muted) }]),
  ]
  const legendShapes = page.legend(legend, end + 16)
  return {
    height: legend.length === 0 ? end : lowestWords(legendShapes) + 96,
    option: card([...shapes, ...parts.flatMap((part) => part.shapes), ...legendShapes], joined(parts)),
  }
}
