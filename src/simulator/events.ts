import type { PageEvents } from './pageApi.ts'

type Listener = <Name extends keyof PageEvents>(name: Name, data: PageEvents[Name]) => void

/** Tells the page, and whoever waits in a test, what just happened. */
export class Events {
  readonly #listeners = new Set<Listener>()
  readonly #waiting = new Set<() => void>()

  on(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  emit<Name extends keyof PageEvents>(name: Name, data: PageEvents[Name]): void {
    for (const listener of this.#listeners) listener(name, data)
    this.changed()
  }

  /** Something a waiting test may look for has changed. */
  changed(): void {
    for (const look of this.#waiting) look()
  }

  /**
   * Resolves with the first truthy answer of `look`, asked now and after every change.
   * Rejects after `timeoutMs` of real time, saying what was waited for.
   */
  until<T>(look: () => T, what: () => string, timeoutMs: number): Promise<NonNullable<T>> {
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer)
        this.#waiting.delete(check)
      }
      const check = () => {
        try {
          const found = look()
          if (!found) return
          done()
          resolve(found)
        } catch (error) {
          done()
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      }
      const timer = setTimeout(() => {
        done()
        reject(new Error(`waited ${timeoutMs} ms for ${what()}`))
      }, timeoutMs)
      this.#waiting.add(check)
      check()
    })
  }
}
