import { parsePlan } from './parsePlan.ts'

/** Telegram cuts what is longer, so that a plan may come in several messages. */
const messageLimit = 4096
/** Clients look for the end of a line in the second half of the limit. */
const leastCut = messageLimit / 2

/** A message that holds a plan's text or a part of it. */
export interface TextPart {
  text: string
  /** When it was sent, ms since 1970. */
  at: number
}

const firstLine = (text: string): string => text.trimStart().split('\n', 1)[0] ?? ''

/**
 * Whether a message goes on where a part was cut: it came right after it, and its first line would not have fitted in.
 * A text that begins like the first part is that text sent again.
 */
export function continues(parts: readonly TextPart[], next: TextPart): boolean {
  const last = parts.at(-1)
  if (!last || last.text.length <= leastCut || last.text.length > messageLimit) return false
  if (firstLine(next.text) === firstLine(parts[0]?.text ?? '')) return false
  const gap = next.at - last.at
  // Blank lines at the cut are trimmed away.
  const isForced = last.text.length + firstLine(next.text).length + 8 > messageLimit
  return gap <= (isForced ? 120_000 : 3000)
}

/** Lines on either side of a cut that tell how it reads. */
const neighbours = 8

/** How many problems a text has, as whatever it is. */
type CountProblems = (text: string) => number

const planProblems: CountProblems = (text) =>
  parsePlan(text, { today: '2026-01-01', units: 'kg' }).problems.length

/** A line's end, a blank line's, or inside a line where the part has the full length: what reads best was cut. */
function join(before: string, after: string, problemsOf: CountProblems): string {
  const ways = ['\n', '\n\n', ...(before.length >= messageLimit ? [''] : [])].map((between) => {
    const [above, below] = [before.split('\n').slice(-neighbours), after.split('\n').slice(0, neighbours)]
    return { between, problems: problemsOf(above.join('\n') + between + below.join('\n')) }
  })
  const best = Math.min(...ways.map(({ problems }) => problems))
  return before + (ways.find(({ problems }) => problems === best)?.between ?? '\n') + after
}

/** The parts of a plan as one text, joined as it reads best: as training, unless said otherwise. */
export function joinParts(
  parts: readonly Pick<TextPart, 'text'>[],
  problemsOf: CountProblems = planProblems,
): string {
  let whole = ''
  for (const [index, { text }] of parts.entries()) {
    const before = parts[index - 1]?.text
    whole =
      before === undefined
        ? text
        : whole.slice(0, whole.length - before.length) + join(before, text, problemsOf)
  }
  return whole
}
