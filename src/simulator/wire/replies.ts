import type { ServerResponse } from 'node:http'
import { ApiError } from './errors.ts'

/** Answers as the Bot API does: a result, or an `ApiError`. */
export function answer(response: ServerResponse, outcome: unknown): void {
  if (!(outcome instanceof ApiError)) return write(response, 200, { ok: true, result: outcome })
  const { code, message: description, retryAfter } = outcome
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter)
  write(response, code, { ok: false, error_code: code, description, ...parameters })
}

function write(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length })
  response.end(bytes)
}

/** What a proxy in between says. */
export function answerPage(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html' })
  response.end(
    '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>',
  )
}

/** Cuts the connection with a reset. */
export function cut(response: ServerResponse): void {
  response.socket?.resetAndDestroy()
}

/** Sends the first half, then cuts the connection. */
export function truncate(response: ServerResponse, bytes: Uint8Array): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length })
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy())
}

/** Aborts when the caller has gone before the answer was complete. */
export function gone(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}
