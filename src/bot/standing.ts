import { isLeftStanding } from '../domain/leftStanding.ts'
import type { SpotterContext } from './context.ts'

/** The place they stand in was left open on an earlier day, and nothing was done in it since. */
export const isPlaceLeft = ({ place, conversation, touched, turn }: SpotterContext): boolean =>
  place !== null && !touched && isLeftStanding(conversation.touchedAt, turn.now, turn.actor.timeZone)
