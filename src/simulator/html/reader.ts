const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** Walks over a text and knows its place in UTF-8 bytes, which Telegram's messages name. */
export class Reader {
  readonly #text: string
  #at = 0
  #bytes = 0

  constructor(text: string) {
    this.#text = text
  }

  get ended(): boolean {
    return this.#at >= this.#text.length
  }

  get bytes(): number {
    return this.#bytes
  }

  /** The character here or further on; empty past the end. */
  peek(ahead = 0): string {
    return this.#text.charAt(this.#at + ahead)
  }

  next(): string {
    const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0)
    this.#skip(character)
    return character
  }

  /** Everything up to a character of `end`. */
  word(end: RegExp): string {
    const from = this.#at
    while (!this.ended && !end.test(this.peek())) this.next()
    return this.#text.slice(from, this.#at)
  }

  spaces(): void {
    this.word(/\S/)
  }

  /** A quoted value with its references resolved, quotes taken off. */
  quoted(quote: string): string {
    let value = ''
    this.next()
    while (!this.ended && this.peek() !== quote) value += this.peek() === '&' ? this.character() : this.next()
    if (!this.ended) this.next()
    return value
  }

  /** A character reference, or the ampersand itself where it is none. */
  character(): string {
    const rest = this.#text.slice(this.#at, this.#at + 12)
    const [match, hex, decimal, name] = /^&(?:#x([0-9a-f]*)|#(\d*)|([a-z]*))/i.exec(rest) ?? ['&']
    const character = name === undefined ? numbered(match, hex, decimal) : named[name]
    if (character === undefined) return this.next()
    this.#skip(match)
    if (this.peek() === ';') this.next()
    return character
  }

  #skip(text: string): void {
    this.#at += text.length
    this.#bytes += Buffer.byteLength(text)
  }
}

function numbered(match: string, hex: string | undefined, decimal: string | undefined): string | undefined {
  const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16)
  if (!(code > 0 && code < 0x10ffff) || match.length >= 10) return undefined
  return String.fromCodePoint(code)
}
