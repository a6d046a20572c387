import type { TrendChart } from '../src/domain/pictures.ts'
import { Studio } from '../src/pictures/studio.ts'

const chart: TrendChart = {
  kind: 'trend',
  direction: 'rtl',
  title: 'משקל',
  subtitle: '1 בספט׳ – 23 בנוב׳ 2026',
  lead: { value: '82.3 ק״ג', label: 'מגמה' },
  days: 120,
  points: Array.from({ length: 120 }, (_, at) => [at, 86 - at * 0.03 + (at % 5) * 0.3]),
  trend: Array.from({ length: 120 }, (_, at) => [at, 86.5 - at * 0.03]),
  target: { value: 80, label: 'יעד 80 ק״ג' },
  ticks: [{ at: 0, label: '1 בספט׳' }],
  words: { points: 'שקילות', trend: 'מגמה' },
}

/** Milliseconds until a chart is drawn: the first one with the start of its process, and the median of those after. */
export interface Drawn {
  cold: number
  warm: number[]
  /** The longest that the drawing kept this process from anything else, ms. */
  blocked: number
}

const warmRuns = 20

async function timed(studio: Studio): Promise<number> {
  const started = performance.now()
  if (!(await studio.draw({ kind: 'chart', chart }))) throw new Error('The chart was not drawn')
  return performance.now() - started
}

/** Draws a weight chart as the bot does, process and all. */
export async function drawCharts(): Promise<Drawn> {
  const studio = new Studio({ readPicture: () => Promise.resolve(undefined), failed: () => {} })
  let [last, blocked] = [performance.now(), 0]
  const watch = setInterval(() => {
    blocked = Math.max(blocked, performance.now() - last - 1)
    last = performance.now()
  }, 1)
  try {
    const cold = await timed(studio)
    const warm: number[] = []
    for (let run = 0; run < warmRuns; run++) warm.push(await timed(studio))
    return { cold, warm, blocked }
  } finally {
    clearInterval(watch)
    studio.stop()
  }
}
