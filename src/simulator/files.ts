import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SimulatorClock } from './clock.ts'
import { hours } from './clock.ts'
import { imageSize } from './images.ts'
import { Shelf } from './shelf.ts'
import type { Store } from './store.ts'
import type { MediaKind, Upload, WireFile } from './wire/types.ts'

export interface StoredFile {
  kind: MediaKind
  wire: WireFile
  mime: string
  /** Sizes of one photo share their bytes. */
  bytesOf: string
}

const folders: Record<MediaKind, string> = {
  photo: 'photos',
  document: 'documents',
  voice: 'voice',
  video: 'videos',
  video_note: 'video_notes',
  animation: 'animations',
  audio: 'music',
}
const longestSides = [90, 320, 2560]

/** Files by their file_id; bytes in memory, or one file each in `folder`. */
export class Files {
  readonly #clock: SimulatorClock
  readonly #folder: string | undefined
  readonly #known: Shelf<StoredFile>
  readonly #bytes = new Map<string, Uint8Array>()
  readonly #paths: Shelf<{ fileId: string; until: number }>
  #count = 0

  constructor(store: Store, clock: SimulatorClock, folder: string | undefined) {
    this.#clock = clock
    this.#folder = folder
    this.#known = new Shelf(store, 'file')
    this.#paths = new Shelf(store, 'path')
    this.#count = this.#known.values().reduce((most, { bytesOf }) => Math.max(most, Number(bytesOf)), 0)
    if (folder) mkdirSync(folder, { recursive: true })
  }

  byId(fileId: string): StoredFile | undefined {
    return this.#known.get(fileId)
  }

  bytes(file: StoredFile): Uint8Array {
    return this.#folder
      ? readFileSync(join(this.#folder, file.bytesOf))
      : (this.#bytes.get(file.bytesOf) ?? new Uint8Array())
  }

  /** Keeps a photo as three sizes, smallest first. Bytes that are no picture count as 1280 × 960. */
  addPhoto(upload: Upload): WireFile[] {
    const { width, height, mime } = imageSize(upload.bytes) ?? {
      width: 1280,
      height: 960,
      mime: 'image/jpeg',
    }
    const key = this.#keep(upload.bytes)
    return longestSides.map((side, index) => {
      const scale = Math.min(1, side / Math.max(width, height, 1))
      const size = {
        width: Math.max(1, Math.round(width * scale)),
        height: Math.max(1, Math.round(height * scale)),
      }
      const wire = { ...this.#ids('photo', key, index), ...size, file_size: upload.bytes.length }
      this.#known.put(wire.file_id, { kind: 'photo', wire, mime, bytesOf: key })
      return wire
    })
  }

  add(kind: Exclude<MediaKind, 'photo'>, upload: Upload, more: Partial<WireFile> = {}): WireFile {
    const key = this.#keep(upload.bytes)
    const mime = /^[\w.+-]+\/[\w.+-]+/.exec(upload.mime)?.[0] ?? 'application/octet-stream'
    const named = kind === 'voice' || kind === 'video_note' ? {} : { file_name: upload.name }
    const wire = {
      ...this.#ids(kind, key, 0),
      ...named,
      ...(kind !== 'video_note' && { mime_type: mime }),
      ...measures(kind, more),
      file_size: upload.bytes.length,
    }
    this.#known.put(wire.file_id, { kind, wire, mime, bytesOf: key })
    return wire
  }

  /** All sizes of a photo, smallest first. */
  sizesOf(bytesOf: string): WireFile[] {
    return [...this.#known.values()]
      .filter((file) => file.kind === 'photo' && file.bytesOf === bytesOf)
      .map(({ wire }) => wire)
  }

  /** Where the file can be fetched for the next hour. */
  path(file: StoredFile): string {
    const ending = /\.\w+$/.exec(file.wire.file_name ?? '')?.[0] ?? endings[file.mime] ?? ''
    const path = `${folders[file.kind]}/file_${file.bytesOf}${ending}`
    this.#paths.put(path, { fileId: file.wire.file_id, until: this.#clock.now() + hours(1) })
    return path
  }

  atPath(path: string): StoredFile | undefined {
    const found = this.#paths.get(path)
    return found && found.until > this.#clock.now() ? this.byId(found.fileId) : undefined
  }

  #keep(bytes: Uint8Array): string {
    const key = String(++this.#count)
    if (this.#folder) writeFileSync(join(this.#folder, key), bytes, { mode: 0o600 })
    else this.#bytes.set(key, bytes)
    return key
  }

  #ids(kind: MediaKind, key: string, size: number): { file_id: string; file_unique_id: string } {
    const name = (what: string) => Buffer.from(`${what}:${kind}:${key}:${size}`).toString('base64url')
    return { file_id: `AgAC${name('simulated-file')}`, file_unique_id: `AQAD${name('u')}` }
  }
}

const measured: Record<MediaKind, ('duration' | 'width' | 'height' | 'length')[]> = {
  photo: [],
  document: [],
  voice: ['duration'],
  audio: ['duration'],
  video: ['duration', 'width', 'height'],
  animation: ['duration', 'width', 'height'],
  video_note: ['duration', 'length'],
}

/** What Telegram always tells of such a file, though the app may not have said it. */
function measures(kind: MediaKind, given: Partial<WireFile>): Partial<WireFile> {
  const { duration = 1, width = 640, height = 360, length = 240 } = given
  const all = { duration, width, height, length }
  return Object.fromEntries(measured[kind].map((name) => [name, all[name]]))
}

const endings: Record<string, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'image/gif': '.gif',
  'audio/ogg': '.oga',
  'video/mp4': '.mp4',
}
