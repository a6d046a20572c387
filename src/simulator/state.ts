import type { Store } from './store.ts'
import { Shelf } from './shelf.ts'
import type { Chat, KeyboardMarkup, Message, User } from './wire/types.ts'

export interface PersonRecord {
  user: User
  blocked: boolean
  /** Has written to the bot, so that it may write back. */
  started: boolean
  /** Takes no voice messages and no video notes; an app of Premium can say so. */
  refusesVoice?: boolean | undefined
}

export interface ChatRecord {
  chat: Chat
  members: number[]
  /** The bot left, or was put out. */
  left: boolean
}

export interface MessageRecord {
  message: Message
  /** Sent with it, and in force until another one comes. */
  keyboard?: KeyboardMarkup | undefined
  silent?: boolean | undefined
  pinned?: boolean | undefined
  /** Emoji the bot put under it. */
  reaction?: string | undefined
}

export interface TapRecord {
  id: string
  personId: number
  messageId: number
  data: string
  /** Milliseconds. */
  at: number
  answers: { text: string; alert: boolean; url?: string | undefined; at: number }[]
}

export interface CommandRecord {
  scope: { type: string; chat_id?: number | string }
  language: string
  commands: { command: string; description: string }[]
}

export interface BotTexts {
  name?: string
  description?: string
  short_description?: string
}

/** Everything the simulator knows, each kind on a shelf of its own. */
export class State {
  readonly people: Shelf<PersonRecord>
  readonly chats: Shelf<ChatRecord>
  readonly taps: Shelf<TapRecord>
  readonly commands: Shelf<CommandRecord>
  /** By language; the empty one is for everybody else. */
  readonly texts: Shelf<BotTexts>
  readonly menuButtons: Shelf<{ type: string }>
  readonly webhook: Shelf<string>
  readonly #messages: Shelf<MessageRecord>
  readonly #byChat = new Map<number, Map<number, MessageRecord>>()
  readonly #counters: Shelf<number>

  constructor(store: Store) {
    this.people = new Shelf(store, 'person')
    this.chats = new Shelf(store, 'chat')
    this.taps = new Shelf(store, 'tap')
    this.commands = new Shelf(store, 'commands')
    this.texts = new Shelf(store, 'texts')
    this.menuButtons = new Shelf(store, 'menuButton')
    this.webhook = new Shelf(store, 'webhook')
    this.#messages = new Shelf(store, 'message')
    this.#counters = new Shelf(store, 'counter')
    for (const record of this.#messages.values()) this.#index(record)
  }

  /** The next number of its kind, from `first` upward. */
  next(counter: string, first: number): number {
    const value = this.#counters.get(counter) ?? first
    this.#counters.put(counter, value + 1)
    return value
  }

  message(chatId: number, messageId: number): MessageRecord | undefined {
    return this.#byChat.get(chatId)?.get(messageId)
  }

  /** Oldest first. */
  messages(chatId: number): MessageRecord[] {
    return [...(this.#byChat.get(chatId)?.values() ?? [])]
  }

  putMessage(record: MessageRecord): MessageRecord {
    this.#index(record)
    return this.#messages.put(`${record.message.chat.id}:${record.message.message_id}`, record)
  }

  removeMessage(chatId: number, messageId: number): boolean {
    this.#byChat.get(chatId)?.delete(messageId)
    return this.#messages.remove(`${chatId}:${messageId}`)
  }

  #index(record: MessageRecord): void {
    const { chat, message_id: id } = record.message
    const chatMessages = this.#byChat.get(chat.id) ?? new Map<number, MessageRecord>()
    chatMessages.set(id, record)
    this.#byChat.set(chat.id, chatMessages)
  }
}
