import { p } from '@mikro-orm/core'
import { entityNow } from './clock.ts'
import { TimestampType } from './types.ts'

/** The present moment in SQL, as wide as `formatTimestamp` writes it. For writers outside our code. */
const sqlNow = `(strftime('%Y-%m-%d %H:%M:%f000', 'now'))`

export const id = () => p.integer().primary()
export const timestamp = () => p.type(TimestampType)

/** A moment in a column that came to its table later: SQLite adds the check of a column, not that of a table. */
export const readableMoment = (column: string) =>
  timestamp().check(`${column} is null or julianday(${column}) is not null`)

/** Kept by the schema for others, by the entity clock for us, and by whoever says it outright. */
export const createdAt = () =>
  timestamp()
    .onCreate((_, em) => entityNow(em))
    .defaultRaw(sqlNow)

/** As `createdAt`; goes with `keepsUpdatedAt`, for updates made by others. */
export const updatedAt = () =>
  timestamp()
    .onCreate((_, em) => entityNow(em))
    .onUpdate((_, em) => entityNow(em))
    .defaultRaw(sqlNow)

/** Moves updated_at along when an update does not set it: so an injected clock wins, and others need not care. */
export const keepsUpdatedAt = (table: string, key = 'id') => [
  {
    name: `${table}_updated_at`,
    timing: 'after' as const,
    events: ['update' as const],
    when: 'new.updated_at is old.updated_at',
    body: `update ${table} set updated_at = ${sqlNow} where ${key} = new.${key}`,
  },
]

/** Notes the file of a row that goes, by whoever deletes it, in `doomed_files`. */
export const dooms = (table: string, column: string) => [
  {
    name: `${table}_doomed`,
    timing: 'after' as const,
    events: ['delete' as const],
    body: `insert into doomed_files (path) values (old.${column})`,
  },
]

// The expressions below keep to forms that MikroORM reads back unchanged, so that the drift test sees them:
// one check per column, and no comma followed by a blank in checks over several columns.

/** Real days only, written `YYYY-MM-DD`. */
export const day = (column: string) => p.date().check(`date(${column}) is ${column}`)

/** A text that says something, of at most `most` characters. */
export const words = (column: string, most = 200) =>
  p.text().check(`length(trim(${column})) > 0 and length(${column}) <= ${most}`)

/** `HH:MM` in the person's own zone, read as others write it too: `19:05:00`. An absent one passes, as in every check. */
export const timeOfDay = (column = 'time_of_day') =>
  p
    .text()
    .check(
      `${column} glob '[0-2][0-9]:[0-5][0-9]*' and substr(time(${column}), 1, 5) is substr(${column}, 1, 5)`,
    )

export const flag = (column: string) => p.boolean().check(`${column} in (0, 1)`)

/** Bounds also keep texts out of number columns: in SQLite every text is greater than every number. */
export const whole = (column: string, least: number, most: number) =>
  p.integer().check(`${column} between ${least} and ${most}`)

export const real = (column: string, least: number, most: number) =>
  p.float().check(`${column} between ${least} and ${most}`)

/** kg; nobody and nothing weighs nothing. */
export const bodyWeight = (column = 'weight') => p.float().check(`${column} > 0 and ${column} <= 1000`)

/** kg on the bar; zero and no load are told apart by NULL. */
export const load = (column: string) => real(column, 0, 2000)

export const percent = (column: string) => real(column, 0, 100)
export const grams = (column: string) => real(column, 0, 100_000)
export const calories = (column: string) => real(column, 0, 100_000)
export const weekday = () => whole('day_of_week', 0, 6)
export const position = (column: string) => whole(column, 0, 100_000)

/** The end is not before the start; either may be open. */
export const endsAfterStart = (table: string) => ({
  name: `${table}_end_not_before_start`,
  expression: 'end_date >= start_date',
})

/** Checks that moments can be read, however they were written. */
export const readable = (table: string, ...columns: string[]) =>
  columns.map((column) => ({
    name: `${table}_${column}_readable`,
    expression: `${column} is null or julianday(${column}) is not null`,
  }))
