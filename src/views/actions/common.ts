import type { ActionTable } from '../codec.ts'

export const commonActions = {
  /** A choice inside the step that shows it; anywhere else it is out of date. */
  pick: { at: 'word', value: 'word' },
  home: {},
  cancel: {},
} as const satisfies ActionTable
