import { defineEntity, p } from '@mikro-orm/core'
import { bodyWeight, createdAt, day, id, percent, readable } from './columns.ts'
import { User } from './users.ts'

const ProgressEntrySchema = defineEntity({
  name: 'ProgressEntry',
  tableName: 'progress_entries',
  properties: {
    id: id(),
    client: p.manyToOne(User).index(false).deleteRule('cascade'),
    date: day('date'),
    /** kg */
    weight: bodyWeight().nullable(),
    /** Per cent. */
    bodyFat: percent('body_fat').nullable(),
    notes: p.text().nullable(),
    createdAt: createdAt(),
  },
  indexes: [{ properties: ['client', 'date'] }],
  checks: readable('progress_entries', 'created_at'),
})
export class ProgressEntry extends ProgressEntrySchema.class {}
ProgressEntrySchema.setClass(ProgressEntry)

const WeighInSchema = defineEntity({
  name: 'WeighIn',
  tableName: 'weigh_ins',
  properties: {
    id: id(),
    client: p.manyToOne(User).index(false).deleteRule('cascade'),
    /** kg */
    weight: bodyWeight(),
    /** Per cent. */
    bodyFat: percent('body_fat').nullable(),
    notes: p.text().nullable(),
    recordedAt: createdAt(),
  },
  indexes: [{ properties: ['client', 'recordedAt'] }],
  checks: readable('weigh_ins', 'recorded_at'),
})
/** What the scale said. */
export class WeighIn extends WeighInSchema.class {}
WeighInSchema.setClass(WeighIn)
