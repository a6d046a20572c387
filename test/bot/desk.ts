import { z } from 'zod'
import type { SpotterContext } from '../../src/bot/context.ts'
import { Registry } from '../../src/bot/registry.ts'
import { type Audience, goTo, scene, step } from '../../src/bot/scene.ts'
import { awaitTextFile } from '../../src/services/files/incoming.ts'
import { Refusal } from '../../src/services/errors.ts'
import type { Button } from '../../src/views/view.ts'
import { type World, type WorldOptions, makeWorld } from '../support/world.ts'

const everybody: Audience[] = ['stranger', 'client', 'trainer', 'admin']

type Trouble = (ctx: SpotterContext) => void | Promise<void>

/** A bot of one card: whatever is typed, tapped or sent is written down once, unless the test has other plans. */
export class Desk {
  /** What happens before the words (a text, a button's value, or `file`) are written down. */
  readonly trouble = new Map<string, Trouble>()
  /** How often the handler saw them. */
  readonly seen = new Map<string, number>()
  /** What the card says besides the count. */
  card = (count: number): string => `Card ${count}`
  /** What a delivery of the kind `note` says. */
  push = (words: string): string | undefined => words
  labels = ['note', 'other']
  /** Files are fetched, and what is in them is written down. */
  reads = false

  /** The words make the handler throw as often as this. */
  fail(words: string, times: number, error: () => Error = () => new Error(`cannot take "${words}"`)): void {
    let left = times
    this.trouble.set(words, () => {
      if (left-- > 0) throw error()
    })
  }

  refuse(words: string): void {
    this.trouble.set(words, () => {
      throw new Refusal('notThere')
    })
  }

  readonly registry = (): Registry => {
    const buttons = (): Button[][] => [
      this.labels.map((label) => ({ label, action: { name: 'pick', at: 'desk.open', value: label } })),
    ]
    const open = step({
      state: z.object({ count: z.int() }),
      show: (_, { count }) => ({ html: this.card(count), buttons: buttons() }),
      on: async (ctx, input, { count }) => {
        if (input.kind === 'file' && this.reads)
          return awaitTextFile(ctx.turn, ctx.who, input.file, input.messageId, ctx.turn.now)
        const words =
          input.kind === 'text'
            ? input.text
            : input.kind === 'tap' && input.action?.name === 'pick'
              ? input.action.value
              : input.kind === 'internal' && input.event.kind === 'file'
                ? `read: ${input.event.text ?? 'nothing'}`
                : input.kind
        await this.#take(ctx, words)
        goTo(ctx, 'desk', 'open', { count: count + 1 })
      },
    })
    const desk = scene('desk', {
      steps: { open },
      commands: {
        start: { audience: everybody, run: (ctx) => goTo(ctx, 'desk', 'open', { count: 0 }) },
        cancel: {
          audience: everybody,
          listed: true,
          run: (ctx) => ((ctx.place = null), ctx.toast('Stopped.')),
        },
      },
      pushes: {
        note: async ({ payload }) => {
          const html = this.push((payload as { words: string }).words)
          return html === undefined ? undefined : { html, buttons: [] }
        },
      },
    })
    return new Registry([desk], async () => ({ html: 'Home', buttons: buttons() }))
  }

  async #take(ctx: SpotterContext, words: string): Promise<void> {
    const count = (this.seen.get(words) ?? 0) + 1
    this.seen.set(words, count)
    await this.trouble.get(words)?.(ctx)
    const key = `note:${ctx.who.id}:${ctx.inboxId}`
    await ctx.turn.sql.insertInto('installation').values({ key, value: words }).execute()
    if (ctx.input.kind === 'tap') ctx.toast(`Noted ${words}`)
  }
}

/** What was written down, in order. */
export function notes(world: World): string[] {
  return world
    .ask<{ value: string }>(`select value from installation where key like 'note:%' order by rowid`)
    .map(({ value }) => value)
}

/** Somebody sits at the desk. */
export async function deskWorld(options: WorldOptions = {}): Promise<{ world: World; desk: Desk }> {
  const desk = new Desk()
  const world = await makeWorld({ registry: desk.registry, ...options })
  return { world, desk }
}

/** Waits in real time for what gives no sign of itself. */
export async function soon(look: () => boolean): Promise<void> {
  for (const giveUp = performance.now() + 5000; !look();) {
    if (performance.now() > giveUp) throw new Error(`waited in vain for ${look.toString()}`)
    await new Promise((resolve) => void setTimeout(resolve, 5))
  }
}
