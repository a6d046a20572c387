import { readFileSync } from 'node:fs'
import { ApiError, brokenRule } from './errors.ts'
import { Upload } from './types.ts'

type Shape = Record<string, string>
interface Table {
  version: string
  methods: Record<string, Shape>
  types: Record<string, Shape | string[]>
}

const table = JSON.parse(readFileSync(new URL('../api.json', import.meta.url), 'utf8')) as Table
const byLowerCase = new Map(Object.keys(table.methods).map((name) => [name.toLowerCase(), name]))

/** The method's name as published; names are case-insensitive on the wire. */
export function methodName(name: string): string | undefined {
  return byLowerCase.get(name.toLowerCase())
}

export type Values = Record<string, unknown>

export interface Checked {
  values: Values
  /** Parameters and fields the table does not know; Telegram ignores them in silence. */
  unknown: string[]
}

class Mistyped extends Error {}

const emptyWords: Record<string, string> = {
  chat_id: 'chat_id is empty',
  text: 'message text is empty',
  photo: 'there is no photo in the request',
  document: 'there is no document in the request',
  voice: 'there is no voice in the request',
  video: 'there is no video in the request',
  message_id: 'message identifier is not specified',
}

/**
 * Checks parameters against the published table and turns strings of a form into what they stand for.
 * Throws `ApiError` for what is missing or of a wrong type.
 */
export function checkParameters(method: string, given: Values): Checked {
  const shape = table.methods[method] ?? {}
  const checked: Checked = { values: {}, unknown: [] }
  const known = new Set<string>()
  for (const [key, types] of Object.entries(shape)) {
    const name = key.replace('?', '')
    known.add(name)
    const value = given[name]
    if (value === undefined || value === null || value === '') {
      if (key === name) throw brokenRule(emptyWords[name] ?? `parameter "${name}" is required`)
      continue
    }
    checked.values[name] = readParameter(name, types, value, checked.unknown)
  }
  checked.unknown.push(
    ...Object.keys(given).filter((name) => !known.has(name) && !(given[name] instanceof Upload)),
  )
  return checked
}

function readParameter(name: string, types: string, value: unknown, unknown: string[]): unknown {
  try {
    return read(types, value, name, unknown)
  } catch (error) {
    if (error instanceof Mistyped)
      throw brokenRule(`can't parse ${name.replaceAll('_', ' ')}: ${error.message}`)
    throw error
  }
}

const mistyped = (path: string, type: string) => new Mistyped(`Field "${path}" must be of type ${type}`)

function read(types: string, value: unknown, path: string, unknown: string[]): unknown {
  if (types.startsWith('=')) {
    if (value !== types.slice(1)) throw mistyped(path, `"${types.slice(1)}"`)
    return value
  }
  // A list of one of several kinds may hold all of them, as an album does.
  if (/^Array of .*\|Array of /.test(types))
    return readArray(types.replaceAll('|Array of ', '|').slice(9), value, path, unknown)
  let closest: { error: Mistyped; depth: number } | undefined
  for (const type of types.split('|')) {
    const seen: string[] = []
    try {
      const result = readOne(type, value, path, seen)
      unknown.push(...seen)
      return result
    } catch (error) {
      if (!(error instanceof Mistyped)) throw error
      const depth = error.message.split('.').length
      if (!closest || depth > closest.depth) closest = { error, depth }
    }
  }
  throw closest?.error ?? mistyped(path, types)
}

function readOne(type: string, value: unknown, path: string, unknown: string[]): unknown {
  if (type.startsWith('Array of ')) return readArray(type.slice(9), value, path, unknown)
  switch (type) {
    case 'Integer':
      return readNumber(value, path, /^-?\d{1,16}$/)
    case 'Float':
      return readNumber(value, path, /^-?\d+(\.\d+)?$/)
    case 'Boolean':
      return readBoolean(value, path)
    case 'String':
      return readString(value, path)
    case 'InputFile':
      if (!(value instanceof Upload)) throw mistyped(path, 'InputFile')
      return value
    default:
      return readObject(type, value, path, unknown)
  }
}

function readNumber(value: unknown, path: string, pattern: RegExp): number {
  if (typeof value !== 'number' && typeof value !== 'string') throw mistyped(path, 'Number')
  if (!pattern.test(String(value))) throw mistyped(path, 'Number')
  return Number(value)
}

function readString(value: unknown, path: string): string {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') throw mistyped(path, 'String')
  if (!value.isWellFormed())
    throw new ApiError(400, 'Bad Request: strings must be encoded in UTF-8', { broken: true })
  return value
}

function readBoolean(value: unknown, path: string): boolean {
  if (typeof value === 'boolean') return value
  const word = String(value).toLowerCase()
  if (['true', 'yes', '1'].includes(word)) return true
  if (['false', 'no', '0'].includes(word)) return false
  throw mistyped(path, 'Boolean')
}

function fromJson(value: unknown, path: string, type: string): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    throw mistyped(path, type)
  }
}

function readArray(type: string, given: unknown, path: string, unknown: string[]): unknown[] {
  const value = fromJson(given, path, 'Array')
  if (!Array.isArray(value)) throw mistyped(path, 'Array')
  return value.map((item, index) => read(type, item, `${path}.${index}`, unknown))
}

function readObject(type: string, given: unknown, path: string, unknown: string[]): unknown {
  // A button of a reply keyboard may be its label alone.
  if (type === 'KeyboardButton' && typeof given === 'string') return { text: given }
  const value = fromJson(given, path, 'Object')
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw mistyped(path, 'Object')
  const shape = table.types[type] ?? {}
  if (Array.isArray(shape)) return read(shape.join('|'), value, path, unknown)
  return readFields(shape, value as Values, path, unknown)
}

function readFields(shape: Shape, value: Values, path: string, unknown: string[]): Values {
  const result: Values = {}
  const known = new Set<string>()
  for (const [key, types] of Object.entries(shape)) {
    const name = key.replace('?', '')
    known.add(name)
    const field = value[name]
    if (field !== undefined && field !== null) result[name] = read(types, field, `${path}.${name}`, unknown)
    else if (key === name) throw mistyped(`${path}.${name}`, types)
  }
  unknown.push(
    ...Object.keys(value)
      .filter((name) => !known.has(name))
      .map((name) => `${path}.${name}`),
  )
  return result
}

/** A text parameter, empty (or as `otherwise` says) when it was not given; numbers as they are written. */
export function textOf(values: Values, name: string, otherwise = ''): string {
  const value = values[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : otherwise
}
