/** The kinds of value a button can carry. Decoded values are claims: the use case proves them. */
interface Kinds {
  int: number
  word: string
}
type Fields = Record<string, keyof Kinds>
type Values<F extends Fields> = { [K in keyof F]: Kinds[F[K]] }
export type ActionTable = Record<string, Fields>
export type ActionOf<T extends ActionTable> = {
  [N in keyof T & string]: { name: N } & Values<T[N]>
}[keyof T & string]

const limitBytes = 64
const bytes = new TextEncoder()

function encodeField(kind: keyof Kinds, value: unknown): string {
  if (kind === 'int') {
    if (!Number.isSafeInteger(value)) throw new Error(`Not a whole number: ${String(value)}`)
    return (value as number).toString(36)
  }
  if (typeof value !== 'string' || !/^[\w./+-]*$/.test(value))
    throw new Error(`Not a plain word: ${String(value)}`)
  return value
}

function decodeField(kind: keyof Kinds, text: string): number | string | undefined {
  if (kind === 'word') return /^[\w./+-]*$/.test(text) ? text : undefined
  if (!/^-?[0-9a-z]{1,11}$/.test(text)) return undefined
  const value = Number.parseInt(text, 36)
  return Number.isSafeInteger(value) ? value : undefined
}

/**
 * A codec over one table of payloads. `encode` throws on what cannot be carried (64 bytes at most);
 * `decode` answers undefined for anything that was not made by it.
 */
export function actionCodec<T extends ActionTable>(table: T) {
  return {
    encode(action: ActionOf<T>): string {
      const fields = table[action.name]
      if (!fields) throw new Error(`No such action: ${action.name}`)
      const parts = Object.entries(fields).map(([field, kind]) =>
        encodeField(kind, action[field as keyof typeof action]),
      )
      const data = [action.name, ...parts].join(':')
      if (bytes.encode(data).length > limitBytes)
        throw new Error(`Callback data over ${limitBytes} bytes: ${action.name}`)
      return data
    },
    decode(data: string): ActionOf<T> | undefined {
      const [name = '', ...parts] = data.split(':')
      const fields = Object.hasOwn(table, name) ? table[name] : undefined
      if (!fields) return undefined
      const entries = Object.entries(fields)
      if (entries.length !== parts.length) return undefined
      const action: Record<string, unknown> = { name }
      for (const [index, [field, kind]] of entries.entries()) {
        const value = decodeField(kind, parts[index] ?? '')
        if (value === undefined) return undefined
        action[field] = value
      }
      return action as ActionOf<T>
    },
  }
}
