import type { Clock } from '../domain/clock.ts'
import type { Owed, Presence } from '../services/owed.ts'
import type { Log } from './log.ts'
import type { Outgoing, Priority } from './outgoing.ts'
import { CallFailed } from './telegram.ts'
import { type Drawing, sendCard, sendExtra } from './sending.ts'

/** What the screen tells the database; each is a small commit of its own. */
export interface ScreenStore {
  sent(telegramId: number, ids: string[], card?: Presence): Promise<void>
  shown(shown: ReadonlyMap<number, ReadonlySet<string>>): Promise<void>
  unreachable(telegramId: number): Promise<void>
}

export interface ScreenOptions {
  outgoing: Outgoing
  clock: Clock
  store: ScreenStore
  drawing: Drawing
  log: Log
  setMenu(telegramId: number, role: string, language: string): Promise<void>
}

/** Work in a person's queue that is not an answer of their own turn: a push. */
type Push = { kind: 'push'; run: () => Promise<void> }
type Item = Owed | Push

interface Chat {
  telegramId: number
  presence: Presence
  queue: Item[]
  working: Promise<void> | undefined
}

const clearAfterMs = 1000
const retryDelaysMs = [500, 2000, 5000, 15_000, 60_000]

/**
 * Shows committed answers: one queue per person, one call under way in it. A newer card takes the place of a waiting
 * one, and the card's message id is looked up when the call starts. Lanes do not wait for it.
 */
export class Screen {
  readonly #options: ScreenOptions
  readonly #chats = new Map<number, Chat>()
  readonly #shown = new Map<number, Set<string>>()
  #clearing: { cancel(): void } | undefined
  #stores: Promise<void> = Promise.resolve()
  #stopped = false
  readonly #pauses = new Set<() => void>()

  constructor(options: ScreenOptions) {
    this.#options = options
  }

  get depth(): number {
    let waiting = 0
    for (const chat of this.#chats.values()) waiting += chat.queue.length
    return waiting
  }

  /** Takes over what a turn has committed. `presence` is the row's; what this screen knows itself is newer. */
  owe(telegramId: number, items: Owed[], presence: Presence): void {
    const chat = this.#chat(telegramId, presence)
    chat.presence.typedMessageId = presence.typedMessageId
    if (items.some((item) => item.kind === 'card'))
      chat.queue = chat.queue.filter((item) => item.kind !== 'card')
    const firstPush = chat.queue.findIndex((item) => item.kind === 'push')
    chat.queue.splice(firstPush < 0 ? chat.queue.length : firstPush, 0, ...items)
    this.#work(chat)
  }

  /** Runs a push in the person's queue, behind their answers. */
  push(telegramId: number, presence: Presence, run: (call: PushCall) => Promise<void>): Promise<void> {
    const { outgoing } = this.#options
    return new Promise((resolve, reject) => {
      const chat = this.#chat(telegramId, presence)
      const call: PushCall = (method, payload) => outgoing.call(method, payload, 'push')
      chat.queue.push({ kind: 'push', run: () => run(call).then(resolve, reject) })
      this.#work(chat)
    })
  }

  /** Telegram said that this person cannot be reached. */
  unreachable(telegramId: number): Promise<void> {
    return this.#options.store.unreachable(telegramId)
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

  /** Ends after the calls under way; what waits is still owed in the database. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const end of this.#pauses) end()
    await this.idle()
  }

  #chat(telegramId: number, presence: Presence): Chat {
    const known = this.#chats.get(telegramId)
    if (known) return known
    const chat: Chat = { telegramId, presence: { ...presence }, queue: [], working: undefined }
    this.#chats.set(telegramId, chat)
    return chat
  }

  #work(chat: Chat): void {
    chat.working ??= this.#drain(chat).finally(() => {
      chat.working = undefined
      if (chat.queue.length > 0 && !this.#stopped) this.#work(chat)
      else this.#chats.delete(chat.telegramId)
    })
  }

  async #drain(chat: Chat): Promise<void> {
    for (let item = chat.queue.shift(); item && !this.#stopped; item = chat.queue.shift()) {
      await this.#attempt(chat, item)
    }
  }

  async #attempt(chat: Chat, item: Item): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        await this.#perform(chat, item)
        return
      } catch (error) {
        if (item.kind === 'push' || this.#stopped) return
        if (await this.#giveUp(chat, item, error, tries)) return
      }
    }
  }

  /** One retry layer: edits and certain failures as long as it takes, an uncertain send once. */
  async #giveUp(chat: Chat, item: Owed, error: unknown, tries: number): Promise<boolean> {
    const { store, log, clock } = this.#options
    const failure = error instanceof CallFailed ? error : undefined
    log.warn({ kind: item.kind, tries, error: failure?.message ?? String(error) }, 'answer not shown')
    if (failure?.code === 403 && !('chatId' in item)) {
      chat.queue = chat.queue.filter(({ kind }) => kind === 'push')
      await store.unreachable(chat.telegramId)
      return true
    }
    const harmless = item.kind === 'card' && chat.presence.cardMessageId !== null
    const hopeless = failure ? failure.certainty === 'refused' : tries >= 2
    if (hopeless || (failure?.certainty === 'uncertain' && !harmless && tries >= 1)) {
      await store.sent(chat.telegramId, [item.id])
      return true
    }
    if (item.kind === 'card' && chat.queue.some(({ kind }) => kind === 'card')) return true
    let end: () => void = () => undefined
    await new Promise<void>((resolve) => {
      end = resolve
      this.#pauses.add(end)
      void clock.after(retryDelaysMs[tries] ?? 60_000, resolve)
    })
    this.#pauses.delete(end)
    return this.#stopped
  }

  async #perform(chat: Chat, item: Item): Promise<void> {
    if (item.kind === 'push') return item.run()
    if (item.kind === 'card') return this.#showCard(chat, item)
    const call = this.#call('reply')
    if (item.kind === 'message') await sendExtra(call, chat.telegramId, item, this.#options.drawing)
    if (item.kind === 'delete')
      await call('deleteMessage', { chat_id: chat.telegramId, message_id: item.messageId }).catch(
        ignoreRefused,
      )
    if (item.kind === 'tap')
      await call('answerCallbackQuery', {
        callback_query_id: item.callbackId,
        text: item.text,
        show_alert: item.alert,
      }).catch(ignoreRefused)
    if (item.kind === 'menu') await this.#options.setMenu(chat.telegramId, item.role, item.language)
    if (item.kind === 'leave') await call('leaveChat', { chat_id: item.chatId }).catch(ignoreRefused)
    await this.#options.store.sent(chat.telegramId, [item.id])
    return undefined
  }

  async #showCard(chat: Chat, card: Extract<Owed, { kind: 'card' }>): Promise<void> {
    const before = chat.presence.cardMessageId
    const wasLive = chat.presence.cardLive
    const messageId = await sendCard(this.#call('reply'), chat.telegramId, card, chat.presence)
    if (messageId === before) {
      chat.presence.cardLive = card.live
      this.strike(chat.telegramId, card.id)
      return
    }
    chat.presence.cardMessageId = messageId
    chat.presence.cardLive = card.live
    await this.#options.store.sent(chat.telegramId, [card.id], chat.presence)
    if (before !== null) await this.#retire(chat.telegramId, before, wasLive)
  }

  /** The card has moved down: a live one goes away, another stays without its buttons. Best effort. */
  async #retire(telegramId: number, messageId: number, wasLive: boolean): Promise<void> {
    const call = this.#call('reply')
    const target = { chat_id: telegramId, message_id: messageId }
    if (wasLive) await call('deleteMessage', target).catch(() => undefined)
    else
      await call('editMessageReplyMarkup', { ...target, reply_markup: { inline_keyboard: [] } }).catch(
        () => undefined,
      )
  }

  #call(priority: Priority): PushCall {
    return (method, payload) => this.#options.outgoing.call(method, payload, priority)
  }

  /** Strikes off what has been shown; a little later, many in one commit. */
  strike(telegramId: number, id: string): void {
    const ids = this.#shown.get(telegramId) ?? new Set<string>()
    this.#shown.set(telegramId, ids.add(id))
    this.#clearing ??= this.#options.clock.after(clearAfterMs, () => void this.#clear())
  }

  #clear(): Promise<void> {
    this.#clearing?.cancel()
    this.#clearing = undefined
    const shown = new Map(this.#shown)
    this.#shown.clear()
    if (shown.size > 0) {
      this.#stores = this.#stores
        .then(() => this.#options.store.shown(shown))
        .catch((error: unknown) => {
          this.#options.log.warn({ error: String(error) }, 'shown cards not struck off')
        })
    }
    return this.#stores
  }
}

export type PushCall = <T>(method: string, payload: object) => Promise<T>

function ignoreRefused(error: unknown): void {
  if (!(error instanceof CallFailed) || error.certainty !== 'refused' || error.code === 403) throw error
}
