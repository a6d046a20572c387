import { Scenes } from 'telegraf'
import { type Defaults, actorAgain } from '../services/conversation.ts'
import type { ClaimedDelivery } from '../services/deliveries.ts'
import type { Refusal } from '../services/errors.ts'
import { dropKept } from '../services/files/kept.ts'
import type { MediaEvent } from '../services/files/events.ts'
import type { Unit } from '../services/unit.ts'
import { directed, textsIn } from '../texts/texts.ts'
import type { ActionName } from '../views/callbackData.ts'
import { someNotKept } from '../views/photos/words.ts'
import type { PushView, View } from '../views/view.ts'
import type { SpotterContext } from './context.ts'
import { isPlaceLeft } from './standing.ts'
import {
  type Audience,
  type Command,
  type KeptHandler,
  type RenderPush,
  type Scene,
  type Step,
  type TypedIn,
  leave,
  telegrafScene,
} from './scene.ts'

/** A delivery in words. */
export interface Rendered extends PushView {
  /** What is said where kept files are kept no more. */
  gone: string
  /** What stands for it in a list where it is files alone. */
  wordless: string
}

/** What is shown to somebody who stands in no scene. */
export type Home = (ctx: SpotterContext) => Promise<View>

/** All scenes, and who owns which command and which button. */
export class Registry {
  readonly scenes: readonly Scene[]
  readonly home: Home
  readonly #byName = new Map<string, Scene>()
  readonly #commands = new Map<string, Command>()
  readonly #taps = new Map<ActionName, Scene>()
  readonly #pushes = new Map<string, RenderPush>()
  readonly #purposes = new Map<string, KeptHandler>()

  /** Throws when two scenes claim one command or button. */
  constructor(scenes: readonly Scene[], home: Home) {
    this.scenes = scenes
    this.home = home
    for (const scene of scenes) {
      this.#claim(this.#byName, scene.name, scene)
      for (const [name, command] of Object.entries(scene.commands ?? {}))
        this.#claim(this.#commands, name, command)
      for (const [kind, render] of Object.entries(scene.pushes ?? {})) this.#claim(this.#pushes, kind, render)
      for (const [purpose, handler] of Object.entries(scene.kept ?? {}))
        this.#claim(this.#purposes, purpose, handler)
      for (const name of Object.keys(scene.taps ?? {}) as ActionName[]) this.#claim(this.#taps, name, scene)
    }
  }

  /** Every scene × step there is: each needs a kill-and-resume case. */
  get steps(): { scene: string; step: string }[] {
    return this.scenes.flatMap(({ name, steps }) => Object.keys(steps).map((step) => ({ scene: name, step })))
  }

  /** Commands listed for one audience, in order of registration. */
  menuOf(audience: Audience): string[] {
    return [...this.#commands].flatMap(([name, { listed, audience: who }]) =>
      listed && who.includes(audience) ? [name] : [],
    )
  }

  /** The Telegraf stage: commands, owned buttons and owned replies first, then the scene the person is in, then whoever takes it. */
  stage(): Scenes.Stage<SpotterContext> {
    const stage = new Scenes.Stage<SpotterContext>(
      this.scenes.map((scene) => telegrafScene(scene, (ctx) => this.#inStep(ctx))),
    )
    stage.use(async (ctx, next) => {
      this.mend(ctx)
      if (!(await this.#outside(ctx))) await next()
    })
    return stage
  }

  /** For an input that reached no scene. */
  async unplaced(ctx: SpotterContext): Promise<void> {
    const { input } = ctx
    if (input.kind === 'tap') return this.stale(ctx)
    if (await this.#asked(ctx, true)) return undefined
    for (const scene of this.scenes) if (await scene.anywhere?.(ctx, input)) return undefined
    if (input.kind === 'text' && input.edited) return ctx.quiet()
    if (input.kind === 'internal' || input.kind === 'reach') return ctx.quiet()
    // Whoever was in a place that is lost is told that alone.
    return ctx.outcome.notice === undefined ? ctx.notice(ctx.t('notUnderstood')) : undefined
  }

  /** Lets scenes keep something of a turn whose effects were all taken back. */
  async refused(ctx: SpotterContext, refusal: Refusal): Promise<void> {
    for (const scene of this.scenes) scene.refused?.(ctx, refusal)
    await this.dropMedia(ctx)
  }

  /** Lets go of what was kept for a turn that came to nothing. Answers whether the turn was about media. */
  async dropMedia(ctx: SpotterContext): Promise<boolean> {
    const event = mediaEventOf(ctx)
    if (event) await dropKept(ctx.turn, event)
    return event !== undefined
  }

  /** A button that is out of date, foreign or forged: a fresh view and a word. */
  stale(ctx: SpotterContext): void {
    ctx.toast(ctx.t('stale'))
  }

  /** The card for where the person stands after their turn. */
  async viewOf(ctx: SpotterContext): Promise<View> {
    const found = this.#stepOf(ctx)
    return found ? found.step.show(ctx, found.state) : this.home(ctx)
  }

  /** The words of a delivery at the moment of sending, in its recipient's language. */
  async renderPush(
    unit: Unit,
    delivery: ClaimedDelivery,
    defaults: Defaults,
    now: Date,
  ): Promise<Rendered | undefined> {
    const render = this.#pushes.get(delivery.kind)
    if (!render) throw new Error(`Nobody words deliveries of kind "${delivery.kind}"`)
    const actor = await actorAgain(unit.sql, { id: delivery.telegramId, firstName: '' }, defaults)
    const t = textsIn(actor.language)
    const view = await render({ unit, actor, t, payload: delivery.payload, id: delivery.id, now })
    const said = (html: string) => directed(html, t.language)
    return (
      view && {
        ...view,
        html: said(view.html),
        gone: said(t('photos:gone')),
        wordless: t('notifications:wordless'),
      }
    )
  }

  /** What a delivery says now to whoever acts; undefined when there is nothing to say any more, or nobody to say it. */
  async sayAgain(
    { turn, t }: Pick<SpotterContext, 'turn' | 't'>,
    { kind, payload, id }: Pick<ClaimedDelivery, 'kind' | 'payload' | 'id'>,
  ): Promise<PushView | undefined> {
    const push = { unit: turn, actor: turn.actor, t, payload, id, now: turn.now }
    return this.#pushes.get(kind)?.({ ...push, isOpened: true })
  }

  /** Takes away what the scene showed beside its card, where this turn leaves it. */
  tidy(ctx: SpotterContext): void {
    const before = ctx.conversation.place?.scene
    const key = before === ctx.place?.scene ? undefined : this.#byName.get(before ?? '')?.beside
    if (key !== undefined) ctx.takeAway(key)
  }

  /** The version a place is stored with. */
  versionOf(sceneName: string): number {
    return this.#byName.get(sceneName)?.version ?? 0
  }

  /** Drops a place that cannot be read any more, politely; older versions are upgraded. */
  mend(ctx: SpotterContext): void {
    const { place } = ctx
    if (!place) return
    const scene = this.#byName.get(place.scene)
    const upgraded =
      scene && place.version < scene.version ? scene.upgrade?.(place.version, place.step, place.data) : place
    const step = upgraded && scene?.steps[upgraded.step]
    if (scene && step && upgraded && step.state.safeParse(upgraded.data).success) {
      ctx.place = { scene: scene.name, step: upgraded.step, version: scene.version, data: upgraded.data }
      return
    }
    leave(ctx)
    ctx.notice(ctx.t('lostPlace'))
  }

  /**
   * Hands media to whoever awaited it. Where nobody knows the purpose any more, or not what it was about, it is kept as
   * if it had been sent out of the blue.
   */
  async #kept(ctx: SpotterContext, event: MediaEvent): Promise<void> {
    const handler = this.#purposes.get(event.purpose.name)
    const about = handler?.about.safeParse(event.purpose.about)
    const isKnown = handler !== undefined && about?.success === true
    if (event.kind === 'notKept' && isKnown && handler.notKept) return handler.notKept(ctx, event, about.data)
    if (event.kind === 'kept') {
      const taker = isKnown ? handler : this.#purposes.get(unsorted)
      if (taker) await taker.kept(ctx, event, isKnown ? about.data : {})
      else await dropKept(ctx.turn, event)
    }
    const words = someNotKept(ctx.t, event.failed)
    if (words !== '')
      ctx.notice([ctx.outcome.notice, words].filter((line) => line !== undefined).join('\n\n'))
    return undefined
  }

  async #outside(ctx: SpotterContext): Promise<boolean> {
    const { input } = ctx
    const event = mediaEventOf(ctx)
    if (event) {
      await this.#kept(ctx, event)
      return true
    }
    if (input.kind === 'command') return this.#command(ctx, input.name, input.args)
    if (input.kind === 'text' && input.replyTo !== null && !input.edited) {
      for (const scene of this.scenes)
        if (await scene.replied?.(ctx, input, this.#typedIn(ctx, false))) return true
    }
    if (await this.#asked(ctx, false)) return true
    if (input.kind !== 'tap' || !input.action) return false
    const { action } = input
    const owner = this.#taps.get(action.name)
    const handler = owner?.taps?.[action.name] as
      | ((ctx: SpotterContext, action: unknown) => void | Promise<void>)
      | undefined
    if (!handler) return false
    await handler(ctx, action)
    return true
  }

  /** Offers typed words to whoever asked for something meanwhile. */
  async #asked(ctx: SpotterContext, isFree: boolean): Promise<boolean> {
    const { input } = ctx
    if (input.kind !== 'text' || input.edited || input.replyTo !== null) return false
    const at = this.#typedIn(ctx, isFree)
    for (const scene of this.scenes) if (await scene.asked?.(ctx, input, at)) return true
    return false
  }

  #typedIn({ place }: SpotterContext, isFree: boolean): TypedIn {
    return { isFree, awaits: place ? this.#byName.get(place.scene)?.steps[place.step]?.awaits : undefined }
  }

  async #command(ctx: SpotterContext, name: string, args: string): Promise<boolean> {
    const command = this.#commands.get(name)
    if (!command || !audiencesOf(ctx).some((who) => command.audience.includes(who))) return false
    await command.run(ctx, args)
    return true
  }

  async #inStep(ctx: SpotterContext): Promise<void> {
    const found = this.#stepOf(ctx)
    const { input, place } = ctx
    if (!found) return this.unplaced(ctx)
    if (input.kind === 'tap') {
      const here = input.action?.name === 'pick' && input.action.at === `${place?.scene}.${place?.step}`
      if (!here) return this.stale(ctx)
    }
    const verdict = await found.step.on(ctx, input, found.state)
    if (verdict === 'pass') return this.unplaced(ctx)
    if (verdict !== 'unclear') ctx.touched = true
    else if (!(await this.#asked(ctx, true))) await this.#unclear(ctx)
    return undefined
  }

  /** A question that was left open on an earlier day may not be what somebody speaks of: it stays as it was. */
  async #unclear(ctx: SpotterContext): Promise<void> {
    if (!isPlaceLeft(ctx)) {
      ctx.touched = true
      return
    }
    for (const scene of this.scenes) await scene.astray?.(ctx)
  }

  #stepOf(ctx: SpotterContext): { step: Step; state: unknown } | undefined {
    const { place } = ctx
    const step = place ? this.#byName.get(place.scene)?.steps[place.step] : undefined
    return step && place ? { step, state: step.state.parse(place.data) } : undefined
  }

  #claim<K, V>(map: Map<K, V>, key: K, value: V): void {
    if (map.has(key)) throw new Error(`Two scenes claim "${String(key)}"`)
    map.set(key, value)
  }
}

/** The purpose of whatever is sent without one. */
export const unsorted = 'unsorted'

function mediaEventOf({ input }: SpotterContext): MediaEvent | undefined {
  return input.kind === 'internal' && input.event.kind !== 'file' ? input.event : undefined
}

export function audiencesOf(ctx: SpotterContext): Audience[] {
  const { role, isAdmin } = ctx.turn.actor
  return [role ?? 'stranger', ...(isAdmin ? (['admin'] as const) : [])]
}
