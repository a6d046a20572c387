import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { type Scene, goTo, leave, scene, step } from '../../bot/scene.ts'
import { isDate, localDate } from '../../domain/localTime.ts'
import { requireClient } from '../../services/access.ts'
import { type PastKey, listHistory, readHistory } from '../../services/workouts/history.ts'
import { historyList, historyOne } from '../../views/workout/history.ts'
import { picked } from '../people/answers.ts'
import { readerOf } from './showing.ts'

/** `client` null: the acting client's own; else a client of the acting coach, which every reading proves. */
const Listed = z.object({ client: z.int().nullable(), page: z.int().min(1) })
type Listed = z.output<typeof Listed>

const part = z.int().min(1).optional()
/** A workout by its id, or by its day where another program wrote it. */
const One = z.union([
  Listed.extend({ workout: z.int(), part }),
  Listed.extend({ date: z.string().refine(isDate), part }),
])

const toList = (ctx: SpotterContext, { client, page }: Listed) =>
  goTo(ctx, 'history', 'list', { client, page })

function openOwn(ctx: SpotterContext): void {
  requireClient(ctx.turn)
  toList(ctx, { client: null, page: 1 })
}

const todayOf = ({ turn }: SpotterContext) => localDate(turn.now, turn.actor.timeZone)

/** The entry that a button of the list stands for. */
function keyOf(value: string): PastKey | undefined {
  const workout = /^w(\d{1,15})$/.exec(value)?.[1]
  if (workout !== undefined) return { workout: Number(workout) }
  const date = /^d(.+)$/.exec(value)?.[1]
  return date !== undefined && isDate(date) ? { date } : undefined
}

const pageOf = (value: string): number | undefined => {
  const number = /^p(\d{1,6})$/.exec(value)?.[1]
  return number === undefined ? undefined : Math.max(1, Number(number))
}

const list = step({
  state: Listed,
  show: async (ctx, { client, page }) =>
    historyList(readerOf(ctx), { today: todayOf(ctx), ...(await listHistory(ctx.turn, client, page)) }),
  on: (ctx, input, { client, page }) => {
    const value = picked(input) ?? ''
    if (value === 'back') return client === null ? leave(ctx) : goTo(ctx, 'clients', 'one', { client })
    const turned = pageOf(value)
    if (turned !== undefined) return toList(ctx, { client, page: turned })
    const key = keyOf(value)
    return key ? goTo(ctx, 'history', 'one', { client, page, ...key }) : 'pass'
  },
})

const one = step({
  state: One,
  show: async (ctx, state) =>
    historyOne(readerOf(ctx), {
      today: todayOf(ctx),
      part: state.part ?? 1,
      reopens: state.client === null && 'workout' in state ? state.workout : null,
      ...(await readHistory(ctx.turn, state.client, state)),
    }),
  on: (ctx, input, state) => {
    const value = picked(input) ?? ''
    if (value === 'back') return toList(ctx, state)
    const turned = pageOf(value)
    return turned === undefined ? 'pass' : goTo(ctx, 'history', 'one', { ...state, part: turned })
  },
})

/** Past workouts: the client's own by `/history`, a coach's client's from the client's card. */
export const history: Scene = scene('history', {
  steps: { list, one },
  commands: { history: { audience: ['client'], listed: true, run: openOwn } },
  taps: { openHistory: openOwn },
})
