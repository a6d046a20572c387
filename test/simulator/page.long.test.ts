import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, onTestFinished, test } from 'vitest'
import { browserPath, noBrowser } from '../support/chromium.ts'
import { openPage, phone, soon, withBrowser } from './browser.ts'
import { grammyBot } from './grammyBot.ts'
import { good, simulated, turnedClock } from './setup.ts'

// The page in a real browser, against a bot that is not ours.

if (!browserPath) console.log(noBrowser)

declare const document: {
  activeElement: unknown
  documentElement: { scrollWidth: number }
  createRange(): { selectNodeContents(node: unknown): void; getClientRects(): Iterable<DOMRect> }
}
declare function getComputedStyle(element: unknown): { direction: string }
interface DOMRect {
  left: number
  right: number
  bottom: number
  height: number
}

async function stage(options = {}) {
  const simulator = await simulated({ botName: 'Coach', ...options })
  const anna = simulator.person({ firstName: 'Anna', lastName: 'Berg', username: 'anna' })
  const bot = await grammyBot(simulator)
  return { simulator, anna, bot }
}

const picture = (name: string, width = 64, height = 48) =>
  sharp({ create: { width, height, channels: 3, background: '#3a7' } })
    .png()
    .toBuffer()
    .then((buffer) => ({ name, mimeType: 'image/png', buffer }))

describe.skipIf(!browserPath)('the chat page', () => {
  withBrowser()

  test('starts the bot, taps its buttons, sees edits as they happen, toasts and alerts', async () => {
    const { simulator, anna } = await stage()
    const page = await openPage(simulator)
    const { whole, message, button } = phone(page, 'Anna Berg')
    await page.getByText('The bot is listening').waitFor()
    await button('Start').click()
    const card = message('Welcome, Anna')
    await card.locator('b', { hasText: 'Anna' }).waitFor()
    await button('Count 0').dblclick()
    await whole.getByRole('status').getByText('1!').waitFor()
    await message('Counted to 1').getByText('edited').waitFor()
    await expect.poll(() => whole.locator('.key.waiting').count(), soon).toBe(0)
    await button('Warn').click()
    const alert = whole.getByRole('alertdialog', { name: 'Coach' })
    await alert.getByText('Mind your back').waitFor()
    await page.keyboard.press('Enter')
    await alert.waitFor({ state: 'detached' })
    await good(simulator, 'editMessageText', {
      chat_id: anna.id,
      message_id: anna.last().id,
      text: 'Elsewhere <i>now</i>',
      parse_mode: 'HTML',
    })
    await message('Elsewhere now').waitFor()
    expect(await whole.locator('.key').count()).toBe(0)
    expect(anna.taps.map(({ data }) => data)).toEqual(['count:1', 'warn'])
  })

  test('writes, replies, edits, by keyboard alone', async () => {
    const { simulator, anna } = await stage()
    anna.start()
    await anna.sees('Welcome')
    const page = await openPage(simulator)
    const { field, message, whole } = phone(page, 'Anna Berg')
    await field.fill('8x60')
    await field.press('Shift+Enter')
    await field.pressSequentially('8x60')
    const { height = 0 } = (await field.boundingBox()) ?? {}
    await field.press('Enter')
    await message('8x60').waitFor()
    expect(anna.chat().at(-1)?.text).toBe('8x60\n8x60')
    expect((await field.boundingBox())?.height).toBeLessThan(height)
    await field.press('ArrowUp')
    await whole.getByText('Edit message').waitFor()
    await field.fill('8x62.5')
    await field.press('Enter')
    await message('Now: 8x62.5').getByRole('button', { name: 'In reply to: 8x62.5' }).waitFor()
    await message(/^Anna: 8x62.5edited/).waitFor()
    await message('Welcome').getByRole('button', { name: 'Reply' }).focus()
    await page.keyboard.press('Enter')
    await whole.getByText('Reply', { exact: true }).waitFor()
    await page.keyboard.type('thanks')
    await page.keyboard.press('Enter')
    await message('thanks').locator('.quote', { hasText: 'Welcome' }).waitFor()
    expect(anna.chat().at(-1)).toMatchObject({ text: 'thanks', replyTo: { id: 2 } })
    await field.pressSequentially('/inv')
    await whole
      .getByRole('group', { name: 'Commands' })
      .getByRole('button', { name: '/invite A link' })
      .click()
    await message('One link').waitFor()
    expect(await field.inputValue()).toBe('')
  })

  test('attaches photos, an album, files and voices, and shows what comes', async () => {
    const { simulator, anna } = await stage()
    anna.start()
    const page = await openPage(simulator)
    const { field, message, messages, whole, button, write } = phone(page, 'Anna Berg')
    const attach = async (kind: string, files: { name: string; mimeType: string; buffer: Buffer }[]) => {
      await button('Attach').click()
      await whole.locator(`input[data-kind=${kind}]`).setInputFiles(files)
      await whole.locator('.pending').waitFor()
    }
    await attach('photo', [await picture('form.png')])
    await field.fill('My form')
    await field.press('Enter')
    await message('My form').getByRole('button', { name: 'Photo: My form' }).waitFor()
    await message(/photo: \d+ bytes of image\/jpeg at photos\/file_1\.jpg/).waitFor()
    await attach('photo', [await picture('a.png'), await picture('b.png')])
    await button('Send').click()
    await message(/part of \d+/)
      .first()
      .waitFor()
    expect(await whole.locator('.album img').count()).toBe(2)
    await attach('document', [
      { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Mon\nSquat') },
    ])
    await button('Send').click()
    await message('plan.txt: 9 bytes of text/plain').waitFor()
    await attach('voice', [{ name: 'note.ogg', mimeType: 'audio/ogg', buffer: Buffer.alloc(500) }])
    await button('Send').click()
    await message('voice of 1 s: 500 bytes of audio/ogg').waitFor()
    await button('Record a voice message').click()
    await button('Send voice message').click()
    await message(/voice of 1 s: \d+ bytes of audio\/webm/).waitFor()
    await write('photo')
    await message('Bench').locator('img').waitFor()
    await write('file')
    await messages.last().getByRole('link', { name: 'plan.txt' }).waitFor()
    await message('Bench').getByRole('button', { name: 'Photo: Bench' }).click()
    await page.getByRole('dialog', { name: 'Photo' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('an invite link opens inside the page, for somebody new or somebody there', async () => {
    const { simulator, anna } = await stage()
    anna.start()
    anna.say('/invite')
    await anna.sees('One link')
    const page = await openPage(simulator)
    const hers = phone(page, 'Anna Berg')
    await hers.button('Open').click()
    const dialog = page.getByRole('dialog', { name: 'Open the invite link' })
    await dialog.getByLabel('First name').fill('דן')
    await dialog.getByLabel('Language').selectOption('he')
    await dialog.getByRole('button', { name: 'Open Telegram' }).click()
    const dan = phone(page, 'דן')
    await dan.message('/start token-1').waitFor()
    await dan.message('שלום').waitFor()
    await expect.poll(() => dan.field.evaluate((field) => field === document.activeElement), soon).toBe(true)
    await hers.message('One link').getByRole('link', { name: 't.me' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Anna Berg' }).click()
    await hers.message('You brought token-1').waitFor()
    await page.getByRole('button', { name: 'New person' }).click()
    await page.getByLabel('First name').fill('<b>Ben</b>')
    await page.getByLabel('Invite link').fill('the link she sent')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('That is no invite link').waitFor()
    await page.getByRole('button', { name: 'Use the link from Anna’s chat' }).click()
    await page.getByRole('button', { name: 'Open Telegram' }).click()
    await phone(page, '<b>Ben</b>').message('/start token-1').waitFor()
    expect(simulator.people.map(({ name }) => name)).toEqual(['Anna', 'דן', '<b>Ben</b>'])
  })

  test('on a phone the chats lie side by side, and a dot tells where something is new', async () => {
    const { simulator, anna } = await stage()
    const ben = simulator.person({ firstName: 'Ben' })
    anna.start()
    ben.start()
    await ben.sees('Welcome')
    const page = await openPage(simulator, { width: 390, height: 844 })
    const tabs = page.getByRole('navigation', { name: 'People' }).getByRole('button')
    const shown = async () => {
      await phone(page, 'Anna Berg').messages.first().waitFor()
      return tabs.evaluateAll((all) => all.map((tab) => tab.getAttribute('aria-current')))
    }
    await expect.poll(shown, soon).toEqual(['true', 'false'])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    const { width, height = 0, y = 0 } = (await phone(page, 'Anna Berg').whole.boundingBox()) ?? {}
    expect([width, height + y]).toEqual([390, 844])
    await good(simulator, 'sendMessage', { chat_id: ben.id, text: 'For Ben' })
    await page.getByRole('button', { name: 'Ben has something new' }).click()
    await expect.poll(shown, soon).toEqual(['false', 'true'])
    await page.getByText('has something new').waitFor({ state: 'detached' })
    await phone(page, 'Ben').button('Count 0').click()
    await phone(page, 'Ben').message('Counted to 1').waitFor()
  })

  test('the clock shows the time of whoever is looked at, and moves; nothing else can be moved meanwhile', async () => {
    const clock = turnedClock(Date.UTC(2026, 10, 23, 5))
    let arrive = () => {}
    const mover = {
      zoneOf: async (id: number) => (id === anna.id ? 'America/New_York' : 'Asia/Tokyo'),
      move: (_to: unknown, _who: number, step: () => void) => {
        clock.turn(3_600_000)
        step()
        return new Promise<void>((resolve) => (arrive = resolve))
      },
    }
    const { simulator, anna } = await stage({ clock, mover })
    simulator.person({ firstName: 'יואב', language: 'he' }).start()
    anna.start()
    const page = await openPage(simulator)
    const line = page.getByRole('region', { name: 'Clock' })
    await line.getByText('Mon 23 Nov 00:00 New York').waitFor()
    await line.getByRole('button', { name: '+1 h' }).click()
    await line.getByText('01:00').waitFor()
    await line.getByRole('status').getByText('Time is moving').waitFor({ state: 'attached' })
    expect(await line.getByRole('button', { disabled: true }).count()).toBe(4)
    arrive()
    await expect.poll(() => line.getByRole('button', { disabled: false }).count(), soon).toBe(4)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('navigation', { name: 'People' }).getByRole('button', { name: 'יואב' }).click()
    const hebrew = page.getByRole('region', { name: 'שעון' })
    await hebrew.getByText('יום ב׳, 23 בנוב׳ 15:00').waitFor()
    expect(await hebrew.evaluate((box) => getComputedStyle(box).direction)).toBe('rtl')
    const boxes = await Promise.all((await hebrew.getByRole('button').all()).map((key) => key.boundingBox()))
    for (const box of boxes) {
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
      expect(box?.height).toBeGreaterThanOrEqual(36)
    }
    expect(boxes).toHaveLength(4)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })

  test('messages bear the time of whose phone it is, and follow them to another zone', async () => {
    const clock = turnedClock(Date.UTC(2026, 10, 23, 5, 30))
    let zone = 'UTC'
    const mover = { zoneOf: async () => zone, move: async () => undefined }
    const { simulator, anna } = await stage({ clock, mover })
    anna.start()
    const page = await openPage(simulator)
    const times = () => page.locator('.meta time').allTextContents()
    await expect.poll(async () => new Set(await times()), soon).toEqual(new Set(['05:30']))
    zone = 'Asia/Jerusalem'
    await good(simulator, 'sendMessage', { chat_id: anna.id, text: 'Good morning!' })
    await page.getByText('Good morning!').waitFor()
    await expect.poll(async () => new Set(await times()), soon).toEqual(new Set(['07:30']))
  })

  test('without a clock that can be moved there is none', async () => {
    const { simulator } = await stage()
    const page = await openPage(simulator)
    await page.getByText('The bot is listening').waitFor()
    expect(await page.getByRole('region', { name: 'Clock' }).count()).toBe(0)
  })

  test('Hebrew runs from the right, English and numbers in it from the left', async () => {
    const { simulator } = await stage()
    const yoav = simulator.person({ firstName: 'יואב', language: 'he' })
    yoav.start()
    await yoav.sees('שלום')
    yoav.say('8x60')
    const page = await openPage(simulator)
    const { message, field } = phone(page, 'יואב')
    /** How far each line of a text is from the left and the right of its box. */
    const gaps = (text: string) =>
      message(text)
        .locator('.text')
        .evaluate((box) => {
          const range = document.createRange()
          range.selectNodeContents(box)
          const outer = box.getBoundingClientRect()
          const lines = new Map<number, { left: number; right: number }>()
          for (const { left, right, height, bottom } of range.getClientRects()) {
            const key = Math.round(bottom / 8)
            const { left: nearest, right: farthest } = lines.get(key) ?? { left: Infinity, right: Infinity }
            const gap = {
              left: Math.min(nearest, left - outer.left),
              right: Math.min(farthest, outer.right - right),
            }
            if (height > 5) lines.set(key, gap)
          }
          return [...lines.values()].map(({ left, right }) =>
            left < 2 ? (right < 2 ? 'full' : 'left') : right < 2 ? 'right' : '?',
          )
        })
    await message('שלום').waitFor()
    expect(await gaps('שלום')).toEqual(['right', 'right'])
    const words =
      'A line in English\nשורה בעברית\n\u2068מתח\u2069 × \u20683\u2069\nand one more, the longest of these four'
    await good(simulator, 'sendMessage', { chat_id: yoav.id, text: words })
    await message('English').waitFor()
    expect(await gaps('English')).toEqual(['left', 'right', 'left', 'left'])
    await good(simulator, 'sendMessage', {
      chat_id: yoav.id,
      text: 'מתח בעברית ארוכה מאוד\n\u2068מתח\u2069 × \u20683\u2069\n.',
    })
    await message('ארוכה').waitFor()
    expect(await gaps('ארוכה')).toEqual(['full', 'left', 'left'])
    await field.fill('שלום')
    expect(await field.evaluate((box) => getComputedStyle(box).direction)).toBe('rtl')
    const time = await message('שלום').locator('.meta').boundingBox()
    const bubble = await message('שלום').locator('.bubble').boundingBox()
    expect((time?.x ?? 0) - (bubble?.x ?? 0)).toBeLessThan(20)
  })

  test('the newest message is in view, unless the reader has scrolled up', async () => {
    const { simulator, anna } = await stage()
    anna.start()
    for (let count = 1; count <= 40; count++) anna.say(`Line ${count}`)
    const page = await openPage(simulator)
    const { message, whole } = phone(page, 'Anna Berg')
    const inView = (text: string) =>
      message(text)
        .last()
        .evaluate((element) => {
          const { bottom } = element.getBoundingClientRect()
          const frame = element.closest('.scroll')?.getBoundingClientRect()
          return frame !== undefined && bottom > frame.top && bottom <= frame.bottom
        })
    await expect.poll(() => inView('Line 40'), soon).toBe(true)
    await good(simulator, 'sendMessage', { chat_id: anna.id, text: 'One more' })
    await message('One more').waitFor()
    expect(await inView('One more')).toBe(true)
    await whole.locator('.scroll').evaluate((frame) => frame.scrollTo(0, 200))
    await whole.getByRole('button', { name: 'To the newest message' }).waitFor()
    await good(simulator, 'sendMessage', { chat_id: anna.id, text: 'Out of sight' })
    await whole.getByRole('button', { name: 'To the newest message, 1 new' }).waitFor()
    expect(await inView('Out of sight')).toBe(false)
    await whole.getByRole('button', { name: 'To the newest message, 1 new' }).click()
    await expect.poll(() => inView('Out of sight'), soon).toBe(true)
  })

  test('nothing that people or bots write runs, whatever it looks like', async () => {
    const { simulator, anna } = await stage()
    simulator.person({ firstName: '<img src=x onerror="pwned=1">' }).say('hi')
    anna.say('<img src=x onerror="pwned=1"><script>pwned=1</script> javascript:alert(1)')
    anna.sendFile(Buffer.from('<script>pwned=1</script>'), '"><img src=x onerror=pwned=1>.html', 'text/html')
    const entities = [{ type: 'text_link', offset: 0, length: 5, url: 'javascript:alert(1)' }]
    await good(simulator, 'sendMessage', { chat_id: anna.id, text: 'Click me', entities })
    const page = await openPage(simulator)
    const { message } = phone(page, 'Anna Berg')
    await message('Click me').click()
    await message('onerror').first().waitFor()
    expect(await page.locator('img[src=x], a[href^="javascript"]').count()).toBe(0)
    expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false)
    const nameless = await page
      .getByRole('button')
      .evaluateAll((all) => all.filter((one) => !(one.ariaLabel ?? one.textContent)?.trim()).length)
    expect(nameless).toBe(0)
    await page.goto(`${simulator.url}/api/files/${anna.chat()[1]?.document?.fileId}`)
    expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false)
  })

  test('keyboards, questions, typing, blocking; and it is all there after a restart of the simulator', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simulator-page-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const file = join(folder, 'telegram.sqlite')
    const first = await simulated({ file })
    const anna = first.person({ firstName: 'Anna' })
    anna.start()
    const page = await openPage(first)
    const { whole, button, field, message } = phone(page, 'Anna')
    await page.getByText('The bot is away').waitFor()
    await grammyBot(first)
    anna.say('keys')
    await button('82.4').click()
    await expect.poll(() => anna.chat().at(-1)?.text, soon).toBe('82.4')
    await button('82.4').waitFor({ state: 'detached' })
    anna.say('ask')
    await expect.poll(() => field.getAttribute('placeholder'), soon).toBe('Name')
    await field.fill('Anna Maria')
    await field.press('Enter')
    await expect.poll(() => anna.chat().at(-1)?.replyTo?.text, soon).toBe('Your name?')
    anna.say('think')
    await whole.getByText('typing…').waitFor()
    await whole.getByLabel('More about Anna').click()
    await button('Block the bot').click()
    await button('Unblock Spotter').click()
    await field.waitFor()
    await first.stop()
    await page.getByText('Connecting…').waitFor()
    const again = await simulated({ file, port: Number(new URL(first.url).port) })
    again.people[0]?.say('still there')
    await message('still there').waitFor()
    await message('Anna Maria').waitFor()
  })
})
