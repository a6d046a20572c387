// One file: from its parts ECharts takes six times as long to load.
import { type EChartsType, init, setPlatformAPI } from 'echarts/dist/echarts.esm.min.mjs'
import sharp from 'sharp'
import type { ChartSpec } from '../../domain/pictures.ts'
import { width } from './frame.ts'
import { widthOf } from './text.ts'
import { calendarOption } from './calendar.ts'
import type { Drawn } from './drawn.ts'
import { sessionsOption } from './sessions.ts'
import { trendOption } from './trend.ts'
import { weekOption } from './week.ts'

// Without this it guesses, and guesses Hebrew wrongly.
setPlatformAPI({ measureText: (text, css) => ({ width: widthOf(text ?? '', css ?? '') }) })

function drawnOf(chart: ChartSpec): Drawn {
  if (chart.kind === 'trend') return trendOption(chart)
  if (chart.kind === 'sessions') return sessionsOption(chart)
  return chart.kind === 'week' ? weekOption(chart) : calendarOption(chart)
}

/** The chart as SVG, in which every text names the bundled font. */
export const chartSvg = (chart: ChartSpec): string => svgOf(drawnOf(chart))

export function svgOf({ option, height }: Drawn): string {
  let made: EChartsType | undefined
  try {
    made = init(null, null, { renderer: 'svg', ssr: true, width, height })
    made.setOption(option)
    return made.renderToSVGString()
  } finally {
    made?.dispose()
  }
}

/** The chart as PNG, 1080 pixels wide. */
export async function chartPng(chart: ChartSpec): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await sharp(Buffer.from(chartSvg(chart)))
      .removeAlpha()
      .png({ compressionLevel: 6 })
      .toBuffer(),
  )
}
