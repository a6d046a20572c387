import type { SeenMessage } from '../../src/simulator/simulator.ts'

/** One entry of a transcript, with the lines it was written in. */
export type Entry =
  | { kind: 'act'; who: string; how: string; text: string; wrote: string }
  | { kind: 'sees'; who: string; text: string; buttons: string[]; wrote: string }
  | { kind: 'time'; words: string; wrote: string }

const speaker = /^([a-z][\w-]*)([<>])(?: (.*))?$/
const buttonTail = /(?:^|\s)((?:\[[^\]\n]+\]\s*)+)$/

/**
 * Reads a transcript: `anna> what she does`, `anna< what she sees  [Button]`, `— what the clock does —`.
 * Deeper lines belong to the line above them. Throws on a line it does not know.
 */
export function readTranscript(text: string): Entry[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length))
  const blocks: string[] = []
  for (const line of lines.map((raw) => raw.slice(indent).trimEnd())) {
    if (line.startsWith(' ') && blocks.length > 0) blocks.push(`${blocks.pop() ?? ''}\n${line}`)
    else blocks.push(line)
  }
  return blocks.map(readBlock)
}

function readBlock(wrote: string): Entry {
  const time = /^— (.+) —$/.exec(wrote)
  if (time) return { kind: 'time', words: time[1] ?? '', wrote }
  const [first = '', ...more] = wrote.split('\n')
  const match = speaker.exec(first)
  if (!match) throw new Error(`Not a line of a transcript: ${first}`)
  const [, who = '', sign, words = ''] = match
  if (sign === '<')
    return { kind: 'sees', who, ...readSeen([words, ...more.map((line) => line.trim())]), wrote }
  const how = /^\(([^)]+)\)\s*/.exec(words)
  const depth = Math.min(...more.map((line) => line.length - line.trimStart().length))
  const text = [words.slice(how?.[0].length ?? 0), ...more.map((line) => line.slice(depth))]
    .join('\n')
    .replace(/^\n/, '')
  return { kind: 'act', who, how: how?.[1] ?? '', text, wrote }
}

function readSeen(lines: string[]): { text: string; buttons: string[] } {
  const buttons: string[] = []
  const words = lines.map((line) => {
    const tail = buttonTail.exec(line)
    if (!tail) return line
    buttons.push(...[...(tail[1] ?? '').matchAll(/\[([^\]]+)\]/g)].map((found) => found[1] ?? ''))
    return line.slice(0, tail.index)
  })
  return { text: readable(words.join('\n')), buttons }
}

/** Text without direction marks, blank lines and odd spaces. */
export function readable(text: string): string {
  return text
    .replace(/[\u2066-\u2069\u200e\u200f]/g, '')
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** What somebody has seen since they last looked: a message, or a word on top of the screen. */
export interface Sight {
  who: string
  text: string
  buttons: string[]
}

/** A message as a line of a transcript shows it. */
export function sightOf(who: string, message: SeenMessage): Sight {
  const attached = message.photo
    ? '(photo) '
    : message.document
      ? `(${message.document.name ?? message.document.kind}) `
      : ''
  return {
    who,
    text: attached + readable(message.text),
    buttons: message.buttons.flat().map(({ label }) => readable(label)),
  }
}

export function showSight({ who, text, buttons }: Sight): string {
  const lines = text.split('\n')
  if (buttons.length > 0)
    lines.push(
      `${lines.length > 1 ? '' : `${lines.pop() ?? ''}  `}${buttons.map((label) => `[${label}]`).join(' ')}`,
    )
  return `${who}< ${lines.join('\n      ')}`
}

/** Whether the first lines of what was seen read so (`…` stands for anything) and the buttons are there in this order. */
export function matches(sight: Sight, expected: { text: string; buttons: string[] }): boolean {
  const pattern = expected.text
    .split('…')
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s\\S]*')
  if (!new RegExp(`^${pattern}(\\n[\\s\\S]*)?$`).test(sight.text)) return false
  let at = -1
  return expected.buttons.every((label) => (at = sight.buttons.indexOf(label, at + 1)) >= 0)
}
