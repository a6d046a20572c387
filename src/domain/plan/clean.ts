/** A line without what only decorates it. `columns[i]` is the UTF-16 offset of `text[i]` in the line as given. */
export interface CleanLine {
  number: number
  text: string
  columns: number[]
  raw: string
}

const invisible = /[\p{Cf}\p{Cc}\uFE0E\uFE0F\u20E3]/u
const compatible = /[\uFF01-\uFF5E\uFB1D-\uFB4F\p{Zs}]/u
const emoji = /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]/u
const blanks = [
  /\[cite[^\]]*\]|\[cite_start\]|【[^】]*】/gi,
  /\*\*|__|`+|~~/g,
  /^\s*>+/g,
  /(?<=[\p{L}\p{N})])[*_](?=[\s:]*$)|^\s*_(?=\S)/gu,
  /^\s*(?:[-*+•‣–—▪◦●○✅☑✔➡▶→·]\s*(?=[^\d\s])|[-*+•‣–—▪◦●○·]\s+)/gu,
  /^\s*\[[ xX✓v]?\]/g,
  /^\s*\d{1,2}[.)](?=\s)/g,
]

/** Full-width digits become plain, marks of direction and pictures go; decoration becomes spaces. */
export function cleanLine(raw: string, number: number): CleanLine {
  const columns: number[] = []
  let text = ''
  let at = 0
  for (const character of raw) {
    const kept =
      character === '\t'
        ? '\t'
        : invisible.test(character)
          ? ''
          : compatible.test(character)
            ? character.normalize('NFKC')
            : emoji.test(character)
              ? ' '
              : character
    text += kept
    for (let unit = 0; unit < kept.length; unit++) columns.push(at)
    at += character.length
  }
  for (const pattern of blanks) text = text.replace(pattern, (found) => ' '.repeat(found.length))
  return { number, text, columns, raw }
}

/** The same line from an offset on. */
export function sliceLine(line: CleanLine, from: number, to = line.text.length): CleanLine {
  return { ...line, text: line.text.slice(from, to), columns: line.columns.slice(from, to) }
}
