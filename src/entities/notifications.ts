import { defineEntity, p } from '@mikro-orm/core'
import { createdAt, flag, id, readable } from './columns.ts'
import { User } from './users.ts'

const NotificationSchema = defineEntity({
  name: 'Notification',
  tableName: 'notifications',
  properties: {
    id: id(),
    /** NULL for the bot itself, and once the sender is gone. */
    sender: p.manyToOne(User).nullable().deleteRule('set null'),
    recipient: p.manyToOne(User).index(false).deleteRule('cascade'),
    type: p.text().nullable(),
    title: p.text().nullable(),
    message: p.text().nullable(),
    isRead: flag('is_read').default(false),
    createdAt: createdAt(),
    inReplyTo: () => p.manyToOne(Notification).nullable().deleteRule('set null'),
    /** Whom it tells something of: it goes with them. */
    about: p.manyToOne(User).nullable().deleteRule('cascade'),
  },
  indexes: [{ properties: ['recipient', 'isRead', 'createdAt'] }],
  checks: readable('notifications', 'created_at'),
})
export class Notification extends NotificationSchema.class {}
NotificationSchema.setClass(Notification)
