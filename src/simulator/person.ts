import { press, rewrite, sendFiles, setBlocked, write, writeText, type SendOptions } from './incoming.ts'
import type { PageButton, PageMessage, PageToast } from './pageApi.ts'
import { commandsFor, profileOf } from './profile.ts'
import { seenMessage } from './seen.ts'
import type { MessageRecord, PersonRecord, TapRecord } from './state.ts'
import { Upload, type Chat } from './wire/types.ts'
import type { World } from './world.ts'

export interface PersonOptions {
  firstName: string
  lastName?: string | undefined
  username?: string | undefined
  /** As Telegram sends it; `en` unless said. */
  language?: string | undefined
  id?: number
}

/** A tap on its way; its answers grow as the bot gives them. */
export interface Tap {
  readonly id: string
  readonly answers: readonly PageToast[]
  /** The bot's first answer, within `timeoutMs` of real time (5 s unless said). */
  answered(timeoutMs?: number): Promise<PageToast>
}

/** Somebody new, who has not opened the bot yet; or whoever has that id, with the name given now. */
export function joinPerson(world: World, options: PersonOptions): Person {
  const { firstName: first_name, lastName: last_name, username, language = 'en' } = options
  const id = options.id ?? world.state.next('person', 7_000_001)
  const user = { id, is_bot: false, first_name, last_name, username, language_code: language }
  const known = world.state.people.get(id)
  world.state.people.put(id, { blocked: known?.blocked ?? false, started: known?.started ?? false, user })
  world.personChanged(id)
  return new Person(world, id)
}

/** Plays one person with their app: writes, taps, looks. Every method acts at once; the bot answers when it will. */
export class Person {
  readonly id: number
  readonly #world: World

  constructor(world: World, id: number) {
    this.#world = world
    this.id = id
  }

  get name(): string {
    return this.#record.user.first_name
  }

  /** Writes a text; returns the id of the (first) message it became. */
  say(text: string, options: SendOptions = {}): number {
    return this.write(text, options)[0] ?? 0
  }

  /** Writes a text; returns the ids of all messages it became, several when it is over 4,096 characters. */
  write(text: string, options: SendOptions = {}): number[] {
    return ids(writeText(this.#world, this.#record.user, this.#chat, text, options))
  }

  /** Opens the bot by `t.me/<bot>?start=<payload>`. */
  start(payload?: string): number {
    if (payload !== undefined && !/^[\w-]{1,64}$/.test(payload))
      throw new Error(`no app would pass on the payload "${payload}"`)
    return this.say(payload === undefined ? '/start' : `/start ${payload}`)
  }

  /** Edits one of the person's own messages. */
  edit(messageId: number, text: string): void {
    rewrite(this.#world, this.#record.user, this.#chat, messageId, text)
  }

  /** Presses an inline button by its label, else its data, on the newest message that has it. Lists the buttons there are when there is no such one. */
  tap(labelOrData: string, { messageId }: { messageId?: number } = {}): Tap {
    const { record, data } = this.#find(labelOrData, messageId)
    return this.#press(record, data)
  }

  /** Two presses in a row, before the bot can answer the first. */
  tapTwice(labelOrData: string, options: { messageId?: number } = {}): [Tap, Tap] {
    return [this.tap(labelOrData, options), this.tap(labelOrData, options)]
  }

  /** Sends data no button need have, as a forged app could. */
  tapRaw(data: string, messageId: number): Tap {
    const record = this.#world.state.message(this.id, messageId)
    if (!record) throw new Error(`there is no message ${messageId} to tap`)
    return this.#press(record, data)
  }

  /**
   * Presses a button as it was when the person looked, although the message may have changed or gone since.
   * Give a message from an earlier `chat()` and the label or data on it.
   */
  tapStale(seen: PageMessage, labelOrData: string): Tap {
    const data = callbackButtons(seen).find(
      (button) => button.label === labelOrData || button.data === labelOrData,
    )?.data
    if (data === undefined) throw new Error(`message ${seen.id} had no button "${labelOrData}"`)
    const message = { message_id: seen.id, from: this.#world.bot, chat: this.#chat, date: 0 }
    return this.#press(this.#world.state.message(this.id, seen.id) ?? { message }, data)
  }

  /** A photo, or an album of several; `asFile` sends them as documents, uncompressed. Returns the ids. */
  sendPhoto(
    bytes: Uint8Array | Uint8Array[],
    options: SendOptions & { caption?: string; asFile?: boolean } = {},
  ): number[] {
    const all = Array.isArray(bytes) ? bytes : [bytes]
    const files = all.map((one, index) => new Upload(`photo_${index + 1}.jpg`, 'image/jpeg', one))
    return ids(sendFiles(this.#world, this.#record, options.asFile ? 'document' : 'photo', files, options))
  }

  sendFile(
    bytes: Uint8Array,
    name: string,
    mime: string,
    options: SendOptions & { caption?: string } = {},
  ): number {
    return firstId(sendFiles(this.#world, this.#record, 'document', [new Upload(name, mime, bytes)], options))
  }

  sendVoice(bytes: Uint8Array, options: SendOptions & { duration?: number } = {}): number {
    const more = { duration: options.duration ?? 3 }
    return firstId(
      sendFiles(this.#world, this.#record, 'voice', [new Upload('', 'audio/ogg', bytes)], {
        ...options,
        more,
      }),
    )
  }

  sendVideo(bytes: Uint8Array, options: SendOptions & { caption?: string } = {}): number {
    const more = { width: 640, height: 360, duration: 5 }
    const files = [new Upload('video.mp4', 'video/mp4', bytes)]
    return firstId(sendFiles(this.#world, this.#record, 'video', files, { ...options, more }))
  }

  sendVideoNote(bytes: Uint8Array, options: SendOptions = {}): number {
    const files = [new Upload('', 'video/mp4', bytes)]
    return firstId(
      sendFiles(this.#world, this.#record, 'video_note', files, {
        ...options,
        more: { length: 240, duration: 5 },
      }),
    )
  }

  /** The person's own number, or with `of` somebody else's card. */
  sendContact(phone: string, of?: { firstName: string; id?: number }): number {
    const { user } = this.#record
    const contact = {
      phone_number: phone,
      first_name: of?.firstName ?? user.first_name,
      user_id: of ? of.id : user.id,
    }
    return write(this.#world, user, this.#chat, { contact }).message_id
  }

  sendLocation(latitude: number, longitude: number): number {
    return write(this.#world, this.#record.user, this.#chat, { location: { latitude, longitude } }).message_id
  }

  /** Stops the bot: it is told, and its calls are refused. Writing again takes it back. */
  block(): void {
    setBlocked(this.#world, this.#record, true)
  }

  /** From now on voice messages and video notes are not let in. */
  refuseVoice(): void {
    this.#world.state.people.put(this.id, { ...this.#record, refusesVoice: true })
  }

  unblock(): void {
    setBlocked(this.#world, this.#record, false)
  }

  /** The chat with the bot as it stands on the screen now, oldest first. */
  chat(): PageMessage[] {
    return this.#world.state.messages(this.id).map((record) => seenMessage(this.#world, record, this.id))
  }

  /** The newest message of the bot. Throws when there is none. */
  last(): PageMessage {
    const last = this.chat().findLast(({ from }) => from === 'bot')
    if (!last) throw new Error(`the bot has not written to ${this.name}`)
    return last
  }

  /** The commands in the person's menu. */
  commands(): { command: string; description: string }[] {
    return commandsFor(this.#world, this.id, this.#record.user.language_code ?? '')
  }

  /** What stands in place of the ordinary keyboard. */
  keyboard() {
    return profileOf(this.#world, this.#record).keyboard
  }

  /** Taps of this person, oldest first, each with every answer the bot gave or tried to give. */
  get taps(): readonly TapRecord[] {
    return [...this.#world.state.taps.values()].filter(({ personId }) => personId === this.id)
  }

  /** What came up on the screen after taps; empty texts too. */
  get toasts(): PageToast[] {
    return this.taps.flatMap((tap) => toasts(tap).slice(0, 1))
  }

  /** Waits until a message of the bot, newest first, has this text or fits. Real time, 5 s unless said. */
  sees(
    wanted: string | RegExp | ((message: PageMessage) => boolean),
    timeoutMs = 5000,
  ): Promise<PageMessage> {
    const fits =
      typeof wanted === 'function'
        ? wanted
        : ({ text }: PageMessage) => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text))
    const look = () => this.chat().findLast((message) => message.from === 'bot' && fits(message))
    const what = () => `${this.name} to see ${String(wanted)}; the chat reads:\n${this.transcript()}`
    return this.#world.events.until(look, what, timeoutMs)
  }

  /** The chat as text, for people to read. */
  transcript(): string {
    return this.chat()
      .map((message) => line(this.name, message))
      .join('\n')
  }

  #press(record: MessageRecord, data: string): Tap {
    const world = this.#world
    const id = press(world, this.#record.user, record, data)
    const answers = () => toasts(world.state.taps.get(id))
    return {
      id,
      get answers() {
        return answers()
      },
      answered: (timeoutMs = 5000) =>
        world.events.until(
          () => answers()[0],
          () => `an answer to the tap on "${data}"`,
          timeoutMs,
        ),
    }
  }

  #find(wanted: string, messageId: number | undefined): { record: MessageRecord; data: string } {
    const shown = this.chat()
      .filter(({ id }) => messageId === undefined || id === messageId)
      .toReversed()
    for (const key of ['label', 'data'] as const) {
      for (const message of shown) {
        const button = callbackButtons(message).find((one) => one[key] === wanted)
        const record = this.#world.state.message(this.id, message.id)
        if (button?.data !== undefined && record) return { record, data: button.data }
      }
    }
    const there = shown.flatMap(callbackButtons).map(({ label }) => `[${label}]`)
    throw new Error(
      `${this.name} has no button [${wanted}]; there are ${[...new Set(there)].join(' ') || 'none'}`,
    )
  }

  get #record(): PersonRecord {
    const record = this.#world.state.people.get(this.id)
    if (!record) throw new Error(`nobody has the id ${this.id}`)
    return record
  }

  get #chat(): Chat {
    return this.#world.privateChat(this.#record)
  }
}

function callbackButtons(message: PageMessage): PageButton[] {
  return message.buttons.flat().filter(({ data }) => data !== undefined)
}

function toasts(tap: TapRecord | undefined): PageToast[] {
  return (tap?.answers ?? []).map((answer) => ({
    queryId: tap?.id ?? '',
    messageId: tap?.messageId ?? 0,
    ...answer,
  }))
}

function line(name: string, message: PageMessage): string {
  const attached = message.photo ? '(photo) ' : message.document ? `(${message.document.kind}) ` : ''
  const buttons = message.buttons.map((row) => ` ${row.map(({ label }) => `[${label}]`).join(' ')}`).join('')
  return `${name.toLowerCase()}${message.from === 'me' ? '>' : '<'} ${attached}${message.text}${buttons}`
}

const ids = (messages: { message_id: number }[]) => messages.map(({ message_id: id }) => id)
const firstId = (messages: { message_id: number }[]) => ids(messages)[0] ?? 0
