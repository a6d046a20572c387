import { post } from './api.js'

/** Milliseconds a button waits at least: over a mobile network no answer is there before a double click is over. */
const shortestWait = 300

/**
 * The page's copy of the simulator's state: read whole, then kept up by events. A message, and a person, is a new
 * object whenever it changes.
 */
export class Store {
  bot = null
  people = new Map()
  toasts = new Map()
  actions = new Map()
  /** Buttons whose tap has no answer yet, by `person/message/row/column`. */
  waiting = new Set()
  online = false
  clock = { offset: 0, isMovable: false, isMoving: false }
  #changed
  #reading = null
  #queries = new Map()
  #answered = new Set()

  constructor(changed) {
    this.#changed = changed
    const events = new EventSource('/api/events')
    events.addEventListener('open', () => void this.#readAll())
    events.addEventListener('error', () => this.#touch(() => (this.online = false)))
    for (const name of Object.keys(this.#handlers))
      events.addEventListener(name, (event) => this.#meet(name, JSON.parse(event.data)))
  }

  /**
   * Presses an inline button, which waits until the bot answers and cannot be pressed meanwhile, as on a phone.
   * Rejects with the simulator's words.
   */
  async tap(personId, messageId, row, column) {
    const place = `${personId}/${messageId}/${row}/${column}`
    if (this.waiting.has(place)) return undefined
    this.#touch(() => this.waiting.add(place))
    const since = performance.now()
    const over = () => this.#touch(() => this.waiting.delete(place))
    const clear = () => void setTimeout(over, since + shortestWait - performance.now())
    try {
      const { queryId } = await post(`/${personId}/tap`, { messageId, row, column })
      if (this.#answered.has(queryId)) return clear()
      this.#queries.set(queryId, clear)
    } catch (error) {
      clear()
      throw error
    }
    setTimeout(clear, 15_000)
    return undefined
  }

  /** The time of the simulator, in milliseconds since 1970. */
  now() {
    return Date.now() + this.clock.offset
  }

  /** Shows words at the foot of a phone for a moment. */
  tell(personId, text) {
    this.#show(personId, { text, alert: false })
  }

  dismiss(personId) {
    this.#touch(() => this.toasts.delete(personId))
  }

  #touch(change) {
    change()
    this.#changed()
  }

  /** What happens while the whole is read comes after it. */
  #meet(name, data) {
    if (this.#reading) this.#reading.push([name, data])
    else this.#touch(() => this.#handlers[name](data))
  }

  async #readAll() {
    const later = (this.#reading = [])
    const state = await (await fetch('/api/state')).json()
    if (this.#reading !== later) return
    this.#reading = null
    this.bot = state.bot
    this.clock = state.clock
    this.people = new Map(state.people.map((person) => [person.id, withMap(person)]))
    this.online = true
    for (const [name, data] of later) this.#handlers[name](data)
    this.#changed()
  }

  #change(personId, change) {
    const person = this.people.get(personId)
    if (!person) return
    const messages = new Map(person.messages)
    change(messages)
    this.people.set(personId, { ...person, messages })
  }

  #show(personId, toast) {
    this.#touch(() => this.toasts.set(personId, toast))
    const over = () => this.toasts.get(personId) === toast && this.dismiss(personId)
    if (!toast.alert) setTimeout(over, 3500)
  }

  #handlers = {
    people: (person) => {
      const messages = this.people.get(person.id)?.messages ?? new Map()
      this.people.set(person.id, { ...person, messages })
    },
    message: ({ personId, message }) => {
      if (message.from === 'bot') this.actions.delete(personId)
      this.#change(personId, (messages) => messages.set(message.id, message))
    },
    deleted: ({ personId, messageId }) => this.#change(personId, (messages) => messages.delete(messageId)),
    toast: ({ personId, ...toast }) => {
      this.#answered.add(toast.queryId)
      this.#queries.get(toast.queryId)?.()
      this.#queries.delete(toast.queryId)
      if (toast.text) this.#show(personId, toast)
    },
    action: ({ personId, action }) => {
      const mark = { action }
      this.actions.set(personId, mark)
      const over = () =>
        this.actions.get(personId) === mark && this.#touch(() => this.actions.delete(personId))
      setTimeout(over, 5000)
    },
    bot: (bot) => (this.bot = bot),
    clock: (clock) => (this.clock = clock),
  }
}

const withMap = (person) => ({
  ...person,
  messages: new Map(person.messages.map((message) => [message.id, message])),
})
