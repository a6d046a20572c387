/** A Telegram that lives in this process, hands out updates as they come, and one file to whoever asks for any. */
export class MediaTelegram {
  readonly #file: Uint8Array<ArrayBuffer>
  readonly #updates: object[] = []
  readonly #waiting: { chatId: number; fits: RegExp; done: () => void }[] = []
  #asked: (() => void) | undefined
  #ids = 1000

  constructor(file: Uint8Array<ArrayBuffer>) {
    this.#file = file
  }

  /** The bot gets this at its next poll. */
  send(update: object): void {
    this.#updates.push({ update_id: this.#ids++, ...update })
    this.#asked?.()
  }

  /** Ends when something that fits is handed to the transport for this person. */
  said(chatId: number, fits: RegExp): Promise<void> {
    return new Promise((done) => this.#waiting.push({ chatId, fits, done }))
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString()
    if (url.includes('/file/')) return new Response(this.#file)
    const method = url.slice(url.lastIndexOf('/') + 1)
    if (method === 'getUpdates') return this.#poll(init?.signal ?? undefined)
    if (method === 'getMe') return answer({ id: 7, is_bot: true, first_name: 'Bench', username: 'bench_bot' })
    if (method === 'getFile') return answer({ file_id: 'file', file_path: 'documents/file_1.jpg' })
    if (method !== 'editMessageText' && method !== 'sendMessage') return answer(true)
    const body = typeof init?.body === 'string' ? init.body : '{}'
    const { chat_id: chatId, text } = JSON.parse(body) as { chat_id: number; text: string }
    const at = this.#waiting.findIndex((one) => one.chatId === chatId && one.fits.test(text))
    if (at >= 0) this.#waiting.splice(at, 1)[0]?.done()
    return answer({ message_id: this.#ids++, date: 0, chat: { id: chatId, type: 'private' } })
  }

  async #poll(signal: AbortSignal | null | undefined): Promise<Response> {
    if (this.#updates.length === 0) {
      await new Promise<void>((resolve, reject) => {
        this.#asked = resolve
        signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true })
      })
    }
    this.#asked = undefined
    return answer(this.#updates.splice(0))
  }
}

function answer(result: unknown): Response {
  return new Response(JSON.stringify({ ok: true, result }), {
    headers: { 'content-type': 'application/json' },
  })
}
