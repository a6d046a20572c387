import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

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

/** No network of its own, a microphone that is none. */
export const quiet = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream',
] // prettier-ignore
