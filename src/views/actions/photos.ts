import type { ActionTable } from '../codec.ts'

export const photosActions = {
  /** Says what a photo is that came without a word, and with it the unsorted rest of its album. */
  sortPhoto: { photo: 'int', as: 'word', value: 'word' },
  /** Asks anew what it is, whatever it can be. */
  askPhoto: { photo: 'int' },
  leavePhoto: { photo: 'int' },
  removePhoto: { photo: 'int' },
  /** What was taken for a meal is not of it; `photo` is the first of what was sent together. */
  notThisMeal: { photo: 'int' },
} as const satisfies ActionTable
