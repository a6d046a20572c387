import type { IncomingMessage } from 'node:http'
import { ApiError } from './errors.ts'
import type { Values } from './table.ts'
import { Upload } from './types.ts'

const bodyCap = 60 * 1024 * 1024

/** The whole body; throws 413 over 60 MB. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > bodyCap) throw new ApiError(413, 'Request Entity Too Large', { broken: true })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Parameters of a call, from the query and from a body in JSON, as a form or in parts; files are `Upload`s. */
export async function readParameters(request: IncomingMessage, url: URL): Promise<Values> {
  const values: Values = Object.fromEntries(url.searchParams)
  const type = request.headers['content-type'] ?? ''
  const body = await readBody(request)
  if (body.length === 0) return values
  if (type.startsWith('application/json')) return { ...values, ...readJson(body) }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { ...values, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) }
  }
  if (type.startsWith('multipart/form-data')) return { ...values, ...(await readForm(body, type)) }
  return values
}

function readJson(body: Buffer): Values {
  try {
    const value = JSON.parse(body.toString('utf8')) as unknown
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Values
  } catch {
    // Answered below, as any other body that is not an object.
  }
  throw new ApiError(400, "Bad Request: can't parse JSON object", { broken: true })
}

/** Parts of a multipart body; a part given twice keeps its last value. */
export async function readForm(body: Buffer, type: string): Promise<Values> {
  const values: Values = {}
  for (const [name, value] of await formEntries(body, type)) values[name] = value
  return values
}

export async function formEntries(body: Buffer, type: string): Promise<[string, string | Upload][]> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    return await Promise.all(
      [...form].map(async ([name, value]): Promise<[string, string | Upload]> => {
        if (typeof value === 'string') return [name, value]
        return [name, new Upload(value.name, value.type, new Uint8Array(await value.arrayBuffer()))]
      }),
    )
  } catch {
    throw new ApiError(400, "Bad Request: can't parse multipart form data", { broken: true })
  }
}
