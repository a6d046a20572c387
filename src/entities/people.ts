import { defineEntity, p } from '@mikro-orm/core'
import { chatStates, inviteRoles, languages, weightUnits } from '../domain/enums.ts'
import { createdAt, id, keepsUpdatedAt, readable, timeOfDay, timestamp, updatedAt, words } from './columns.ts'
import { User } from './users.ts'

const TelegramAccountSchema = defineEntity({
  name: 'TelegramAccount',
  tableName: 'telegram_accounts',
  properties: {
    id: id(),
    telegramId: p.bigint('number').unique(),
    /** NULL until they join. */
    user: p.manyToOne(User).nullable().unique().index(false).deleteRule('cascade'),
    telegramUsername: p.text().nullable(),
    firstName: p.text().nullable(),
    languageCode: p.text().nullable(),
    chatState: p.enum(chatStates).default('reachable'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  checks: readable('telegram_accounts', 'created_at', 'updated_at'),
  triggers: keepsUpdatedAt('telegram_accounts'),
})
/** Somebody as Telegram knows them, joined or not. */
export class TelegramAccount extends TelegramAccountSchema.class {}
TelegramAccountSchema.setClass(TelegramAccount)

const UserSettingsSchema = defineEntity({
  name: 'UserSettings',
  tableName: 'user_settings',
  properties: {
    id: id(),
    user: p.manyToOne(User).unique().index(false).deleteRule('cascade'),
    /** IANA name; NULL for the installation's. */
    timeZone: words('time_zone', 100).nullable(),
    units: p.enum(weightUnits).default('kg'),
    /** NULL: whatever Telegram is set to. */
    language: p.enum(languages).nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    /** Between these nobody is pushed what can wait; NULL: the usual hours. Equal: no quiet hours. */
    quietFrom: timeOfDay('quiet_from').nullable(),
    quietTo: timeOfDay('quiet_to').nullable(),
    /** Where they go back to from travelling, an IANA name; NULL at home. */
    homeTimeZone: words('home_time_zone', 100).nullable(),
  },
  checks: readable('user_settings', 'created_at', 'updated_at'),
  triggers: keepsUpdatedAt('user_settings'),
})
export class UserSettings extends UserSettingsSchema.class {}
UserSettingsSchema.setClass(UserSettings)

const InviteSchema = defineEntity({
  name: 'Invite',
  tableName: 'invites',
  properties: {
    id: id(),
    /** SHA-256 of the token; the token itself is kept nowhere. */
    tokenHash: words('token_hash', 100).unique(),
    role: p.enum(inviteRoles),
    /** NULL where an admin without a record invites. */
    inviter: p.manyToOne(User).nullable().deleteRule('cascade'),
    /** The record made ahead, where the invite named somebody. */
    user: p.manyToOne(User).nullable().deleteRule('cascade'),
    name: words('name').nullable(),
    expiresAt: timestamp(),
    usedAt: timestamp().nullable(),
    usedBy: p.manyToOne(User).fieldName('used_by').nullable().deleteRule('set null'),
    revokedAt: timestamp().nullable(),
    createdAt: createdAt(),
  },
  checks: readable('invites', 'expires_at', 'used_at', 'revoked_at', 'created_at'),
})
/** A single-use link by which somebody joins. */
export class Invite extends InviteSchema.class {}
InviteSchema.setClass(Invite)

const InviteGuessSchema = defineEntity({
  name: 'InviteGuess',
  tableName: 'invite_guesses',
  properties: {
    id: id(),
    telegramId: p.bigint('number'),
    failedAt: createdAt(),
  },
  indexes: [{ properties: ['telegramId', 'failedAt'] }, { properties: ['failedAt'] }],
  checks: readable('invite_guesses', 'failed_at'),
})
/** A token that led nowhere, counted so that guessing is limited. */
export class InviteGuess extends InviteGuessSchema.class {}
InviteGuessSchema.setClass(InviteGuess)
