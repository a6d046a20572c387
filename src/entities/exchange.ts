import { defineEntity, p } from '@mikro-orm/core'
import { deliveryStates, inboxSources, inboxStatuses, incomingFileStates } from '../domain/enums.ts'
import {
  createdAt,
  day,
  flag,
  id,
  keepsUpdatedAt,
  readable,
  readableMoment,
  timestamp,
  updatedAt,
  whole,
  words,
} from './columns.ts'
import { Notification } from './notifications.ts'
import { User } from './users.ts'

const json = (column: string) => p.text().check(`json_valid(${column})`)
const attempts = () => whole('attempts', 0, 1_000_000).default(0)

const ConversationSchema = defineEntity({
  name: 'Conversation',
  tableName: 'conversations',
  properties: {
    telegramId: p.integer().primary().autoincrement(false),
    scene: p.text().nullable(),
    step: p.text().nullable(),
    /** Of the shape of `state`. */
    version: p.integer().default(0),
    state: json('state').nullable(),
    /** Grows with every card shown. */
    rev: p.integer().default(0),
    cardMessageId: p.integer().nullable(),
    /** Whether the card may still be edited and its buttons tapped. */
    cardLive: flag('card_live').default(false),
    typedMessageId: p.integer().nullable(),
    /** The newest message that a workout could not take. */
    unread: json('unread').nullable(),
    /** Answers that are committed but perhaps not yet sent. */
    owed: json('owed').nullable(),
    updatedAt: updatedAt(),
    /** Message ids of what stands beside the card, by a name. */
    pictures: json('pictures').nullable(),
    /** When they wrote or tapped last. */
    actedAt: readableMoment('acted_at').nullable(),
    /** When they did something in the place they stand in last. */
    touchedAt: readableMoment('touched_at').nullable(),
  },
  indexes: [{ name: 'conversations_owing', properties: ['telegramId'], where: 'owed is not null' }],
  checks: readable('conversations', 'updated_at'),
  triggers: keepsUpdatedAt('conversations', 'telegram_id'),
})
/** Where one person is in the conversation. */
export class Conversation extends ConversationSchema.class {}
ConversationSchema.setClass(Conversation)

const InboxRowSchema = defineEntity({
  name: 'InboxRow',
  tableName: 'inbox',
  properties: {
    /** The order of every lane. */
    id: id(),
    source: p.enum(inboxSources),
    botId: p.bigint('number'),
    /** NULL for events of our own. */
    updateId: p.bigint('number').nullable(),
    internalKey: words('internal_key', 500).nullable().unique(),
    /** Telegram id of the person; 0 where nobody is behind it. */
    lane: p.bigint('number'),
    raw: json('raw'),
    receivedAt: createdAt(),
    status: p.enum(inboxStatuses).default('waiting'),
    attempts: attempts(),
    error: p.text().nullable(),
    doneAt: timestamp().nullable(),
  },
  indexes: [{ properties: ['status', 'id'] }, { properties: ['lane', 'status', 'id'] }],
  uniques: [{ properties: ['botId', 'updateId'] }],
  checks: readable('inbox', 'received_at', 'done_at'),
})
/** An update as it came, kept until it is carried out. */
export class InboxRow extends InboxRowSchema.class {}
InboxRowSchema.setClass(InboxRow)

const DeliverySchema = defineEntity({
  name: 'Delivery',
  tableName: 'deliveries',
  properties: {
    id: id(),
    /** One delivery per key, ever. */
    dedupeKey: words('dedupe_key', 500).unique(),
    kind: words('kind', 100),
    recipient: p.manyToOne(User).deleteRule('cascade'),
    payload: json('payload'),
    dueAt: timestamp(),
    /** After this it is stale; NULL: never. */
    expiresAt: timestamp().nullable(),
    state: p.enum(deliveryStates).default('due'),
    /** Worth one resend when nobody knows whether it arrived. */
    valuable: flag('valuable').default(false),
    /** The run of the bot that claimed it. */
    runId: p.text().nullable(),
    attempts: attempts(),
    messageId: p.integer().nullable(),
    sentAt: timestamp().nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    /** The recipient's local day a reminder is for; NULL for what no reminder rule made. */
    localDate: day('local_date').nullable(),
    /** When a reminder was tapped, or what it asks for was logged. */
    answeredAt: readableMoment('answered_at').nullable(),
    /** What stands of it in the recipient's list of what they have not seen. */
    notification: p.manyToOne(Notification).nullable().deleteRule('set null'),
  },
  indexes: [{ properties: ['state', 'dueAt'] }],
  checks: readable('deliveries', 'due_at', 'expires_at', 'sent_at', 'created_at', 'updated_at'),
  triggers: keepsUpdatedAt('deliveries'),
})
/** What is owed to another person, or to a later moment. */
export class Delivery extends DeliverySchema.class {}
DeliverySchema.setClass(Delivery)

const IncomingFileSchema = defineEntity({
  name: 'IncomingFile',
  tableName: 'incoming_files',
  properties: {
    id: id(),
    telegramId: p.bigint('number').index(),
    fileId: words('file_id', 1000),
    fileUniqueId: words('file_unique_id', 200).index(),
    kind: words('kind', 100),
    messageId: p.integer().nullable(),
    payload: json('payload').nullable(),
    state: p.enum(incomingFileStates).default('pending'),
    attempts: attempts(),
    createdAt: createdAt(),
  },
  indexes: [{ properties: ['state', 'id'] }],
  checks: readable('incoming_files', 'created_at'),
})
/** A file somebody sent, until it is fetched. */
export class IncomingFile extends IncomingFileSchema.class {}
IncomingFileSchema.setClass(IncomingFile)

const InstallationSchema = defineEntity({
  name: 'Installation',
  tableName: 'installation',
  properties: {
    key: p.text().primary(),
    value: p.text(),
  },
})
/** What this file says of itself: the id of its bot, say. */
export class Installation extends InstallationSchema.class {}
InstallationSchema.setClass(Installation)
