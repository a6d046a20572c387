import { type Logger, pino } from 'pino'

const tokenPattern = /\d{3,20}(?::|%3A)[\w-]{20,}/gi

/** A last net under everything that is printed: whatever looks like a bot token is struck out. */
export function withoutTokens(text: string): string {
  return text.replace(tokenPattern, '[token]')
}

export type { Logger }

/** One JSON line per event. Errors are written by name alone: their messages may quote what people wrote. */
export function makeLog(level: string, to: NodeJS.WritableStream): Logger {
  const scrubbed = { write: (line: string) => void to.write(withoutTokens(line)) }
  const named = (error: unknown) => ({ name: error instanceof Error ? error.name : 'unknown' })
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: named, error: (error: unknown) => (error instanceof Error ? named(error) : error) },
    },
    scrubbed,
  )
}
