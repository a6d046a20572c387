import { formatTimestamp } from '../../entities/types.ts'
import { run } from '../statement.ts'
import type { Turn } from '../turn.ts'

/** Where rows may belong to a record before its person comes: plans of ours, and whatever other programs logged. */
const belongings = {
  client_id: [
    'workout_plans',
    'meal_series',
    'meal_plans',
    'nutrition_plans',
    'workouts',
    'exercise_completions',
    'set_logs',
    'eaten_meals',
    'meal_uploads',
    'meal_completions',
    'nutrition_entries',
    'progress_entries',
    'weigh_ins',
    'reviews',
    'photos',
    'client_notes',
  ],
  user_id: ['file_uploads', 'invites'],
  recipient_id: ['deliveries', 'notifications'],
  sender_id: ['notifications'],
  about_id: ['notifications'],
} as const

/** What a client tells of themselves. */
const told = [
  'height',
  'target_weight',
  'fitness_goals',
  'medical_conditions',
  'dietary_restrictions',
] as const

/**
 * A client whom nobody coached goes on with a new coach, under their own record and with their own log.
 * What waited in a record made ahead becomes theirs, and that record ends. Answers the client's user id.
 */
export async function adoptRecord(
  turn: Turn,
  own: number,
  coachId: number,
  prepared: number | null,
): Promise<number> {
  const { sql, now } = turn
  await sql
    .updateTable('users')
    .set({ trainer_id: coachId, updated_at: formatTimestamp(now) })
    .where('id', '=', own)
    .execute()
  await sql
    .insertInto('client_profiles')
    .values({ user_id: own, trainer_id: coachId })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ trainer_id: coachId }))
    .execute()
  if (prepared === null) return own
  await adoptProfile(turn, own, prepared)
  for (const [column, tables] of Object.entries(belongings))
    for (const name of tables)
      await run(sql, `update ${name} set ${column} = ? where ${column} = ?`, [own, prepared])
  await sql.deleteFrom('users').where('id', '=', prepared).execute()
  return own
}

/** What the record says that they have not said themselves. */
async function adoptProfile({ sql }: Turn, own: number, prepared: number): Promise<void> {
  const profile = (id: number) =>
    sql.selectFrom('client_profiles').select(told).where('user_id', '=', id).executeTakeFirst()
  const [theirs, waiting] = [await profile(own), await profile(prepared)]
  if (!theirs || !waiting) return
  const missing = told.filter((field) => theirs[field] === null && waiting[field] !== null)
  if (missing.length === 0) return
  const values = Object.fromEntries(missing.map((field) => [field, waiting[field]]))
  await sql.updateTable('client_profiles').set(values).where('user_id', '=', own).execute()
}
