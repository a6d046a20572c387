import { defineEntity, p } from '@mikro-orm/core'
import { userRoles } from '../domain/enums.ts'
import {
  bodyWeight,
  createdAt,
  flag,
  id,
  keepsUpdatedAt,
  readable,
  real,
  timestamp,
  updatedAt,
  whole,
  words,
} from './columns.ts'

const UserSchema = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: id(),
    /** Telegram's where there is one, else made from the name. */
    username: words('username').unique(),
    /** NULL for people who joined through Telegram. */
    email: words('email', 320).nullable().unique(),
    /** NULL for people who joined through Telegram. */
    hashedPassword: p.text().nullable().hidden(),
    fullName: words('full_name').nullable().index(),
    role: p.enum(userRoles).index(),
    isActive: flag('is_active').default(true),
    trainer: () => p.manyToOne(User).nullable().deleteRule('set null'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  checks: [
    { name: 'users_trainer_is_another', expression: 'trainer_id <> id' },
    { name: 'users_only_clients_have_trainers', expression: `trainer_id is null or role = 'client'` },
    ...readable('users', 'created_at', 'updated_at'),
  ],
  triggers: keepsUpdatedAt('users'),
})
/** Somebody who joined, or whose record waits for them. */
export class User extends UserSchema.class {}
UserSchema.setClass(User)

const TrainerProfileSchema = defineEntity({
  name: 'TrainerProfile',
  tableName: 'trainer_profiles',
  properties: {
    id: id(),
    user: p.manyToOne(User).unique().index(false).deleteRule('cascade'),
    specialization: p.text().nullable(),
    bio: p.text().nullable(),
    yearsOfExperience: whole('years_of_experience', 0, 100).nullable(),
    certification: p.text().nullable(),
  },
})
export class TrainerProfile extends TrainerProfileSchema.class {}
TrainerProfileSchema.setClass(TrainerProfile)

const ClientProfileSchema = defineEntity({
  name: 'ClientProfile',
  tableName: 'client_profiles',
  properties: {
    id: id(),
    user: p.manyToOne(User).unique().index(false).deleteRule('cascade'),
    trainer: p.manyToOne(User).nullable().deleteRule('set null'),
    /** cm */
    height: real('height', 50, 280).nullable(),
    /** kg */
    targetWeight: bodyWeight('target_weight').nullable(),
    fitnessGoals: p.text().nullable(),
    medicalConditions: p.text().nullable(),
    dietaryRestrictions: p.text().nullable(),
    /** When they agreed that the bot keeps data about their health. Ours. */
    consentedAt: timestamp().nullable(),
  },
  checks: readable('client_profiles', 'consented_at'),
})
export class ClientProfile extends ClientProfileSchema.class {}
ClientProfileSchema.setClass(ClientProfile)
