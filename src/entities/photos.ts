import { defineEntity, p } from '@mikro-orm/core'
import { photoPurposes, poses, reviewStates, verdicts } from '../domain/enums.ts'
import {
  createdAt,
  day,
  id,
  keepsUpdatedAt,
  readable,
  timestamp,
  updatedAt,
  whole,
  words,
} from './columns.ts'
import { EatenMeal } from './eaten.ts'
import { Exercise } from './exercises.ts'
import { FileUpload } from './files.ts'
import { ProgressEntry } from './progress.ts'
import { User } from './users.ts'
import { WorkoutItem } from './workouts.ts'

const ReviewSchema = defineEntity({
  name: 'Review',
  tableName: 'reviews',
  properties: {
    id: id(),
    client: p.manyToOne(User).index(false).deleteRule('cascade'),
    /** The meal that was shown; a review is of a meal or of a lift. */
    eatenMeal: p.manyToOne(EatenMeal).nullable().deleteRule('cascade'),
    /** The lift that was shown, in its workout. */
    workoutItem: p.manyToOne(WorkoutItem).nullable().deleteRule('no action'),
    /** The lift, outside any workout too. */
    exercise: p.manyToOne(Exercise).nullable().deleteRule('no action'),
    setNumber: whole('set_number', 1, 100).nullable(),
    state: p.enum(reviewStates).default('waiting'),
    verdict: p.enum(verdicts).nullable(),
    comment: words('comment', 4000).nullable(),
    /** What the trainer said in a voice or video note. */
    spoken: p.manyToOne(FileUpload).nullable().deleteRule('set null'),
    reviewedBy: p.manyToOne(User).nullable().deleteRule('set null'),
    reviewedAt: timestamp().nullable(),
    /** *Later*: it comes after those that were never put off. */
    putOffAt: timestamp().nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  indexes: [{ properties: ['client', 'state', 'id'] }],
  checks: readable('reviews', 'reviewed_at', 'put_off_at', 'created_at', 'updated_at'),
  triggers: keepsUpdatedAt('reviews'),
})
/** A meal or a lift that waits for the trainer's word, or has it. */
export class Review extends ReviewSchema.class {}
ReviewSchema.setClass(Review)

const PhotoSchema = defineEntity({
  name: 'Photo',
  tableName: 'photos',
  properties: {
    id: id(),
    client: p.manyToOne(User).index(false).deleteRule('cascade'),
    file: p.manyToOne(FileUpload).index(false).unique().deleteRule('cascade'),
    purpose: p.enum(photoPurposes).default('unsorted'),
    eatenMeal: p.manyToOne(EatenMeal).nullable().deleteRule('set null'),
    workoutItem: p.manyToOne(WorkoutItem).nullable().deleteRule('no action'),
    exercise: p.manyToOne(Exercise).nullable().deleteRule('no action'),
    setNumber: whole('set_number', 1, 100).nullable(),
    progressEntry: p.manyToOne(ProgressEntry).nullable().deleteRule('set null'),
    pose: p.enum(poses).nullable(),
    review: p.manyToOne(Review).nullable().deleteRule('set null'),
    caption: words('caption', 4000).nullable(),
    /** The message it came in. */
    messageId: p.integer().nullable(),
    /** Of the album it came in. */
    mediaGroupId: words('media_group_id', 200).nullable(),
    /** The day it counts for, in the client's zone. */
    localDate: day('local_date'),
    createdAt: createdAt(),
  },
  indexes: [{ properties: ['client', 'purpose', 'localDate'] }],
  checks: readable('photos', 'created_at'),
})
/** A photo or clip that a client sent, and what it shows. */
export class Photo extends PhotoSchema.class {}
PhotoSchema.setClass(Photo)

const QuickPhraseSchema = defineEntity({
  name: 'QuickPhrase',
  tableName: 'quick_phrases',
  properties: {
    id: id(),
    trainer: p.manyToOne(User).index(false).deleteRule('cascade'),
    text: words('text', 200),
    createdAt: createdAt(),
  },
  uniques: [{ properties: ['trainer', 'text'] }],
  checks: readable('quick_phrases', 'created_at'),
})
/** A comment that a trainer keeps at hand. */
export class QuickPhrase extends QuickPhraseSchema.class {}
QuickPhraseSchema.setClass(QuickPhrase)
