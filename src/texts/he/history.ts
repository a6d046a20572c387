import type { Hebrew } from '../catalogue.ts'
import type { history as english } from '../en/history.ts'

export const history: Hebrew<typeof english> = {}
