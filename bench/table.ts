/** One measured figure. `ratio` is ours over the baseline within the same run. */
export interface Figure {
  name: string
  value: number
  unit: string
  baseline?: number
  ratio?: number
  /** Lowest and highest of the runs the median was taken from. */
  spread?: [number, number]
  note?: string
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

const short = (value: number | undefined): string =>
  value === undefined ? '' : value >= 100 ? value.toFixed(0) : value.toPrecision(3)

/** A table for people, or with `json` one line of JSON per figure. */
export function print(figures: Figure[], json: boolean): void {
  if (json) {
    for (const { name, value, unit, baseline = null, ratio = null, spread = null } of figures) {
      console.log(JSON.stringify({ name, value, unit, baseline, ratio, spread }))
    }
    return
  }
  const cells = figures.map(({ name, value, unit, baseline, ratio, spread, note }) => [
    name,
    `${short(value)} ${unit}`,
    spread ? `${short(spread[0])}–${short(spread[1])}` : '',
    short(baseline),
    short(ratio),
    note ?? '',
  ])
  const head = ['figure', 'value', 'spread', 'baseline', 'ratio', '']
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)),
  )
  for (const row of [head, ...cells])
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
