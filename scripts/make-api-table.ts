/**
 * Makes src/simulator/api.json, the compact table of the Bot API the simulator checks every call against.
 *
 *     node scripts/make-api-table.ts path/to/bot-api.json
 *
 * Of each method it keeps the parameters, of each input type the fields: name (with `?` when optional) → types joined
 * by `|`. A type that is one of several is the list of them; a field with one possible value is `=value`.
 */
import { readFileSync, writeFileSync } from 'node:fs'

interface Field {
  name: string
  types: string[]
  required: boolean
  description: string
}
interface Source {
  version: string
  release_date: string
  methods: Record<string, { fields?: Field[] }>
  types: Record<string, { fields?: Field[]; subtypes?: string[] }>
}

const target = new URL('../src/simulator/api.json', import.meta.url)

function fieldType(field: Field): string {
  const constant = /(?:must be|always) [“"]?([a-z_0-9]+)[”"]?$/.exec(field.description)?.[1]
  return constant && (field.name === 'type' || field.name === 'source')
    ? `=${constant}`
    : field.types.join('|')
}

function shape(fields: Field[] = []): Record<string, string> {
  return Object.fromEntries(
    fields.map((field) => [field.required ? field.name : `${field.name}?`, fieldType(field)]),
  )
}

function reachable(source: Source): Set<string> {
  const found = new Set<string>()
  const visit = (names: string[]) => {
    for (const name of names.map((type) => type.replaceAll('Array of ', ''))) {
      const type = source.types[name]
      if (!type || found.has(name) || name === 'InputFile') continue
      found.add(name)
      visit([...(type.subtypes ?? []), ...(type.fields ?? []).flatMap((field) => field.types)])
    }
  }
  visit(
    Object.values(source.methods).flatMap((method) => (method.fields ?? []).flatMap((field) => field.types)),
  )
  return found
}

const path = process.argv[2]
if (!path) throw new Error('Which bot-api.json? Give its path as the argument.')
const source = JSON.parse(readFileSync(path, 'utf8')) as Source
const methods = Object.entries(source.methods).map(([name, method]) => [name, shape(method.fields)])
const types = [...reachable(source)].sort().map((name) => {
  const type = source.types[name]
  return [name, type?.subtypes ?? shape(type?.fields)]
})
const lines = (entries: unknown[][]) =>
  entries.map(([name, value]) => `"${String(name)}":${JSON.stringify(value)}`).join(',\n')
writeFileSync(
  target,
  `{"version":"${source.version}","released":"${source.release_date}",\n"methods":{\n${lines(methods)}\n},\n"types":{\n${lines(types)}\n}}\n`,
)
