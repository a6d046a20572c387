import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import type { Ailment } from '../domain/watching.ts'

/** Nobody from outside reaches it, whatever is configured. */
const loopback = '127.0.0.1'
const names = new Set(['localhost', loopback, '[::1]'])

export interface WatchServerOptions {
  /** 0: any free port. */
  port: number
  /** What keeps the bot from working; nothing where it works. */
  health(): Promise<Ailment[]>
  /** In Prometheus' text format. */
  metrics(): Promise<{ contentType: string; text: string }>
}

export interface WatchServer {
  port: number
  close(): Promise<void>
}

/** A page of another site may point a name of its own at this machine: whoever asks by such a name is refused. */
function isNamedRight(host = ''): boolean {
  return URL.canParse(`http://${host}`) && names.has(new URL(`http://${host}`).hostname)
}

function routes({ health, metrics }: WatchServerOptions): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    if (!isNamedRight(context.req.header('host'))) return context.text('Ask by 127.0.0.1.\n', 403)
    await next()
    context.header('cache-control', 'no-store')
    return undefined
  })
  app.get('/health', async (context) => {
    const reasons = await health()
    return context.json({ ok: reasons.length === 0, reasons }, reasons.length === 0 ? 200 : 503)
  })
  app.get('/metrics', async (context) => {
    const { contentType, text } = await metrics()
    return context.body(text, 200, { 'content-type': contentType })
  })
  app.onError((_, context) => context.text('This could not be told.\n', 500))
  return app
}

/** `GET /health` and `GET /metrics`, for this machine alone. Throws one line when the port is taken. */
export async function startWatchServer(options: WatchServerOptions): Promise<WatchServer> {
  const server = createAdaptorServer({ fetch: routes(options).fetch })
  await new Promise<void>((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${options.port} is taken. Set HTTP_PORT to another one.`, { cause: error })
          : error,
      ),
    )
    server.listen(options.port, loopback, listening)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
    },
  }
}
