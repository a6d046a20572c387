import { parsePlan } from '../../src/domain/plan/parsePlan.ts'
import { foldName } from '../../src/domain/library/search.ts'
import { formatTimestamp } from '../../src/entities/types.ts'
import { inUnit } from '../../src/services/unit.ts'
import type { Member, World } from './world.ts'

/** Gives a client a plan as text, straight into the rows: the way there has tests of its own. Answers its id. */
export async function givePlan(
  world: Pick<World, 'orm'> & { clock: Pick<World['clock'], 'now'> },
  client: Pick<Member, 'userId'>,
  text: string,
  options: { from?: string; trainer?: Pick<Member, 'userId'> } = {},
): Promise<number> {
  const today = world.clock.now().toISOString().slice(0, 10)
  const { plan, problems } = parsePlan(text, { today, units: 'kg' })
  if (!plan || problems.length > 0) throw new Error(`Not a plan: ${JSON.stringify(problems)}`)
  const at = formatTimestamp(world.clock.now())
  return inUnit(world.orm, 'test.plan', async ({ sql }) => {
    const { id: planId } = await sql
      .insertInto('workout_plans')
      .values({
        name: plan.name || 'Plan',
        client_id: client.userId ?? null,
        trainer_id: options.trainer?.userId ?? null,
        start_date: options.from ?? plan.startDate ?? today,
        end_date: plan.endDate ?? null,
        created_at: at,
        updated_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const [index, day] of plan.days.entries()) {
      const { id: sessionId } = await sql
        .insertInto('workout_sessions')
        .values({
          workout_plan_id: planId,
          name: day.name,
          day_of_week: day.dayOfWeek,
          order_index: index,
          created_at: at,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      for (const [order, exercise] of day.exercises.entries()) {
        const known = await sql
          .selectFrom('exercise_names')
          .select('exercise_id')
          .where('name_key', '=', foldName(exercise.name))
          .executeTakeFirst()
        if (!known) throw new Error(`No exercise is called ${exercise.name}`)
        await sql
          .insertInto('workout_exercises')
          .values({
            workout_session_id: sessionId,
            exercise_id: known.exercise_id,
            order,
            sets: exercise.sets,
            reps: exercise.reps,
            weight: exercise.weightKg,
            rest_time: exercise.restSeconds,
            notes: exercise.note,
            superset: exercise.superset,
            rpe: exercise.rpe,
            load_text: exercise.loadText,
          })
          .execute()
      }
    }
    return planId
  })
}
