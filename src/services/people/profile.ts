import { formatTimestamp } from '../../entities/types.ts'
import { requireClient, requireMember, requireTrainer } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Role, Turn, Units } from '../turn.ts'
import { answerLimit, cleanName, cut, nameLimit } from './names.ts'
import { saveSettings } from './settings.ts'

/** What somebody has said about themselves; NULL where they have not. */
export interface Profile {
  role: Role
  name: string | null
  username: string
  language: 'en' | 'he'
  timeZone: string
  /** Where they are at home, while they travel; IANA name. */
  homeZone: string | null
  units: Units
  client?: ClientDetails
  trainer?: TrainerDetails
}

export interface ClientDetails {
  /** cm */
  height: number | null
  /** kg */
  targetWeight: number | null
  fitnessGoals: string | null
  medicalConditions: string | null
  dietaryRestrictions: string | null
}

export interface TrainerDetails {
  specialization: string | null
  bio: string | null
  yearsOfExperience: number | null
  certification: string | null
}

/** What the actor has said about themselves. Strangers: Refusal `notAllowed`. */
export async function readProfile(turn: Turn): Promise<Profile> {
  const { userId } = requireMember(turn)
  const { language, timeZone, units } = turn.actor
  const user = await turn.sql
    .selectFrom('users as u')
    .leftJoin('user_settings as s', 's.user_id', 'u.id')
    .select(['u.full_name', 'u.username', 'u.role', 's.home_time_zone'])
    .where('u.id', '=', userId)
    .executeTakeFirstOrThrow()
  const { role, username, full_name: name, home_time_zone: homeZone } = user
  const profile: Profile = { role, name, username, language, timeZone, homeZone, units }
  return role === 'client'
    ? { ...profile, client: await clientDetails(turn, userId) }
    : { ...profile, trainer: await trainerDetails(turn, userId) }
}

/** What a client has said about themselves. The caller proves the right to know. */
export async function clientDetails({ sql }: Turn, userId: number): Promise<ClientDetails> {
  const row = await sql
    .selectFrom('client_profiles')
    .selectAll()
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return {
    height: row?.height ?? null,
    targetWeight: row?.target_weight ?? null,
    fitnessGoals: row?.fitness_goals ?? null,
    medicalConditions: row?.medical_conditions ?? null,
    dietaryRestrictions: row?.dietary_restrictions ?? null,
  }
}

async function trainerDetails({ sql }: Turn, userId: number): Promise<TrainerDetails> {
  const row = await sql
    .selectFrom('trainer_profiles')
    .selectAll()
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return {
    specialization: row?.specialization ?? null,
    bio: row?.bio ?? null,
    yearsOfExperience: row?.years_of_experience ?? null,
    certification: row?.certification ?? null,
  }
}

/** Refusal `nameUnclear` where nothing visible is left of it, or too much. */
export async function saveName(turn: Turn, text: string): Promise<void> {
  const { userId } = requireMember(turn)
  const name = cleanName(text)
  if (name === '' || name !== cut(name, nameLimit)) throw new Refusal('nameUnclear', { most: nameLimit })
  await turn.sql
    .updateTable('users')
    .set({ full_name: name, updated_at: formatTimestamp(turn.now) })
    .where('id', '=', userId)
    .execute()
  turn.actor.fullName = name
}

export async function saveLanguage(turn: Turn, language: 'en' | 'he'): Promise<void> {
  await saveSettings(turn, { language })
  turn.actor.language = language
}

export async function saveUnits(turn: Turn, units: Units): Promise<void> {
  await saveSettings(turn, { units })
  turn.actor.units = units
}

/** An answer in the person's own words; NULL where they leave it empty. Refusal `answerTooLong` above the limit. */
function ownWords(text: string | null): string | null {
  const words = (text ?? '').trim()
  if (words !== cut(words, answerLimit)) throw new Refusal('answerTooLong', { most: answerLimit })
  return words || null
}

/** Heights are cm, weights kg; the database refuses what nobody measures. */
export async function saveClientDetails(turn: Turn, details: Partial<ClientDetails>): Promise<void> {
  const { userId, trainerId } = requireClient(turn)
  const { height, targetWeight, fitnessGoals, medicalConditions, dietaryRestrictions } = details
  const values = {
    ...(height !== undefined && { height }),
    ...(targetWeight !== undefined && { target_weight: targetWeight }),
    ...(fitnessGoals !== undefined && { fitness_goals: ownWords(fitnessGoals) }),
    ...(medicalConditions !== undefined && { medical_conditions: ownWords(medicalConditions) }),
    ...(dietaryRestrictions !== undefined && { dietary_restrictions: ownWords(dietaryRestrictions) }),
  }
  await turn.sql
    .insertInto('client_profiles')
    .values({ user_id: userId, trainer_id: trainerId, ...values })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
    .execute()
}

export async function saveTrainerDetails(turn: Turn, details: Partial<TrainerDetails>): Promise<void> {
  const { userId } = requireTrainer(turn)
  const { specialization, bio, yearsOfExperience, certification } = details
  const values = {
    ...(specialization !== undefined && { specialization: ownWords(specialization) }),
    ...(bio !== undefined && { bio: ownWords(bio) }),
    ...(yearsOfExperience !== undefined && { years_of_experience: yearsOfExperience }),
    ...(certification !== undefined && { certification: ownWords(certification) }),
  }
  await turn.sql
    .insertInto('trainer_profiles')
    .values({ user_id: userId, ...values })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
    .execute()
}
