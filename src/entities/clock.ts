import type { EntityManager } from '@mikro-orm/core'

const clocks = new WeakMap<object, () => Date>()

/** Gives the entities of one database their time; `openDatabase` calls it. */
export function setEntityClock(driver: object, now: () => Date): void {
  clocks.set(driver, now)
}

/** The time that created_at and updated_at take when nobody says another. */
export function entityNow(em: EntityManager): Date {
  return clocks.get(em.getDriver())?.() ?? new Date()
}
