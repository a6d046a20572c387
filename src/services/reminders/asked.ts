import { localDate } from '../../domain/localTime.ts'
import type { ReminderKind } from '../../domain/enums.ts'
import type { TimedMeal } from '../../domain/reminders/slots.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import type { Turn } from '../turn.ts'
import { mentionOf } from './asking.ts'
import { hasWeighedOn } from './facts.ts'
import { reminderPayload } from './payload.ts'
import { ownRest } from './peace.ts'
import { wishesOf } from './rules.ts'

const todayOf = ({ now, actor }: Turn): string => localDate(now, actor.timeZone)

/** Reminders that the acting client got, the newest first. */
async function sentOf(
  turn: Turn,
  kinds: readonly ReminderKind[],
  of: { date: string } | { messageId: number },
) {
  const { userId } = requireClient(turn)
  const rows = await turn.sql
    .selectFrom('deliveries')
    .select(['kind', 'payload', 'due_at', 'sent_at', 'answered_at'])
    .where('recipient_id', '=', userId)
    .where('kind', 'in', [...kinds])
    .where((eb) => ('date' in of ? eb('local_date', '=', of.date) : eb('message_id', '=', of.messageId)))
    .where('state', 'in', ['sending', 'sent', 'uncertain'])
    .execute()
  return rows
    .flatMap(({ payload: json, ...row }) => {
      const payload = reminderPayload(JSON.parse(json))
      const askedAt = parseTimestamp(row.sent_at ?? row.due_at)
      // One that asks why nothing comes asks for nothing else.
      return payload && payload.asks === undefined && !payload.isLast && askedAt <= turn.now
        ? [{ kind: row.kind, payload, askedAt, isAnswered: row.answered_at !== null }]
        : []
    })
    .toSorted((a, b) => b.askedAt.getTime() - a.askedAt.getTime())
}

/** Whether the card of a morning speaks of the weigh-in of its day: by the rule by which it is made. */
async function speaksOfWeighIn(turn: Turn, date: string): Promise<boolean> {
  const { userId } = requireClient(turn)
  const wishes = (await wishesOf(turn.sql, [userId])).get(userId) ?? {}
  if (await ownRest(turn)) return false
  return (await mentionOf({ turn, userId, about: { date, isOwnHour: false } }, 'weighIn', wishes)) !== null
}

const asksForWeight = ['weighIn', 'morning'] as const

/**
 * When the acting client was asked last for the weigh-in of today, by its reminder or by the card of the morning; undefined where
 * nobody asked, or a weight of today is known. A press of [Later] takes nothing back.
 */
export async function weighInAsked(turn: Turn): Promise<Date | undefined> {
  const { userId } = requireClient(turn)
  const date = todayOf(turn)
  const sent = await sentOf(turn, asksForWeight, { date })
  if (sent.length === 0 || (await hasWeighedOn(turn.sql, userId, date, turn.actor.timeZone))) return undefined
  const counts = (kind: string) => kind === 'weighIn' || isOnCard
  const isOnCard = sent.some(({ kind }) => kind === 'morning') && (await speaksOfWeighIn(turn, date))
  return sent.find(({ kind }) => counts(kind))?.askedAt
}

/** When the message of this id asked the acting client for their weight; undefined where it did not. */
export async function weighInAskedBy(turn: Turn, messageId: number): Promise<Date | undefined> {
  const [asking] = await sentOf(turn, asksForWeight, { messageId })
  if (asking?.kind === 'morning' && !(await speaksOfWeighIn(turn, asking.payload.date))) return undefined
  return asking?.askedAt
}

/** The meal of today that the acting client was asked about last, while they left that without an answer. */
export async function mealAsked(turn: Turn): Promise<{ meal: TimedMeal; askedAt: Date } | undefined> {
  const [newest] = await sentOf(turn, ['meal'], { date: todayOf(turn) })
  const meal = newest?.payload.meal
  return meal && !newest.isAnswered ? { meal, askedAt: newest.askedAt } : undefined
}
