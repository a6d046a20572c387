/** A Telegram that lives in this process: hands updates out one at a time and notes when an answer is handed over. */
export class StubTelegram {
  #update: object | undefined
  #asked: (() => void) | undefined
  #answered: (() => void) | undefined
  #messageId = 1000
  readonly counts = new Map<string, number>()

  /** Ends when the answer to this update (an edited or a new card) is handed to the transport. */
  turn(update: object): Promise<void> {
    return new Promise((resolve) => {
      this.#answered = resolve
      this.#update = update
      this.#asked?.()
    })
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString()
    const method = url.slice(url.lastIndexOf('/') + 1)
    this.counts.set(method, (this.counts.get(method) ?? 0) + 1)
    if (method === 'getUpdates') return this.#poll(init?.signal ?? undefined)
    if (method === 'getMe') return answer({ id: 7, is_bot: true, first_name: 'Bench', username: 'bench_bot' })
    if (method !== 'editMessageText' && method !== 'sendMessage') return answer(true)
    const answered = this.#answered
    this.#answered = undefined
    answered?.()
    return answer({
      message_id: method === 'sendMessage' ? this.#messageId++ : 1,
      date: 0,
      chat: { id: 1, type: 'private' },
    })
  }

  async #poll(signal: AbortSignal | null | undefined): Promise<Response> {
    if (!this.#update) {
      await new Promise<void>((resolve, reject) => {
        this.#asked = resolve
        signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true })
      })
    }
    const update = this.#update
    this.#update = undefined
    this.#asked = undefined
    return answer(update ? [update] : [])
  }
}

function answer(result: unknown): Response {
  return new Response(JSON.stringify({ ok: true, result }), {
    headers: { 'content-type': 'application/json' },
  })
}
