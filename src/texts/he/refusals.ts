import type { Hebrew } from '../catalogue.ts'
import type { refusals as english } from '../en/refusals.ts'

export const refusals: Hebrew<typeof english> = {
  notThere: 'זה לא נמצא (או כבר לא קיים).',
  notAllowed: 'הפעולה הזו אינה שלך.',
}
