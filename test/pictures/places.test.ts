import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutPlaces } from '../../src/pictures/places.ts'

const where = '+32.0853+034.7818/'
const latin = (text: string) => Buffer.from(text, 'latin1')

function box(name: string, ...parts: Uint8Array[]): Buffer {
  const contents = Buffer.concat(parts)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(contents.length + 8)
  return Buffer.concat([size, latin(name), contents])
}

/** As box, with its size in 64 bits. */
function longBox(name: string, contents: Uint8Array): Buffer {
  const head = Buffer.alloc(16)
  head.writeUInt32BE(1)
  head.write(name, 4, 'latin1')
  head.writeBigUInt64BE(BigInt(contents.length + 16), 8)
  return Buffer.concat([head, contents])
}

const flags = Buffer.alloc(4)
const number = (value: number) => Buffer.from([0, 0, 0, value])
const value = (text: string) => box('data', number(1), flags, latin(text))
const keys = (...names: string[]) =>
  box('keys', flags, number(names.length), ...names.map((name) => box('mdta', latin(name))))
const item = (at: number, text: string) =>
  box(latin('\0\0\0').toString('latin1') + String.fromCharCode(at), value(text))
const hdlr = box('hdlr', Buffer.alloc(24))
const quickTime = [
  hdlr,
  keys('com.apple.quicktime.make', 'com.apple.quicktime.location.ISO6709'),
  box('ilst', item(1, 'Apple'), item(2, where)),
]
const ftyp = box('ftyp', latin('isom\0\0\x02\0isomiso2'))
const mdat = box('mdat', latin(`samples may say ${where} by chance`))
const xmp = Buffer.concat([Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex'), latin(where)])

const clips: [string, Buffer][] = [
  [
    'Android',
    box('moov', box('mvhd', Buffer.alloc(100)), box('udta', box('©xyz', number(18), latin(where)))),
  ],
  ['3GPP, in a track', box('moov', box('trak', box('udta', box('loci', flags, latin(where)))))],
  ['an iPhone', box('moov', box('meta', ...quickTime))],
  ['an iPhone, as the ISO has it', box('moov', box('udta', box('meta', flags, ...quickTime)))],
  [
    'a list of items',
    box('moov', box('udta', box('meta', flags, hdlr, box('ilst', box('©xyz', value(where)))))),
  ],
  ['64 bits', longBox('moov', box('udta', box('©xyz', latin(where))))],
  ['XMP', box('uuid', xmp)],
  ['XMP in the user data', box('moov', box('udta', box('XMP_', latin(where)), flags))],
]

test.each(clips)('a clip of %s does not tell where; everything else stays where it was', (_, telling) => {
  const clip = Buffer.concat([ftyp, telling, mdat])
  const cleaned = Buffer.from(withoutPlaces(clip))
  const at = clip.indexOf(where)
  expect(cleaned.subarray(at, at + where.length).every((byte) => byte === 0)).toBe(true)
  expect(cleaned.length).toBe(clip.length)
  expect(cleaned.indexOf('samples may say ' + where)).toBe(clip.indexOf('samples may say ' + where))
  expect(cleaned.includes('Apple')).toBe(clip.includes('Apple'))
  expect(Buffer.from(withoutPlaces(cleaned))).toEqual(cleaned)
})

test('a clip that tells nothing of it is the same bytes', () => {
  const clip = Buffer.concat([
    ftyp,
    box('moov', box('udta', box('©nam', latin('Squat'))), box('meta', hdlr)),
    mdat,
  ])
  expect(withoutPlaces(clip)).toBe(clip)
})

const junk = fc.uint8Array({ maxLength: 60 })
const name = fc.constantFrom(
  'moov',
  'udta',
  'meta',
  'keys',
  'ilst',
  '©xyz',
  'uuid',
  'data',
  'trak',
  '\0\0\0\x01',
)
const tree = fc.letrec<{ node: Buffer }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 10 },
    junk.map((bytes) => Buffer.from(bytes)),
    fc.tuple(name, fc.array(tie('node'), { maxLength: 4 })).map(([called, inner]) => box(called, ...inner)),
    // Sizes that lie.
    fc.tuple(name, fc.nat(), tie('node')).map(([called, size, inner]) => {
      const lying = box(called, inner)
      lying.writeUInt32BE(size)
      return lying
    }),
  ),
})).node

test('any bytes are taken: as long as before, the input untouched, a second time nothing changes', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 5 }), (parts) => {
      const bytes = Buffer.concat(parts)
      const before = Buffer.from(bytes)
      const once = withoutPlaces(bytes)
      expect(bytes.equals(before)).toBe(true)
      expect(once).toHaveLength(bytes.length)
      expect(Buffer.from(withoutPlaces(once))).toEqual(Buffer.from(once))
      // Only ever written over by nothing.
      expect(once.every((byte, at) => byte === bytes[at] || byte === 0)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('a clip of tiny boxes takes no time', () => {
  const clip = Buffer.concat([ftyp, Buffer.concat(Array.from({ length: 500_000 }, () => box('free')))])
  const began = performance.now()
  expect(withoutPlaces(clip)).toBe(clip)
  expect(performance.now() - began).toBeLessThan(1000)
})
