import { Helper } from './helper.ts'
import { type Answer, mostBytes, type NotTaken, type Order } from './intakeWords.ts'
import { kindOf } from './kinds.ts'

interface Limits {
  /** For one picture, in milliseconds, from when the child begins with it. */
  time?: number
  /** Of the child while it works, in bytes; measured every 20 ms. */
  memory?: number
}

/** What can be told without opening the picture; undefined when the child is to look. */
function refusedUnopened(bytes: Uint8Array): NotTaken | undefined {
  if (bytes.length === 0) return { refused: 'empty' }
  if (bytes.length > mostBytes) return { refused: 'too-large' }
  const kind = kindOf(bytes)
  if (kind === undefined) return { refused: 'not-a-picture' }
  if (kind === 'jpeg' || kind === 'png' || kind === 'webp') return undefined
  return { refused: 'unsupported-kind', kind }
}

/** Takes in pictures that people sent. They are opened one at a time in a child process, which knows no secrets. */
export class Intake {
  readonly #helper: Helper<Omit<Order, 'id'>, Answer>
  /** Pictures that are being opened. */
  depth = 0

  constructor({ time = 10_000, memory = 1024 ** 3 }: Limits = {}) {
    this.#helper = new Helper({
      program: new URL('./intakeChild.ts', import.meta.url),
      args: [String(memory)],
      time,
    })
  }

  /** The child's process id, while there is one. */
  get pid(): number | undefined {
    return this.#helper.pid
  }

  /**
   * A clean picture with its thumbnails, or why not. Whatever the bytes are, it does not throw: it does when no child
   * can be started, or after `stop`.
   */
  async takeIn(bytes: Uint8Array): Promise<Answer> {
    this.depth++
    try {
      return await this.#takeIn(bytes)
    } finally {
      this.depth--
    }
  }

  /** Ends the child; what it was working on is rejected, and so is what waits. */
  stop(): void {
    this.#helper.stop()
  }

  async #takeIn(bytes: Uint8Array): Promise<Answer> {
    const refused = refusedUnopened(bytes)
    if (refused) return refused
    const answer = await this.#helper.ask({ bytes })
    if (answer === 'late') return { refused: 'too-slow' }
    return answer === 'ended' ? { refused: 'broken' } : answer
  }
}
