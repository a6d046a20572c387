import type { PictureSpec } from '../domain/pictures.ts'
import { FontSetting } from './charts/fonts.ts'
import type { DrawOrder } from './drawChild.ts'
import { Helper } from './helper.ts'
import { drawQr } from './qr.ts'

interface StudioOptions {
  /** The bytes of a file that is kept; undefined when it is gone. */
  readPicture(fileId: number): Promise<Uint8Array | undefined>
  /** A picture could not be drawn. */
  failed(kind: PictureSpec['kind']): void
  /** For one picture, in milliseconds. */
  time?: number
  /** Milliseconds after which the child process ends that has nothing to draw. */
  idle?: number
}

/** A picture to send. */
export interface Drawing {
  bytes: Uint8Array<ArrayBuffer>
  name: string
  type: 'image/png' | 'image/jpeg'
}

type Answer = Uint8Array<ArrayBuffer> | 'failed' | 'late' | 'ended'

/**
 * Draws pictures from their descriptions. Charts are drawn in a child process: it alone knows the bundled fonts, and
 * nobody's update waits for the half second that the first chart takes.
 */
export class Studio {
  readonly #options: StudioOptions
  #fonts: FontSetting | undefined
  #helper: Helper<DrawOrder, Exclude<Answer, 'late' | 'ended'>> | undefined
  #stopped = false
  /** Pictures that are being drawn. */
  depth = 0

  constructor(options: StudioOptions) {
    this.#options = options
  }

  /** The picture; undefined when it cannot be drawn, as when a photo of it is gone. Never throws. */
  async draw(picture: PictureSpec): Promise<Drawing | undefined> {
    this.depth++
    try {
      const drawing = await this.#draw(picture).catch(() => undefined)
      if (!drawing && !this.#stopped) this.#options.failed(picture.kind)
      return drawing
    } finally {
      this.depth--
    }
  }

  /** The child's process id, while there is one. */
  get pid(): number | undefined {
    return this.#helper?.pid
  }

  /** Ends the child process, if there is one. */
  stop(): void {
    this.#stopped = true
    this.#helper?.stop()
    this.#fonts?.remove()
  }

  async #draw(picture: PictureSpec): Promise<Drawing | undefined> {
    if (picture.kind === 'qr') return { bytes: await drawQr(picture.text), name: 'qr.png', type: 'image/png' }
    if (picture.kind === 'chart') {
      const bytes = await this.#ask({ chart: picture.chart })
      return bytes && { bytes, name: 'chart.png', type: 'image/png' }
    }
    const [first, second] = picture.pair.sides
    const { readPicture } = this.#options
    const photos = [await readPicture(first.fileId), await readPicture(second.fileId)] as const
    const [before, after] = photos
    if (!before || !after) return undefined
    const bytes = await this.#ask({ pair: picture.pair, photos: [before, after] })
    return bytes && { bytes, name: 'photos.jpg', type: 'image/jpeg' }
  }

  async #ask(order: DrawOrder): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (this.#stopped) return undefined
    const answer: Answer = await this.#child().ask(order)
    return typeof answer === 'string' ? undefined : answer
  }

  #child() {
    this.#fonts ??= new FontSetting()
    return (this.#helper ??= new Helper({
      program: new URL('./drawChild.ts', import.meta.url),
      env: { FONTCONFIG_FILE: this.#fonts.file },
      time: this.#options.time ?? 30_000,
      idle: this.#options.idle ?? 120_000,
    }))
  }
}
