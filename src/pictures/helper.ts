import { type ChildProcess, fork } from 'node:child_process'

interface HelperOptions {
  /** A module that answers `{ id, … }` with `{ id, answer }`, and says `ready` first. */
  program: URL
  args?: string[]
  /** All that the process knows of its surroundings. */
  env?: Record<string, string>
  /** For one question, in milliseconds, from when the process begins with it. */
  time: number
  /** Real milliseconds without a question after which its memory is given back; never, where it does not say. */
  idle?: number
}

interface Reply<A> {
  id: number
  answer: A
  /** It is to be replaced. */
  tired?: boolean
}

/** Starting has nothing to do with the question, and takes long only where the machine is in trouble. */
const startLimit = 30_000

/**
 * A program of ours in a process of its own, which is asked one thing at a time. It is started when first needed,
 * replaced after it failed, and ends with this process.
 */
export class Helper<Question extends object, Answer> {
  readonly #options: HelperOptions
  #child: ChildProcess | undefined
  #before: Promise<unknown> = Promise.resolve()
  #asked = 0
  #resting: NodeJS.Timeout | undefined
  #stopped = false

  constructor(options: HelperOptions) {
    this.#options = options
  }

  /** Its process id, while there is one. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  /**
   * Its answer; `late` when it takes too long, `ended` when it ends over it. One that ended may have been ended from
   * outside: it is asked anew, and only a question that ends two of them is to blame. Throws when it cannot be started.
   */
  ask(question: Question): Promise<Answer | 'late' | 'ended'> {
    const answer = this.#before.then(async () => {
      const first = await this.#ask(question)
      return first === 'ended' ? this.#ask(question) : first
    })
    this.#before = answer.catch(() => {})
    return answer
  }

  /** Ends the process; what it was working on is rejected, and so is what waits. */
  stop(): void {
    this.#stopped = true
    this.#drop()
  }

  #rest(): void {
    clearTimeout(this.#resting)
    const { idle } = this.#options
    if (idle !== undefined) this.#resting = setTimeout(() => this.#drop(), idle).unref()
  }

  #drop(): void {
    clearTimeout(this.#resting)
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }

  async #ask(question: Question): Promise<Answer | 'late' | 'ended'> {
    clearTimeout(this.#resting)
    const child = this.#child ?? (await this.#start())
    child.ref()
    child.channel?.ref()
    try {
      return await this.#answer(child, question)
    } finally {
      child.unref()
      child.channel?.unref()
      this.#rest()
    }
  }

  #answer(child: ChildProcess, question: Question): Promise<Answer | 'late' | 'ended'> {
    const id = ++this.#asked
    return new Promise((resolve) => {
      const settle = (answer: Answer | 'late' | 'ended', keep: boolean) => {
        clearTimeout(late)
        child.off('message', hear).off('exit', ended)
        if (!keep && this.#child === child) this.#drop()
        resolve(answer)
      }
      const ended = () => settle('ended', false)
      const hear = (message: unknown) => {
        const reply = message as Reply<Answer>
        if (reply.id === id) settle(reply.answer, reply.tired !== true)
      }
      const late = setTimeout(() => settle('late', false), this.#options.time)
      child.on('message', hear).on('exit', ended)
      // Where it cannot be sent, the child has ended, and its end is heard.
      child.send({ ...question, id }, () => {})
    })
  }

  #start(): Promise<ChildProcess> {
    if (this.#stopped) return Promise.reject(new Error('The process for pictures was stopped'))
    const { program, args = [], env = {} } = this.#options
    const child = fork(program, args, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      env,
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
