import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { type RenderPush, type Scene, goTo, leave, scene, step } from '../../bot/scene.ts'
import { authorizeClient } from '../../services/access.ts'
import { unlinkClient } from '../../services/people/accounts.ts'
import { mayJoin, openInvite, readInvite } from '../../services/people/invitation.ts'
import { acceptInvite } from '../../services/people/joining.ts'
import { findNewcomer, trainerNameOf } from '../../services/people/newcomers.ts'
import * as views from '../../views/people/joining.ts'
import { yesOrNo } from './answers.ts'
import { speakAgain } from './language.ts'
import { beginOnboarding } from './questions.ts'

/** `/start <token>`: shows whose link it is. Whoever has joined already is told so, and stays where they are. */
export async function openLink(ctx: SpotterContext, token: string): Promise<void> {
  if (!mayJoin(ctx.turn, 'client')) return sayAlready(ctx)
  const invitation = await openInvite(ctx.turn, token)
  if (!invitation) return ctx.notice(ctx.t('people:inviteDead'))
  if (!mayJoin(ctx.turn, invitation.role)) return sayAlready(ctx)
  return goTo(ctx, 'join', 'consent', { invite: invitation.id })
}

async function sayAlready(ctx: SpotterContext): Promise<void> {
  const { role } = ctx.turn.actor
  if (role !== 'client') return ctx.notice(ctx.t('people:alreadyCoach'))
  const trainer = await trainerNameOf(ctx.turn)
  return ctx.notice(
    trainer === null ? ctx.t('people:alreadyClient') : ctx.t('people:alreadyWith', { trainer }),
  )
}

const consent = step({
  state: z.object({ invite: z.int() }),
  show: async (ctx, { invite }) => {
    const invitation = await readInvite(ctx.turn, invite)
    return invitation ? views.consent(ctx.t, invitation) : views.deadInvite(ctx.t)
  },
  on: async (ctx, input, { invite }) => {
    const agrees = yesOrNo(input)
    if (agrees === undefined) return 'pass'
    if (!agrees) {
      leave(ctx)
      return ctx.toast(ctx.t('people:declined'))
    }
    const isNew = ctx.turn.actor.userId === null
    const invitation = await acceptInvite(ctx.turn, ctx.who, invite)
    if (!invitation) {
      leave(ctx)
      return ctx.toast(ctx.t('people:inviteDead'), true)
    }
    speakAgain(ctx)
    ctx.notice(views.welcome(ctx.t, invitation))
    return isNew ? beginOnboarding(ctx) : leave(ctx)
  },
})

const News = z.object({ userId: z.int() })

const joined: RenderPush = async ({ unit, actor, t, payload }) => {
  const { userId } = News.parse(payload)
  const newcomer = await findNewcomer(unit, userId)
  return newcomer?.trainerId === actor.userId ? { ...views.joined(t, newcomer), about: userId } : undefined
}

const trainerJoined: RenderPush = async ({ unit, t, payload }) => {
  const { userId } = News.parse(payload)
  const newcomer = await findNewcomer(unit, userId)
  return newcomer && { ...views.trainerJoined(t, newcomer), about: userId }
}

const unlinked: RenderPush = async ({ t, payload }) =>
  views.unlinked(t, z.object({ trainer: z.string() }).parse(payload).trainer)

function takeAwayTapped(ctx: SpotterContext): void {
  const { input } = ctx
  if (input.kind === 'tap' && input.messageId !== null) ctx.takeAway(input.messageId)
}

/** From an invite link to being coached, and the news of it to whoever invited. */
export const join: Scene = scene('join', {
  steps: { consent },
  taps: {
    notMine: async (ctx, { client }) => {
      ctx.say(views.askUnlink(ctx.t, await authorizeClient(ctx.turn, client)))
      ctx.quiet() // the question stays the last thing in the chat
    },
    unlink: async (ctx, { client: clientId }) => {
      const client = await authorizeClient(ctx.turn, clientId)
      await unlinkClient(ctx.turn, client)
      takeAwayTapped(ctx)
      ctx.toast(ctx.t('people:unlinkedNow', { name: client.name }))
    },
    keepClient: (ctx) => {
      takeAwayTapped(ctx)
      ctx.toast(ctx.t('people:keptNow'))
      ctx.quiet()
    },
  },
  pushes: { joined, trainerJoined, unlinked },
})
