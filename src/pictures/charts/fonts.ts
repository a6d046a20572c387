import { createRequire } from 'node:module'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The family that is bundled; it has Latin and Hebrew. */
export const family = 'Rubik'

const require = createRequire(import.meta.url)
const packageFolder = dirname(require.resolve('@expo-google-fonts/rubik/package.json'))

/** The weights that are drawn with, and their files. */
export const fontFiles = {
  400: join(packageFolder, '400Regular', 'Rubik_400Regular.ttf'),
  500: join(packageFolder, '500Medium', 'Rubik_500Medium.ttf'),
  700: join(packageFolder, '700Bold', 'Rubik_700Bold.ttf'),
} as const

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/**
 * A configuration of fontconfig in a folder of its own that knows no fonts but these; servers may have none. It must
 * be named by FONTCONFIG_FILE before the process that draws begins.
 */
export class FontSetting {
  readonly file: string
  readonly #folder = mkdtempSync(join(tmpdir(), 'spotter-fonts-'))

  constructor(fonts: readonly string[] = Object.values(fontFiles)) {
    this.file = join(this.#folder, 'fonts.conf')
    const folders = [...new Set(fonts.map((font) => dirname(font)))]
    const lines = [
      '<?xml version="1.0"?>',
      '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
      '<fontconfig>',
      ...folders.map((folder) => `<dir>${escapeXml(folder)}</dir>`),
      `<cachedir>${escapeXml(join(this.#folder, 'cache'))}</cachedir>`,
      '</fontconfig>',
    ]
    writeFileSync(this.file, lines.join('\n'))
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
