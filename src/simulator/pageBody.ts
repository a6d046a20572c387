import type { Context } from 'hono'
import { z } from 'zod'

/** What was asked for is not there: 404. */
export class Gone extends Error {}

/** The JSON a request brings, checked. Throws what the page is told. */
export async function body<T>(context: Context, shape: z.ZodType<T>): Promise<T> {
  if (!context.req.header('content-type')?.startsWith('application/json')) throw new Error('send JSON')
  const read = shape.safeParse(await context.req.json())
  if (!read.success) throw new Error(z.prettifyError(read.error))
  return read.data
}
