import { readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'

/** What a new life is told before it begins. */
export interface Orders {
  /** A file to make first: a sign that it has begun. */
  sign?: string
  /** The process kills itself with -9 right before or after its n-th commit, from 1. */
  dieAtCommit?: { when: 'before' | 'after'; count: number }
}

/** Blocks until the test lets this process begin, and does as it was told. */
export function awaitOrders(): void {
  const { sign, dieAtCommit } = JSON.parse(readFileSync(0, 'utf8')) as Orders
  if (sign !== undefined) writeFileSync(sign, '')
  if (dieAtCommit) hook(dieAtCommit)
}

/** No other process can aim between a commit and whatever follows it: here the program is stopped in mid-call. */
function hook({ when, count }: NonNullable<Orders['dieAtCommit']>): void {
  const prepare = Database.prototype.prepare
  let commits = 0
  const dieWhen = (moment: string): void => {
    if (moment === when && commits === count) process.kill(process.pid, 'SIGKILL')
  }
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql)
    if (sql !== 'commit') return statement
    const run = statement.run.bind(statement) as () => unknown
    const value = (): unknown => {
      commits += 1
      dieWhen('before')
      const result = run()
      dieWhen('after')
      return result
    }
    return Object.defineProperty(statement, 'run', { value })
  } as typeof prepare
}
