import { z } from 'zod'
import { Registry } from '../../src/bot/registry.ts'
import { type Audience, type RenderPush, goTo, scene, step } from '../../src/bot/scene.ts'
import { clientReminders, coachReminders } from '../../src/domain/enums.ts'
import { reminderPayload } from '../../src/services/reminders/payload.ts'

const everybody: Audience[] = ['stranger', 'client', 'trainer', 'admin']
const html = (words: string) => ({ html: words, buttons: [] })

/** What a message says of the delivery it tells of; a note tells of several. */
const mark = (words: string) => `«${words}»`

/** The deliveries a text tells of. */
export const marksIn = (text: string): string[] =>
  [...text.matchAll(/«([^»]*)»/g)].map(([, words = '']) => words)

/** A bot that says nothing but what it owes: reminders their kind and day, everything else its words. */
export class Post {
  /** What becomes of the words before they are sent; undefined: there is nothing to say. */
  word = (words: string): string | undefined => mark(words)

  readonly registry = (): Registry => {
    const say: RenderPush = async ({ payload }) => {
      const said = this.word((payload as { words: string }).words)
      return said === undefined ? undefined : html(said)
    }
    const remind =
      (kind: string): RenderPush =>
      async ({ payload, actor }) =>
        html(mark(`${kind} ${actor.userId} ${reminderPayload(payload)?.date}`))
    const reminders = [...clientReminders, ...coachReminders].map((kind) => [kind, remind(kind)] as const)
    const whyNot: RenderPush = async ({ payload, actor }) =>
      html(mark(`whyNot ${(payload as { kinds: string[] }).kinds.join('+')} ${actor.userId}`))
    const open = step({ state: z.object({}), show: () => html('Card'), on: async () => undefined })
    const post = scene('post', {
      steps: { open },
      commands: { start: { audience: everybody, run: (ctx) => goTo(ctx, 'post', 'open', {}) } },
      pushes: {
        note: say,
        rest: say,
        unanswered: async () => undefined,
        whyNot,
        ...Object.fromEntries(reminders),
      },
    })
    return new Registry([post], async () => html('Home'))
  }
}

/** Words that begin with `bad` are refused by Telegram for good. */
export const spoilt = (words: string): string => (words.startsWith('bad') ? `<b>${mark(words)}` : mark(words))
