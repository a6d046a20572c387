import type { MediaKind } from '../domain/enums.ts'
import type { KeptSpec } from '../domain/pictures.ts'
import type { KeptFile } from '../services/files/read.ts'
import type { WireButton } from '../services/owed.ts'
import { type ScreenCall, captionContent, idOf, textContent } from './content.ts'
import type { Gate } from './gate.ts'
import { albumOf, canCarryWords } from './keptGroups.ts'
import { CallFailed, Upload } from './telegram.ts'

/** Where kept files lie; handed in by the wiring. */
export interface KeptShelf {
  /** In the order asked, without such as are gone. */
  find(ids: readonly number[]): Promise<KeptFile[]>
  /** Undefined when it is gone. */
  read(file: KeptFile): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Never throws: what was sent must not be sent again for it. */
  noteSent(fileId: number, telegramFileId: string): Promise<void>
  /** Files are in memory while they go up. */
  uploads: Gate
}

/** How far a message of several calls has got: what went out is not sent again. */
export interface Progress {
  /** Files that are through, in order. */
  through: number
  /** Telegram did not take them as an album. */
  isOneByOne: boolean
  messageIds: number[]
  /** The words, or the buttons, went with one of them. */
  isSaid: boolean
  isMissing: boolean
}

export const noProgress = (): Progress => ({
  through: 0,
  isOneByOne: false,
  messageIds: [],
  isSaid: false,
  isMissing: false,
})

const methods = {
  photo: { method: 'sendPhoto', action: 'upload_photo' },
  video: { method: 'sendVideo', action: 'upload_video' },
  video_note: { method: 'sendVideoNote', action: 'upload_video_note' },
  voice: { method: 'sendVoice', action: 'upload_voice' },
  document: { method: 'sendDocument', action: 'upload_document' },
} as const satisfies Record<MediaKind, object>

/** A bot may send as much at a time, in bytes. */
const mostUploaded = 50_000_000

interface Words {
  html: string
  keyboard: WireButton[][]
  gone?: string
}

interface Options {
  call: ScreenCall
  chatId: number
  shelf: KeptShelf
  progress: Progress
}

/** Sends kept files: by what Telegram has of them, else from the storage. */
export class KeptSending {
  readonly #call: ScreenCall
  readonly #chatId: number
  readonly #shelf: KeptShelf
  readonly #progress: Progress

  constructor({ call, chatId, shelf, progress }: Options) {
    this.#call = call
    this.#chatId = chatId
    this.#shelf = shelf
    this.#progress = progress
  }

  /** Answers the message ids. What is gone, or nobody takes, is told in words. */
  async send(picture: KeptSpec, words: Words): Promise<number[]> {
    const ids = 'file' in picture ? [picture.file] : picture.files
    const files = await this.#shelf.find(ids)
    const progress = this.#progress
    if (files.length < ids.length) progress.isMissing = true
    // Buttons cannot hang on an album.
    const mayCarry = words.keyboard.length === 0 || ids.length === 1
    while (progress.through < files.length) {
      const left = files.slice(progress.through)
      await this.#sendSome(left, mayCarry && !progress.isSaid ? words : undefined)
    }
    return this.#sayRest(words)
  }

  /** Sends the first of these: an album, or one. */
  async #sendSome(files: KeptFile[], words: Words | undefined): Promise<void> {
    const progress = this.#progress
    const album = albumOf(files)
    if (album.length > 1 && !progress.isOneByOne) {
      if (await this.#sendAlbum(album, words?.html ?? '')) {
        progress.through += album.length
        progress.isSaid ||= words !== undefined
      } else progress.isOneByOne = true
      return
    }
    const [file] = album
    if (!file) return
    const carried = words && canCarryWords(file, words.html) ? words : undefined
    const id = await this.#sendOne(file, carried)
    progress.through++
    if (id === undefined) progress.isMissing = true
    else {
      progress.messageIds.push(id)
      progress.isSaid ||= carried !== undefined
    }
  }

  /** What no picture could carry: the words, the buttons, and that something is gone. */
  async #sayRest({ html, keyboard, gone = '' }: Words): Promise<number[]> {
    const { isSaid, isMissing, messageIds } = this.#progress
    const parts = [isMissing ? gone : '', isSaid ? '' : html].filter((part) => part !== '')
    const isButtonless = isSaid || keyboard.length === 0
    if (parts.length === 0 && isButtonless) return messageIds
    const content = textContent(this.#chatId, parts.join('\n\n') || '…', isButtonless ? [] : keyboard)
    messageIds.push(idOf(await this.#call('sendMessage', content)))
    return messageIds
  }

  /** Answers the message id; undefined when the file is gone or Telegram takes it in no way. */
  async #sendOne(file: KeptFile, words: Words | undefined): Promise<number | undefined> {
    const content = words ? captionContent(words.html, words.keyboard) : {}
    let kinds: MediaKind[] = file.isClean ? [file.kind, 'document'] : [file.kind]
    if (file.telegramFileId !== null) {
      try {
        return idOf(await this.#post(file, file.kind, file.telegramFileId, content))
      } catch (error) {
        if (!isOfTheFile(error)) throw error
        if (isUnwelcome(error)) kinds = ['document']
      }
    }
    return this.#shelf.uploads.through(() => this.#upload(file, [...new Set(kinds)], content))
  }

  async #upload(file: KeptFile, kinds: MediaKind[], content: object): Promise<number | undefined> {
    const bytes = await this.#bytesOf(file)
    if (!bytes) return undefined
    for (const kind of kinds) {
      try {
        const upload = new Upload(bytes, `${kind}.${endingOf(file)}`, file.mime)
        const sent = await this.#post(file, kind, upload, content)
        if (kind === file.kind) await this.#note(file, sent)
        return idOf(sent)
      } catch (error) {
        if (!isOfTheFile(error)) throw error
      }
    }
    return undefined
  }

  #post(file: KeptFile, kind: MediaKind, source: string | Upload, content: object): Promise<unknown> {
    const shape = { chat_id: this.#chatId, ...content, [kind]: source }
    return this.#call(methods[kind].method, { ...shape, ...measuresOf(file, kind) })
  }

  /** True: it went out, the words below its first. False: one by one may still work. */
  async #sendAlbum(group: KeptFile[], html: string): Promise<boolean> {
    const uploaded = group.some(({ telegramFileId }) => telegramFileId === null)
    const post = () => this.#postAlbum(group, html)
    try {
      return await (uploaded ? this.#shelf.uploads.through(post) : post())
    } catch (error) {
      if (!isOfTheFile(error)) throw error
      return false
    }
  }

  async #postAlbum(group: KeptFile[], html: string): Promise<boolean> {
    const uploads: Record<string, Upload> = {}
    const media: object[] = []
    for (const [index, file] of group.entries()) {
      let source = file.telegramFileId
      if (source === null) {
        const bytes = await this.#bytesOf(file)
        if (!bytes) return false
        const name = `file${index}`
        uploads[name] = new Upload(bytes, `${file.kind}.${endingOf(file)}`, file.mime)
        source = `attach://${name}`
      }
      const caption = index === 0 && html !== '' ? { caption: html, parse_mode: 'HTML' } : {}
      media.push({ type: file.kind, media: source, ...caption, ...measuresOf(file, file.kind) })
    }
    const sent = await this.#call<unknown[]>('sendMediaGroup', { chat_id: this.#chatId, media, ...uploads })
    for (const [index, message] of sent.entries()) {
      this.#progress.messageIds.push(idOf(message))
      const file = group[index]
      if (file?.telegramFileId === null) await this.#note(file, message)
    }
    return true
  }

  /** Announced above the keyboard, best effort: it takes a while. */
  async #bytesOf(file: KeptFile): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (file.size > mostUploaded) return undefined
    const { action } = methods[file.kind]
    const announced = this.#call('sendChatAction', { chat_id: this.#chatId, action })
    const [bytes] = await Promise.all([this.#shelf.read(file), announced.catch(() => undefined)])
    return bytes && bytes.length > 0 ? bytes : undefined
  }

  async #note({ id, kind }: KeptFile, sent: unknown): Promise<void> {
    const of = (sent as Record<string, unknown>)[kind]
    const found: unknown = Array.isArray(of) ? of.at(-1) : of
    const { file_id: fileId } = (found ?? {}) as { file_id?: unknown }
    if (typeof fileId === 'string') await this.#shelf.noteSent(id, fileId)
  }
}

function measuresOf({ width, height, duration }: KeptFile, kind: MediaKind): object {
  const known = (value: number | null, name: string) => (value === null ? {} : { [name]: value })
  if (kind === 'video')
    return {
      ...known(width, 'width'),
      ...known(height, 'height'),
      ...known(duration, 'duration'),
      supports_streaming: true,
    }
  if (kind === 'video_note') return { ...known(duration, 'duration'), ...known(width, 'length') }
  if (kind === 'voice') return known(duration, 'duration')
  // A recording sent as a file is to stay one: as what it is, it was not welcome.
  return kind === 'document' ? { disable_content_type_detection: true } : {}
}

const endingOf = ({ path }: KeptFile): string => /\.(\w{1,5})$/.exec(path)?.[1] ?? 'bin'

const unwelcome = /VOICE_MESSAGES_FORBIDDEN|restricted receiving of (?:voice|video)/i
const ofTheWords = /entit|caption|chat|button|markup|repl/i

/** The person takes no voice and no video notes. */
function isUnwelcome(error: unknown): boolean {
  return error instanceof CallFailed && unwelcome.test(error.description)
}

/** Telegram does not take the file, or not in this way; with the words, and with the person, nothing is wrong. */
function isOfTheFile(error: unknown): boolean {
  if (!(error instanceof CallFailed) || error.certainty !== 'refused') return false
  if (error.code !== 400 && error.code !== 413) return false
  return isUnwelcome(error) || !ofTheWords.test(error.description)
}
