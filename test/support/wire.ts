/** The bot's network, seen from a test: what is under way, and a plug to pull. */
export class TestWire {
  /** Calls under way, polls and uploads of the simulator's own left out. */
  inFlight = 0
  /** Grows with every call that begins or ends. */
  moves = 0
  /** While set, no connection comes about; calls under way go on. */
  cut = false
  readonly #callTimeoutMs: number
  readonly #unplugged = new AbortController()

  /** `callTimeoutMs` of real time: shorter than the bot's own patience, so that a hanging call ends soon. */
  constructor(callTimeoutMs = 800) {
    this.#callTimeoutMs = callTimeoutMs
  }

  /** From now on nothing gets out and no answer comes in. */
  unplug(): void {
    this.#unplugged.abort()
  }

  readonly send: typeof fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString()
    const poll = url.endsWith('/getUpdates')
    if (this.cut || this.#unplugged.signal.aborted) throw refused()
    if (!poll) this.inFlight++
    this.moves++
    try {
      const signals = [
        init?.signal,
        this.#unplugged.signal,
        poll ? null : AbortSignal.timeout(this.#callTimeoutMs),
      ]
      const response = await fetch(input, {
        ...init,
        signal: AbortSignal.any(signals.filter((signal): signal is AbortSignal => Boolean(signal))),
      })
      const { status, headers } = response
      return new Response(await response.arrayBuffer(), { status, headers })
    } finally {
      if (!poll) this.inFlight--
      this.moves++
    }
  }
}

function refused(): Error {
  return Object.assign(new Error('unplugged'), { code: 'ECONNREFUSED' })
}
