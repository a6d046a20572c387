import { createHash } from 'node:crypto'

/** A short mark of a value, in letters that a button can carry: what reads alike has the same. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12)
}
