import type { SetReading } from '../../src/domain/setInput.ts'

const within = (value: number | undefined, low: number, high: number): boolean =>
  value === undefined || (Number.isFinite(value) && value >= low && value <= high)

/** Whether every set read is finite and within what people lift. */
export function isSane(reading: SetReading): boolean {
  return (
    !reading.ok ||
    reading.sets.every(
      (set) =>
        within(set.reps, 0, 200) &&
        within(set.seconds, 1, 7200) &&
        within(set.weightKg, 0, 600) &&
        within(set.rpe, 1, 10) &&
        within(set.setNumber, 1, 99),
    )
  )
}
