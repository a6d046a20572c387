import { foldLetters } from '../library/letters.ts'

/** Something that was typed once. */
export interface Typed {
  id: number
  text: string
  at: Date
}

const halvesInMs = 14 * 86_400_000

/**
 * What was typed before, once each, the newest wording: what is eaten often and was eaten lately comes first. A use
 * counts half as much after two weeks.
 */
export function remembered<T extends Typed>(uses: readonly T[], now: Date): T[] {
  const weight = ({ at }: T) => 0.5 ** (Math.max(0, now.getTime() - at.getTime()) / halvesInMs)
  return [...Map.groupBy(uses, ({ text }) => foldLetters(text)).entries()]
    .flatMap(([key, same]) => {
      const newest = same.toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.id - a.id)[0]
      if (key === '' || !newest) return []
      return [{ newest, score: same.reduce((sum, one) => sum + weight(one), 0) }]
    })
    .toSorted((a, b) => b.score - a.score || b.newest.id - a.newest.id)
    .map(({ newest }) => newest)
}
