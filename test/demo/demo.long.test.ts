import { describe, expect, test } from 'vitest'
import { openPage, phone, soon, withBrowser } from '../simulator/browser.ts'
import { browserPath, noBrowser } from '../support/chromium.ts'
import { clockFrom, demoFolder, startedDemo, written } from '../support/demo.ts'

// The demo as somebody meets it: the real bot, the page, a browser.

if (!browserPath) console.log(noBrowser)

describe.skipIf(!browserPath)('the demo', () => {
  withBrowser()

  test('the clock is moved to the next reminder, and it is there; what is said to it is answered at that time', async () => {
    const demo = await startedDemo(demoFolder(), { clock: clockFrom('2026-11-23', '05:00') })
    await demo.answered()
    const page = await openPage(demo)
    const clock = page.getByRole('region', { name: 'Clock' })
    await clock.getByText('Mon 23 Nov 05:00').waitFor()
    await clock.getByRole('button', { name: 'Next reminder' }).click()
    const anna = phone(page, 'Anna Berg')
    await anna.message('Good morning').waitFor()
    await clock.getByText('Mon 23 Nov 07:30').waitFor()
    await anna.write('67.4')
    await expect.poll(async () => (await written(demo)).at(-1), soon).toMatch(/^Mon 23 Nov, 07:30 .*67\.4/)
    await clock.getByRole('button', { name: 'Tomorrow 07:00' }).click()
    await clock.getByText('Tue 24 Nov 07:00').waitFor()
    await expect.poll(() => clock.getByRole('button', { disabled: false }).count(), soon).toBe(4)
    await anna.whole.locator('.day', { hasText: 'Yesterday' }).waitFor({ state: 'attached' })
  })
})
