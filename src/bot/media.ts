import { type Wanted, refusedUnseen } from '../domain/media.ts'
import { type Purpose, awaitMediaFile } from '../services/files/incoming.ts'
import { notKeptText } from '../views/photos/words.ts'
import type { SpotterContext } from './context.ts'
import type { Input } from './input.ts'

export type MediaInput = Extract<Input, { kind: 'media' }>

/**
 * Has media fetched, opened and kept for a purpose that a scene claims in `kept`; the person is told that it is being
 * looked at, once for an album. Answers false when it cannot be, and the person has been told why. Later it comes back
 * as that purpose's event. Refusals: `notAllowed` for strangers, `tooManyFiles`.
 */
export async function awaitMedia(
  ctx: SpotterContext,
  input: MediaInput,
  purpose: Purpose,
  wanted: readonly Wanted[] = ['picture'],
): Promise<boolean> {
  const { kind: _, ...order } = input
  const refused = refusedUnseen(input.media, wanted)
  if (refused) {
    ctx.notice(notKeptText(ctx.t, refused))
    return false
  }
  const { isFirst } = await awaitMediaFile(ctx.turn, ctx.who, { ...order, wanted, purpose })
  if (isFirst) ctx.notice(ctx.t('photos:looking'))
  else ctx.quiet()
  return true
}
