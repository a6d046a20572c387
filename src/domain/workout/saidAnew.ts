import type { ReadSet } from '../setInput.ts'
import { type DoneSet, type WalkItem, nextNumber } from './walk.ts'

/** What a message says of sets that are logged. */
export interface SaidAnew {
  corrections: { set: DoneSet; read: ReadSet }[]
  /** Sets of the message that it does not tell of any more. */
  gone: DoneSet[]
  /** Sets that it tells of beyond those it had. */
  more: ReadSet[]
}

/** Whether it tells what was done, and not only something about it (`rpe 9`). */
export const tellsWhat = ({ reps, seconds, typed, bodyweight }: ReadSet): boolean =>
  reps !== undefined || seconds !== undefined || typed !== null || bodyweight === true

/** The sets that a doubtful one may have counted, with what was said of them; the set itself where it counts none. */
export function spreadOut(read: ReadSet): ReadSet[] {
  const { setsOf, rpe, note } = read
  if (!setsOf) return [read]
  const { count, ...each } = setsOf
  const set: ReadSet = {
    ...each,
    typed: null,
    ambiguous: false,
    ...(rpe !== undefined && { rpe }),
    ...(note !== undefined && { note }),
  }
  return Array.from({ length: count }, () => set)
}

/** As `spreadOut` of a message that told of `count` sets; undefined where it stays in doubt. */
export function meantBy(reads: readonly ReadSet[], count: number): readonly ReadSet[] | undefined {
  const [one, ...others] = reads
  if (!one?.setsOf || others.length > 0 || one.setNumber !== undefined) return reads
  return count > 1 && one.setsOf.count === count ? spreadOut(one) : undefined
}

/**
 * Corrections of just the sets that are named: by number those of the exercise, without one those of the message in
 * order from its first; what only tells something about sets is about its last. A number there is no set of, or
 * `too many` when more are given than the message has.
 */
export function naming(
  item: WalkItem,
  own: readonly DoneSet[],
  reads: readonly ReadSet[],
): SaidAnew | { missing: number } | 'too many' {
  const inOrder = reads.filter(({ setNumber }) => setNumber === undefined)
  if (inOrder.length > own.length) return 'too many'
  let at = inOrder.some(tellsWhat) ? 0 : own.length - inOrder.length
  const corrections: SaidAnew['corrections'] = []
  for (const read of reads) {
    const { setNumber } = read
    const set = setNumber === undefined ? own[at++] : item.done.find(({ number }) => number === setNumber)
    if (!set) return { missing: setNumber ?? at }
    corrections.push({ set, read })
  }
  return { corrections, gone: [], more: [] }
}

/** As `naming`, but a message that tells of its sets in order anew tells all of them: more come, missing ones go. */
export function restating(
  item: WalkItem,
  own: readonly DoneSet[],
  reads: readonly ReadSet[],
): ReturnType<typeof naming> {
  const numberOf = (index: number) => own[index]?.number ?? nextNumber(item) + index - own.length
  const numbered = reads.some(({ setNumber }) => setNumber !== undefined)
  const isInOrder = reads.every(({ setNumber }, index) => (setNumber ?? numberOf(index)) === numberOf(index))
  const isWhole = isInOrder && (!numbered || reads.length >= own.length)
  if (!isWhole || !reads.some(tellsWhat)) return naming(item, own, reads)
  const corrections = own.flatMap((set, index) => {
    const read = reads[index]
    return read ? [{ set, read }] : []
  })
  const [last] = own.slice(-1)
  const beyond = reads.slice(own.length)
  const about = last ? beyond.filter((read) => !tellsWhat(read)).map((read) => ({ set: last, read })) : []
  return {
    corrections: [...corrections, ...about],
    gone: own.slice(reads.length),
    more: beyond.filter(tellsWhat),
  }
}
