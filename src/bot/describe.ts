import { CallFailed } from './telegram.ts'

const frames = /^\s*at .*?((?:src|test|node_modules)\/[^()\s]+|node:[^()\s]+)\)?$/gm

/** Where it arose: the first frame of our own, else the first there is. The message is left out: it may quote people. */
function placeOf({ stack = '', message }: Error): string {
  const below = message === '' ? stack : stack.slice(stack.indexOf(message) + message.length)
  const places = [...below.matchAll(frames)].map(([, place = '']) => place)
  return places.find((place) => place.startsWith('src/')) ?? places[0] ?? ''
}

/**
 * An error as it may be logged: its kind, its code and where it arose, never its message.
 * A call that failed says itself what may be told.
 */
export function describe(error: unknown): string {
  if (error instanceof CallFailed) return error.message
  if (!(error instanceof Error)) return 'unknown'
  const { code } = error as { code?: unknown }
  return [error.name, typeof code === 'string' ? code : '', placeOf(error)].filter(Boolean).join(' ')
}
