import { Writable } from 'node:stream'
import { type Logger, pino } from 'pino'

const tokenPattern = /\d{3,20}:[\w-]{20,}/g

/** A last net under everything logged: whatever looks like a bot token is struck out. */
function scrubbing(to: NodeJS.WritableStream): Writable {
  return new Writable({
    write(chunk: Buffer | string, _encoding, done) {
      to.write(String(chunk).replace(tokenPattern, '[token]'), () => done())
    },
  })
}

export type { Logger }

/** One JSON line per event. Errors are written by name, code and place: their messages may quote what people wrote. */
export function makeLog(level: string, to: NodeJS.WritableStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        err: (error: unknown) => (error instanceof Error ? { name: error.name } : { name: 'unknown' }),
      },
    },
    scrubbing(to),
  )
}
