import { formatTimestamp } from '../../entities/types.ts'
import { requireMember } from '../access.ts'
import type { Turn, Units } from '../turn.ts'

/** Columns of `user_settings`. Hours are `HH:MM` in the person's zone, zones IANA names. */
export type Settings = Partial<{
  language: 'en' | 'he'
  units: Units
  time_zone: string
  home_time_zone: string | null
  quiet_from: string
  quiet_to: string
}>

/** Keeps what the actor settles for themselves; the rest stays. Strangers: Refusal `notAllowed`. */
export async function saveSettings(turn: Turn, settings: Settings): Promise<void> {
  const { userId } = requireMember(turn)
  const at = formatTimestamp(turn.now)
  await turn.sql
    .insertInto('user_settings')
    .values({ user_id: userId, ...settings, created_at: at, updated_at: at })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ ...settings, updated_at: at }))
    .execute()
}
