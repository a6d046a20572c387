import { type Browser, type Locator, type Page, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { browserPath, noBrowser, quiet } from '../support/chromium.ts'
import type { Simulator } from '../../src/simulator/simulator.ts'

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
export async function openPage({ url }: Pick<Simulator, 'url'>, size = desk): Promise<Page> {
  if (!window) throw new Error(noBrowser)
  const { page } = window
  faults = []
  onTestFinished(async () => {
    await page.goto('about:blank')
    expect(faults.filter((fault) => !/net::ERR_|is sandboxed/.test(fault))).toEqual([])
  })
  await page.setViewportSize(size)
  await page.goto(url)
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
    button: (name: string): Locator =>
      whole.getByRole('button', { name, exact: true }).and(page.locator(':not([aria-busy="true"])')),
    write: async (text: string) => {
      await field.fill(text)
      await field.press('Enter')
    },
  }
}
