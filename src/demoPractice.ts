import type { MikroORM } from '@mikro-orm/sqlite'
import { addJoined, nobodyJoined } from './services/practice.ts'
import { inUnit } from './services/unit.ts'

/** Who is there when the demo starts: a trainer, who is the admin too, and two clients. */
export const practicePeople = [
  { id: 7_100_001, firstName: 'Dana', lastName: 'Levi', username: 'dana_trains', language: 'en' },
  { id: 7_100_002, firstName: 'Anna', lastName: 'Berg', username: 'anna_berg', language: 'en' },
  { id: 7_100_003, firstName: 'יואב', lastName: 'כהן', username: 'yoav_c', language: 'he' },
] as const

/** Makes them a practice, joined and with plans to walk through, unless there is one already. */
export async function furnishPractice(orm: MikroORM, now: Date): Promise<void> {
  await inUnit(orm, 'demo.furnish', async ({ sql }) => {
    if (!(await nobodyJoined(sql))) return
    const [dana, ...clients] = practicePeople
    const trainerId = await addJoined(sql, { ...dana, telegramId: dana.id, role: 'trainer' }, now)
    for (const client of clients)
      await addJoined(sql, { ...client, telegramId: client.id, role: 'client', trainerId }, now)
  })
}
