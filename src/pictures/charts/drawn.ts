import type { EChartsCoreOption } from 'echarts/core'

/** A chart as ECharts takes it, and its height in pixels. */
export interface Drawn {
  option: EChartsCoreOption
  height: number
}
