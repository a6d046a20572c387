import type { SpotterContext } from '../../bot/context.ts'
import { goTo } from '../../bot/scene.ts'
import { meantOtherwise } from '../../domain/workout/otherwise.ts'
import type { DoneSet, Walk } from '../../domain/workout/walk.ts'
import { type LastTime } from '../../services/workouts/lastTime.ts'
import { lastTimeAtHand } from '../../services/workouts/logSet.ts'
import { requireWalk } from '../../services/workouts/walk.ts'
import { workoutCard } from '../../views/workout/card.ts'
import type { View } from '../../views/view.ts'
import type { Reader } from '../../views/workout/words.ts'

export function readerOf(ctx: SpotterContext): Reader {
  return { t: ctx.t, units: ctx.turn.actor.units }
}

interface Known {
  walk: Walk
  last: LastTime | undefined
  doubtful?: DoneSet | null
  skipped?: number | undefined
}

/** The doubtful set the other way round, where that makes a set. */
function doubt(set: DoneSet | null | undefined) {
  const otherwise = set ? meantOtherwise(set) : undefined
  return set && otherwise ? { set, otherwise } : null
}

export function cardOf(ctx: SpotterContext, { walk, last, doubtful, skipped }: Known): View {
  const { now, actor } = ctx.turn
  return workoutCard(readerOf(ctx), {
    walk,
    last,
    now,
    timeZone: actor.timeZone,
    doubtful: doubt(doubtful),
    ...(skipped !== undefined && { skipped }),
  })
}

/** Puts the live card on the screen; what the use case has read already is not read again. */
export function showCard(ctx: SpotterContext, known?: Known): void {
  goTo(ctx, 'workout', 'card')
  if (known) ctx.show(cardOf(ctx, known))
}

/** The live card from the rows as they are. `skipped`: what the last tap left out. */
export async function freshCard(
  ctx: SpotterContext,
  { skipped }: { skipped?: number | undefined },
): Promise<View> {
  const walk = await requireWalk(ctx.turn)
  return cardOf(ctx, { walk, last: await lastTimeAtHand(ctx.turn, walk), skipped })
}
