import type { Hebrew } from '../catalogue.ts'
import type { people as english } from '../en/people.ts'

export const people: Hebrew<typeof english> = {}
