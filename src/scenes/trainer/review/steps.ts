import type { SpotterContext } from '../../../bot/context.ts'
import type { Input } from '../../../bot/input.ts'
import { awaitMedia } from '../../../bot/media.ts'
import { type Step, type Verdict, goTo, leave, step } from '../../../bot/scene.ts'
import { wantedAs } from '../../../domain/media.ts'
import { requireTrainer } from '../../../services/access.ts'
import { askedForWords, commentOn } from '../../../services/reviews/judge.ts'
import { forgetPhrase, ownPhrases, phrasesFor, readPhrase } from '../../../services/reviews/phrases.ts'
import { countWaiting, startOfWalk } from '../../../services/reviews/queue.ts'
import { lastLine } from '../../../views/review/last.ts'
import * as views from '../../../views/review/queue.ts'
import { picked, typed } from '../../people/answers.ts'
import { stopReview } from './judging.ts'
import { messageOf, saidBy } from './rewording.ts'
import { Looking, Walkthrough, toStep } from './state.ts'
import { lastOf, namesOf, newPhrase, onward, presentOf, showPicture } from './walking.ts'
import { maybeForLast, whose } from './whose.ts'

/** The purpose of what a coach says in a voice or video note. */
export const spokenPurpose = 'spokenVerdict'

type Said = 'said' | 'not kept' | undefined

/** A voice or video note on a review; undefined for any other input. */
async function takeSpoken(ctx: SpotterContext, input: Input, review: number): Promise<Said> {
  if (input.kind !== 'media' || wantedAs(input.media) === 'picture') return undefined
  const purpose = { name: spokenPurpose, about: { review } }
  return (await awaitMedia(ctx, input, purpose, ['voice', 'clip'])) ? 'said' : 'not kept'
}

const queue = step({
  state: Looking,
  show: async (ctx, { review: id, client, last }) => {
    requireTrainer(ctx.turn)
    const present = await presentOf(ctx, id)
    const isWaiting = present?.review.state === 'waiting'
    return views.queueCard(ctx.t, {
      present: isWaiting
        ? {
            review: id,
            client: present.review.client,
            subject: present.shown,
            comment: present.review.comment,
          }
        : null,
      hasVoice: isWaiting && present.review.spokenId !== null,
      waiting: await countWaiting(ctx.turn, client),
      last: await lastOf(ctx, last, present),
    })
  },
  on: async (ctx, input, state): Promise<Verdict> => {
    const { review, ...walk } = state
    const value = picked(input)
    if (value === 'stop') return stopReview(ctx)
    if (value === 'next') return onward(ctx, walk)
    if (value === 'unsay') return void (await commentOn(ctx.turn, review, null))
    if (value === 'again') {
      const present = await presentOf(ctx, review)
      if (present?.review.state !== 'waiting') return undefined
      await showPicture(ctx, walk, present)
      return ctx.quiet()
    }
    const text = typed(input)
    if (text === undefined || text === '') return (await takeSpoken(ctx, input, review)) ? undefined : 'pass'
    const pending = await maybeForLast(ctx, state, text)
    if (pending) return toStep(ctx, 'whose', { ...pending, message: messageOf(input) })
    await commentOn(ctx.turn, review, text)
    return toStep(ctx, 'queue', { ...state, ...saidBy(input, review) })
  },
})

/** Notes the words and goes on; `isOwn` where they were typed, and may be kept at hand. */
async function say(
  ctx: SpotterContext,
  { review, ...walk }: Looking,
  text: string,
  isOwn: boolean,
): Promise<void> {
  await commentOn(ctx.turn, review, text)
  const last = await lastOf(ctx, review)
  const said = isOwn ? saidBy(ctx.input, review) : {}
  return onward(
    ctx,
    { ...walk, ...said, last: review, typed: isOwn },
    last ? lastLine(ctx.t, last) : undefined,
  )
}

const comment = step({
  state: Looking,
  show: async (ctx, { review: id }) => {
    requireTrainer(ctx.turn)
    const present = await presentOf(ctx, id)
    const verdict = present?.review.verdict
    if (!present || !verdict)
      return views.queueCard(ctx.t, { present: null, hasVoice: false, waiting: 0, last: null })
    return views.askComment(ctx.t, {
      verdict,
      client: present.review.client,
      subject: present.shown,
      phrases: await phrasesFor(ctx.turn, present.shown.kind),
      review: id,
      comment: present.review.comment,
    })
  },
  on: async (ctx, input, state): Promise<Verdict> => {
    const { review, ...walk } = state
    const value = picked(input)
    if (value === 'phrases') return toStep(ctx, 'phrases', state)
    if (value === 'skip') {
      await askedForWords(ctx.turn, review, false)
      return onward(ctx, walk)
    }
    const [, kind, number] = /^([ps])(\d{1,9})$/.exec(value ?? '') ?? []
    if (kind === 'p') return say(ctx, state, (await readPhrase(ctx.turn, Number(number))).text, false)
    if (kind === 's') {
      const present = await presentOf(ctx, review)
      const text = present && views.starterPhrases(ctx.t, present.shown)[Number(number)]
      return text === undefined ? ctx.toast(ctx.t('stale')) : say(ctx, state, text, false)
    }
    const text = typed(input)
    if (text !== undefined && text !== '') return say(ctx, state, text, true)
    const said = await takeSpoken(ctx, input, review)
    if (said === undefined) return 'pass'
    if (said === 'not kept') return undefined
    await askedForWords(ctx.turn, review, false)
    const present = await presentOf(ctx, review)
    return onward(ctx, walk, present && ctx.t('review:voiceOf', namesOf(ctx, present)))
  },
})

/** With nothing else before the coach's eyes, words are for the one judged last, unless it has some already. */
async function sayOfLast(ctx: SpotterContext, walk: Walkthrough, text: string): Promise<Verdict> {
  const last = await lastOf(ctx, walk.last)
  if (last?.comment !== null) return 'pass'
  return say(ctx, { ...walk, review: last.review }, text, true)
}

const done = step({
  state: Walkthrough,
  show: async (ctx, walk) => {
    const putOff = await countWaiting(ctx.turn, walk.client)
    return views.nothingCard(ctx.t, {
      putOff,
      last: await lastOf(ctx, walk.last),
      phrase: await newPhrase(ctx, walk),
    })
  },
  on: (ctx, input, walk): Verdict | Promise<Verdict> => {
    const value = picked(input)
    if (value === 'phrases') return toStep(ctx, 'phrases', { ...walk, review: null })
    if (value === 'putOff') return onward(ctx, { ...walk, since: startOfWalk(ctx.turn) })
    const text = typed(input)
    if (text !== undefined && text !== '') return sayOfLast(ctx, walk, text)
    if (value !== 'back') return 'pass'
    return walk.client === null ? leave(ctx) : goTo(ctx, 'clients', 'one', { client: walk.client })
  },
})

const phrases = step({
  state: Looking.extend({ review: Looking.shape.review.nullable() }),
  show: async (ctx) => views.phrasesCard(ctx.t, await ownPhrases(ctx.turn)),
  on: async (ctx, input, state): Promise<Verdict> => {
    const value = picked(input)
    if (value === 'back') return toStep(ctx, state.review === null ? 'done' : 'comment', state)
    const id = /^p(\d{1,15})$/.exec(value ?? '')?.[1]
    if (id === undefined) return 'pass'
    await forgetPhrase(ctx.turn, Number(id))
    return ctx.toast(ctx.t('review:phraseGone'))
  },
})

export const reviewSteps: Record<string, Step> = { queue, comment, whose, done, phrases }
