import type { SeenMessage } from '../../src/simulator/simulator.ts'
import { durationOf } from './clock.ts'
import {
  type Entry,
  type Sight,
  matches,
  readTranscript,
  readable,
  showSight,
  sightOf,
} from './transcript.ts'
import type { Member, World } from './world.ts'

export interface Played {
  /** The transcript with what was really seen wherever that differs. */
  went: string
  /** The transcript as it was written. */
  wrote: string
}

type Act = Extract<Entry, { kind: 'act' }>

/**
 * Plays a transcript. After every act and every jump of the clock the bot comes to rest; then the new and changed
 * messages, and the words on top of the screen, must be what the following `<` lines say, nothing more and nothing less
 * (`anna< …` for whatever Anna saw). Messages that only lost their buttons, or are gone, need no line.
 *
 *     anna> text                     writes (deeper lines go with it)
 *     anna> [Label]                  taps the newest button of that name
 *     anna> (twice) [Label]          taps twice before the bot can answer
 *     anna> (stale) [Label]          taps a button that was there once
 *     anna> (edits 2 back) text      edits her second-last own message
 *     anna> (replies to card) text   or (replies to some words): to the newest message with buttons, or with these words
 *     anna> (sends file a.txt) text  anna> (sends photo) caption     anna> (sends 3 photos) caption
 *     anna> (sends photo as file)    anna> (sends video) caption     anna> (sends voice)     anna> (sends video note)
 *     anna> (opens link of tom)      the newest t.me link in Tom's chat; `pastes` sends it as text
 *     anna> (blocks)                 anna> (unblocks)
 *     anna< text…  [Button] [Button]
 *     anna< (toast) text             anna< (alert) text     anna< (photo) caption     anna< (a.txt) caption
 *     — 2m later —                   — Tuesday 07:30 —      — restart —               — crash —
 */
export async function play(world: World, transcript: string): Promise<Played> {
  const entries = readTranscript(transcript)
  const eyes = new Eyes(world)
  const went: string[] = []
  const leftOver = () => went.push(...eyes.unseen().map(showSight))
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'sees') {
      went.push(eyes.expect(entry))
      continue
    }
    leftOver()
    try {
      await (entry.kind === 'time' ? pass(world, entry.words) : act(world, eyes, entry))
      await world.settle()
    } catch (error) {
      went.push(
        `${entry.wrote} ✗ ${(error as Error).message}`,
        ...entries.slice(index + 1).map(() => '(not played)'),
      )
      break
    }
    went.push(entry.wrote)
    eyes.look()
  }
  leftOver()
  return { went: went.join('\n'), wrote: entries.map(({ wrote }) => wrote).join('\n') }
}

function pass(world: World, words: string): Promise<void> {
  if (words === 'restart') return world.restart()
  if (words === 'crash') return world.crash()
  const later = /^(.+) later$/.exec(words)
  return later ? world.advance(durationOf(later[1] ?? '')) : world.advanceTo(words)
}

async function act(world: World, eyes: Eyes, { who, how, text }: Act): Promise<void> {
  await world.advance(world.options.tempo ?? 1000)
  const { phone } = world.member(who)
  const label = /^\[(.+)\]$/.exec(text)?.[1]
  const [verb = '', ...rest] = how.split(' ')
  const object = rest.join(' ')
  if (verb === 'twice') phone.tapTwice(dressed(phone.chat(), label ?? text))
  else if (verb === 'stale') phone.tapStale(...eyes.once(who, label ?? text))
  else if (verb === 'edits') phone.edit(own(phone.chat(), Number.parseInt(object, 10) || 1), text)
  else if (verb === 'replies')
    phone.say(text, { replyTo: repliedTo(phone.chat(), object.replace(/^to /, '')) })
  else if (verb === 'sends') send(phone, object, text)
  else if (verb === 'opens') phone.start(linkIn(world, object))
  else if (verb === 'pastes')
    phone.say(`https://t.me/${world.simulator.botUsername}?start=${linkIn(world, object)}`)
  else if (verb === 'blocks') phone.block()
  else if (verb === 'unblocks') phone.unblock()
  else if (verb !== '') throw new Error(`Nobody can "${how}"`)
  else if (label !== undefined) phone.tap(dressed(phone.chat(), label))
  else phone.write(text)
}

/** The label as the bot wrote it, direction marks and all. */
function dressed(chat: SeenMessage[], label: string): string {
  const found = chat
    .toReversed()
    .flatMap(({ buttons }) => buttons.flat())
    .find((button) => readable(button.label) === label)
  return found?.label ?? label
}

function own(chat: SeenMessage[], back: number): number {
  const message = chat.filter(({ from }) => from === 'me').at(-back)
  if (!message) throw new Error(`nothing was written ${back} back`)
  return message.id
}

function repliedTo(chat: SeenMessage[], what: string): number {
  const message = chat.findLast(({ from, text, buttons }) =>
    what === 'card' ? from === 'bot' && buttons.length > 0 : readable(text).includes(what),
  )
  if (!message) throw new Error(`there is no message "${what}" to reply to`)
  return message.id
}

function send(phone: Member['phone'], what: string, text: string): void {
  const file = /^file (\S+)$/.exec(what)?.[1]
  if (file !== undefined) phone.sendFile(new TextEncoder().encode(text), file, 'text/plain')
  else sendMedia(phone, what, text === '' ? {} : { caption: text })
}

function sendMedia(phone: Member['phone'], what: string, caption: { caption?: string }): void {
  const [, several, asFile] = /^(?:photo|(\d+) photos)( as files?)?$/.exec(what) ?? []
  const photos = Array.from({ length: Number(several ?? 1) }, () => onePixel)
  if (/^(?:photo|\d+ photos)\b/.test(what))
    phone.sendPhoto(photos, { ...caption, asFile: asFile !== undefined })
  else if (what === 'video') phone.sendVideo(mp4, caption)
  else if (what === 'video note') phone.sendVideoNote(mp4)
  else if (what === 'voice') phone.sendVoice(ogg)
  else throw new Error(`Nobody can send "${what}"`)
}

/** As much of a clip and of a recording as is looked at. */
const mp4 = Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2\0\0\0\x08mdat', 'latin1')
const ogg = Buffer.from('OggS\0\x02OpusHead', 'latin1')

/** A picture as small as can be, as a PNG. */
export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function linkIn(world: World, object: string): string {
  const whose = /^(?:a |the )?link(?: of)? (\w+)$/.exec(object)?.[1]
  if (whose === undefined) throw new Error(`Nobody can open "${object}"`)
  for (const message of world.member(whose).phone.chat().toReversed()) {
    const places = [
      message.text,
      message.html,
      ...message.buttons.flat().flatMap(({ url, copy }) => [url ?? '', copy ?? '']),
    ]
    const payload = /[?&]start=([\w-]+)/.exec(places.join(' '))?.[1]
    if (payload !== undefined) return payload
  }
  throw new Error(`${whose} has no link`)
}

/** What everybody has seen already, and what is new. */
class Eyes {
  readonly #world: World
  readonly #known = new Map<string, Map<number, string>>()
  readonly #toasts = new Map<string, number>()
  readonly #history = new Map<string, SeenMessage[]>()
  #new: Sight[] = []

  constructor(world: World) {
    this.#world = world
    this.look()
    this.#new = []
  }

  look(): void {
    for (const [who, { phone }] of this.#world.members) {
      const toasts = phone.toasts
      for (const { text, alert } of toasts.slice(this.#toasts.get(who) ?? 0))
        if (text !== '')
          this.#new.push({ who, text: `(${alert ? 'alert' : 'toast'}) ${readable(text)}`, buttons: [] })
      this.#toasts.set(who, toasts.length)
      const known = this.#known.get(who) ?? new Map<number, string>()
      for (const message of phone.chat()) if (message.from === 'bot') this.#meet(who, known, message)
      this.#known.set(who, known)
    }
  }

  #meet(who: string, known: Map<number, string>, message: SeenMessage): void {
    const words = JSON.stringify([message.html, message.document?.fileId, message.photo?.fileId])
    const buttons = JSON.stringify(message.buttons)
    const before = known.get(message.id)
    known.set(message.id, words + buttons)
    if (before === words + buttons) return
    this.#history.set(who, [...(this.#history.get(who) ?? []), message])
    const lostButtons = before?.startsWith(words) && message.buttons.length === 0
    if (!lostButtons) this.#new.push(sightOf(who, message))
  }

  /** The newest message on which this button was seen, and the label as it was. */
  once(who: string, label: string): [SeenMessage, string] {
    for (const message of (this.#history.get(who) ?? []).toReversed()) {
      const button = message.buttons.flat().find((one) => readable(one.label) === label)
      if (button) return [message, button.label]
    }
    throw new Error(`${who} has never seen a button [${label}]`)
  }

  expect(entry: Extract<Entry, { kind: 'sees' }>): string {
    if (entry.text === '…' && entry.buttons.length === 0) {
      const seen = this.#new.filter(({ who }) => who === entry.who)
      this.#new = this.#new.filter(({ who }) => who !== entry.who)
      return seen.length > 0 ? entry.wrote : `${entry.who}< (nothing)`
    }
    const at = this.#new.findIndex(({ who }) => who === entry.who)
    const [sight] = at < 0 ? [] : this.#new.splice(at, 1)
    if (!sight) return `${entry.who}< (nothing)`
    return matches(sight, entry) ? entry.wrote : showSight(sight)
  }

  unseen(): Sight[] {
    return this.#new.splice(0)
  }
}
