import { setTimeout as pause } from 'node:timers/promises'
import type { SeenMessage, Simulator } from '../../src/simulator/simulator.ts'
import { readable } from '../support/transcript.ts'
import type { Deed } from './deeds.ts'
import { Diary } from './diary.ts'
import type { Draw } from './draw.ts'
import { type Look, type Move, chooseMove } from './moves.ts'
import type { Client } from './practice.ts'
import { newestScreen, readPing } from './shown.ts'
import { sightsOf } from './words.ts'

/** Real milliseconds after which somebody is lost for good. */
const lostMs = 60_000

/** A client with a phone: reacts to what it shows, and presses again when nothing comes back. Never types twice. */
export class Trainee {
  readonly diary = new Diary()
  readonly client: Client
  readonly #draw: Draw
  readonly #patient: boolean
  readonly #simulator: Simulator
  /** The newest message when the workout began: pings above it are of an earlier one. */
  #since = 0
  /** How many deeds had been done when a rest was sat out last. */
  #restedAfter = 0
  #left = false

  /** `patient`: sits out every rest. */
  constructor(parts: { client: Client; draw: Draw; simulator: Simulator; patient: boolean }) {
    this.client = parts.client
    this.#patient = parts.patient
    this.#draw = parts.draw
    this.#simulator = parts.simulator
  }

  /** Goes through one workout after another; when `more` says no the present one is brought to its end. */
  async train(more: () => boolean): Promise<void> {
    this.#say('/today', () => ({ kind: 'open' }))
    await this.#settled()
    for (;;) {
      const look = this.#look()
      const move = chooseMove(look, this.#draw, more())
      if (!move) return
      await pause(this.#draw.int(10, 120))
      await this.#make(move, look)
    }
  }

  /** Waits for nothing any more. */
  leave(): void {
    this.#left = true
  }

  /** What is on the screen now. */
  get sight(): string {
    return newestScreen(this.client.phone.chat())?.shown.sight ?? 'nowhere'
  }

  #look(): Look {
    const chat = this.client.phone.chat()
    const newest = newestScreen(chat)
    if (!newest) throw new Error('There is nothing on the screen')
    const pings = chat.filter(({ id, from }) => from === 'bot' && id > this.#since)
    return {
      version: this.diary.now,
      patient: this.#patient,
      rested: this.#restedAfter === this.diary.entries.length,
      days: this.client.days,
      labels: newest.shown.labels,
      card: newest.message,
      pings: pings.flatMap((message) => {
        const ping = readPing(message.text)
        const labels = message.buttons.flat().map(({ label }) => readable(label))
        return ping ? [{ ...ping, labels, message }] : []
      }),
    }
  }

  async #make(move: Move, look: Look): Promise<void> {
    switch (move.kind) {
      case 'wait':
        return this.#awaitPing(move.seconds)
      case 'type':
        for (const { text, sets } of move.messages)
          this.#say(text, (message) => ({ kind: 'type', message, sets }))
        return this.#settled()
      case 'edit':
        this.client.phone.edit(move.message, move.text)
        this.#write({ kind: 'edit', message: move.message, set: move.set })
        return this.#settled()
      case 'open':
        this.#say('/today', () => ({ kind: 'open' }))
        return this.#settled()
      case 'press': {
        if (move.label.startsWith('▶️ Start'))
          this.#since = Math.max(...this.client.phone.chat().map(({ id }) => id))
        const press = () => this.#press(move.message ?? look.card, move.label, move.deed)
        press()
        if (move.twice) press()
        return this.#settled(press)
      }
    }
  }

  /** Waits until the phone shows what it must. Whoever sees nothing come back at all may press again. */
  async #settled(again?: () => void): Promise<void> {
    const { diary } = this
    const before = this.sight
    const sent = diary.entries.length
    const giveUp = performance.now() + lostMs
    for (let repeats = 0; performance.now() < giveUp && !this.#left;) {
      const patience = this.#draw.int(400, 1500)
      if (await this.#shows(() => sightsOf(diary.now), patience)) return
      const answered = this.client.phone.taps.at(-1)?.answers.length !== 0
      if (!again || answered || this.sight !== before || repeats >= 2 || this.#draw.chance(0.5)) continue
      repeats++
      again()
    }
    throw new Error(
      [
        `${this.client.phone.name} waits in vain for: ${sightsOf(diary.now).join(' or ')}`,
        `but sees: ${this.sight}`,
        `after ${JSON.stringify(diary.entries.slice(sent - 3).map(({ version }) => version.deed))}`,
        ...this.client.phone.transcript().split('\n').slice(-40),
      ].join('\n'),
    )
  }

  #shows(wanted: () => string[], ms: number): Promise<boolean> {
    return this.#simulator.until(() => wanted().includes(this.sight), ms).catch(() => false)
  }

  /** A rest is sat out; who hears no ping goes on all the same. */
  async #awaitPing(seconds: number): Promise<void> {
    const { phone } = this.client
    this.#restedAfter = this.diary.entries.length
    const before = new Set(phone.chat().map(({ id }) => id))
    const hears = () =>
      phone.chat().some(({ id, from, text }) => from === 'bot' && !before.has(id) && readPing(text))
    await this.#simulator.until(hears, seconds * 1000 + 2500).catch(() => undefined)
  }

  #press(message: SeenMessage, label: string, deedOf: (button: string) => Deed): void {
    const button = message.buttons.flat().find((one) => readable(one.label) === label)
    if (button?.data === undefined) throw new Error(`There is no button [${label}]`)
    const { id } = this.client.phone.tapStale(message, button.data)
    this.#write(deedOf(button.data), id)
  }

  #say(text: string, deedOf: (message: number) => Deed): void {
    this.#write(deedOf(this.client.phone.say(text)))
  }

  #write(deed: Deed, tap?: string): void {
    this.diary.write(deed, Date.now(), tap)
  }
}
