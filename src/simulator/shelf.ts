import type { Store } from './store.ts'

/** A map of one kind of record that is written through to the store. */
export class Shelf<T> {
  readonly #items = new Map<string, T>()
  readonly #store: Store
  readonly #kind: string

  constructor(store: Store, kind: string) {
    this.#store = store
    this.#kind = kind
    for (const [key, value] of store.all(kind)) this.#items.set(key, value as T)
  }

  get(key: string | number): T | undefined {
    return this.#items.get(String(key))
  }

  /** Keeps it, and returns it; call again after changing it. */
  put(key: string | number, value: T): T {
    this.#items.set(String(key), value)
    this.#store.put(this.#kind, key, value)
    return value
  }

  remove(key: string | number): boolean {
    if (!this.#items.delete(String(key))) return false
    this.#store.remove(this.#kind, key)
    return true
  }

  values(): IteratorObject<T> {
    return this.#items.values()
  }

  entries(): IteratorObject<[string, T]> {
    return this.#items.entries()
  }
}
