import { Type } from '@mikro-orm/core'

const shape = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,9}))?(Z|[+-]\d\d:?\d\d)?)?$/

const ours = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/

/** A moment as the database keeps it: UTC text `YYYY-MM-DD HH:MM:SS.ffffff`, always six decimals. */
export function formatTimestamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 23).replace('T', ' ')}000`
}

/**
 * Reads a moment written by us or by somebody else: with or without decimals, a `T` or a zone.
 * Without a zone it is UTC, a day alone is its first moment. Milliseconds are kept, finer digits are dropped. Throws on anything else.
 */
export function parseTimestamp(text: string): Date {
  // What we write ourselves: thousands of them are read for one list.
  const own = ours.test(text) ? new Date(`${text.slice(0, 10)}T${text.slice(11, 23)}Z`) : undefined
  if (own && !Number.isNaN(own.getTime())) return own
  const found = shape.exec(text.trim())
  if (!found) throw new Error(`Not a timestamp: ${JSON.stringify(text)}`)
  const [, day, time = '00:00:00', fraction = '', zone = 'Z'] = found
  const moment = new Date(
    `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`.replace(/T(\d\d:\d\d)\./, 'T$1:00.'),
  )
  if (Number.isNaN(moment.getTime())) throw new Error(`Not a timestamp: ${JSON.stringify(text)}`)
  return moment
}

/** A `Date` in the program, sortable UTC text in the file, as SQLAlchemy writes it. */
export class TimestampType extends Type<Date, string> {
  override convertToDatabaseValue(value: Date | string): string {
    return value instanceof Date ? formatTimestamp(value) : formatTimestamp(parseTimestamp(value))
  }

  override convertToJSValue(value: Date | string): Date {
    return value instanceof Date ? value : parseTimestamp(value)
  }

  override compareAsType(): string {
    return 'string'
  }

  override getColumnType(): string {
    return 'datetime'
  }
}
