import type { ActionTable } from '../codec.ts'

export const photosActions = {
  /** Says what a photo is that came without a word, and with it the unsorted rest of its album. */
  sortPhoto: { photo: 'int', as: 'word', value: 'word' },
  leavePhoto: { photo: 'int' },
  removePhoto: { photo: 'int' },
} as const satisfies ActionTable
