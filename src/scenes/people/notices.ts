import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { type Scene, goTo, leave, scene, step } from '../../bot/scene.ts'
import { requireMember } from '../../services/access.ts'
import * as notices from '../../services/notices/reading.ts'
import type { PushView } from '../../views/view.ts'
import { noticeCard, noticeList } from '../../views/notices/notices.ts'
import { picked } from './answers.ts'
import { welcomeAdmin } from './front.ts'

/** What a delivery says now to whoever acts. */
export type SayAgain = (
  ctx: SpotterContext,
  delivery: { kind: string; payload: unknown; id: number },
) => Promise<PushView | undefined>

const Page = z.object({ page: z.int().min(1) })
const readingOf = ({ turn }: SpotterContext) => ({ now: turn.now, timeZone: turn.actor.timeZone })
const toList = (ctx: SpotterContext, page: number) =>
  goTo(ctx, 'notifications', 'list', { page: Math.max(1, page) })

const list = step({
  state: Page,
  show: async (ctx, { page }) =>
    noticeList(ctx.t, await notices.unreadNotices(ctx.turn, page), readingOf(ctx)),
  on: async (ctx, input, { page }) => {
    const value = picked(input)
    if (value === 'done') return leave(ctx)
    const [, kind, number] = /^([pna])(\d{1,15})$/.exec(value ?? '') ?? []
    if (kind === undefined) return 'pass'
    const about = Number(number)
    if (kind === 'p') return toList(ctx, about)
    if (kind === 'n') {
      await notices.markRead(ctx.turn, about)
      return goTo(ctx, 'notifications', 'one', { id: about, page })
    }
    await notices.markAllRead(ctx.turn, about)
    return ctx.toast(ctx.t('notifications:allReadNow'))
  },
})

async function open(ctx: SpotterContext): Promise<void> {
  await welcomeAdmin(ctx)
  requireMember(ctx.turn)
  toList(ctx, 1)
}

/** `/notifications`: what somebody was told and has not seen. */
export function noticesScene(sayAgain: SayAgain): Scene {
  const one = step({
    state: Page.extend({ id: z.int() }),
    show: async (ctx, { id }) => {
      const { delivery, ...notice } = await notices.readNotice(ctx.turn, id)
      // As it stands now: what is gone, or theirs no more, leads nowhere.
      const view = delivery && (await sayAgain(ctx, delivery))
      return noticeCard(ctx.t, notice, view ?? undefined, readingOf(ctx))
    },
    on: (ctx, input, { page }) => (picked(input) === 'back' ? toList(ctx, page) : 'pass'),
  })
  return scene('notifications', {
    steps: { list, one },
    commands: { notifications: { audience: ['client', 'trainer', 'admin'], listed: true, run: open } },
  })
}
