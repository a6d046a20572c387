import { expect } from 'vitest'
import type { Call, Simulator } from '../../src/simulator/simulator.ts'
import { readable } from '../support/transcript.ts'
import { readPing, readScreen, textOf } from './shown.ts'
import type { Trainee } from './trainee.ts'
import { sightsOf } from './words.ts'

/** What the simulator's record shows of one client, for the summary. */
export interface Seen {
  /** Sets that an answer has named. */
  acknowledged: number
  cardsTwice: number
  tapsTwice: number
  pings: number
}

const cardMethods = new Set(['sendMessage', 'editMessageText'])
const unsure = new Set(['reset', 'late', 'truncated', 'html', '5xx', 'hang'])

function labelsOf({ params }: Call): string[] {
  const { inline_keyboard: rows = [] } = (params['reply_markup'] ?? {}) as {
    inline_keyboard?: { text: string }[][]
  }
  return rows.flat().map(({ text }) => text)
}

/** Reads the simulator's record of one client: no answer tells of what was not committed, and nothing comes twice. */
export class Claims {
  readonly #trainee: Trainee
  readonly #simulator: Simulator
  #read = 0
  /** Deeds known to be committed before what is read next was sent. */
  #before = 0
  #life = 0
  #lastCard: { content: string; sent: boolean; unsure: boolean; life: number } | undefined
  /** The lives that answered a tap, those left out that cannot know whether they did. */
  readonly #tapLives = new Map<string, number[]>()
  readonly #pingsOf = new Map<number, number>()
  readonly #acknowledged = new Set<string>()
  readonly seen: Seen = { acknowledged: 0, cardsTwice: 0, tapsTwice: 0, pings: 0 }

  constructor(trainee: Trainee, simulator: Simulator) {
    this.#trainee = trainee
    this.#simulator = simulator
  }

  /** Everything a life sent, now that it is dead and `done` deeds are in its file. */
  check(done: number): void {
    const calls = this.#simulator.calls.slice(this.#read)
    this.#read = this.#simulator.calls.length
    for (const call of calls) {
      if (call.method === 'answerCallbackQuery') this.#tapAnswer(call, done)
      else if (cardMethods.has(call.method) && Number(call.params['chat_id']) === this.#id) {
        const text = textOf(call)
        if (readPing(text)) this.#ping(call, text)
        else this.#card(call, text, done)
      }
    }
    this.#before = done
    this.#life++
    this.seen.acknowledged = this.#acknowledged.size
  }

  /** Every tap has had an answer, save where the network ate it. */
  expectAllAnswered(): void {
    const { client, diary } = this.#trainee
    const answered = new Map(client.phone.taps.map((tap) => [tap.id, tap.answers.length]))
    const open = diary.entries
      .flatMap(({ tap }) => tap ?? [])
      .filter((tap) => !answered.get(tap) && !this.#wasEaten(tap))
    expect(open, `${this.#name}: taps that were never answered`).toEqual([])
  }

  get #id(): number {
    return this.#trainee.client.phone.id
  }
  get #name(): string {
    return this.#trainee.client.phone.name
  }

  /** A toast says what its own deed did, after that was committed; an empty answer says nothing. Once in a life. */
  #tapAnswer(call: Call, done: number): void {
    const { params, error, fault } = call
    const { diary } = this.#trainee
    const tap = String(params['callback_query_id'])
    const at = diary.entries.findIndex((entry) => entry.tap === tap)
    const entry = diary.entries[at]
    if (!entry || error?.code === 429 || fault === '429') return
    const text = readable(textOf(call))
    if (text !== '') {
      expect(at, `${this.#name}: "${text}" is said of what is committed`).toBeLessThan(done)
      expect(text, `${this.#name}: toast of deed ${at + 1}`).toBe(entry.version.toast)
      this.#acknowledge(at + 1)
    }
    const lives = this.#tapLives.get(tap) ?? []
    expect(lives, `${this.#name}: tap ${tap} answered twice by one life`).not.toContain(this.#life)
    this.#tapLives.set(tap, [...lives, ...(unsure.has(fault ?? '') ? [] : [this.#life])])
    if (lives.length > 0) this.seen.tapsTwice++
  }

  /** Every card shows exactly how things stood at some moment of this life. */
  #card(call: Call, text: string, done: number): void {
    const { diary } = this.#trainee
    const { sight } = readScreen(text, labelsOf(call))
    const range = Array.from({ length: done - this.#before + 1 }, (_, index) => this.#before + index)
    const shown = range.find((count) => sightsOf(diary.at(count)).includes(sight))
    expect(
      shown,
      `${this.#name}: "${sight}" shows what is committed (deeds ${this.#before} to ${done})`,
    ).toBeDefined()
    if (call.effect) this.#acknowledge(shown ?? 0)
    this.#once(call)
  }

  /** Within one life no card is sent twice, unless nobody knows whether the first one arrived. */
  #once(call: Call): void {
    if (!call.effect) return
    const content = JSON.stringify([textOf(call), labelsOf(call)])
    const sent = call.method === 'sendMessage'
    const last = this.#lastCard
    if (sent && last?.sent && last.content === content) {
      this.seen.cardsTwice++
      expect(
        last.life !== this.#life || last.unsure,
        `${this.#name}: one card sent twice by one life:\n${content}`,
      ).toBe(true)
    }
    this.#lastCard = { content, sent, unsure: unsure.has(call.fault ?? ''), life: this.#life }
  }

  /** A ping tells of a rest that was owed, and each rest has one ping at most. */
  #ping(call: Call, text: string): void {
    if (!call.effect) return
    const { diary } = this.#trainee
    const ping = readPing(text)
    const at = diary.entries.findLastIndex(
      ({ version, at: began }) =>
        version.rest?.name === ping?.name && version.rest?.set === ping?.set && began <= call.at,
    )
    expect(at, `${this.#name}: there is a rest for "${text}"`).toBeGreaterThanOrEqual(0)
    const count = (this.#pingsOf.get(at) ?? 0) + 1
    this.#pingsOf.set(at, count)
    this.seen.pings++
    expect(count, `${this.#name}: pings of the rest after deed ${at + 1}`).toBe(1)
  }

  /** The answer to this many deeds has come: the sets of all of them are acknowledged. */
  #acknowledge(count: number): void {
    const { ended, running } = this.#trainee.diary.at(count)
    for (const [index, { items }] of [...ended, ...(running ? [running] : [])].entries())
      for (const { name, done } of items)
        for (const [number] of done.entries()) this.#acknowledged.add(`${index} ${name} ${number}`)
  }

  #wasEaten(tap: string): boolean {
    return this.#simulator.calls.some(
      ({ method, params, fault }) =>
        method === 'answerCallbackQuery' && params['callback_query_id'] === tap && unsure.has(fault ?? ''),
    )
  }
}
