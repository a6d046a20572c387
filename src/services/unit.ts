import { AsyncLocalStorage } from 'node:async_hooks'
import type { EntityManager, MikroORM } from '@mikro-orm/sqlite'
import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { DoneReminder } from './reminders/done.ts'

export type Sql = Kysely<Tables>

/** What a use case writes through: one EntityManager fork and its own transaction as a query builder. */
export interface Unit {
  em: EntityManager
  sql: Sql
  /** The earliest moment at which this unit made something due. */
  due: { at: Date | null }
  /** Reminders in the chat that this unit made pointless. */
  done: DoneReminder[]
}

const open = new AsyncLocalStorage<string>()

/** The name of the unit of work this call runs in, if any. The network is out of bounds inside one. */
export function openUnit(): string | undefined {
  return open.getStore()
}

/**
 * Runs `work` in one transaction and commits it, or rolls everything back when it throws.
 * There is one connection: a unit inside a unit would wait for itself for ever, so it throws instead.
 */
export async function inUnit<T>(orm: MikroORM, name: string, work: (unit: Unit) => Promise<T>): Promise<T> {
  const outer = open.getStore()
  if (outer !== undefined) throw new Error(`Unit of work "${name}" opened inside "${outer}"`)
  return open.run(name, async () => {
    const em = orm.em.fork()
    await em.begin()
    try {
      const result = await work({ em, sql: em.getKysely(), due: { at: null }, done: [] })
      await em.commit()
      return result
    } catch (error) {
      if (em.isInTransaction()) await em.rollback()
      throw error
    }
  })
}
