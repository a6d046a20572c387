import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Call, Calls } from '../calls.ts'
import { carriedOut, type Fault, type Faults } from '../faults.ts'
import { methods } from '../methods/methods.ts'
import type { Rates } from '../rules/rates.ts'
import type { World } from '../world.ts'
import { ApiError, badRequest } from './errors.ts'
import { readParameters } from './parameters.ts'
import { answer, answerPage, cut, gone, truncate } from './replies.ts'
import { checkParameters, methodName, type Values } from './table.ts'
import { Upload } from './types.ts'

export interface BotApiOptions {
  world: World
  token: string
  calls: Calls
  faults: Faults
  rates: Rates | undefined
}

/** The bot's side of the wire: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export class BotApi {
  readonly #options: BotApiOptions

  constructor(options: BotApiOptions) {
    this.#options = options
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const [, file, token = '', rest = ''] =
      /^\/(file\/)?bot([^/]*)\/?(.*)$/.exec(decodeURI(url.pathname)) ?? []
    if (token !== this.#options.token) return answer(response, new ApiError(401, 'Unauthorized'))
    if (file) return this.#download(response, rest)
    try {
      await this.#call(request, response, rest, await readParameters(request, url))
    } catch (error) {
      if (error instanceof ApiError) return answer(response, error)
      throw error
    }
  }

  #download(response: ServerResponse, path: string): void {
    const { world } = this.#options
    const file = world.files.atPath(path)
    const fault = this.#options.faults.strike('download', { path })
    if (fault?.kind === 'reset') return cut(response)
    if (!file) return answer(response, new ApiError(404, 'Not Found'))
    const bytes = world.files.bytes(file)
    if (fault?.kind === 'truncated') return truncate(response, bytes)
    if (fault?.kind === 'hang') return
    if (fault) return answer(response, new ApiError(fault.status ?? 502, 'Bad Gateway'))
    response.writeHead(200, { 'content-type': file.mime, 'content-length': bytes.length })
    response.end(bytes)
  }

  async #call(
    request: IncomingMessage,
    response: ServerResponse,
    asked: string,
    given: Values,
  ): Promise<void> {
    const { world, calls, faults } = this.#options
    const name = methodName(asked) ?? asked
    const call = calls.add(name, given, world.clock.now())
    response.once('finish', () => {
      call.delivered = true
      world.events.changed()
    })
    const left = gone(response)
    const fault = faults.strike(name, given)
    if (fault) call.fault = fault.kind
    if (fault?.kind === 'duplicate') world.updates.double(1)
    else if (fault) return this.#fail(call, fault, response, left)
    const outcome = await this.#carryOut(call, left)
    if (!left.aborted) answer(response, outcome)
  }

  /** Does what was asked for, and notes how it went. */
  async #carryOut(call: Call, signal: AbortSignal): Promise<unknown> {
    const { world } = this.#options
    try {
      const result: unknown = await this.#run(call, signal)
      call.state = 'ok'
      call.effect = true
      call.result = structuredCloneOf(result)
      return call.result
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      call.state = 'error'
      call.error = { code: error.code, description: error.message }
      if (error.broken) world.violate(call.method, error.message)
      return error
    } finally {
      world.events.changed()
    }
  }

  #run(call: Call, signal: AbortSignal): unknown {
    const { world, rates } = this.#options
    const given = call.params
    if (!methodName(call.method)) throw new ApiError(404, 'Not Found: method not found', { broken: true })
    const method = methods[call.method]
    if (!method)
      throw Object.assign(badRequest('method is not implemented by the simulator'), { broken: true })
    const { values, unknown } = checkParameters(call.method, given)
    call.params = values
    for (const name of unknown) world.violate(call.method, `unknown parameter ${name}`)
    rates?.count(call.method, Number(values['chat_id']), world.clock.now())
    const uploads = Object.entries(given).filter(
      (entry): entry is [string, Upload] => entry[1] instanceof Upload,
    )
    return method({ world, values, uploads: new Map(uploads), signal })
  }

  async #fail(call: Call, fault: Fault, response: ServerResponse, left: AbortSignal): Promise<void> {
    const outcome = carriedOut(fault) ? await this.#carryOut(call, left) : undefined
    if (!carriedOut(fault)) call.state = 'error'
    switch (fault.kind) {
      case '429':
        return answer(
          response,
          new ApiError(429, `Too Many Requests: retry after ${fault.retryAfter ?? 1}`, {
            retryAfter: fault.retryAfter ?? 1,
          }),
        )
      case '5xx':
        return answer(response, new ApiError(fault.status ?? 502, 'Bad Gateway'))
      case 'html':
        return answerPage(response, fault.status ?? 200)
      case 'reset':
        return cut(response)
      case 'truncated':
        return truncate(response, Buffer.from(JSON.stringify({ ok: true, result: outcome })))
      case 'late':
        await later(fault.delayMs, left)
        if (!left.aborted) answer(response, outcome)
        return
      case 'hang':
      case 'duplicate':
    }
  }
}

/** A copy as it goes over the wire, so that later edits do not change what the log tells. */
function structuredCloneOf(result: unknown): unknown {
  return JSON.parse(JSON.stringify(result)) as unknown
}

function later(delayMs: number | undefined, left: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  left.addEventListener('abort', () => resolve(), { once: true })
  if (delayMs !== undefined) setTimeout(resolve, delayMs)
  return left.aborted ? Promise.resolve() : promise
}
