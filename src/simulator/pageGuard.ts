import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Keeps other sites out. Their pages may send requests here from a browser on this machine, and may point a name of
 * theirs at this address; neither is let through.
 */
export class Guard {
  readonly #open: boolean

  /** `listensOn`: the address asked for. Beyond loopback, bare addresses are good names too: nobody can point those. */
  constructor(listensOn: string) {
    this.#open = !loopback.has(listensOn) && listensOn !== '::1'
  }

  /** A bot: no browser speaks for it. */
  letsBot({ host, origin, 'sec-fetch-site': site = 'none' }: IncomingHttpHeaders): boolean {
    return this.#named(host) && origin === undefined && site === 'none'
  }

  /** The page itself, or somebody who opens it. */
  letsPage(method: string, headers: IncomingHttpHeaders): boolean {
    const { host, origin, 'sec-fetch-site': site = 'none', 'sec-fetch-mode': mode } = headers
    if (!this.#named(host) || (origin !== undefined && origin !== `http://${host}`)) return false
    return site === 'same-origin' || site === 'none' || (method === 'GET' && mode === 'navigate')
  }

  #named(host = ''): boolean {
    if (!URL.canParse(`http://${host}`)) return false
    const { hostname } = new URL(`http://${host}`)
    return loopback.has(hostname) || (this.#open && isIP(hostname.replace(/^\[|\]$/g, '')) !== 0)
  }
}

/** Answers 403 to everybody but the page, and tells browsers to keep what they get to themselves. */
export function pageGuard(guard: Guard): MiddlewareHandler {
  return async (context, next) => {
    if (!guard.letsPage(context.req.method, context.req.header()))
      return context.json({ error: 'only the page itself may ask' }, 403)
    await next()
    context.header('cache-control', 'no-store')
    context.header('cross-origin-resource-policy', 'same-origin')
    context.header('referrer-policy', 'no-referrer')
    context.header('x-content-type-options', 'nosniff')
    context.header('x-frame-options', 'DENY')
    return undefined
  }
}
