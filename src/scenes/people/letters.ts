import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { type RenderPush, type Scene, goTo, leave, scene, step } from '../../bot/scene.ts'
import { authorizeClient } from '../../services/access.ts'
import * as letters from '../../services/letters/letters.ts'
import * as views from '../../views/letters/letters.ts'
import { typed } from './answers.ts'

const hasTrainer = ({ turn }: SpotterContext): boolean =>
  turn.actor.role === 'client' && turn.actor.trainerId !== null

/** Where a question of ours waits for its answer, words that are none are no letter. */
const asking: readonly string[] = ['join', 'onboarding', 'settings', 'reminding']

const mayOffer = (ctx: SpotterContext): boolean => hasTrainer(ctx) && !asking.includes(ctx.place?.scene ?? '')

/** Offers to send what was typed to the trainer. It is kept by the caller in `conversation.unread`. */
export function offerTrainer(ctx: SpotterContext): void {
  const { input } = ctx
  if (input.kind === 'text' && mayOffer(ctx)) ctx.offer([views.sendButton(ctx.t, input.messageId)])
}

/** Keeps what was typed, and offers to send it to the trainer. */
export function offerUnread(ctx: SpotterContext): void {
  const { input } = ctx
  if (input.kind !== 'text' || !mayOffer(ctx)) return
  ctx.conversation.unread = { messageId: input.messageId, text: input.text, toCard: false }
  offerTrainer(ctx)
}

function said(ctx: SpotterContext, { name }: letters.Correspondent): void {
  ctx.toast(ctx.t('letters:sent', { name }))
}

/** What could not be placed goes to the trainer, once. */
async function sendUnread(ctx: SpotterContext, message: number): Promise<void> {
  const { unread } = ctx.conversation
  if (unread?.messageId !== message || unread.text === undefined) return ctx.toast(ctx.t('stale'))
  const trainer = await letters.writeToTrainer(ctx.turn, unread.text)
  ctx.conversation.unread = null
  return said(ctx, trainer)
}

async function write(ctx: SpotterContext, text: string): Promise<void> {
  await letters.ownTrainer(ctx.turn)
  return text === ''
    ? goTo(ctx, 'letters', 'toTrainer')
    : said(ctx, await letters.writeToTrainer(ctx.turn, text))
}

async function send(
  ctx: SpotterContext,
  input: Input,
  post: (text: string) => Promise<letters.Correspondent>,
): Promise<'pass' | void> {
  const text = typed(input)
  if (text === undefined || text === '') return 'pass'
  const reader = await post(text)
  leave(ctx)
  return said(ctx, reader)
}

const toTrainer = step({
  state: z.object({}),
  show: async (ctx) => views.askLetter(ctx.t, (await letters.ownTrainer(ctx.turn)).name, null),
  on: (ctx, input) => send(ctx, input, (text) => letters.writeToTrainer(ctx.turn, text)),
})

const toClient = step({
  state: z.object({ client: z.int() }),
  show: async (ctx, { client }) =>
    views.askLetter(ctx.t, (await authorizeClient(ctx.turn, client)).name, null),
  on: async (ctx, input, { client }) => {
    const verdict = await send(ctx, input, (text) => letters.writeToClient(ctx.turn, client, text))
    return verdict ?? goTo(ctx, 'clients', 'one', { client })
  },
})

const answer = step({
  state: z.object({ letter: z.int() }),
  show: async (ctx, { letter: id }) => {
    const { sender, text } = await letters.readLetter(ctx.turn, id)
    return views.askLetter(ctx.t, sender.name, text)
  },
  on: (ctx, input, { letter }) => send(ctx, input, (text) => letters.answerLetter(ctx.turn, letter, text)),
})

const OfLetter = z.object({ letter: z.int() })

const letter: RenderPush = async ({ unit, actor, t, payload }) => {
  const found = await letters.letterTo(unit, actor, OfLetter.parse(payload).letter)
  return found && views.letterView(t, found)
}

/** What clients and trainers write to each other. Goes after all scenes that read typed words. */
export const lettersScene: Scene = scene('letters', {
  steps: { toTrainer, toClient, answer },
  commands: { message: { audience: ['client'], listed: true, run: (ctx, args) => write(ctx, args.trim()) } },
  taps: {
    sendLetter: (ctx, { message }) => sendUnread(ctx, message),
    writeToTrainer: (ctx) => write(ctx, ''),
    writeToClient: async (ctx, { client }) => {
      await authorizeClient(ctx.turn, client)
      goTo(ctx, 'letters', 'toClient', { client })
    },
    answerLetter: async (ctx, { letter: id }) => {
      await letters.readLetter(ctx.turn, id)
      goTo(ctx, 'letters', 'answer', { letter: id })
    },
  },
  pushes: { letter },
  replied: async (ctx, reply) => {
    const about = reply.replyTo === null ? undefined : await letters.letterIn(ctx.turn, reply.replyTo)
    if (about === undefined || reply.text.trim() === '') return false
    said(ctx, await letters.answerLetter(ctx.turn, about, reply.text.trim()))
    return true
  },
  anywhere: (ctx, input) => {
    if (input.kind !== 'text' || !mayOffer(ctx)) return false
    const { unread } = ctx.conversation
    if (input.edited) {
      if (unread?.messageId === input.messageId) ctx.conversation.unread = { ...unread, text: input.text }
      return false
    }
    ctx.notice(ctx.t('letters:unplaced'))
    offerUnread(ctx)
    return true
  },
})
