/** What the bytes are, by their own first words; a name or a MIME type given along is never asked. */
export type TakenKind = 'jpeg' | 'png' | 'webp'
export type OtherKind =
  | 'gif'
  | 'svg'
  | 'avif'
  | 'heic'
  | 'tiff'
  | 'bmp'
  | 'ico'
  | 'jxl'
  | 'psd'
  | 'pdf'
  | 'video'

const signatures: readonly [string, TakenKind | OtherKind][] = [
  ['\xff\xd8', 'jpeg'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['GIF87a', 'gif'],
  ['GIF89a', 'gif'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['II+\0', 'tiff'],
  ['MM\0+', 'tiff'],
  ['\0\0\x01\0', 'ico'],
  ['\xff\x0a', 'jxl'],
  ['\0\0\0\x0cJXL ', 'jxl'],
  ['8BPS', 'psd'],
  ['%PDF-', 'pdf'],
  ['\x1aE\xdf\xa3', 'video'],
]

const avif = /^(?:avif|avis)/
const heic = /^(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/

/** ISO media files name their brand, and the brands they agree with, in their first box. */
function brandKind(head: string): OtherKind {
  const brands = [head.slice(8, 12), ...(head.slice(16, 64).match(/.{4}/gs) ?? [])]
  if (brands.some((brand) => avif.test(brand))) return 'avif'
  return brands.some((brand) => heic.test(brand)) ? 'heic' : 'video'
}

/** The kind of these bytes; undefined for what is no picture at all, as far as one can tell. */
export function kindOf(bytes: Uint8Array): TakenKind | OtherKind | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (head.startsWith('RIFF')) return head.startsWith('WEBP', 8) ? 'webp' : undefined
  if (head.startsWith('ftyp', 4)) return brandKind(head)
  // Two letters are too little to go by: the four bytes after the length are zero in every bitmap.
  if (head.startsWith('BM') && head.startsWith('\0\0\0\0', 6)) return 'bmp'
  if (/^(?:\xef\xbb\xbf)?\s*<(?:svg|\?xml|!--|!DOCTYPE svg)/.test(head) && /<!DOCTYPE svg|<svg/.test(head))
    return 'svg'
  return signatures.find(([start]) => head.startsWith(start))?.[1]
}
