import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import type { KeptPlace } from './journey.ts'

const folder = new URL('../fixtures/conversations/', import.meta.url)

/** Keeps where people stood in the steps of a release, for later versions to read. */
export function keepStates(name: string, places: readonly KeptPlace[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(places, null, 2)}\n`)
}

/** Every place kept by any release. */
export function keptStates(): (KeptPlace & { release: string })[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const places = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as KeptPlace[]
      return places.map((place) => ({ release: file.replace('.json', ''), ...place }))
    })
}
