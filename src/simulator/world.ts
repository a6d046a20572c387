import type { SimulatorClock } from './clock.ts'
import { Events } from './events.ts'
import { Files } from './files.ts'
import { type ClockMover, Moving } from './moving.ts'
import type { PageBot } from './pageApi.ts'
import { seenMessage } from './seen.ts'
import { profileOf } from './profile.ts'
import { State, type MessageRecord, type PersonRecord } from './state.ts'
import type { Store } from './store.ts'
import { Updates } from './updates.ts'
import type { Chat, Message, User } from './wire/types.ts'

export interface Violation {
  method: string
  what: string
  at: number
}

export type Content = Omit<Message, 'message_id' | 'date' | 'chat' | 'from'>

export interface WorldOptions {
  clock: SimulatorClock
  mover?: ClockMover | undefined
  store: Store
  folder: string | undefined
  bot: User
}

/** Telegram itself, as small as it can be: who there is, what was said, what waits for the bot. */
export class World {
  readonly clock: SimulatorClock
  readonly bot: User
  readonly state: State
  readonly files: Files
  readonly updates: Updates
  readonly events = new Events()
  readonly moving: Moving
  /** Rules and parameters the bot got wrong. */
  readonly violations: Violation[] = []
  readonly #keyboards = new Map<number, string>()
  #connected = false

  constructor({ clock, mover, store, folder, bot }: WorldOptions) {
    this.clock = clock
    this.moving = new Moving(mover, clock, this.events)
    this.bot = bot
    this.state = new State(store)
    this.files = new Files(store, clock, folder)
    this.updates = new Updates(store, clock, (polling) => this.#polls(polling))
  }

  get seconds(): number {
    return Math.floor(this.clock.now() / 1000)
  }

  describeBot(): PageBot {
    const description = this.state.texts.get('')?.description ?? ''
    const { id, first_name: firstName, username = '' } = this.bot
    return {
      id,
      firstName: this.state.texts.get('')?.name || firstName,
      username,
      description,
      connected: this.#connected,
    }
  }

  /** Puts a message into a chat and shows it to everybody there. */
  post(chat: Chat, from: User, content: Content, more: Omit<MessageRecord, 'message'> = {}): MessageRecord {
    const id = this.state.next('message', 1)
    const message: Message = { message_id: id, from, chat, date: this.seconds, ...content }
    const record = this.state.putMessage({ message, ...more })
    this.#show(record)
    if (from.id === this.bot.id) this.keyboardChanged(chat.id)
    return record
  }

  /** Keeps a changed message and shows it anew. */
  change(record: MessageRecord): void {
    this.state.putMessage(record)
    this.#show(record)
  }

  remove(chatId: number, messageId: number): boolean {
    const removed = this.state.removeMessage(chatId, messageId)
    if (removed && chatId > 0) this.events.emit('deleted', { personId: chatId, messageId })
    this.keyboardChanged(chatId)
    return removed
  }

  /** What stands in place of the keyboard may have come, gone or been answered. */
  keyboardChanged(chatId: number): void {
    const person = this.state.people.get(chatId)
    if (!person) return
    const now = JSON.stringify(profileOf(this, person).keyboard)
    if (now === (this.#keyboards.get(chatId) ?? 'null')) return
    this.#keyboards.set(chatId, now)
    this.personChanged(chatId)
  }

  personChanged(personId: number): void {
    const person = this.state.people.get(personId)
    if (person) this.events.emit('people', profileOf(this, person))
  }

  everybodyChanged(): void {
    for (const person of this.state.people.values()) this.personChanged(person.user.id)
  }

  privateChat({ user }: PersonRecord): Chat {
    const { id, username, first_name, last_name } = user
    return { id, type: 'private', first_name, last_name, username }
  }

  violate(method: string, what: string): void {
    this.violations.push({ method, what, at: this.clock.now() })
  }

  #show(record: MessageRecord): void {
    const { chat } = record.message
    if (chat.type === 'private') {
      this.events.emit('message', { personId: chat.id, message: seenMessage(this, record, chat.id) })
    } else this.events.changed()
  }

  /** A poller counts as connected until it has been away for three seconds. */
  #polls(polling: boolean): void {
    this.events.changed()
    this.#away?.cancel()
    if (polling) this.#setConnected(true)
    else {
      const timer = setTimeout(() => this.#setConnected(false), 3000)
      timer.unref()
      this.#away = { cancel: () => clearTimeout(timer) }
    }
  }

  #away: { cancel(): void } | undefined

  #setConnected(connected: boolean): void {
    if (this.#connected === connected) return
    this.#connected = connected
    this.events.emit('bot', this.describeBot())
  }
}
