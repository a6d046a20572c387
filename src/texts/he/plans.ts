import type { Hebrew } from '../catalogue.ts'
import type { plans as english } from '../en/plans.ts'

export const plans: Hebrew<typeof english> = {}
