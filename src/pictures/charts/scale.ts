/** Where an axis begins and ends, and how far its lines are apart. */
export interface Scale {
  min: number
  max: number
  interval: number
  /** Decimals that its numbers need. */
  decimals: number
}

const steps = [1, 2, 2.5, 5]

const decimalsOf = (interval: number): number =>
  [0, 1, 2].find((count) => Math.abs(interval * 10 ** count - Math.round(interval * 10 ** count)) < 1e-6) ?? 2

function around(low: number, high: number, interval: number): Scale {
  const min = Math.floor(low / interval + 1e-9) * interval
  const max = Math.ceil(high / interval - 1e-9) * interval
  return { min, max, interval, decimals: decimalsOf(interval) }
}

/**
 * Round numbers around a range, in three to `most` steps, as close to it as they come. A range of nothing gets room
 * on both sides.
 */
export function scaleOf(low: number, high: number, { fromZero = false, most = 6 } = {}): Scale {
  const spread = high - low
  const room = spread === 0 ? Math.max(Math.abs(high) * 0.02, 1) : spread * 0.06
  const [bottom, top] = fromZero ? [0, high > 0 ? high * 1.04 : 1] : [low - room, high + room]
  const power = 10 ** (Math.floor(Math.log10(top - bottom)) - 1)
  const scales = [1, 10]
    .flatMap((by) => steps.map((step) => around(bottom, top, step * power * by)))
    .filter(({ min, max, interval }) => {
      const count = Math.round((max - min) / interval)
      return count >= 3 && count <= most
    })
  const [first] = scales.toSorted((a, b) => a.max - a.min - (b.max - b.min) || b.interval - a.interval)
  return first ?? around(bottom, top, (top - bottom) / most)
}
