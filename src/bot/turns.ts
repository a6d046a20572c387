import { Telegraf, type Telegram } from 'telegraf'
import { type Conversation, type Introduction, setReachable } from '../services/conversation.ts'
import { Refusal } from '../services/errors.ts'
import { noteSeen } from '../services/notices/reading.ts'
import type { Owed, Presence } from '../services/owed.ts'
import type { Leaving, TurnRequest, TurnTaken } from '../services/turns.ts'
import type { Turn } from '../services/turn.ts'
import { textsIn } from '../texts/texts.ts'
import { doneReminder } from '../views/reminders/done.ts'
import type { View } from '../views/view.ts'
import { SpotterContext } from './context.ts'
import { type RawUpdate, actedAt, chatOf, lookedAt } from './input.ts'
import type { Registry } from './registry.ts'

/** How a turn is opened and committed; the services' part, handed in. */
export type TakeTurn = (
  request: Omit<TurnRequest, 'shown'>,
  work: (turn: Turn, conversation: Conversation) => Promise<Leaving>,
) => Promise<TurnTaken>

export interface Job {
  inboxId: number
  update: RawUpdate
  who: Introduction
  receivedAt: Date
  now: Date
  /** Set when an earlier try was refused or given up: only the word about it is left to say. */
  verdict?: Refusal | 'not saved'
  /** Asked once, before the commit: whether words on top of the screen will still be seen. */
  mayToast(): boolean
}

/** What came of a turn, for the screen and the log line. */
export interface Outcome {
  owed: Owed[]
  presence: Presence
  toast: { text: string; alert: boolean } | undefined
  where: string
  label: string
  entering: string
  /** The earliest moment at which the turn made something due. */
  due: Date | null
  statements: number
  commits: number
}

type Settled = Pick<Outcome, 'owed' | 'toast' | 'where' | 'entering' | 'label'> & { typed: number | null }

/** The message of ours that somebody tapped or answered; the card tells no news. */
function touchedBy({ input, conversation }: SpotterContext): number | null {
  const touched =
    input.kind === 'tap' ? input.messageId : input.kind === 'text' && !input.edited ? input.replyTo : null
  return touched === conversation.presence.cardMessageId ? null : touched
}

const placeName = (place: { scene: string; step: string } | null): string =>
  place ? `${place.scene}.${place.step}` : '-'

export interface TurnsOptions {
  registry: Registry
  takeTurn: TakeTurn
  /** Throws when called: nothing in a turn reaches the network. */
  telegram: Telegram
  me: { id: number; is_bot: true; first_name: string; username: string }
  /** Fills in the words of a refusal. */
  refusalText(ctx: SpotterContext, refusal: Refusal): string
}

/** Telegraf as the frame of a turn: one outermost middleware holds the unit of work, the stage runs inside it. */
export class Turns {
  readonly #bot: Telegraf<SpotterContext>
  readonly #jobs = new WeakMap<object, { job: Job; outcome?: Outcome }>()
  /** Groups that were declined, and by which update: they are told once. */
  readonly #declined = new Map<number, number>()
  readonly #options: TurnsOptions

  constructor(options: TurnsOptions) {
    this.#options = options
    const { telegram } = options
    class Bound extends SpotterContext {
      constructor(update: unknown, _: Telegram, me: SpotterContext['botInfo']) {
        super(update, telegram, me)
      }
    }
    const bot = new Telegraf<SpotterContext>('none', {
      contextType: Bound,
      handlerTimeout: Number.POSITIVE_INFINITY,
      telegram: { webhookReply: false },
    })
    bot.botInfo = {
      ...options.me,
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
    }
    bot.catch((error) => {
      throw error
    })
    bot.use((ctx, next) => this.#turn(ctx, next))
    bot.use((ctx, next) => this.#gate(ctx, next))
    bot.use(options.registry.stage())
    bot.use((ctx) => options.registry.unplaced(ctx))
    this.#bot = bot
  }

  /** Carries a job out and commits it. Throws what the handler threw, with nothing changed. */
  async run(job: Job): Promise<Outcome> {
    const entry: { job: Job; outcome?: Outcome } = { job }
    this.#jobs.set(job.update, entry)
    await this.#bot.handleUpdate(job.update as Parameters<Telegraf['handleUpdate']>[0])
    if (!entry.outcome) throw new Error('The turn came to no end')
    return entry.outcome
  }

  async #turn(ctx: SpotterContext, next: () => Promise<void>): Promise<void> {
    const entry = this.#jobs.get(ctx.update)
    if (!entry) throw new Error('An update without a job')
    const { inboxId, who, update, receivedAt, now } = entry.job
    const request = { inboxId, who, now, at: actedAt(update, receivedAt) }
    let settled: Settled | undefined
    const { conversation, ...taken } = await this.#options.takeTurn(request, async (turn, found) => {
      this.#seat(ctx, entry.job, turn, found)
      const entering = placeName(found.place)
      await (entry.job.verdict ? this.#say(ctx, entry.job.verdict) : next())
      const leaving = await this.#settle(ctx, entry.job)
      settled = {
        owed: leaving.added,
        toast: ctx.toastText,
        where: placeName(leaving.place),
        entering,
        label: ctx.outcome.label ?? ctx.input.kind,
        typed: leaving.typedMessageId,
      }
      return leaving
    })
    if (!settled) throw new Error('The turn was not settled')
    const { typed, ...rest } = settled
    entry.outcome = { ...rest, ...taken, presence: { ...conversation.presence, typedMessageId: typed } }
  }

  #seat(ctx: SpotterContext, job: Job, turn: Turn, conversation: Conversation): void {
    ctx.who = job.who
    ctx.inboxId = job.inboxId
    ctx.turn = turn
    ctx.t = textsIn(turn.actor.language)
    ctx.conversation = conversation
    ctx.place = conversation.place
  }

  /** Groups are declined, the deactivated told so, reachability noted; everybody else goes on. */
  async #gate(ctx: SpotterContext, next: () => Promise<void>): Promise<void> {
    const chat = chatOf(ctx.update)
    if (chat && chat.type !== 'private') return this.#decline(ctx, chat.id)
    if (ctx.input.kind === 'passing') return ctx.quiet()
    if (ctx.input.kind === 'reach') {
      await setReachable(ctx.turn.sql, ctx.who.id, ctx.input.reachable)
      return ctx.quiet()
    }
    if (!ctx.turn.actor.isActive) {
      ctx.place = null
      if (ctx.input.kind === 'tap') ctx.toast(ctx.t('deactivated'), true)
      return ctx.show({ html: ctx.t('deactivated'), buttons: [] })
    }
    const touched = touchedBy(ctx)
    if (touched !== null) await noteSeen(ctx.turn, touched)
    return next()
  }

  /** A word on being added, or on the first thing said there when that was missed; then it is left. */
  #decline(ctx: SpotterContext, chatId: number): void {
    const { input, inboxId } = ctx
    const added = input.kind === 'reach'
    if (added) this.#declined.delete(chatId)
    const met = added ? input.reachable : input.kind === 'command' || input.kind === 'text'
    const before = this.#declined.get(chatId)
    if (!met || (before !== undefined && before !== inboxId)) return ctx.quiet()
    this.#declined.set(chatId, inboxId)
    return ctx.leaveGroup(chatId, ctx.t('groups', { bot: this.#options.me.username }))
  }

  async #say(ctx: SpotterContext, verdict: Refusal | 'not saved'): Promise<void> {
    const { registry, refusalText } = this.#options
    ctx.outcome.label = verdict instanceof Refusal ? `refused ${verdict.code}` : 'not saved'
    const { kind } = ctx.input
    if (kind === 'reach' || kind === 'passing' || (chatOf(ctx.update)?.type ?? 'private') !== 'private')
      return ctx.quiet()
    registry.mend(ctx)
    if (verdict instanceof Refusal) {
      await registry.refused(ctx, verdict)
      return ctx.toast(refusalText(ctx, verdict), true)
    }
    if (ctx.input.kind === 'tap') return ctx.toast(ctx.t('notSavedToast'), true)
    return ctx.notice(ctx.t((await registry.dropMedia(ctx)) ? 'photos:fault' : 'notSaved'))
  }

  /**
   * A step whose subject is gone, or not this person's any more, gives way to home: they would be stuck in it. A word
   * on what they did themselves goes before the word on that.
   * The word that something was not saved must not fail because the view does.
   */
  async #view(ctx: SpotterContext): Promise<View> {
    const { registry, refusalText } = this.#options
    try {
      return await registry.viewOf(ctx)
    } catch (error) {
      if (error instanceof Refusal && ctx.place !== null) {
        ctx.place = null
        if (!ctx.outcome.toast) ctx.toast(refusalText(ctx, error), true)
        return registry.home(ctx)
      }
      if (ctx.outcome.label !== 'not saved') throw error
      return { html: ctx.t('notSaved'), buttons: [] }
    }
  }

  async #settle(ctx: SpotterContext, job: Job): Promise<Leaving> {
    const { registry } = this.#options
    for (const done of ctx.turn.done) ctx.amend(done.messageId, doneReminder(ctx.t, done))
    if (!ctx.outcome.quiet) ctx.card ??= await this.#view(ctx)
    registry.tidy(ctx)
    // From here to the commit the tap waits for its words; when it was answered already, the card says them.
    ctx.canToast = ctx.input.kind === 'tap' && job.mayToast()
    const rev = ctx.conversation.rev + (ctx.card ? 1 : 0)
    const { cardMessageId, typedMessageId: before } = ctx.conversation.presence
    const looked = lookedAt(ctx.update, cardMessageId)
    const typedMessageId = looked === null ? before : Math.max(looked, before ?? 0)
    const place = ctx.place && { ...ctx.place, version: registry.versionOf(ctx.place.scene) }
    const actedAt = ctx.input.kind === 'internal' ? null : ctx.turn.now
    const touchedAt = ctx.touched ? ctx.turn.now : ctx.conversation.touchedAt
    return {
      place,
      touchedAt,
      rev,
      added: ctx.owed(rev),
      typedMessageId,
      unread: ctx.conversation.unread,
      actedAt,
    }
  }
}
