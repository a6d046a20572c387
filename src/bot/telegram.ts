import { readFile, stat } from 'node:fs/promises'
import { openUnit } from '../services/unit.ts'

/** How sure we are that Telegram did not carry out a call that failed. */
export type Certainty = 'refused' | 'not sent' | 'uncertain'

/** What Telegram says of a call may quote what somebody wrote: the quotes are left out. */
function withoutQuotes(words: string): string {
  return words.replace(/"[^"]*"|(?<!\w)'[^']*'/g, '…')
}

/** A call that failed. Its message holds no payload, no quote and no token: it may be logged. */
export class CallFailed extends Error {
  readonly method: string
  readonly code: number
  readonly description: string
  readonly certainty: Certainty
  /** Seconds Telegram asks us to wait. */
  readonly retryAfter: number | undefined

  constructor(method: string, code: number, description: string, certainty: Certainty, retryAfter?: number) {
    super(`${method}: ${code} ${withoutQuotes(description)}`)
    this.name = 'CallFailed'
    this.method = method
    this.code = code
    this.description = description
    this.certainty = certainty
    this.retryAfter = retryAfter
  }
}

/** A file that goes up with a call. */
export class Upload {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly name: string
  readonly type: string

  constructor(bytes: Uint8Array<ArrayBuffer>, name: string, type: string) {
    this.bytes = bytes
    this.name = name
    this.type = type
  }
}

const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
/** No secure connection came about, so nothing was said. */
const neverTrusted = /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/

function networkCode(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown }
    if (typeof code === 'string') return code
  }
  return error instanceof Error ? error.name : 'unknown'
}

function bodyOf(payload: Record<string, unknown>): {
  body: string | FormData
  headers?: Record<string, string>
} {
  const fields = Object.entries(payload).filter(([, value]) => value !== undefined && value !== null)
  if (!fields.some(([, value]) => value instanceof Upload)) {
    return {
      body: JSON.stringify(Object.fromEntries(fields)),
      headers: { 'content-type': 'application/json' },
    }
  }
  const form = new FormData()
  for (const [name, value] of fields) {
    if (value instanceof Upload) form.append(name, new Blob([value.bytes], { type: value.type }), value.name)
    else
      form.append(
        name,
        typeof value === 'object' ? JSON.stringify(value) : `${value as string | number | boolean}`,
      )
  }
  return { body: form }
}

interface Answer {
  ok: boolean
  result?: unknown
  error_code?: number
  description?: string
  parameters?: { retry_after?: number }
}

/**
 * The transport under Telegraf. Telegraf 4's own client leaks the token in errors of non-JSON answers,
 * fetches any payload that has a `url`, and waits 500 s (docs/decisions/transport.md).
 */
export class Wire {
  readonly #root: string
  readonly #token: string
  readonly #send: typeof fetch

  constructor(token: string, apiRoot: string, send: typeof fetch = fetch) {
    this.#token = token
    this.#root = apiRoot.replace(/\/+$/, '')
    this.#send = send
  }

  /** Errors of the network and of Telegram are always `CallFailed`. Inside a unit of work the network is out of bounds. */
  async callApi<T>(
    method: string,
    payload: object,
    options: { signal?: AbortSignal | undefined } = {},
  ): Promise<T> {
    const unit = openUnit()
    if (unit !== undefined) throw new Error(`${method} called inside the unit of work "${unit}"`)
    const response = await this.#fetch(method, `${this.#root}/bot${this.#token}/${method}`, {
      method: 'POST',
      ...bodyOf(payload as Record<string, unknown>),
      signal: options.signal ?? AbortSignal.timeout(15_000),
    })
    const answer = await this.#read(method, response)
    if (answer.ok) return answer.result as T
    const code = answer.error_code ?? response.status
    const certainty = code >= 500 ? 'uncertain' : 'refused'
    throw new CallFailed(method, code, answer.description ?? '', certainty, answer.parameters?.retry_after)
  }

  /**
   * Downloads a file named by `getFile`; at most `limit` bytes. A Bot API server of one's own (`--local`) names a file
   * on this machine instead.
   */
  async download(filePath: string, limit: number, signal: AbortSignal): Promise<Buffer> {
    if (filePath.startsWith('/')) return readLocal(filePath, limit)
    const path = filePath.split('/').map(encodeURIComponent).join('/')
    const response = await this.#fetch('download', `${this.#root}/file/bot${this.#token}/${path}`, { signal })
    const { status } = response
    if (!response.ok || !response.body)
      throw new CallFailed('download', status, 'not served', status >= 500 ? 'uncertain' : 'refused')
    const parts: Uint8Array[] = []
    let size = 0
    try {
      for await (const part of response.body) {
        size += part.length
        if (size > limit) throw tooBig()
        parts.push(part)
      }
    } catch (error) {
      throw error instanceof CallFailed ? error : this.#failed('download', error)
    }
    return Buffer.concat(parts)
  }

  async #fetch(method: string, url: string, init: RequestInit): Promise<Response> {
    try {
      return await this.#send(url, init)
    } catch (error) {
      throw this.#failed(method, error)
    }
  }

  async #read(method: string, response: Response): Promise<Answer> {
    let text: string
    try {
      text = await response.text()
    } catch (error) {
      throw this.#failed(method, error)
    }
    try {
      const answer: unknown = JSON.parse(text)
      if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Answer
    } catch {
      // Not the Bot API's answer: a proxy's page, or cut short. Never quoted: it may hold the address.
    }
    // Its status is a proxy's: 403 does not say that somebody blocked us, nor 404 that the token is wrong.
    throw new CallFailed(method, 0, `unreadable answer (${response.status})`, 'uncertain')
  }

  #failed(method: string, error: unknown): CallFailed {
    const code = networkCode(error)
    const never = neverConnected.has(code) || neverTrusted.test(code)
    return new CallFailed(method, 0, code, never ? 'not sent' : 'uncertain')
  }
}

const tooBig = () => new CallFailed('download', 413, 'file is too big', 'refused')

async function readLocal(path: string, limit: number): Promise<Buffer> {
  try {
    if ((await stat(path)).size > limit) throw tooBig()
    return await readFile(path)
  } catch (error) {
    throw error instanceof CallFailed ? error : new CallFailed('download', 0, networkCode(error), 'refused')
  }
}
