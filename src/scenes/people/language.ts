import type { SpotterContext } from '../../bot/context.ts'
import { menuAudience } from '../../bot/menus.ts'
import { textsIn } from '../../texts/texts.ts'

/** Speaks the actor's language from here on, and renews their menu: after joining or a change of language. */
export function speakAgain(ctx: SpotterContext): void {
  const { actor } = ctx.turn
  ctx.t = textsIn(actor.language)
  ctx.renewMenu(menuAudience(actor), actor.language)
}
