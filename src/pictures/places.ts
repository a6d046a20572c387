/**
 * Where a clip was taken, written over in place: lengths and offsets stay, so what plays goes on playing. Knows the
 * boxes that phones and cameras write: `©xyz` and `loci` (Android, 3GPP), XMP, and the location keys of QuickTime's
 * `meta`. Nothing is decoded: only sizes and names of boxes are read.
 */
export function withoutPlaces(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  new Walk(copy).into(0, copy.length, 0)
  return copy.equals(bytes) ? bytes : new Uint8Array(copy)
}

interface Box {
  name: string
  /** Of its contents. */
  from: number
  to: number
}

const containers = new Set(['moov', 'trak', 'mdia', 'udta', 'moof', 'traf'])
const tells = new Set(['©xyz', 'loci', 'XMP_'])
const xmpId = 'be7acfcb97a942e89c71999491e3afac'
const placeKey = /location|gps/i
const deepest = 8
/** A real clip has a few hundred outside its samples. */
const mostBoxes = 20_000

class Walk {
  readonly #bytes: Buffer
  #left = mostBoxes

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  into(from: number, to: number, depth: number): void {
    if (depth > deepest) return
    for (const box of this.#boxes(from, to)) {
      if (tells.has(box.name) || this.#isXmp(box)) this.#bytes.fill(0, box.from, box.to)
      else if (box.name === 'meta') this.#meta(box)
      else if (containers.has(box.name)) this.into(box.from, box.to, depth + 1)
    }
  }

  /** QuickTime's own has its boxes at once, that of the ISO has four bytes before them. */
  #meta({ from, to }: Box): void {
    const isPlain = this.#bytes.toString('latin1', from + 4, from + 8) === 'hdlr'
    const boxes = [...this.#boxes(isPlain ? from : from + 4, to)]
    const keys = boxes.find(({ name }) => name === 'keys')
    const items = boxes.find(({ name }) => name === 'ilst')
    for (const item of items ? this.#boxes(items.from, items.to) : [])
      if (item.name === '©xyz' || (keys && this.#isPlace(keys, this.#bytes.readUInt32BE(item.from - 4))))
        for (const { name, from: at, to: end } of this.#boxes(item.from, item.to))
          if (name === 'data') this.#bytes.fill(0, Math.min(at + 8, end), end)
  }

  /** Whether the key of this number, from 1, says where. */
  #isPlace(keys: Box, number: number): boolean {
    let at = 0
    // Version, flags and a count come first; then keys are boxes named after their namespace.
    for (const { from, to } of this.#boxes(keys.from + 8, keys.to))
      if (++at === number) return placeKey.test(this.#bytes.toString('latin1', from, to))
    return false
  }

  #isXmp({ name, from, to }: Box): boolean {
    return name === 'uuid' && to - from >= 16 && this.#bytes.toString('hex', from, from + 16) === xmpId
  }

  /** The boxes of a stretch of bytes, as far as they can be read. */
  *#boxes(from: number, to: number): Generator<Box> {
    for (let at = from; at + 8 <= to && this.#left-- > 0;) {
      const short = this.#bytes.readUInt32BE(at)
      const isLong = short === 1 && at + 16 <= to
      const size = isLong ? Number(this.#bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short
      const head = isLong ? 16 : 8
      if (size < head || at + size > to) return
      yield { name: this.#bytes.toString('latin1', at + 4, at + 8), from: at + head, to: at + size }
      at += size
    }
  }
}
