import type { ActionTable } from '../codec.ts'

export const reviewActions = {
  /** The coach's queue, and that of one client. */
  openReview: {},
  reviewOf: { client: 'int' },
  /** Under a picture; `verdict` is good, adjust or wrong. */
  judge: { review: 'int', verdict: 'word' },
  reviewLater: { review: 'int' },
  /** Another photo of the same review. */
  reviewPhoto: { review: 'int', photo: 'int' },
  undoVerdict: { review: 'int' },
  /** Words beside a verdict that was given. */
  addWords: { review: 'int' },
  stopReview: {},
  /** Keeps the comment of a review at hand. */
  keepPhrase: { review: 'int' },
  /** For the client: what was said in voice. */
  hearVerdict: { review: 'int' },
  /** For the client: `photo` is the first of what was shown together. */
  formOfSet: { photo: 'int', item: 'int', set: 'int' },
  moveForm: { photo: 'int' },
  removeForm: { photo: 'int' },
} as const satisfies ActionTable
