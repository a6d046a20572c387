/** Where an axis begins and ends, and how far its lines are apart. */
export interface Scale {
  min: number
  max: number
  interval: number
  /** Decimals that its numbers need. */
  decimals: number
}

const steps = [1, 2, 2.5, 5, 10]

/** Round numbers around a range, in about `lines` steps; a range of nothing gets room on both sides. */
export function scaleOf(low: number, high: number, lines = 4, fromZero = false): Scale {
  const spread = high - low
  const room = spread === 0 ? Math.max(Math.abs(high) * 0.02, 1) : spread * 0.08
  const [bottom, top] = fromZero ? [0, Math.max(high * 1.04, 1e-9)] : [low - room, high + room]
  const rough = (top - bottom) / lines
  const power = 10 ** Math.floor(Math.log10(rough))
  const interval = (steps.find((step) => step * power >= rough - 1e-9) ?? 10) * power
  const decimals =
    [0, 1, 2].find((count) => Math.abs(interval * 10 ** count - Math.round(interval * 10 ** count)) < 1e-6) ??
    2
  return {
    min: Math.floor(bottom / interval + 1e-9) * interval,
    max: Math.ceil(top / interval - 1e-9) * interval,
    interval,
    decimals,
  }
}
