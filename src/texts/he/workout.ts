import type { Hebrew } from '../catalogue.ts'
import type { workout as english } from '../en/workout.ts'

export const workout: Hebrew<typeof english> = {}
