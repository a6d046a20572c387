import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { type RenderPush, type Scene, goTo, leave, scene, step } from '../../bot/scene.ts'
import { tellsOfFood } from '../../domain/meals/typedFood.ts'
import { isCoach } from '../../services/access.ts'
import * as letters from '../../services/letters/letters.ts'
import * as views from '../../views/letters/letters.ts'
import { typed } from './answers.ts'

const hasTrainer = ({ turn }: SpotterContext): boolean =>
  turn.actor.role === 'client' && turn.actor.trainerId !== null

/** Where a question of ours waits for its answer, words that are none are no letter. */
const asking: readonly string[] = ['join', 'onboarding', 'settings', 'reminding']

const isFree = ({ place }: SpotterContext): boolean => !asking.includes(place?.scene ?? '')

const mayOffer = (ctx: SpotterContext): boolean => hasTrainer(ctx) && isFree(ctx)

/** Whether what was typed may be a meal of the client's. */
export function mayBeMeal(ctx: SpotterContext): boolean {
  const { input, turn } = ctx
  return input.kind === 'text' && turn.actor.role === 'client' && isFree(ctx) && tellsOfFood(input.text)
}

/**
 * Offers what else may be done with words that nothing was made of: a meal where they tell of food, a letter to the
 * trainer. They are kept by the caller in `conversation.unread`.
 */
export function offerPlaces(ctx: SpotterContext): void {
  const { input } = ctx
  if (input.kind !== 'text') return
  ctx.offer([
    ...(mayBeMeal(ctx) ? [views.logMealButton(ctx.t, input.messageId)] : []),
    ...(mayOffer(ctx) ? [views.sendButton(ctx.t, input.messageId)] : []),
  ])
}

/** Keeps what was typed, and offers what else may be done with it. */
export function offerUnread(ctx: SpotterContext): void {
  const { input } = ctx
  if (input.kind !== 'text' || !(mayOffer(ctx) || mayBeMeal(ctx))) return
  ctx.conversation.unread = { messageId: input.messageId, text: input.text, toCard: false }
  offerPlaces(ctx)
}

function said(ctx: SpotterContext, { name }: letters.Correspondent): void {
  ctx.toast(ctx.t('letters:sent', { name }))
}

const OfLetter = z.object({ letter: z.int() })

/** Where a letter was being written, these are its words, and that place is done with. */
function postUnread(ctx: SpotterContext, text: string, message: number): Promise<letters.Correspondent> {
  const { place, turn } = ctx
  const isWriting = place?.scene === 'letters'
  const answered = isWriting && place.step === 'answer' ? OfLetter.safeParse(place.data).data : undefined
  if (isWriting) leave(ctx)
  return answered
    ? letters.answerLetter(turn, answered.letter, text, message)
    : letters.writeToTrainer(turn, text, message)
}

/** What could not be placed goes to the trainer, once. */
async function sendUnread(ctx: SpotterContext, message: number): Promise<void> {
  const { unread } = ctx.conversation
  if (unread?.messageId !== message || unread.text === undefined) return ctx.toast(ctx.t('stale'))
  const trainer = await postUnread(ctx, unread.text, message)
  ctx.conversation.unread = null
  return said(ctx, trainer)
}

const messageOf = (input: Input): number | null => ('messageId' in input ? input.messageId : null)

/** A changed message says its letter anew as long as that has not gone out. False where it was none. */
async function takeReworded(ctx: SpotterContext, message: number, words: string): Promise<boolean> {
  const outcome = await letters.reword(ctx.turn, message, words)
  if (outcome) ctx.notice(ctx.t(outcome === 'reworded' ? 'letters:reworded' : 'editUnheard'))
  return outcome !== undefined
}

async function write(ctx: SpotterContext, text: string): Promise<void> {
  await letters.ownTrainer(ctx.turn)
  return text === ''
    ? goTo(ctx, 'letters', 'toTrainer')
    : said(ctx, await letters.writeToTrainer(ctx.turn, text, messageOf(ctx.input)))
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
  awaits: 'words',
  show: async (ctx) => views.askLetter(ctx.t, (await letters.ownTrainer(ctx.turn)).name, null),
  on: (ctx, input) => send(ctx, input, (text) => letters.writeToTrainer(ctx.turn, text, messageOf(input))),
})

const toClient = step({
  state: z.object({ client: z.int() }),
  awaits: 'words',
  show: async (ctx, { client }) =>
    views.askLetter(ctx.t, (await letters.ownClient(ctx.turn, client)).name, null),
  on: async (ctx, input, { client }) => {
    const verdict = await send(ctx, input, (text) =>
      letters.writeToClient(ctx.turn, client, text, messageOf(input)),
    )
    return verdict ?? goTo(ctx, 'clients', 'one', { client })
  },
})

const answer = step({
  state: OfLetter,
  awaits: 'words',
  show: async (ctx, { letter: id }) => {
    const { sender, text } = await letters.letterToAnswer(ctx.turn, id)
    return views.askLetter(ctx.t, sender.name, text)
  },
  on: (ctx, input, { letter }) =>
    send(ctx, input, (text) => letters.answerLetter(ctx.turn, letter, text, messageOf(input))),
})

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
      await letters.ownClient(ctx.turn, client)
      goTo(ctx, 'letters', 'toClient', { client })
    },
    answerLetter: async (ctx, { letter: id }) => {
      await letters.letterToAnswer(ctx.turn, id)
      goTo(ctx, 'letters', 'answer', { letter: id })
    },
  },
  pushes: { letter },
  replied: async (ctx, reply) => {
    const told = reply.replyTo === null ? undefined : await letters.toldIn(ctx.turn, reply.replyTo)
    const text = reply.text.trim()
    if (told === undefined || text === '') return false
    const { turn } = ctx
    const reader =
      'letter' in told
        ? await letters.answerLetter(turn, told.letter, text, reply.messageId)
        : await letters.writeToClient(turn, told.client, text, reply.messageId)
    // The card below may be about another client.
    if (isCoach(ctx.turn)) ctx.say({ html: ctx.t('letters:answered', { name: reader.name }) })
    else said(ctx, reader)
    return true
  },
  anywhere: async (ctx, input) => {
    const isMember = ctx.turn.actor.userId !== null && ctx.turn.actor.isActive
    if (input.kind === 'text' && input.edited && isMember)
      if (await takeReworded(ctx, input.messageId, input.text.trim())) return true
    if (input.kind !== 'text' || !(mayOffer(ctx) || mayBeMeal(ctx))) return false
    const { unread } = ctx.conversation
    if (input.edited) {
      if (unread?.messageId === input.messageId) ctx.conversation.unread = { ...unread, text: input.text }
      return false
    }
    ctx.notice(mayBeMeal(ctx) ? ctx.t('meals:unplacedFood') : ctx.t('letters:unplaced'))
    offerUnread(ctx)
    return true
  },
})
