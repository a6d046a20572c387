import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type Locator, type Page, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import type { Simulator } from '../../src/simulator/simulator.ts'

/** Where a Chromium is: CHROME_PATH, or on PATH under one of its names. */
export const browserPath = findBrowser()

/** What is said where there is none. */
export const noBrowser =
  'The browser tests of the chat page did NOT run: no Chromium was found (CHROME_PATH, or chromium, chromium-browser, google-chrome on PATH).'

function findBrowser(): string | undefined {
  const named = process.env['CHROME_PATH']
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const places = [
    ...(named ? [named] : []),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
  ]
  return places.find(runs)
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const quiet = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream',
] // prettier-ignore

let window: { page: Page; browser: Browser } | undefined
let faults: string[] = []

/** One window for all tests of a file. */
export function withBrowser(): void {
  beforeAll(async () => {
    if (!browserPath) return
    const browser = await chromium.launch({ executablePath: browserPath, args: quiet })
    const context = await browser.newContext({ reducedMotion: 'reduce', timezoneId: 'Asia/Jerusalem' })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    window = { page, browser }
  })
  afterAll(() => window?.browser.close())
}

const desk = { width: 1400, height: 900 }

/** The chat page, until the test ends. A fault in its console fails the test. */
export async function openPage(simulator: Simulator, size = desk): Promise<Page> {
  if (!window) throw new Error(noBrowser)
  const { page } = window
  faults = []
  onTestFinished(async () => {
    await page.goto('about:blank')
    expect(faults.filter((fault) => !/net::ERR_|is sandboxed/.test(fault))).toEqual([])
  })
  await page.setViewportSize(size)
  await page.goto(simulator.url)
  return page
}

/** The patience of `expect.poll` that a busy machine asks for. */
export const soon = { timeout: 15_000 }

/** Somebody's phone on the page. */
export function phone(page: Page, name: string) {
  const whole = page.getByRole('region', { name: `Phone of ${name}` })
  const field = whole.getByRole('textbox', { name: 'Message from' })
  return {
    whole,
    field,
    messages: whole.locator('.message'),
    message: (text: string | RegExp): Locator => whole.locator('.message', { hasText: text }),
    button: (name: string): Locator => whole.getByRole('button', { name, exact: true }),
    write: async (text: string) => {
      await field.fill(text)
      await field.press('Enter')
    },
  }
}
