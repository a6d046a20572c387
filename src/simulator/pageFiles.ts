import type { Context } from 'hono'
import { z } from 'zod'
import { sendFiles } from './incoming.ts'
import type { PersonRecord } from './state.ts'
import { ApiError } from './wire/errors.ts'
import { formEntries } from './wire/parameters.ts'
import { Upload, type WireFile } from './wire/types.ts'
import type { World } from './world.ts'

const mostBytes = 60 * 1024 * 1024
const number = z.coerce.number().min(0).max(100_000).transform(Math.round).optional()
const Form = z.object({
  kind: z.enum(['photo', 'document', 'voice', 'video', 'video_note', 'animation', 'audio']).default('document'),
  caption: z.string().default(''),
  replyTo: z.coerce.number().int().positive().optional(),
  duration: number,
  width: number,
  height: number,
}) // prettier-ignore

/** The bytes of a file, or the part of them a player asks for. */
export function serveFile(context: Context, bytes: Uint8Array, mime: string): Response {
  // What people send is shown, never run: it comes from the page's own origin.
  const headers = { 'content-type': mime, 'content-security-policy': 'sandbox', 'accept-ranges': 'bytes' }
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(context.req.header('range') ?? '') ?? []
  if (first === undefined) return new Response(new Uint8Array(bytes), { headers })
  const end = Math.min(last ? Number(last) + 1 : bytes.length, bytes.length)
  if (Number(first) >= end)
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${bytes.length}` } })
  const range = `bytes ${first}-${end - 1}/${bytes.length}`
  const part = new Uint8Array(bytes.subarray(Number(first), end))
  return new Response(part, { status: 206, headers: { ...headers, 'content-range': range } })
}

/** Sends the files of a multipart form for a person; returns the ids of the messages. Throws what the page is told. */
export async function attach(context: Context, world: World, person: PersonRecord): Promise<number[]> {
  const type = context.req.header('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw new Error('send multipart/form-data')
  if (!(Number(context.req.header('content-length')) <= mostBytes))
    throw new Error('the simulator takes 60 MB at a time')
  const entries = await formEntries(Buffer.from(await context.req.arrayBuffer()), type).catch(
    (error: unknown) => {
      throw error instanceof ApiError ? new Error('the form cannot be read') : error
    },
  )
  const files = entries.flatMap(([, value]) => (value instanceof Upload ? [value] : []))
  if (files.length === 0) throw new Error('there is no file')
  if (files.some(({ bytes }) => bytes.length === 0)) throw new Error('an empty file cannot be sent')
  const form = Form.safeParse(Object.fromEntries(entries.filter(([, value]) => typeof value === 'string')))
  if (!form.success) throw new Error(z.prettifyError(form.error))
  const { kind, caption, replyTo, ...measured } = form.data
  const more: Partial<WireFile> = measured
  return sendFiles(world, person, kind, files, { caption, replyTo, more }).map(({ message_id: id }) => id)
}
