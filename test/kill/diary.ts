import { type Deed, type Version, after, nothingYet } from './deeds.ts'

/** A deed on its way: the tap or the message that carries it to the bot. */
export interface Entry {
  version: Version
  /** Milliseconds since 1970. */
  at: number
  /** The callback query's id, for a tap. */
  tap: string | undefined
}

/**
 * What one client has done, and how things must stand after each deed by an independent reading of the rules. Every
 * version is kept: what a kill leaves must be exactly one of them.
 */
export class Diary {
  readonly entries: Entry[] = []

  /** The newest version. */
  get now(): Version {
    return this.at(this.entries.length)
  }

  /** How things stand after the first `count` deeds. */
  at(count: number): Version {
    if (count === 0) return nothingYet
    const entry = this.entries[count - 1]
    if (!entry) throw new Error(`There are only ${this.entries.length} deeds, not ${count}`)
    return entry.version
  }

  write(deed: Deed, at: number, tap?: string): void {
    this.entries.push({ version: after(this.now, deed), at, tap })
  }
}
