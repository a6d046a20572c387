import type { SpotterContext } from '../../bot/context.ts'
import { type Audience, type Scene, leave, scene } from '../../bot/scene.ts'
import { ensureAdminRecord } from '../../services/people/accounts.ts'
import { help, hello, ownId } from '../../views/people/front.ts'
import type { View } from '../../views/view.ts'
import { openLink } from './join.ts'
import { speakAgain } from './language.ts'

const everybody: readonly Audience[] = ['stranger', 'client', 'trainer', 'admin']

/** What somebody sees who has not joined. */
export async function strangerHome(ctx: SpotterContext): Promise<View> {
  return hello(ctx.t, ctx.turn.actor)
}

/** Beside the card where somebody is in the middle of something, so that they keep their place; else as the card. */
function beside(ctx: SpotterContext, view: View): void {
  if (ctx.place) ctx.say(view)
  else ctx.show(view)
}

/** An admin known to configuration only gets a record at the first command. */
export async function welcomeAdmin(ctx: SpotterContext): Promise<void> {
  if (!(await ensureAdminRecord(ctx.turn, ctx.who))) return
  speakAgain(ctx)
  ctx.notice(ctx.t('people:adminWelcome'))
}

async function start(ctx: SpotterContext, payload: string): Promise<void> {
  await welcomeAdmin(ctx)
  if (payload !== '') return openLink(ctx, payload)
  leave(ctx)
  if (ctx.turn.actor.userId !== null) speakAgain(ctx)
  return undefined
}

/** A workout is left, not cancelled: it goes on until it is finished. */
function cancelledWords({ place, t }: SpotterContext): string {
  const isUnderWay = place?.scene === 'workout' && !['summary', 'wnote'].includes(place.step)
  return isUnderWay ? t('workout:goesOn') : t('cancelled')
}

function cancel(ctx: SpotterContext): void {
  const words = ctx.place ? cancelledWords(ctx) : ctx.t('nothingToCancel')
  leave(ctx)
  ctx.toast(words)
}

/** The commands that work everywhere. */
export const front: Scene = scene('front', {
  steps: {},
  commands: {
    start: { audience: everybody, run: start },
    help: {
      audience: everybody,
      listed: true,
      run: (ctx) => beside(ctx, help(ctx.t, ctx.turn.actor)),
    },
    cancel: { audience: everybody, run: cancel },
    id: { audience: everybody, run: (ctx) => beside(ctx, ownId(ctx.t, ctx.turn.actor.telegramId)) },
  },
  taps: {
    home: (ctx) => leave(ctx),
    cancel,
  },
})
