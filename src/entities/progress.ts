import { defineEntity, p } from '@mikro-orm/core'
import { weightUnits } from '../domain/enums.ts'
import {
  bodyWeight,
  createdAt,
  day,
  flag,
  id,
  percent,
  readable,
  timestamp,
  whole,
  words,
} from './columns.ts'
import { User } from './users.ts'

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
    /** The weight as it was typed, for showing it again unrounded. */
    typedWeight: words('typed_weight', 50).nullable(),
    typedUnit: p.enum(weightUnits).nullable(),
    /** The typed message that recorded it. */
    messageId: p.integer().nullable(),
  },
  indexes: [{ properties: ['client', 'recordedAt'] }],
  checks: readable('weigh_ins', 'recorded_at'),
})
/** What the scale said. */
export class WeighIn extends WeighInSchema.class {}
WeighInSchema.setClass(WeighIn)

const rating = (column: string) => whole(column, 1, 5)

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
    /** How the week felt: 1 is worst, 5 is best; of hunger and stress, 5 is least. */
    sleep: rating('sleep').nullable(),
    energy: rating('energy').nullable(),
    hunger: rating('hunger').nullable(),
    stress: rating('stress').nullable(),
    /** The weigh-in its weight came from; others leave it NULL. */
    weighIn: p.manyToOne(WeighIn).nullable().deleteRule('set null'),
    /** When the check-in went to the trainer; NULL while it is being answered, and in rows of others. */
    finishedAt: timestamp().nullable(),
    /** Begun in this chat: a draft until it is sent, whatever it says. Others leave it NULL. */
    begunHere: flag('begun_here').nullable(),
  },
  indexes: [{ properties: ['client', 'date'] }],
  checks: readable('progress_entries', 'created_at', 'finished_at'),
})
/** How far a client has come; a weekly check-in. */
export class ProgressEntry extends ProgressEntrySchema.class {}
ProgressEntrySchema.setClass(ProgressEntry)
