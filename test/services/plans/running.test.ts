import { expect, test } from 'vitest'
import { addClient } from '../../../src/services/people/records.ts'
import { comingPlans, runningOn, runningPlans, runningText } from '../../../src/services/plans/running.ts'
import { query } from '../../../src/services/statement.ts'
import { insert } from '../../support/everything.ts'
import { dana, practice } from '../people/practice.ts'

const made = practice()

const plan = (client: number, name: string, start: string | null, end: string | null, previous?: number) =>
  insert(made.db.outsider(), 'workout_plans', {
    name,
    client_id: client,
    start_date: start,
    end_date: end,
    previous_id: previous ?? null,
    created_at: '2026-11-01 00:00:00',
    updated_at: '2026-11-01 00:00:00',
  })

test('a plan counts from its start to its end, and until a version edited from it has begun', async () => {
  const client = await made.as(dana, (turn) => addClient(turn, made.trainers.dana, { name: 'Anna' }))
  plan(client, 'open', null, null)
  plan(client, 'over', '2026-10-01', '2026-11-23')
  plan(client, 'last day', '2026-10-01', '2026-11-24')
  const edited = plan(client, 'edited', '2026-11-24', '2026-11-24')
  const next = plan(client, 'its next version', '2026-11-24', null, edited)
  plan(client, 'its version to come', '2026-11-30', null, next)

  await made.as(dana, async (turn) => {
    const names = async (date: string) => (await runningPlans(turn, client, date)).map(({ name }) => name)
    expect(await names('2026-11-24')).toEqual(['open', 'last day', 'its next version'])
    expect(await names('2026-11-30')).toEqual(['open', 'its version to come'])
    expect((await comingPlans(turn, client, '2026-11-24')).map(({ name }) => name)).toEqual([
      'its version to come',
    ])
    // Written out and as part of a built query, it is one condition.
    const day = '2026-11-24'
    const written = await query(
      turn.sql,
      `select p.id from workout_plans p where ${runningText} order by p.id`,
      [day, day, day],
    )
    const built = await turn.sql
      .selectFrom('workout_plans as p')
      .select('p.id')
      .where(runningOn(day))
      .orderBy('p.id')
      .execute()
    expect(written).toEqual(built)
  })
})
