import { existsSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import type { ChartSpec, PairSpec } from '../../src/domain/pictures.ts'
import { FontSetting } from '../../src/pictures/charts/fonts.ts'
import { chartSvg } from '../../src/pictures/charts/render.ts'
import { fitted, font, widthOf } from '../../src/pictures/charts/text.ts'
import { Helper } from '../../src/pictures/helper.ts'
import { Studio } from '../../src/pictures/studio.ts'
import { openedPicture } from '../support/sentPictures.ts'
import * as bad from './badInputs.ts'
import { hebrew, onePoint, samples, sessions, trend } from './charts.samples.ts'

const failed: string[] = []
const kept = new Map<number, Buffer>()
const studio = new Studio({
  readPicture: (id) => Promise.resolve(kept.get(id)),
  failed: (kind) => failed.push(kind),
})
afterAll(() => studio.stop())

const draw = async (chart: ChartSpec, by = studio) => {
  const drawn = await by.draw({ kind: 'chart', chart })
  return Buffer.from(drawn!.bytes)
}

/** Texts of an SVG, as they are written in it. */
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((found) => found[1] ?? '')

test.each([
  ['trend', 'png 1080x1080'],
  ['onePoint', 'png 1080x1080'],
  ['farTarget', 'png 1080x1080'],
  ['hebrew', 'png 1080x1080'],
  ['sessions', 'png 1080x1206'],
  ['week', 'png 1080x1138'],
  ['month', 'png 1080x1066'],
  ['quarter', 'png 1080x901'],
  ['year', 'png 1080x1017'],
])('%s is drawn as a plain PNG that is no heavier than a photo', async (name, size) => {
  const png = await draw(samples[name]!)
  expect(await openedPicture(png)).toBe(size)
  expect(png.length).toBeLessThan(300_000)
  // Light words and strong colours on a dark card.
  const { channels } = await sharp(png).stats()
  expect(channels.map(({ max }) => max).every((max) => max > 200)).toBe(true)
  expect(channels.map(({ min }) => min).every((min) => min < 60)).toBe(true)
})

test.each(Object.entries(samples))(
  'every word of %s runs its own way, and the font can draw it',
  (_, chart) => {
    const texts = textsOf(chartSvg(chart)).filter((text) => text !== '+')
    expect(texts.length).toBeGreaterThan(5)
    for (const text of texts) {
      expect(text).toMatch(/^[\u2066\u2067].*\u2069$/s)
      expect(text).not.toMatch(/\p{Extended_Pictographic}/u)
    }
    const hebrewWords = texts.filter((text) => /[א-ת]/.test(text))
    expect(hebrewWords.filter((text) => !text.startsWith('\u2067'))).toEqual([])
  },
)

test('Hebrew words stand at the right, and all words name the bundled font', () => {
  const [left, right] = [chartSvg(trend), chartSvg(hebrew)]
  expect(left).toMatch(/<text[^>]*x="64"[^>]*>\u2066Weight\u2069/)
  expect(right).toMatch(/<text[^>]*text-anchor="end"[^>]*x="1016"[^>]*>\u2067משקל\u2069/)
  for (const tag of (left + right).match(/<text[^>]*>/g) ?? []) expect(tag).toContain('Rubik')
})

test('a name that is too long ends in an ellipsis, within the card', () => {
  const title = textsOf(chartSvg(sessions)).find((text) => text.startsWith('\u2066A lift'))!
  expect(title.endsWith('…\u2069')).toBe(true)
  expect(widthOf(title, font(54, 700))).toBeLessThanOrEqual(952)
  expect(fitted('\u2068Anna\u2069', font(54, 700), 60).match(/[\u2068\u2069]/g)).toHaveLength(2)
})

/** The first and the last column with ink among the lines of the title. */
async function inkOfTitle(png: Buffer): Promise<[number, number]> {
  const rows = sharp(png).extract({ left: 0, top: 50, width: 1080, height: 70 }).greyscale()
  const { data, info } = await rows.raw().toBuffer({ resolveWithObject: true })
  const lit = Array.from({ length: info.width }, (_, x) =>
    Array.from({ length: info.height }, (_row, y) => data[y * info.width + x]!).some((value) => value > 150),
  )
  return [lit.indexOf(true), lit.lastIndexOf(true)]
}

test('words are drawn with the bundled font: without it they are boxes, and of another width', async () => {
  const bare = new FontSetting([])
  const helper = new Helper<{ chart: typeof trend }, Uint8Array>({
    program: new URL('../../src/pictures/drawChild.ts', import.meta.url),
    env: { FONTCONFIG_FILE: bare.file },
    time: 30_000,
  })
  onTestFinished(() => {
    helper.stop()
    bare.remove()
  })
  for (const chart of [trend, hebrew]) {
    const width = widthOf(chart.title, font(54, 700))
    const [from, to] = await inkOfTitle(await draw(chart))
    expect(Math.abs(to - from - width)).toBeLessThan(8)
    const boxes = Buffer.from((await helper.ask({ chart })) as Uint8Array)
    const [first, last] = await inkOfTitle(boxes)
    expect(Math.abs(last - first - width)).toBeGreaterThan(12)
  }
})

test('one thing drawn twice is the same picture, and another is not', async () => {
  const [once, again, other] = [await draw(trend), await draw(trend), await draw(onePoint)]
  expect(once.equals(again)).toBe(true)
  expect(once.equals(other)).toBe(false)
})

const pair = (direction: 'ltr' | 'rtl', before = 1, after = 2): PairSpec => ({
  direction,
  title: 'Before and after',
  sides: [
    { fileId: before, label: '1 Sept 2026', caption: 'Front · 86 kg' },
    { fileId: after, label: '23 Nov 2026', caption: 'Front · 82 kg' },
  ],
})

test('two photos stand side by side, the earlier one where reading begins', async () => {
  const plain = (background: string) =>
    sharp({ create: { width: 900, height: 1200, channels: 3, background } })
      .withExif({ IFD0: { Artist: 'canary' } })
      .jpeg()
      .toBuffer()
  kept.set(1, await plain('#ff0000')).set(2, await plain('#0000ff'))
  for (const [direction, first] of [
    ['ltr', 'red'],
    ['rtl', 'blue'],
  ] as const) {
    const drawn = await studio.draw({ kind: 'pair', pair: pair(direction) })
    expect(await openedPicture(drawn!.bytes)).toBe('jpeg 1080x943')
    expect(Buffer.from(drawn!.bytes).includes('canary')).toBe(false)
    const { data } = await sharp(drawn!.bytes)
      .extract({ left: 300, top: 500, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(data[0]! > 200 ? 'red' : 'blue').toBe(first)
  }
})

test('what cannot be drawn is nothing, and the next one is drawn', async () => {
  kept.set(3, bad.cut(await bad.jpeg(), 0.5))
  expect(await studio.draw({ kind: 'pair', pair: pair('ltr', 1, 9) })).toBeUndefined()
  expect(await studio.draw({ kind: 'pair', pair: pair('ltr', 1, 3) })).toBeUndefined()
  expect(failed).toEqual(['pair', 'pair'])
  expect(await openedPicture(await draw(trend))).toBe('png 1080x1080')
  expect(studio.depth).toBe(0)
})

test('a child without work ends, and another draws the next one', async () => {
  const own = new Studio({ readPicture: () => Promise.resolve(undefined), failed: () => {}, idle: 50 })
  onTestFinished(() => own.stop())
  await draw(trend, own)
  expect(own.pid).toBeGreaterThan(0)
  await vi.waitFor(() => expect(own.pid).toBeUndefined())
  expect(await openedPicture(await draw(trend, own))).toBe('png 1080x1080')
})

test('the loop is free while the first chart is drawn, and nothing is left behind', async () => {
  const own = new Studio({ readPicture: () => Promise.resolve(undefined), failed: () => {} })
  const begun = performance.now()
  let [last, longest] = [begun, 0]
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 2)
  await draw(trend, own)
  const taken = performance.now() - begun
  clearInterval(timer)
  own.stop()
  // Drawn in this process, it would be nearly all of that time.
  expect(longest).toBeLessThan(taken / 2)
  expect(await own.draw({ kind: 'chart', chart: trend })).toBeUndefined()
  const setting = new FontSetting()
  setting.remove()
  expect(existsSync(setting.file)).toBe(false)
})
