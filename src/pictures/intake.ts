import { type ChildProcess, fork } from 'node:child_process'
import { type Answer, mostBytes, type NotTaken, type Reply } from './intakeWords.ts'
import { kindOf } from './kinds.ts'

interface Limits {
  /** For one picture, in milliseconds, from when the child begins with it. */
  time?: number
  /** Of the child while it works, in bytes; measured every 20 ms. */
  memory?: number
}

/** Starting has nothing to do with the picture, and takes long only where the machine is in trouble. */
const startLimit = 30_000

/** What can be told without opening the picture; undefined when the child is to look. */
function refusedUnopened(bytes: Uint8Array): NotTaken | undefined {
  if (bytes.length === 0) return { refused: 'empty' }
  if (bytes.length > mostBytes) return { refused: 'too-large' }
  const kind = kindOf(bytes)
  if (kind === undefined) return { refused: 'not-a-picture' }
  if (kind === 'jpeg' || kind === 'png' || kind === 'webp') return undefined
  return { refused: 'unsupported-kind', kind }
}

/**
 * Takes in pictures that people sent. They are opened one at a time in a child process, which knows no secrets, is
 * started when first needed, replaced after it failed, and ends with this process.
 */
export class Intake {
  readonly #limits: Required<Limits>
  #child: ChildProcess | undefined
  #before: Promise<unknown> = Promise.resolve()
  #asked = 0
  #stopped = false

  constructor({ time = 10_000, memory = 1024 ** 3 }: Limits = {}) {
    this.#limits = { time, memory }
  }

  /** The child's process id, while there is one. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  /**
   * A clean picture with its thumbnails, or why not. Whatever the bytes are, it does not throw: it does when no child
   * can be started, or after `stop`.
   */
  takeIn(bytes: Uint8Array): Promise<Answer> {
    const refused = refusedUnopened(bytes)
    if (refused) return Promise.resolve(refused)
    const answer = this.#before.then(() => this.#askTwice(bytes))
    this.#before = answer.catch(() => {})
    return answer
  }

  /** Ends the child; what it was working on is rejected, and so is what waits. */
  stop(): void {
    this.#stopped = true
    this.#drop()
  }

  #drop(): void {
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }

  /** A child that ended may have been ended from outside: only a picture that ends two of them is to blame. */
  async #askTwice(bytes: Uint8Array): Promise<Answer> {
    return (await this.#ask(bytes)) ?? (await this.#ask(bytes)) ?? { refused: 'broken' }
  }

  async #ask(bytes: Uint8Array): Promise<Answer | undefined> {
    const child = this.#child ?? (await this.#start())
    const id = ++this.#asked
    child.ref()
    child.channel?.ref()
    try {
      return await this.#answer(child, id, bytes)
    } finally {
      child.unref()
      child.channel?.unref()
    }
  }

  /** The child's reply to this order; "too slow" when it takes too long, undefined when the child ends over it. */
  #answer(child: ChildProcess, id: number, bytes: Uint8Array): Promise<Answer | undefined> {
    return new Promise((resolve) => {
      const settle = (answer: Answer | undefined, keep: boolean) => {
        clearTimeout(late)
        child.off('message', hear).off('exit', ended)
        if (!keep && this.#child === child) this.#drop()
        resolve(answer)
      }
      const ended = () => settle(undefined, false)
      const hear = (message: unknown) => {
        const reply = message as Reply
        if (reply.id === id) settle(reply.answer, !reply.tired)
      }
      const late = setTimeout(() => settle({ refused: 'too-slow' }, false), this.#limits.time)
      child.on('message', hear).on('exit', ended)
      // Where it cannot be sent, the child has ended, and its end is heard.
      child.send({ id, bytes }, () => {})
    })
  }

  #start(): Promise<ChildProcess> {
    if (this.#stopped) return Promise.reject(new Error('The intake of pictures was stopped'))
    const child = fork(new URL('./intakeChild.ts', import.meta.url), [String(this.#limits.memory)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      env: {},
    })
    this.#child = child
    const forget = () => {
      if (this.#child === child) this.#child = undefined
    }
    child.on('error', forget).on('exit', forget)
    return new Promise((resolve, reject) => {
      const failed = () => {
        clearTimeout(late)
        child.kill('SIGKILL')
        reject(new Error('The child process for pictures did not start'))
      }
      const late = setTimeout(failed, startLimit)
      child.once('error', failed).once('exit', failed)
      child.once('message', () => {
        clearTimeout(late)
        child.off('exit', failed).off('error', failed)
        resolve(child)
      })
    })
  }
}
