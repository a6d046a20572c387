import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import type { PageState } from './pageApi.ts'
import { Gone, body } from './pageBody.ts'
import { clockRoutes } from './pageClock.ts'
import { attach, serveFile } from './pageFiles.ts'
import { pageGuard, type Guard } from './pageGuard.ts'
import { staticFile } from './pageStatic.ts'
import { joinPerson, Person } from './person.ts'
import { pagePerson } from './profile.ts'
import type { World } from './world.ts'

const text = z.string().max(100_000)
const id = z.int().positive()
const NewPerson = z.object({
  firstName: z.string().trim().min(1).max(64),
  lastName: z.string().trim().max(64).optional(),
  username: z.string().regex(/^\w{4,32}$/).optional(), // prettier-ignore
  language: z.string().regex(/^[a-z]{2}(-\w+)?$/).optional(), // prettier-ignore
})
const Start = z.object({ payload: z.string().optional() })
const Text = z.object({ text, replyTo: id.optional() })
const Edit = z.object({ messageId: id, text })
const Tap = z.object({ messageId: id, row: z.int().min(0), column: z.int().min(0) })
const Place = z.object({ latitude: z.number(), longitude: z.number() })

/** The chat page and its API, as pageApi.ts tells it. */
export function pageHandler(
  world: World,
  guard: Guard,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const app = new Hono()
  app.use(pageGuard(guard))
  app.onError((error, context) => context.json({ error: error.message }, error instanceof Gone ? 404 : 400))
  app.notFound((context) => context.json({ error: 'there is no such thing' }, 404))
  readingRoutes(app, world)
  personRoutes(app, world)
  clockRoutes(app, world)
  app.get('*', (context) => staticFile(context.req.path))
  const listener = getRequestListener(app.fetch)
  return async (request, response) => {
    await listener(request, response)
  }
}

function readingRoutes(app: Hono, world: World): void {
  app.get('/favicon.ico', (context) => context.body(null, 204))
  app.get('/api/state', (context) => context.json(pageState(world)))
  app.get('/api/events', (context) => events(context, world))
  app.get('/api/files/:fileId', (context) => {
    const file = world.files.byId(context.req.param('fileId'))
    if (!file) throw new Gone('there is no such file')
    return serveFile(context, world.files.bytes(file), file.mime)
  })
}

function personRoutes(app: Hono, world: World): void {
  app.post('/api/people', async (context) => {
    const person = joinPerson(world, await body(context, NewPerson))
    return context.json(shown(world, person.id))
  })
  app.post('/api/people/:id/start', async (context) => {
    const { payload } = await body(context, Start)
    return context.json({ messages: [one(context, world).start(payload)] })
  })
  app.post('/api/people/:id/text', async (context) => {
    const { text: words, replyTo } = await body(context, Text)
    return context.json({ messages: one(context, world).write(words, { replyTo }) })
  })
  app.post('/api/people/:id/edit', async (context) => {
    const { messageId, text: words } = await body(context, Edit)
    one(context, world).edit(messageId, words)
    return context.json({ messages: [messageId] })
  })
  app.post('/api/people/:id/tap', async (context) => {
    const { messageId, row, column } = await body(context, Tap)
    const person = one(context, world)
    const data = person.chat().find((message) => message.id === messageId)?.buttons[row]?.[column]?.data
    if (data === undefined) throw new Gone('that button is not there any more')
    return context.json({ queryId: person.tapRaw(data, messageId).id })
  })
  app.post('/api/people/:id/contact', async (context) => {
    await body(context, z.object({}))
    const person = one(context, world)
    return context.json({ messages: [person.sendContact(`+1555${String(person.id).padStart(7, '0')}`)] })
  })
  app.post('/api/people/:id/location', async (context) => {
    const { latitude, longitude } = await body(context, Place)
    return context.json({ messages: [one(context, world).sendLocation(latitude, longitude)] })
  })
  app.post('/api/people/:id/block', async (context) => {
    await body(context, z.object({}))
    one(context, world).block()
    return context.json({})
  })
  app.post('/api/people/:id/unblock', async (context) => {
    await body(context, z.object({}))
    one(context, world).unblock()
    return context.json({})
  })
  app.post('/api/people/:id/files', async (context) => {
    const person = world.state.people.get(one(context, world).id)
    if (!person) throw new Gone('there is no such person')
    return context.json({ messages: await attach(context, world, person) })
  })
}

function pageState(world: World): PageState {
  const people = [...world.state.people.values()].map((person) => pagePerson(world, person))
  return { bot: world.describeBot(), people, clock: world.moving.state }
}

function shown(world: World, personId: number) {
  const person = world.state.people.get(personId)
  if (!person) throw new Gone('there is no such person')
  return pagePerson(world, person)
}

function one(context: Context, world: World): Person {
  return new Person(world, shown(world, Number(context.req.param('id'))).id)
}

function events(context: Context, world: World): Response {
  return streamSSE(context, async (stream) => {
    const gone = Promise.withResolvers<void>()
    let order = stream.writeSSE({
      event: 'clock',
      data: JSON.stringify(world.moving.state),
      retry: 1000,
    })
    const off = world.events.on((event, data) => {
      order = order
        .then(() => stream.writeSSE({ event, data: JSON.stringify(data) }))
        .catch(() => gone.resolve())
    })
    stream.onAbort(() => gone.resolve())
    await gone.promise
    off()
  })
}
