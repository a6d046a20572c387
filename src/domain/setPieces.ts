import { tidy } from './setTokens.ts'

const mostAtOnce = 10
const times = String.raw`\s*[x*]\s*`
const side =
  /(\d)\s*(?:(?:on |for )?(?:each|per|a)\s*(?:side|leg|arm|hand)|\/\s*(?:side|leg|arm|hand)|each|[לב]כל (?:צד|רגל|יד))(?!\p{L})/giu
const multiplied = new RegExp(String.raw`^(\d{1,3})${times}(\d{1,3}(?:[.,]\d{1,2})?)${times}(.+)$`, 'iu')
const inSets = /^(\d{1,2})\s*(?:sets?(?: of)?|סטים(?: של)?)\s*[x*]?\s*(.+)$/iu
const listed = /^(\d{1,3}(?:(?:\s*,\s*|\s*\/\s*)\d{1,3}){2,})(?:\s*[x*@]\s*|\s+|$)(.*)$/iu

const repeated = (count: number, piece: string): string[] | undefined =>
  count >= 1 && count <= mostAtOnce ? Array.from({ length: count }, () => piece) : undefined

/** `3x10x40`: sets first or, where that is nearer to what was planned, last. */
function product(text: string, apart: (piece: string) => number): string[] | undefined {
  const [, first = '', second = '', third = ''] = multiplied.exec(text) ?? []
  const ahead = repeated(Number(first), `${second}x${third}`)
  const behind = /^\d{1,2}$/.test(third) ? repeated(Number(third), `${first}x${second}`) : undefined
  const [one, other] = [ahead, behind].map((pieces) => (pieces?.[0] ? apart(pieces[0]) : Infinity))
  return (one ?? Infinity) <= (other ?? Infinity) ? ahead : behind
}

/** `10,10,8` and `10/10/8 x 60kg`: repetitions set by set, with what follows said of each. */
function list(text: string): string[] | undefined {
  const [, numbers, rest = ''] = listed.exec(text) ?? []
  const bare = /^(?:$|rpe|@)/i.test(rest)
  return numbers?.split(/[,/]/).map((one) => (bare ? `${one.trim()} ${rest}` : `${one.trim()}reps x ${rest}`))
}

/**
 * Sets that are typed as one, one by one: `3x10x40` is three times `10x40`, `10,10,8` three sets, `3 sets of 12` three
 * times `12`. Words for sides go, since repetitions are counted per side anyway. `apart` says how far a piece lies
 * from what was planned; infinitely far when it reads as nothing.
 */
export function piecesOf(text: string, apart: (piece: string) => number): string[] {
  const plain = tidy(text).replace(side, '$1')
  const [, count = '', each = ''] = inSets.exec(plain) ?? []
  return list(plain) ?? product(plain, apart) ?? repeated(Number(count), each) ?? [plain]
}
