import type { Call, SeenMessage } from '../../src/simulator/simulator.ts'
import { readable } from '../support/transcript.ts'
import { cardSight, daySight, homeSight, summarySight, withNotice } from './words.ts'

/** A screen of the bot as a person reads it. */
export interface Shown {
  /** One of `sightsOf` a version. */
  sight: string
  labels: string[]
}

const cardHead = /^🏋️ (.+) · \d+ of \d+$/u
const doneLine = /^✅ \d+ · (.+)$/u
const logLabel = /^✅ (?!All )(.+)$/u
const todayHead = /^Today, /
const dayHead = /^🏋️ (?!.+ · \d+ of \d+$)(.+)$/u
const daysHead = /^Which workout\?$/
const ending = /^(?:🎉|🏁) (.+) (?:is done|ends here)\.$/u
const heads = [cardHead, todayHead, dayHead, daysHead, ending]
const pingText = /^⏱ The rest is over\.\n(.+), set (\d+) of \d+$/u

/** What a text with these buttons shows; an unknown one reads as itself. */
export function readScreen(text: string, labels: readonly string[]): Shown {
  const lines = readable(text).split('\n')
  const plain = labels.map(readable)
  const head = lines.findIndex((line) => heads.some((pattern) => pattern.test(line)))
  if (head < 0) return { sight: `"${lines.join(' / ')}"`, labels: plain }
  const screen = screenIn(lines.slice(head), plain)
  return { sight: withNotice(screen, lines.slice(0, head).join(' ')), labels: plain }
}

function screenIn([head = '', name = '', ...lines]: string[], labels: string[]): string {
  if (todayHead.test(head)) return homeSight(labels.includes('▶️ Back into the workout'))
  if (daysHead.test(head)) return 'days'
  const opened = dayHead.exec(head)?.[1]
  if (opened !== undefined) return daySight(opened)
  const over = ending.exec(head)?.[1]
  if (over !== undefined) return summarySight(over)
  return cardSight({
    day: cardHead.exec(head)?.[1] ?? '',
    name: name.replace(/^[A-Z]\d+ /, ''),
    done: lines.flatMap((line) => doneLine.exec(line)?.[1] ?? []),
    next: labels.flatMap((label) => logLabel.exec(label)?.[1] ?? [])[0] ?? '',
  })
}

/** The ping at the end of a rest: which set it speaks of. */
export function readPing(text: string): { name: string; set: number } | undefined {
  const [, name, set] = pingText.exec(readable(text)) ?? []
  return name === undefined ? undefined : { name, set: Number(set) }
}

/** The text of a call as it reads on the screen. */
export function textOf({ params }: Call): string {
  const html = typeof params['text'] === 'string' ? params['text'] : ''
  return html.replace(/<[^<>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, (entity) => signs[entity] ?? entity)
}

const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** The newest screen of a chat, pings left out. */
export function newestScreen(
  chat: readonly SeenMessage[],
): { message: SeenMessage; shown: Shown } | undefined {
  const message = chat.findLast(({ from, text }) => from === 'bot' && readPing(text) === undefined)
  if (!message) return undefined
  const labels = message.buttons.flat().map(({ label }) => label)
  return { message, shown: readScreen(message.text, labels) }
}
