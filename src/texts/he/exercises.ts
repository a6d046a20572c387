import type { Hebrew } from '../catalogue.ts'
import type { exercises as english } from '../en/exercises.ts'

export const exercises: Hebrew<typeof english> = {}
