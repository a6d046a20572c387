/** Lets so many pieces of work run at a time; the rest wait in the order they came. */
export class Gate {
  readonly #waiting: (() => void)[] = []
  #room: number

  constructor(room: number) {
    this.#room = room
  }

  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.#room > 0) this.#room--
    else await new Promise<void>((resolve) => void this.#waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#room++
    }
  }
}
