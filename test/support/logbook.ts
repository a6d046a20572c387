import type { Log } from '../../src/bot/log.ts'

export interface LogLine {
  level: 'info' | 'warn' | 'error'
  message: string
  fields: Record<string, unknown>
}

/** Keeps every log line before anything is struck out of it. */
export class Logbook implements Log {
  readonly lines: LogLine[] = []

  info(fields: object, message: string): void {
    this.#write('info', fields, message)
  }
  warn(fields: object, message: string): void {
    this.#write('warn', fields, message)
  }
  error(fields: object, message: string): void {
    this.#write('error', fields, message)
  }

  /** The lines of turns, oldest first. */
  get turns(): LogLine['fields'][] {
    return this.lines.filter(({ message }) => message === 'turn').map(({ fields }) => fields)
  }

  toString(): string {
    return this.lines.map((line) => JSON.stringify(line)).join('\n')
  }

  #write(level: LogLine['level'], fields: object, message: string): void {
    // As pino would write it: a copy, so that later changes do not show.
    this.lines.push({ level, message, fields: JSON.parse(JSON.stringify(fields)) as Record<string, unknown> })
  }
}
