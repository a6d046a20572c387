import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { type Scene, goTo, leave, scene, step } from '../../bot/scene.ts'
import { isCoach } from '../../services/access.ts'
import {
  type FreshInvite,
  findAwaited,
  inviteClients,
  inviteTrainers,
  mostNames,
  renewInvite,
  revokeInvite,
  whoIsAwaited,
} from '../../services/people/invites.ts'
import { nameLimit, readNames } from '../../services/people/names.ts'
import * as views from '../../views/people/inviting.ts'
import type { SceneDeps } from '../deps.ts'
import { chosen, picked, typed } from './answers.ts'
import { welcomeAdmin } from './front.ts'

type InviteRole = 'trainer' | 'client'

/** Whom the actor may invite. */
function mayInvite(ctx: SpotterContext): InviteRole[] {
  return [
    ...(isCoach(ctx.turn) ? (['client'] as const) : []),
    ...(ctx.turn.actor.isAdmin ? (['trainer'] as const) : []),
  ]
}

/** The names of a message, with a word on those that could not be taken. */
function takeNames(ctx: SpotterContext, text: string): string[] {
  const { names, tooLong } = readNames(text)
  const words = [
    ...(tooLong.length > 0 ? [ctx.t('people:namesTooLong', { count: tooLong.length, most: nameLimit })] : []),
    ...(names.length > mostNames ? [ctx.t('people:namesTooMany', { most: mostNames })] : []),
  ]
  if (words.length > 0) ctx.notice(words.join('\n'))
  return names.slice(0, mostNames)
}

const Place = z.object({ page: z.int().min(1) })
const toList = (ctx: SpotterContext, page = 1) => goTo(ctx, 'invite', 'awaited', { page })

export function inviteScene({ botUsername }: SceneDeps): Scene {
  const sayLinks = (ctx: SpotterContext, invites: readonly FreshInvite[]) => {
    for (const { token, ...invite } of invites)
      ctx.say(
        views.inviteLink(ctx.t, {
          ...invite,
          link: `https://t.me/${botUsername}?start=${token}`,
          timeZone: ctx.turn.actor.timeZone,
        }),
      )
  }

  const inviteAs = async (ctx: SpotterContext, role: InviteRole, names: readonly string[]) => {
    const make = role === 'client' ? inviteClients : inviteTrainers
    sayLinks(ctx, await make(ctx.turn, names))
    toList(ctx)
  }

  const begin = async (ctx: SpotterContext, text: string) => {
    await welcomeAdmin(ctx)
    const names = takeNames(ctx, text)
    if (text !== '' && names.length === 0) return toList(ctx)
    const [first = 'client', ...others] = mayInvite(ctx)
    return others.length > 0 ? goTo(ctx, 'invite', 'choose', { names }) : inviteAs(ctx, first, names)
  }

  const choose = step({
    state: z.object({ names: z.array(z.string()) }),
    show: (ctx, { names }) => views.chooseRole(ctx.t, names),
    on: async (ctx, input, { names }) => {
      const role = chosen(input, { client: ctx.t('people:asClient'), trainer: ctx.t('people:asTrainer') })
      return role ? inviteAs(ctx, role, names) : 'pass'
    },
  })

  const awaited = step({
    state: Place,
    show: async (ctx, { page }) =>
      views.awaited(ctx.t, {
        all: await whoIsAwaited(ctx.turn),
        page,
        timeZone: ctx.turn.actor.timeZone,
        may: mayInvite(ctx),
      }),
    on: async (ctx, input) => {
      const value = picked(input)
      if (value === 'client' || value === 'trainer') return inviteAs(ctx, value, [])
      if (value === 'done') return leave(ctx)
      if (value === 'names') return goTo(ctx, 'invite', 'names')
      const [, kind, number] = /^([rlp])(\d{1,9})$/.exec(value ?? '') ?? []
      if (kind === 'p') return toList(ctx, Math.max(1, Number(number)))
      if (kind === undefined) return 'pass'
      return goTo(ctx, 'invite', 'one', { kind: kind === 'r' ? 'record' : 'link', id: Number(number) })
    },
  })

  const names = step({
    state: z.object({}),
    show: (ctx) => views.askNames(ctx.t),
    on: (ctx, input) => {
      if (picked(input) === 'back') return toList(ctx)
      const text = typed(input)
      return text === undefined ? 'pass' : begin(ctx, text)
    },
  })

  const one = step({
    state: z.object({ kind: z.enum(['record', 'link']), id: z.int() }),
    show: async (ctx, { kind, id }) =>
      views.oneAwaited(ctx.t, await findAwaited(ctx.turn, kind, id), ctx.turn.actor.timeZone),
    on: async (ctx, input, { kind, id }) => {
      const value = picked(input)
      if (value === undefined) return 'pass'
      toList(ctx)
      if (value === 'back') return undefined
      const awaitedOne = await findAwaited(ctx.turn, kind, id)
      if (value === 'renew') return sayLinks(ctx, [await renewInvite(ctx.turn, awaitedOne)])
      if (value !== 'revoke') return 'pass'
      await revokeInvite(ctx.turn, awaitedOne)
      return ctx.toast(ctx.t('people:revoked'))
    },
  })

  return scene('invite', {
    steps: { choose, awaited, names, one },
    commands: { invite: { audience: ['trainer', 'admin'], listed: true, run: begin } },
    taps: { openInvite: (ctx) => begin(ctx, '') },
  })
}
