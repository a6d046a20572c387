import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Call, Calls } from '../calls.ts'
import { carriedOut, type Faults } from '../faults.ts'
import { methods } from '../methods/methods.ts'
import type { Rates } from '../rules/rates.ts'
import type { World } from '../world.ts'
import { ApiError, badRequest } from './errors.ts'
import { failWith } from './failing.ts'
import { readParameters } from './parameters.ts'
import { answer, gone } from './replies.ts'
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
    try {
      const { file, token, rest } = readPath(url)
      if (token !== this.#options.token) throw unauthorized(token)
      if (file) await this.#download(response, rest)
      else await this.#call(response, rest, await readParameters(request, url))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      // The rest of a body that was not read would be taken for the next request.
      if (!request.complete) response.setHeader('connection', 'close')
      answer(response, error)
    }
  }

  async #download(response: ServerResponse, path: string): Promise<void> {
    const { world, faults } = this.#options
    const file = world.files.atPath(path)
    const bytes = file ? world.files.bytes(file) : new Uint8Array()
    const finish = () => {
      if (!file) return answer(response, new ApiError(404, 'Not Found'))
      response.writeHead(200, { 'content-type': file.mime, 'content-length': bytes.length })
      return void response.end(bytes)
    }
    const fault = faults.strike('download', { path })
    if (!fault || fault.kind === 'duplicate') return finish()
    return failWith(fault, { response, left: gone(response), bytes, finish })
  }

  async #call(response: ServerResponse, asked: string, given: Values): Promise<void> {
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
    if (!fault || fault.kind === 'duplicate') {
      const outcome = await this.#carryOut(call, left)
      if (!left.aborted) answer(response, outcome)
      return
    }
    const outcome = carriedOut(fault) ? await this.#carryOut(call, left) : undefined
    if (!carriedOut(fault)) call.state = 'error'
    const bytes = Buffer.from(JSON.stringify({ ok: true, result: outcome }))
    await failWith(fault, { response, left, bytes, finish: () => answer(response, outcome) })
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
}

function readPath(url: URL): { file: boolean; token: string; rest: string } {
  try {
    const [, file, token = '', rest = ''] =
      /^\/(file\/)?bot([^/]*)\/?(.*)$/.exec(decodeURIComponent(url.pathname)) ?? []
    return { file: file !== undefined, token, rest }
  } catch {
    throw new ApiError(404, 'Not Found')
  }
}

function unauthorized(token: string): ApiError {
  return new ApiError(
    401,
    /^\d+:[\w-]+$/.test(token) ? 'Unauthorized' : 'Unauthorized: invalid token specified',
  )
}

/** A copy as it goes over the wire, so that later edits do not change what the log tells. */
function structuredCloneOf(result: unknown): unknown {
  return JSON.parse(JSON.stringify(result)) as unknown
}
