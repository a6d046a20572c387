import type { Item } from './items.ts'

type Loose = Extract<Item, { kind: 'loose' }>

const uncounted = /\ds(?:\/|$)|\d (?:metres|km|miles)/
const pairs = /\b(?:dbs?|dumbbells?|kbs?|kettlebells?)\b|משקול|קטלבל/iu
const distances =
  /\b(?:run|running|jog|walk|hike|march|ruck|row|rower|rowing|erg|ski|bike|ride|cycling|swim)\b|ריצ|הליכ|אופני|שחי|חתיר/iu
/** What anybody covers in a workout, km. */
const farthest = 50

/** `5k`, `1k x 5`; reps `20k` are asked about. */
function distance({ from, to, value, times }: Loose, line: string): Item {
  const isFar = distances.test(line) && value * (times ?? 1) <= farthest
  const reps = isFar ? `${value} km` : `${value}k`
  return times === undefined || !isFar
    ? { from, to, kind: 'reps', reps }
    : { from, to, kind: 'scheme', sets: times, reps, load: null }
}

/** `@ 20s` are dumbbells behind counted repetitions, else seconds; `80k` kilograms there, else a distance. */
export function settleLoose(line: string, items: readonly Item[]): Item[] {
  const reps = items.find((item) => ['scheme', 'triple', 'reps'].includes(item.kind))
  const isCounted = reps?.kind === 'triple' || (reps && 'reps' in reps && !uncounted.test(reps.reps))
  return items.map((item) => {
    if (item.kind !== 'loose') return item
    const { from, to, value, mark } = item
    const isLoad = mark === 'k' || pairs.test(line) || !Number.isInteger(value)
    if (isCounted && isLoad && item.times === undefined)
      return { from, to, kind: 'load', value, unit: mark === 'k' ? 'kg' : null }
    if (reps === undefined)
      return mark === 'k' ? distance(item, line) : { from, to, kind: 'reps', reps: `${Math.round(value)}s` }
    return { from, to, kind: 'word', text: line.slice(from, to) }
  })
}
