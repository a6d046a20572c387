import type { SpotterContext } from '../../bot/context.ts'
import { textsIn } from '../../texts/texts.ts'

/** Speaks the actor's language from here on, and renews their menu: after joining or a change of language. */
export function speakAgain(ctx: SpotterContext): void {
  const { language, role, isAdmin } = ctx.turn.actor
  ctx.t = textsIn(language)
  ctx.renewMenu(isAdmin && role !== 'client' ? 'admin' : (role ?? 'stranger'), language)
}
