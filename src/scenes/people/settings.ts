import type { SpotterContext } from '../../bot/context.ts'
import { type Scene, type Verdict, goTo, scene } from '../../bot/scene.ts'
import { formatTime } from '../../domain/localTime.ts'
import { requireMember } from '../../services/access.ts'
import { comeHome } from '../../services/people/zones.ts'
import { endRest, ownRest } from '../../services/reminders/peace.ts'
import { beyondAnswers } from '../../views/people/away.ts'
import { welcomeAdmin } from './front.ts'
import { summaryStep } from './summary.ts'

async function openSettings(ctx: SpotterContext): Promise<void> {
  await welcomeAdmin(ctx)
  requireMember(ctx.turn)
  goTo(ctx, 'settings', 'menu')
}

const askWhere = (ctx: SpotterContext) => goTo(ctx, 'onboarding', 'city', { onTo: 'settings', travels: true })

async function openTravel(ctx: SpotterContext): Promise<void> {
  await welcomeAdmin(ctx)
  requireMember(ctx.turn)
  askWhere(ctx)
}

async function pick(ctx: SpotterContext, value: string): Promise<Verdict> {
  if (value === 'travel') return askWhere(ctx)
  if (value === 'resume') {
    await endRest(ctx.turn)
    return ctx.toast(ctx.t('reminders:backAgain'))
  }
  if (value !== 'home') return 'pass'
  await comeHome(ctx.turn)
  const { now, actor } = ctx.turn
  return ctx.toast(ctx.t('people:homeAgain', { time: formatTime(now, actor.timeZone, ctx.t.language) }))
}

/** `/settings`: all that somebody settles for themselves, at any time. */
export const settings: Scene = scene('settings', {
  steps: {
    menu: summaryStep('settings.menu', 'settings', {
      title: (t) => t('people:settings'),
      done: () => undefined,
      more: {
        buttons: async ({ t, turn }, { homeZone }) =>
          beyondAnswers(t, {
            at: 'settings.menu',
            isAway: homeZone !== null,
            rests: (await ownRest(turn)) !== undefined,
          }),
        pick,
      },
    }),
  },
  commands: { settings: { audience: ['client', 'trainer', 'admin'], listed: true, run: openSettings } },
  taps: { openSettings, openTravel },
})
