import type { componentTypes } from '../enums.ts'
import { type Macros } from './types.ts'

/** A part of a planned meal, or one of the choices for it. */
export interface Part extends Macros {
  id: number
  type: (typeof componentTypes)[number]
  description: string | null
  isOptional: boolean
  /** A number shared by parts that are alternatives of each other; null: those of the same type are. */
  choice: number | null
}

/** Parts of which one is eaten, in the plan's order. */
export interface Slot {
  options: readonly Part[]
  isOptional: boolean
}

/** A part in words: others write parts that go by their type alone. */
export const partWords = ({ description, type }: Pick<Part, 'description' | 'type'>): string =>
  description?.trim() || type

/** What may be left out is no alternative to what may not. */
const groupOf = ({ type, choice, isOptional }: Part): string =>
  choice === null ? `${type} ${isOptional ? 'optional' : ''}` : String(choice)

/** The slots of a meal; `parts` in the plan's order. */
export function slotsOf(parts: readonly Part[]): Slot[] {
  return [...Map.groupBy(parts, groupOf).values()].map((options) => ({
    options,
    isOptional: options.every(({ isOptional }) => isOptional),
  }))
}

const wantedOf = ({ options }: Slot, chosen: readonly number[]): Part | undefined =>
  options.find(({ id }) => chosen.includes(id))

/** What is on the plate: of each slot what was chosen, else the first; what is optional only when it was chosen. */
export function plateOf(slots: readonly Slot[], chosen: readonly number[] = []): Part[] {
  return slots.flatMap((slot) => {
    const part = wantedOf(slot, chosen) ?? (slot.isOptional ? undefined : slot.options[0])
    return part ? [part] : []
  })
}

/** The choice after a tap on a part: it takes the place of its alternatives; an optional one goes again. */
export function choose(slots: readonly Slot[], chosen: readonly number[], partId: number): number[] {
  const slot = slots.find(({ options }) => options.some(({ id }) => id === partId))
  if (!slot) return [...chosen]
  const others = chosen.filter((id) => !slot.options.some((option) => option.id === id))
  return slot.isOptional && chosen.includes(partId) ? others : [...others, partId]
}
