import type { SessionsChart } from '../../domain/pictures.ts'
import { Page, card, edge, header, ink } from './frame.ts'
import { fullWidth, joined, panelParts } from './panels.ts'
import type { Drawn } from './drawn.ts'

const high = 290
const between = 190

/** Measures of the same sessions, one below the other. */
export function sessionsOption(chart: SessionsChart): Drawn {
  const page = new Page(chart.direction)
  const { shapes, bottom } = header(page, chart)
  const colours = [ink.second, ink.main, ink.warm]
  const parts = chart.panels.map((panel, at) =>
    panelParts(
      page,
      panel,
      {
        start: edge,
        wide: fullWidth,
        top: bottom + 110 + at * (high + between),
        high,
        colour: colours[at % colours.length] ?? ink.main,
      },
      chart.ticks,
      at,
    ),
  )
  return {
    height: bottom + 110 + chart.panels.length * (high + between) - 60,
    option: card([...shapes, ...parts.flatMap((part) => part.shapes)], joined(parts)),
  }
}
