import { defineEntity, p } from '@mikro-orm/core'
import { pauseReasons, reminderKinds } from '../domain/enums.ts'
import {
  createdAt,
  day,
  flag,
  id,
  keepsUpdatedAt,
  readable,
  timeOfDay,
  timestamp,
  updatedAt,
  words,
} from './columns.ts'
import { User } from './users.ts'

const ReminderRuleSchema = defineEntity({
  name: 'ReminderRule',
  tableName: 'reminder_rules',
  properties: {
    id: id(),
    user: p.manyToOne(User).index(false).deleteRule('cascade'),
    kind: p.enum(reminderKinds),
    isOn: flag('is_on').default(true),
    /** NULL: the usual hour of the kind. */
    timeOfDay: timeOfDay().nullable(),
    /** Weekdays 0-6 with Monday first, as `0,2,4`; NULL: the usual days of the kind. */
    weekdays: words('weekdays', 20).nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  uniques: [{ properties: ['user', 'kind'] }],
  checks: readable('reminder_rules', 'created_at', 'updated_at'),
  triggers: keepsUpdatedAt('reminder_rules'),
})
/** What somebody said of one kind of reminder; without a row everything is as usual. */
export class ReminderRule extends ReminderRuleSchema.class {}
ReminderRuleSchema.setClass(ReminderRule)

const ReminderHorizonSchema = defineEntity({
  name: 'ReminderHorizon',
  tableName: 'reminder_horizons',
  properties: {
    id: id(),
    user: p.manyToOne(User).unique().index(false).deleteRule('cascade'),
    /** The last local day whose reminders are made. */
    plannedThrough: day('planned_through').index(),
  },
})
/** How far ahead somebody's reminders are made; without a row they are to be made anew. */
export class ReminderHorizon extends ReminderHorizonSchema.class {}
ReminderHorizonSchema.setClass(ReminderHorizon)

const NudgeStateSchema = defineEntity({
  name: 'NudgeState',
  tableName: 'nudge_states',
  properties: {
    id: id(),
    user: p.manyToOne(User).index(false).deleteRule('cascade'),
    kind: p.enum(reminderKinds),
    /** When they were asked why. */
    askedAt: timestamp().nullable(),
    reason: p.enum(pauseReasons).nullable(),
    /** The last local day without reminders of the kind. */
    pausedUntil: day('paused_until').nullable(),
    /** When their coach was told. */
    toldAt: timestamp().nullable(),
    updatedAt: updatedAt(),
  },
  uniques: [{ properties: ['user', 'kind'] }],
  checks: readable('nudge_states', 'asked_at', 'told_at', 'updated_at'),
  triggers: keepsUpdatedAt('nudge_states'),
})
/** How somebody takes one kind of reminder. */
export class NudgeState extends NudgeStateSchema.class {}
NudgeStateSchema.setClass(NudgeState)

const ClientNoteSchema = defineEntity({
  name: 'ClientNote',
  tableName: 'client_notes',
  properties: {
    id: id(),
    client: p.manyToOne(User).index(false).deleteRule('cascade'),
    /** Who alone reads it. */
    trainer: p.manyToOne(User).deleteRule('cascade'),
    text: words('text', 4000),
    createdAt: createdAt(),
  },
  indexes: [{ properties: ['client', 'trainer', 'id'] }],
  checks: readable('client_notes', 'created_at'),
})
/** What a coach keeps in mind about a client, for nobody else. */
export class ClientNote extends ClientNoteSchema.class {}
ClientNoteSchema.setClass(ClientNote)
