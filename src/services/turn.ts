import type { Unit } from './unit.ts'

export type Role = 'admin' | 'trainer' | 'client'
export type Units = 'kg' | 'lb'

/** Who acts, as the database knows them at this very turn: role and state are never taken from a session. */
export interface Actor {
  telegramId: number
  /** Null for a stranger: somebody who has not joined. */
  userId: number | null
  role: Role | null
  /** A right beside the role, given by configuration: an admin may coach. */
  isAdmin: boolean
  isActive: boolean
  fullName: string
  trainerId: number | null
  language: 'en' | 'he'
  /** IANA name. */
  timeZone: string
  units: Units
}

/** One update's stay in the house: its unit of work, who acts, and when they acted. */
export interface Turn extends Unit {
  actor: Actor
  /** When the person acted: the message's own date, or the arrival of a tap; never later than the clock. */
  now: Date
}
