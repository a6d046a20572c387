import { tooMany } from '../wire/errors.ts'

const overallPerSecond = 30
const chatBurst = 20
const chatPerSecond = 1
const groupPerMinute = 20

const counted = /^(send(?!ChatAction)|editMessage|copyMessage|forwardMessage)/

/** Telegram's send limits: thirty a second in all, one a second per chat after a burst, twenty a minute per group. */
export class Rates {
  #overall: number[] = []
  readonly #chats = new Map<number, { tokens: number; at: number }>()
  readonly #groups = new Map<number, number[]>()

  /** Counts a call at `now` (milliseconds); throws 429 when it is one too many. */
  count(method: string, chatId: number, now: number): void {
    if (!counted.test(method)) return
    this.#overall = this.#overall.filter((at) => at > now - 1000)
    if (this.#overall.length >= overallPerSecond) throw tooMany(1)
    if (chatId < 0) this.#countGroup(chatId, now)
    else this.#countChat(chatId, now)
    this.#overall.push(now)
  }

  #countChat(chatId: number, now: number): void {
    const bucket = this.#chats.get(chatId) ?? { tokens: chatBurst, at: now }
    const tokens = Math.min(chatBurst, bucket.tokens + ((now - bucket.at) / 1000) * chatPerSecond)
    if (tokens < 1) throw tooMany(Math.max(1, Math.ceil(1 - tokens)))
    this.#chats.set(chatId, { tokens: tokens - 1, at: now })
  }

  #countGroup(chatId: number, now: number): void {
    const recent = (this.#groups.get(chatId) ?? []).filter((at) => at > now - 60_000)
    if (recent.length >= groupPerMinute) throw tooMany(Math.ceil(((recent[0] ?? now) + 60_000 - now) / 1000))
    this.#groups.set(chatId, [...recent, now])
  }
}
