import { Context, type Telegram } from 'telegraf'
import type { Scenes } from 'telegraf'
import type { Conversation, Introduction, Place } from '../services/conversation.ts'
import type { Owed, WireButton } from '../services/owed.ts'
import type { Turn } from '../services/turn.ts'
import { type Texts, directed, plainText } from '../texts/texts.ts'
import { encodeAction } from '../views/callbackData.ts'
import { fitHtml } from '../views/fit.ts'
import { type Button, type Extra, type View, captionLimit, messageLimit } from '../views/view.ts'
import { type Input, type RawUpdate, inputOf } from './input.ts'

interface SceneState {
  step?: string
  version?: number
  data?: unknown
}

/** Everything a scene may see and do. Services get `ctx.turn`, views get `ctx.t`; neither sees the rest. */
export class SpotterContext extends Context {
  declare scene: Scenes.SceneContextScene<SpotterContext>
  session: { __scenes?: { current?: string; state?: SceneState; cursor?: number } } = {}
  readonly input: Input
  who!: Introduction
  /** The inbox row this turn carries out. */
  inboxId = 0
  /** Words on top of the screen will be seen: a tap, not answered yet. */
  canToast = false
  turn!: Turn
  t!: Texts
  conversation!: Conversation
  /** This turn does something in the place it ends in. */
  touched = false
  /** The card this turn will show; the step's own view when a handler shows none. */
  card: View | undefined
  readonly outcome: {
    toast?: { html: string; alert: boolean }
    notice?: string
    quiet?: boolean
    offered?: Button[][]
    label?: string
  } = {}
  readonly extras: Owed[] = []
  #ids = 0

  constructor(update: unknown, telegram: Telegram, me: Context['botInfo']) {
    super(update as Context['update'], telegram, me)
    this.input = inputOf(update as RawUpdate)
  }

  /** Where the person stands now, as it will be stored. */
  get place(): Place | null {
    const { current, state } = this.session.__scenes ?? {}
    if (current === undefined || state?.step === undefined) return null
    return { scene: current, step: state.step, version: state.version ?? 0, data: state.data ?? {} }
  }

  set place(place: Place | null) {
    this.session =
      place === null
        ? {}
        : {
            __scenes: {
              current: place.scene,
              state: { step: place.step, version: place.version, data: place.data },
            },
          }
  }

  /** Shows this view instead of the step's own. */
  show(view: View): void {
    this.card = view
  }

  /** A short word on top of the screen after a tap; on top of the card after a message. `alert` for refusals. */
  toast(html: string, alert = false): void {
    this.outcome.toast = { html, alert }
  }

  /** The toast as Telegram takes it: plain text. */
  get toastText(): { text: string; alert: boolean } | undefined {
    const { toast } = this.outcome
    return toast && { text: plainText(toast.html), alert: toast.alert }
  }

  /** A line of HTML above the next card. */
  notice(html: string): void {
    this.outcome.notice = html
  }

  /** Rows of buttons under the next card, whichever it is. */
  offer(...rows: Button[][]): void {
    this.outcome.offered = rows
  }

  /** No card for this turn: what was done needs no words. */
  quiet(): void {
    this.outcome.quiet = true
  }

  /** A message beside the card, sent before it. A picture stands above the card, which is sent anew below it. */
  say(extra: Extra): void {
    const { html, buttons = [], picture, file, key } = extra
    const isKept = picture?.kind === 'kept'
    this.extras.push({
      kind: 'message',
      id: this.#id(),
      html: isKept && html === '' ? '' : this.#fit(html, picture || file ? captionLimit : messageLimit),
      keyboard: keyboardOf(buttons),
      ...(picture && { picture }),
      ...(isKept && { gone: this.#fit(this.t('photos:gone'), messageLimit) }),
      ...(file && { file }),
      ...(key !== undefined && { key }),
    })
  }

  /**
   * Takes a message away from this person's chat: one that has done its work by its id, or whatever was said under a
   * key, if anything. Best effort: Telegram lets nobody delete what is older than 48 hours.
   */
  takeAway(what: number | string): void {
    if (typeof what === 'number') this.extras.push({ kind: 'delete', id: this.#id(), messageId: what })
    else if (this.#hasSaid(what)) this.extras.push({ kind: 'delete', id: this.#id(), key: what })
  }

  /** Rewrites a message of ours that stands in this person's chat, a reminder say. Best effort. */
  amend(messageId: number, view: View): void {
    this.extras.push(editOf(this.t, this.#id(), messageId, view))
  }

  /** Says a word in a group and leaves it. */
  leaveGroup(chatId: number, html: string): void {
    this.extras.push(
      { kind: 'message', id: this.#id(), chatId, html, keyboard: [] },
      { kind: 'leave', id: this.#id(), chatId },
    )
    this.quiet()
  }

  /** Renews the person's command menu: after a change of role or language. */
  renewMenu(role: string, language: string): void {
    this.extras.push({ kind: 'menu', id: this.#id(), role, language })
  }

  /** All this turn owes its person, the card last. What cannot be a toast any more stands above the card. */
  owed(rev: number): Owed[] {
    const { toast, notice, quiet, offered } = this.outcome
    const items = [...this.extras]
    if (this.canToast && this.input.kind === 'tap')
      items.push({ kind: 'tap', id: this.#id(), callbackId: this.input.callbackId, ...this.toastText })
    if (this.card && !quiet) {
      const above = [notice, this.canToast ? undefined : toast?.html]
      const html = [...above, this.card.html].filter((part) => part !== undefined && part !== '').join('\n\n')
      items.push({
        kind: 'card',
        id: this.#id(),
        rev,
        html: this.#fit(html, messageLimit),
        keyboard: keyboardOf(this.#withOffered(this.card.buttons, offered ?? [])),
        live: this.card.live ?? false,
      })
    }
    return items
  }

  /** What is offered besides stands below the card's own buttons, but above the way back. */
  #withOffered(own: Button[][], offered: Button[][]): Button[][] {
    const last = own.at(-1)
    const isBack = last?.length === 1 && last[0]?.label === this.t('back')
    return isBack ? [...own.slice(0, -1), ...offered, last] : [...own, ...offered]
  }

  /** Something stands under the key, or will when what is owed is shown. */
  #hasSaid(key: string): boolean {
    const { presence, owed } = this.conversation
    const isOwed = (item: Owed) => item.kind === 'message' && item.key === key
    return (presence.pictures[key]?.length ?? 0) > 0 || [...owed, ...this.extras].some(isOwed)
  }

  #fit(html: string, limit: number): string {
    return fitHtml(directed(html, this.t.language), limit)
  }

  #id(): string {
    return `${this.inboxId}.${this.#ids++}`
  }
}

function wireButton(button: Button): WireButton {
  const text = plainText(button.label).trim() || '·'
  if ('url' in button) return { text, url: button.url }
  if ('copy' in button) return { text, copy_text: { text: button.copy } }
  return { text, callback_data: encodeAction(button.action), ...(button.style && { style: button.style }) }
}

/** Another text and other buttons for a message that stands in somebody's chat. */
export const editOf = (t: Texts, id: string, messageId: number, { html, buttons }: View): Owed => ({
  kind: 'edit',
  id,
  messageId,
  html: fitHtml(directed(html, t.language), messageLimit),
  keyboard: keyboardOf(buttons),
})

export function keyboardOf(buttons: Button[][]): WireButton[][] {
  return buttons.filter((row) => row.length > 0).map((row) => row.map(wireButton))
}
