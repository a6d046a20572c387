import { Scenes } from 'telegraf'
import type { z } from 'zod'
import type { Refusal } from '../services/errors.ts'
import type { MediaEvent } from '../services/files/events.ts'
import type { Actor, Role } from '../services/turn.ts'
import type { Unit } from '../services/unit.ts'
import type { Texts } from '../texts/texts.ts'
import type { ActionName, ActionNamed } from '../views/callbackData.ts'
import type { PushView, View } from '../views/view.ts'
import type { SpotterContext } from './context.ts'
import type { Input } from './input.ts'

/**
 * `pass`: the step has no use for this input; others may have. `unclear`: it is no answer to the question that is open, and
 * the step has said so; it may be one to what was asked elsewhere.
 */
export type Verdict = 'pass' | 'unclear' | void

/** What a step asks for in typed words: a number, or something else. */
export type Awaited = 'number' | 'words'

/** How the place stands that words were typed in. */
export interface TypedIn {
  /** It has no use for them. */
  isFree: boolean
  /** What its question waits for; undefined where it asks nothing. */
  awaits: Awaited | undefined
}

/** One named step: what it remembers (checked when loaded), what it shows, and what it does with an input. */
export interface Step {
  state: z.ZodType
  /** Of a question that must not get lost while something else is answered. */
  awaits?: Awaited
  show(ctx: SpotterContext, state: unknown): View | Promise<View>
  on(ctx: SpotterContext, input: Input, state: unknown): Verdict | Promise<Verdict>
}

/** Ties the type of a step's state to its schema. */
export function step<S extends z.ZodType>(definition: {
  state: S
  awaits?: Awaited
  show(ctx: SpotterContext, state: z.output<S>): View | Promise<View>
  on?(ctx: SpotterContext, input: Input, state: z.output<S>): Verdict | Promise<Verdict>
}): Step {
  return {
    state: definition.state,
    ...(definition.awaits && { awaits: definition.awaits }),
    show: (ctx, state) => definition.show(ctx, state as z.output<S>),
    on: (ctx, input, state) => (definition.on ? definition.on(ctx, input, state as z.output<S>) : 'pass'),
  }
}

export type Audience = Role | 'stranger'

/** A command and who may give it. `listed` puts it into the menu of those roles. */
export interface Command {
  audience: readonly Audience[]
  listed?: boolean
  run(ctx: SpotterContext, args: string): void | Promise<void>
}

/** A message of words. */
export type Typed = Extract<Input, { kind: 'text' }>

/** Words a delivery for its recipient, from what is true at the moment of sending. */
export type RenderPush = (push: {
  unit: Unit
  actor: Actor
  t: Texts
  payload: unknown
  id: number
  now: Date
  /** It was sent, and is opened in the list of what somebody was told: what is over by now says so. */
  isOpened?: boolean
}) => Promise<PushView | undefined>

/** What becomes of media that was awaited for a purpose, when it is kept or could not be. */
export interface KeptHandler {
  about: z.ZodType
  kept(ctx: SpotterContext, event: MediaEvent, about: unknown): void | Promise<void>
  /** Instead of the frame's own words on why nothing was kept. */
  notKept?(ctx: SpotterContext, event: MediaEvent, about: unknown): void | Promise<void>
}

/** Ties the type of what media is about to its schema: ids and typed text only. */
export function onKept<S extends z.ZodType>(definition: {
  about: S
  kept(ctx: SpotterContext, event: MediaEvent, about: z.output<S>): void | Promise<void>
  notKept?(ctx: SpotterContext, event: MediaEvent, about: z.output<S>): void | Promise<void>
}): KeptHandler {
  const { about, kept, notKept } = definition
  return {
    about,
    kept: (ctx, event, value) => kept(ctx, event, value as z.output<S>),
    ...(notKept && {
      notKept: (ctx: SpotterContext, event: MediaEvent, value: unknown) =>
        notKept(ctx, event, value as z.output<S>),
    }),
  }
}

type TapHandlers = {
  [N in ActionName]?: (ctx: SpotterContext, action: ActionNamed<N>) => void | Promise<void>
}

export interface SceneDefinition {
  /** Grows when a step's state changes its meaning; `upgrade` reads older ones. */
  version?: number
  steps: Record<string, Step>
  commands?: Record<string, Command>
  /** Taps this scene owns, wherever the person stands. The handler proves the right and names the place. */
  taps?: TapHandlers
  /** What becomes of media this scene awaits, by the purpose it gives to `awaitMedia`; wherever the person stands. */
  kept?: Record<string, KeptHandler>
  /** Replies to messages this scene sent, before the step the person is in: answers true when it took one. */
  replied?(ctx: SpotterContext, reply: Typed, at: TypedIn): boolean | Promise<boolean>
  /**
   * Typed words that answer what a message of ours asked meanwhile, before the step the person is in and once more where
   * that has no use for them (`isFree`): answers true when this scene took them.
   */
  asked?(ctx: SpotterContext, typed: Typed, at: TypedIn): boolean | Promise<boolean>
  /** Typed words that were no answer to a question which was left open on an earlier day; the step has said so. */
  astray?(ctx: SpotterContext): void | Promise<void>
  /** Messages nobody has taken: answers true when this scene did. */
  anywhere?(ctx: SpotterContext, input: Input): boolean | Promise<boolean>
  /** The key of what this scene shows beside its card: it is taken away when the scene is left, however. */
  beside?: string
  /** What to remember of an input that was refused; the words are said already. */
  refused?(ctx: SpotterContext, refusal: Refusal): void
  /** The words of the deliveries this scene makes, by kind; undefined when there is nothing to say any more. */
  pushes?: Record<string, RenderPush>
  /** Turns a state stored by an older version into `{ step, data }`, or null when it cannot be read. */
  upgrade?(version: number, step: string, data: unknown): { step: string; data: unknown } | null
}

export interface Scene extends SceneDefinition {
  name: string
  version: number
}

/** Defines a scene; `registry` makes a Telegraf scene of it. */
export function scene(name: string, definition: SceneDefinition): Scene {
  return { version: 1, ...definition, name }
}

/** The Telegraf scene: reads the step's state and hands the input to it. */
export function telegrafScene(
  definition: Scene,
  take: (ctx: SpotterContext, definition: Scene) => Promise<void>,
): Scenes.BaseScene<SpotterContext> {
  const made = new Scenes.BaseScene<SpotterContext>(definition.name)
  made.use((ctx) => take(ctx, definition))
  return made
}

/** Moves to a step of a scene; the frame shows it unless the handler shows something else. */
export function goTo(ctx: SpotterContext, sceneName: string, stepName: string, data: unknown = {}): void {
  ctx.place = { scene: sceneName, step: stepName, version: 0, data }
  ctx.touched = true
}

/** Leaves whatever scene the person is in. */
export function leave(ctx: SpotterContext): void {
  ctx.place = null
}
