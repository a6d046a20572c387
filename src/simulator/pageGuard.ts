import type { MiddlewareHandler } from 'hono'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Keeps other sites out: only loopback names as Host, so that no foreign name can be pointed here, and nothing that a
 * page of another origin asked for.
 */
export const guard: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? ''
  const origin = context.req.header('origin')
  const site = context.req.header('sec-fetch-site') ?? 'none'
  const named = URL.canParse(`http://${host}`) && loopback.has(new URL(`http://${host}`).hostname)
  const foreign = origin !== undefined && origin !== `http://${host}`
  const opening = context.req.method === 'GET' && context.req.header('sec-fetch-mode') === 'navigate'
  if (!named || foreign || (!['same-origin', 'none'].includes(site) && !opening)) {
    return context.json({ error: 'only the page itself may ask' }, 403)
  }
  await next()
  context.header('cache-control', 'no-store')
  context.header('cross-origin-resource-policy', 'same-origin')
  context.header('x-frame-options', 'DENY')
  return undefined
}
