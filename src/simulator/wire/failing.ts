import type { ServerResponse } from 'node:http'
import { ApiError, tooMany } from './errors.ts'
import { answer, answerPage, cut, truncate } from './replies.ts'
import type { Fault } from '../faults.ts'

export interface Spoilt {
  response: ServerResponse
  /** Aborted when the caller has gone. */
  left: AbortSignal
  /** What a whole answer would hold. */
  bytes: Uint8Array
  /** Gives that answer after all. */
  finish(): void
}

/** Lets a call meet its fault. */
export async function failWith(fault: Fault, { response, left, bytes, finish }: Spoilt): Promise<void> {
  switch (fault.kind) {
    case '429':
      return answer(response, tooMany(fault.retryAfter ?? 1))
    case '5xx':
      return answer(response, new ApiError(fault.status ?? 502, 'Bad Gateway'))
    case 'html':
      return answerPage(response, fault.status ?? 200)
    case 'reset':
      return cut(response)
    case 'truncated':
      return truncate(response, bytes)
    case 'late':
      await later(fault.delayMs, left)
      return left.aborted ? undefined : finish()
    case 'hang':
    case 'duplicate':
  }
}

function later(delayMs: number | undefined, left: AbortSignal): Promise<void> {
  if (left.aborted) return Promise.resolve()
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = delayMs === undefined ? undefined : setTimeout(resolve, delayMs)
  left.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  return promise
}
