const pieces = /<\/?([a-z-]+)[^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+);|[\s\S]/giu

/** Telegram HTML of at most `limit` UTF-16 units as they are read: cut with `…` where it is longer, every tag closed. */
export function fitHtml(html: string, limit: number): string {
  if (html.length <= limit) return html.trim() === '' ? '…' : html
  const open: string[] = []
  let kept = ''
  let cut: string | undefined
  let length = 0
  for (const [piece, tag] of html.matchAll(pieces)) {
    if (tag === undefined) {
      const size = unitsOf(piece)
      if (length + size > limit - 1) cut ??= `${kept}…${closing(open)}`
      length += size
      if (cut !== undefined && length > limit) return cut
    } else if (piece.startsWith('</')) open.pop()
    else open.push(tag)
    kept += piece
  }
  return html
}

/** How much a character or an entity counts; a numbered one may stand for a character of two units. */
function unitsOf(piece: string): number {
  if (piece.length === 1 || !piece.startsWith('&')) return piece.length
  const number = /^&#(x?)([\da-f]+);$/i.exec(piece)
  return number && Number.parseInt(number[2] ?? '', number[1] === '' ? 10 : 16) > 0xff_ff ? 2 : 1
}

function closing(open: string[]): string {
  return open
    .toReversed()
    .map((tag) => `</${tag}>`)
    .join('')
}
