import { formatTimestamp } from '../../src/entities/types.ts'
import { type NewDelivery, owe } from '../../src/services/deliveries.ts'
import { addJoined } from '../../src/services/practice.ts'
import { type Sql, type Unit, inUnit } from '../../src/services/unit.ts'
import type { Person, Simulator } from '../../src/simulator/simulator.ts'
import { freshDatabase } from '../support/database.ts'
import type { Draw } from './draw.ts'

/** A quiet morning: nobody's usual quiet hours, and a day with room for all. */
export const morning = Date.parse('2026-11-23T10:00:00Z')

export interface Addressee {
  phone: Person
  userId: number
  /** In their quiet hours when it begins. */
  isQuiet: boolean
}

export interface Wanted {
  people: number
  deliveries: number
  /** Virtual minutes over which they are due. */
  minutes: number
}

/** `HH:MM`, UTC, some minutes after it began. */
const hour = (minutes: number) => new Date(morning + minutes * 60_000).toISOString().slice(11, 16)

async function settle(sql: Sql, { userId, isQuiet }: Addressee, draw: Draw, minutes: number): Promise<void> {
  const at = formatTimestamp(new Date(morning))
  const hours = {
    quiet_from: isQuiet ? '09:00' : '00:00',
    quiet_to: isQuiet ? hour(draw.int(1, minutes)) : '00:00',
  }
  await sql.updateTable('user_settings').set(hours).where('user_id', '=', userId).execute()
  for (const kind of ['weighIn', 'morning', 'checkIn'] as const)
    await sql
      .insertInto('reminder_rules')
      .values({
        user_id: userId,
        kind,
        is_on: 1,
        time_of_day: hour(draw.int(1, minutes)),
        weekdays: '0,1,2,3,4,5,6',
        created_at: at,
        updated_at: at,
      })
      .execute()
}

function drawn(index: number, people: readonly Addressee[], draw: Draw, minutes: number): NewDelivery {
  const to = draw.of(people)
  const what = draw.weighted({
    nudge: to.isQuiet ? 0 : 45,
    content: 45,
    rest: 8,
    bad: 2,
    short: to.isQuiet ? 0 : 5,
  })
  const words = `${what} ${index}`
  const dueAt = morning + draw.int(1000, minutes * 60_000)
  const lasts = what === 'short' ? 20_000 : 3 * 3_600_000
  return {
    key: words,
    kind: what === 'rest' ? 'rest' : 'note',
    recipientId: to.userId,
    payload: { words },
    dueAt: new Date(dueAt),
    expiresAt: new Date(dueAt + lasts),
    valuable: what === 'content' || what === 'bad',
  }
}

async function join(unit: Unit, phone: Person, isQuiet: boolean): Promise<Addressee> {
  phone.start()
  const person = { telegramId: phone.id, firstName: phone.name, username: phone.name.toLowerCase() }
  const userId = await addJoined(unit.sql, { ...person, role: 'client' }, new Date(morning))
  return { phone, userId, isQuiet }
}

/** People who are owed a lot within some minutes, a third of them in their quiet hours, in a file of their own. */
export async function postOffice(simulator: Simulator, draw: Draw, wanted: Wanted) {
  const { orm, folder, path } = await freshDatabase()
  const people = await inUnit(orm, 'test.post', async (unit) => {
    const all: Addressee[] = []
    for (let index = 0; index < wanted.people; index++)
      all.push(await join(unit, simulator.person({ firstName: `P${index}` }), index % 3 === 2))
    for (const one of all) await settle(unit.sql, one, draw, wanted.minutes)
    for (let index = 0; index < wanted.deliveries; index++)
      await owe(unit, drawn(index, all, draw, wanted.minutes), new Date(morning))
    return all
  })
  await orm.close()
  return { folder, path, people }
}
