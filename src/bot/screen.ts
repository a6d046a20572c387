import type { Clock } from '../domain/clock.ts'
import { type Owed, type Presence, newerOf } from '../services/owed.ts'
import { escapeHtml, plainText } from '../texts/texts.ts'
import { describe } from './describe.ts'
import type { Log } from './log.ts'
import { type CallOptions, type Outgoing, type Priority, Ticket, notMade } from './outgoing.ts'
import type { Patience } from './patience.ts'
import type { ScreenCall } from './content.ts'
import { type Progress, noProgress } from './keptSending.ts'
import { type Card, type Pictures, editCard, isEditable, sendBeside, sendCard } from './sending.ts'
import { CallFailed } from './telegram.ts'

/** What the screen tells the database; each is a small commit of its own. */
export interface ScreenStore {
  sent(telegramId: number, ids: string[], presence?: Presence): Promise<void>
  shown(shown: ReadonlyMap<number, ReadonlySet<string>>): Promise<void>
  unreachable(telegramId: number): Promise<void>
}

export interface ScreenOptions {
  outgoing: Outgoing
  clock: Clock
  patience: Patience
  store: ScreenStore
  pictures: Pictures
  log: Log
  setMenu(telegramId: number, role: string, language: string): Promise<void>
}

/** Makes the calls of a push. They are withdrawn, and made again later, when the person gets an answer meanwhile. */
export type PushRun = (call: PushCall) => Promise<void>
export type PushCall = <T>(
  method: string,
  payload: object,
  options?: Pick<CallOptions, 'until' | 'begin'>,
) => Promise<T>

/** Work in a person's queue that is not an answer of their own turn. */
interface Push {
  kind: 'push'
  priority: Priority
  run: PushRun
  done: () => void
  failed: (error: unknown) => void
}
type Answer = Owed & {
  /** An earlier run may have sent it: its fate was unknown once already. */
  repeated?: boolean
  /** What earlier tries have got done of a message of several calls. */
  progress?: Progress
}
type Message = Extract<Answer, { kind: 'message' }>

interface Chat {
  telegramId: number
  presence: Presence
  queue: (Answer | Push)[]
  working: Promise<void> | undefined
  /** What is being shown, as long as it may step back for something newer. */
  current: { kind: (Answer | Push)['kind']; ticket: Ticket } | undefined
}

const clearAfterMs = 1000
const retryDelaysMs = [500, 2000, 5000, 15_000, 60_000]
/** People whose screen is remembered although nothing waits for them. */
const mostIdleChats = 2000

/**
 * Shows committed answers: one queue per person, one call under way in it. A newer card takes the place of a waiting
 * one, and the card's message id is looked up when the call starts. Lanes do not wait for it.
 */
export class Screen {
  readonly #options: ScreenOptions
  readonly #chats = new Map<number, Chat>()
  readonly #shown = new Map<number, Set<string>>()
  #clearing: { cancel(): void } | undefined
  #stores: Promise<unknown> = Promise.resolve()
  #stopped = false

  constructor(options: ScreenOptions) {
    this.#options = options
  }

  get depth(): number {
    let waiting = 0
    for (const chat of this.#chats.values()) waiting += chat.queue.length
    return waiting
  }

  /** People to whom something is being shown. */
  get working(): number {
    return [...this.#chats.values()].filter(({ working }) => working !== undefined).length
  }

  /** Takes over what a turn has committed. `presence` is the row's; what this screen knows itself is newer. */
  owe(telegramId: number, items: Answer[], presence: Presence): void {
    const chat = this.#chat(telegramId, presence)
    chat.presence.typedMessageId = newerOf(chat.presence.typedMessageId, presence.typedMessageId)
    const newCard = items.some(({ kind }) => kind === 'card')
    if (newCard) chat.queue = chat.queue.filter(({ kind }) => kind !== 'card')
    insertBeforePushes(chat, items)
    const current = chat.current
    if (current?.kind === 'push' || (newCard && current?.kind === 'card')) current.ticket.withdraw()
    this.#work(chat)
  }

  /** Takes over what an earlier run committed and perhaps has sent. */
  oweAgain(telegramId: number, items: Owed[], presence: Presence): void {
    this.owe(
      telegramId,
      items.map((item) => ({ ...item, repeated: true })),
      presence,
    )
  }

  /** Runs a push in the person's queue, behind their answers. Rejects as its calls do. */
  push(
    telegramId: number,
    { presence, priority = 'push' }: { presence: Presence; priority?: Priority },
    run: PushRun,
  ): Promise<void> {
    if (this.#stopped) return Promise.reject(stopping())
    return new Promise((done, failed) => {
      const chat = this.#chat(telegramId, presence)
      chat.queue.push({ kind: 'push', priority, run, done, failed })
      this.#work(chat)
    })
  }

  /** Telegram said that this person cannot be reached. */
  async unreachable(telegramId: number): Promise<void> {
    const { patience, store } = this.#options
    await patience.untilDone(() => store.unreachable(telegramId))
  }

  /** Resolves when every answer is shown and struck off. */
  async idle(): Promise<void> {
    for (;;) {
      const working = [...this.#chats.values()].flatMap((chat) => chat.working ?? [])
      if (working.length === 0) break
      await Promise.all(working)
    }
    await this.#clear()
  }

  /** Tries what waits once more; what does not go out is still owed in the database. Pushes wait for the next start. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const chat of this.#chats.values()) {
      for (const item of chat.queue) if (item.kind === 'push') item.failed(stopping())
      chat.queue = chat.queue.filter(({ kind }) => kind !== 'push')
    }
    await this.idle()
  }

  #chat(telegramId: number, presence: Presence): Chat {
    const known = this.#chats.get(telegramId)
    if (known) return known
    const fresh = { telegramId, presence: { ...presence }, queue: [], working: undefined, current: undefined }
    this.#chats.set(telegramId, fresh)
    return fresh
  }

  #work(chat: Chat): void {
    chat.working ??= this.#drain(chat).finally(() => {
      chat.working = undefined
      if (chat.queue.length > 0) this.#work(chat)
      else this.#remember(chat)
    })
  }

  /** Keeps what it knows for a while: a turn that read the row before the last card was noted must not bring that back. */
  #remember(chat: Chat): void {
    this.#chats.delete(chat.telegramId)
    this.#chats.set(chat.telegramId, chat)
    if (this.#chats.size <= mostIdleChats) return
    for (const [id, { working }] of this.#chats) {
      if (working) continue
      this.#chats.delete(id)
      return
    }
  }

  async #drain(chat: Chat): Promise<void> {
    for (let item = chat.queue.shift(); item; item = chat.queue.shift()) {
      try {
        await (item.kind === 'push' ? this.#push(chat, item) : this.#show(chat, item))
      } catch (error) {
        // Only a bug or the end of the bot comes here: the answer is still owed in the database.
        this.#options.log.error({ kind: item.kind, error: describe(error) }, 'answer left for the next start')
      }
    }
  }

  async #push(chat: Chat, push: Push): Promise<void> {
    const ticket = this.#take(chat, 'push')
    try {
      await push.run((method, payload, options) =>
        this.#call(method, payload, { ...options, priority: push.priority, ticket }),
      )
      push.done()
    } catch (error) {
      if (!isNotMade(error, notMade.withdrawn) || this.#stopped) push.failed(error)
      else {
        const at = chat.queue.findIndex(({ kind }) => kind === 'push')
        chat.queue.splice(at < 0 ? chat.queue.length : at, 0, push)
      }
    } finally {
      chat.current = undefined
    }
  }

  /** One retry layer: an edit and what was certainly not sent as long as it takes, a send of unknown fate once. */
  async #show(chat: Chat, answer: Answer): Promise<void> {
    const { patience, log } = this.#options
    let item = answer
    for (let tries = 0, uncertain = answer.repeated ? 1 : 0; ; tries++) {
      const ticket = this.#take(chat, item.kind)
      try {
        const card = await this.#perform(chat, item, ticket)
        return await this.#shownNow(chat, item, card)
      } catch (error) {
        if (isNotMade(error, notMade.stopping) || isNotMade(error, notMade.withdrawn)) return undefined
        log.warn({ kind: item.kind, tries, error: describe(error) }, 'answer not shown')
        const fate = this.#fateOf(chat, item, error, tries, uncertain)
        if (fate === 'blocked') return await this.#blocked(chat)
        if (fate === 'hopeless') return await this.#strikeNow(chat, item.id)
        if (fate === 'plain') item = plain(item)
        else {
          if (!isHarmless(chat, item) && isUncertain(error)) uncertain++
          await patience.pause(retryDelaysMs[Math.min(tries, retryDelaysMs.length - 1)] ?? 0)
          if (patience.stopped || isReplaced(chat, item)) return undefined
        }
      } finally {
        chat.current = undefined
      }
    }
  }

  #fateOf(chat: Chat, item: Answer, error: unknown, tries: number, uncertain: number): Fate {
    if (!(error instanceof CallFailed)) return tries >= 2 ? 'hopeless' : 'again'
    if (error.code === 403 && !('chatId' in item)) return 'blocked'
    if (error.code === 401) return 'again' // the token, not the answer; the poller ends the bot
    if (error.certainty === 'refused')
      return error.code === 400 && plain(item) !== item ? 'plain' : 'hopeless'
    if (error.certainty === 'not sent' || isHarmless(chat, item)) return 'again'
    return uncertain > 0 ? 'hopeless' : 'again'
  }

  /** Calls Telegram; answers the message id of a card that was sent anew. */
  async #perform(chat: Chat, item: Answer, ticket: Ticket): Promise<number | undefined> {
    const { setMenu } = this.#options
    const call: ScreenCall = (method, payload) => this.#call(method, payload, { ticket })
    const { telegramId } = chat
    if (item.kind === 'card') return this.#showCard(chat, item, call)
    if (item.kind === 'message') await this.#say(chat, item, call)
    if (item.kind === 'delete') {
      if ('key' in item) await this.#clearKey(chat, item.key, call)
      else await takeAway(call, telegramId, item.messageId)
    }
    if (item.kind === 'edit') await editCard(call, telegramId, item, item.messageId).catch(ignoreRefused)
    if (item.kind === 'tap') {
      const { callbackId, text, alert } = item
      await call('answerCallbackQuery', { callback_query_id: callbackId, text, show_alert: alert }).catch(
        ignoreRefused,
      )
    }
    if (item.kind === 'menu') await setMenu(telegramId, item.role, item.language)
    if (item.kind === 'leave') await call('leaveChat', { chat_id: item.chatId }).catch(ignoreRefused)
    return undefined
  }

  async #say(chat: Chat, item: Message, call: ScreenCall): Promise<void> {
    const { telegramId, presence } = chat
    const { key, picture, chatId } = item
    if (key !== undefined) await this.#clearKey(chat, key, call)
    item.progress ??= noProgress()
    const ids = await sendBeside(call, chatId ?? telegramId, item, this.#options.pictures, item.progress)
    if (key !== undefined) presence.pictures = { ...presence.pictures, [key]: ids }
    // A picture pushes the card out of sight: the next one goes below it.
    if (picture && picture.kind !== 'qr' && chatId === undefined)
      presence.typedMessageId = newerOf(presence.typedMessageId, ids.at(-1) ?? null)
  }

  /** Takes away what stands under a key. To do it again is harmless. */
  async #clearKey({ presence, telegramId }: Chat, key: string, call: ScreenCall): Promise<void> {
    const { [key]: ids = [], ...others } = presence.pictures
    for (const id of ids) await takeAway(call, telegramId, id)
    presence.pictures = others
  }

  async #showCard(chat: Chat, card: Card, call: ScreenCall): Promise<number | undefined> {
    const { telegramId } = chat
    if (isEditable(chat.presence)) {
      if (await editCard(call, telegramId, card, chat.presence.cardMessageId)) return undefined
      // From here on it is a send, whatever becomes of it.
      chat.presence = { ...chat.presence, cardMessageId: null }
    }
    return sendCard(call, telegramId, card)
  }

  /** Notes what is shown. A send at once, for it must not be repeated; an edit a little later, many in one commit. */
  async #shownNow(chat: Chat, item: Answer, sentAs: number | undefined): Promise<void> {
    const { presence, telegramId } = chat
    if (item.kind === 'message' || item.kind === 'delete') {
      const isPlaced = 'key' in item || 'picture' in item
      return this.#strikeNow(chat, item.id, isPlaced ? presence : undefined)
    }
    if (item.kind !== 'card') return this.#strikeNow(chat, item.id)
    if (sentAs === undefined) {
      if (presence.cardLive === item.live) return this.strike(telegramId, item.id)
      presence.cardLive = item.live
      return this.#strikeNow(chat, item.id, presence)
    }
    const { cardMessageId: before, cardLive: wasLive } = presence
    presence.cardMessageId = sentAs
    presence.cardLive = item.live
    await this.#strikeNow(chat, item.id, presence)
    if (before !== null) await this.#retire(telegramId, before, wasLive)
    return undefined
  }

  async #strikeNow({ telegramId }: Chat, id: string, presence?: Presence): Promise<void> {
    const { patience, store } = this.#options
    await patience.untilDone(() => store.sent(telegramId, [id], presence))
  }

  async #blocked(chat: Chat): Promise<void> {
    chat.queue = chat.queue.filter(({ kind }) => kind === 'push')
    await this.unreachable(chat.telegramId)
  }

  /** The card has moved down: a live one goes away, another stays without its buttons. Best effort. */
  async #retire(telegramId: number, messageId: number, wasLive: boolean): Promise<void> {
    const target = { chat_id: telegramId, message_id: messageId }
    const retired = wasLive
      ? this.#call('deleteMessage', target)
      : this.#call('editMessageReplyMarkup', { ...target, reply_markup: { inline_keyboard: [] } })
    await retired.catch(() => undefined)
  }

  #take(chat: Chat, kind: (Answer | Push)['kind']): Ticket {
    const ticket = new Ticket()
    chat.current = { kind, ticket }
    return ticket
  }

  #call<T>(method: string, payload: object, options: CallOptions = {}): Promise<T> {
    return this.#options.outgoing.call<T>(method, payload, options)
  }

  /** Answers that have been shown and are about to be struck off. */
  shownTo(telegramId: number): ReadonlySet<string> {
    return this.#shown.get(telegramId) ?? new Set()
  }

  /** Strikes off what has been shown; a little later, many in one commit. */
  strike(telegramId: number, id: string): void {
    const ids = this.#shown.get(telegramId) ?? new Set<string>()
    this.#shown.set(telegramId, ids.add(id))
    this.#clearing ??= this.#options.clock.after(clearAfterMs, () => void this.#clear())
  }

  #clear(): Promise<unknown> {
    const { patience, store } = this.#options
    this.#clearing?.cancel()
    this.#clearing = undefined
    const shown = new Map(this.#shown)
    this.#shown.clear()
    if (shown.size === 0) return this.#stores
    const before = this.#stores
    this.#stores = before.then(() => patience.untilDone(() => store.shown(shown))).catch(() => undefined) // only when stopping: to show an edit once more is harmless
    return this.#stores
  }
}

type Fate = 'again' | 'plain' | 'hopeless' | 'blocked'

function insertBeforePushes(chat: Chat, items: Answer[]): void {
  const firstPush = chat.queue.findIndex(({ kind }) => kind === 'push')
  chat.queue.splice(firstPush < 0 ? chat.queue.length : firstPush, 0, ...items)
}

/** To repeat it changes nothing that people see. */
function isHarmless(chat: Chat, item: Answer): boolean {
  if (item.kind === 'card') return isEditable(chat.presence)
  return item.kind !== 'message' && item.kind !== 'tap'
}

function isReplaced(chat: Chat, item: Answer): boolean {
  return item.kind === 'card' && chat.queue.some(({ kind }) => kind === 'card')
}

function isUncertain(error: unknown): boolean {
  return error instanceof CallFailed && error.certainty === 'uncertain'
}

/** Telegram does not take it as it is (a fault of ours): the bare words still reach the person. */
function plain(item: Answer): Answer {
  if (item.kind !== 'card' && item.kind !== 'message') return item
  const html = escapeHtml(plainText(item.html))
  return html === item.html && item.keyboard.length === 0 ? item : { ...item, html, keyboard: [] }
}

async function takeAway(call: ScreenCall, chatId: number, messageId: number): Promise<void> {
  await call('deleteMessage', { chat_id: chatId, message_id: messageId }).catch(ignoreRefused)
}

function stopping(): CallFailed {
  return new CallFailed('push', 0, notMade.stopping, 'not sent')
}

function isNotMade(error: unknown, why: string): boolean {
  return error instanceof CallFailed && error.certainty === 'not sent' && error.description === why
}

function ignoreRefused(error: unknown): void {
  if (!(error instanceof CallFailed) || error.certainty !== 'refused' || error.code === 403) throw error
}
