import { type Texts, escapeHtml, isolate } from '../../texts/texts.ts'

/** Names as a list: `Anna, Tom and Ben` (HTML). */
export function namesText(t: Texts, names: readonly string[]): string {
  return new Intl.ListFormat(t.language).format(names.map((name) => isolate(escapeHtml(name))))
}
