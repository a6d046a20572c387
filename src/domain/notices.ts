/** Directions and isolates are for the eyes of a chat; other programs read these words too. */
const unseen = /[\u200e\u200f\u2066-\u2069]/g
/** Characters of a headline. */
const longestTitle = 60

/** What is kept of a message for the list of what somebody has not seen. */
export interface Notice {
  /** Short, one line. */
  title: string
  /** All of it, as plain text. */
  message: string
}

/** The first line of a text that says something. */
export function firstLine(text: string): string {
  const [line = ''] = text.split('\n').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))
  return line
}

/** The same, cut at a word where it is long. */
export function headline(text: string): string {
  const line = firstLine(text)
  if (line.length <= longestTitle) return line
  const cut = line.slice(0, longestTitle)
  const end = cut.lastIndexOf(' ')
  return `${(end > longestTitle / 2 ? cut.slice(0, end) : cut.replace(/[\ud800-\udbff]$/, '')).trimEnd()}…`
}

/** The plain words of a message, as they are kept. */
export function noticeOf(words: string): Notice {
  const message = words.replace(unseen, '').trim()
  return { title: headline(message), message }
}
