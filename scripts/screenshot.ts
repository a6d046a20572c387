/**
 * Takes the picture of the demo page that the README shows: starts the real demo in a folder of its own, lets its
 * people do what they are told, and writes a PNG.
 *
 *     node scripts/screenshot.ts [--out docs/demo.png] [--size 1400x900] [--dark] [--folder data/demo] [act…]
 *
 * An act is `Anna: [Start workout]` (taps the newest button of that name), `Anna: 8x60` (writes), `Anna` (her phone is
 * looked at), `[+1 h]` (moves the clock), or `wait 800` (milliseconds). Before the next act the page is let come to rest. Chromium is CHROME_PATH, or on PATH.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Locator, type Page, chromium } from 'playwright-core'
import { startDemo } from '../src/demo/demo.ts'
import { makeLog } from '../src/log.ts'
import { systemClock } from '../src/systemClock.ts'
import { browserPath, quiet } from '../test/support/chromium.ts'

const { values, positionals: acts } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'docs/demo.png' },
    size: { type: 'string', default: '1400x900' },
    dark: { type: 'boolean', default: false },
    folder: { type: 'string' },
  },
})

/** Nothing on the page has changed for half a second. */
async function rest(page: Page): Promise<void> {
  for (let before = '', now = await page.content(); now !== before; now = await page.content()) {
    before = now
    await page.waitForTimeout(500)
  }
}

async function perform(page: Page, act: string): Promise<void> {
  const pause = /^wait (\d+)$/.exec(act)?.[1]
  if (pause !== undefined) return page.waitForTimeout(Number(pause))
  const move = /^\[(.+)\]$/.exec(act)?.[1]
  if (move !== undefined) return page.locator('.clock').getByRole('button', { name: move }).click()
  const [, who = '', what] = /^([^:]+)(?:: ([^]*))?$/.exec(act) ?? []
  const phone = page.locator('.phone', { has: page.locator('.owner', { hasText: who }) })
  if ((await phone.count()) !== 1) throw new Error(`Nobody, or more than one, is called "${who}": ${act}`)
  if (what === undefined) return phone.locator('.who').first().click()
  const label = /^\[(.+)\]$/.exec(what)?.[1]
  if (label !== undefined) return tap(phone, label)
  const field = phone.getByRole('textbox')
  await field.fill(what)
  return field.press('Enter')
}

async function tap(phone: Locator, label: string): Promise<void> {
  const keys = phone.locator('.keyboard').getByRole('button')
  const there = (await keys.allTextContents()).map((text) => text.trim())
  const at = there.findLastIndex((text) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, '').includes(label))
  if (at < 0)
    throw new Error(`There is no button [${label}]; there are ${there.map((text) => `[${text}]`).join(' ')}`)
  await keys.nth(at).click()
}

if (!browserPath) throw new Error('No Chromium: set CHROME_PATH, or install chromium.')
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'spotter-screenshot-'))
const [width = 1400, height = 900] = values.size.split('x').map(Number)
const log = makeLog('warn', process.stderr)
const demo = await startDemo({ config: { port: 0, host: '127.0.0.1' }, clock: systemClock, log, folder })
const browser = await chromium.launch({ executablePath: browserPath, args: quiet })
try {
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: 2,
    colorScheme: values.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  await page.goto(demo.url)
  await page.getByText('The bot is listening').waitFor({ state: 'attached' })
  await page.locator('.theirs').first().waitFor()
  await rest(page)
  for (const act of acts) {
    await perform(page, act)
    await rest(page)
  }
  mkdirSync(dirname(values.out), { recursive: true })
  await page.evaluate('document.activeElement?.blur()')
  await page.screenshot({ path: values.out })
  console.log(values.out)
} finally {
  await browser.close()
  await demo.close()
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true })
}
