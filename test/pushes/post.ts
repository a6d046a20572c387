import { formatTimestamp } from '../../src/entities/types.ts'
import { type NewDelivery, owe } from '../../src/services/deliveries.ts'
import { inUnit } from '../../src/services/unit.ts'
import { durationOf } from '../support/clock.ts'
import { type Member, type World, type WorldOptions, makeWorld } from '../support/world.ts'
import { Post, marksIn } from './registry.ts'

/** A world in which nothing is said but what is owed. */
export async function postWorld(options: WorldOptions = {}): Promise<{ world: World; post: Post }> {
  const post = new Post()
  return { world: await makeWorld({ registry: post.registry, ...options }), post }
}

export interface Wanted {
  words: string
  /** From now on; at once unless said. */
  in?: string
  /** How long it is worth sending after it was due. */
  lasts?: string
  valuable?: boolean
  kind?: 'note' | 'rest'
}

/** Makes things owed to people, in one commit. The bot hears of them at its next look. */
export function oweAll(world: World, wanted: readonly (Wanted & { to: Member })[]): Promise<void> {
  const now = world.clock.now()
  return inUnit(world.orm, 'test.owe', async (unit) => {
    for (const { to, words, kind = 'note', valuable = false, ...times } of wanted) {
      const dueAt = now.getTime() + (times.in === undefined ? 0 : durationOf(times.in))
      const delivery: NewDelivery = {
        key: words,
        kind,
        recipientId: to.userId ?? 0,
        payload: { words },
        dueAt: new Date(dueAt),
        expiresAt: new Date(dueAt + durationOf(times.lasts ?? '1h')),
        valuable,
      }
      await owe(unit, delivery, now)
    }
  })
}

/** Reminders somebody wants every day at these hours of their zone. */
export function want(
  world: World,
  { userId = 0 }: Member,
  hours: Partial<Record<string, string>>,
): Promise<void> {
  const at = formatTimestamp(world.clock.now())
  return inUnit(world.orm, 'test.want', async ({ sql }) => {
    for (const [kind, time_of_day] of Object.entries(hours))
      await sql
        .insertInto('reminder_rules')
        .values({
          user_id: userId,
          kind: kind as 'morning',
          is_on: 1,
          time_of_day,
          weekdays: '0,1,2,3,4,5,6',
          created_at: at,
          updated_at: at,
        })
        .execute()
  })
}

/** One message that carried deliveries to somebody, by the simulator's own record. */
export interface Sent {
  marks: string[]
  chatId: number
  /** ms */
  at: number
}

/** Everything that reached people, oldest first. */
export function sentBy({ simulator }: Pick<World, 'simulator'>): Sent[] {
  return simulator.calls.flatMap(({ method, effect, params, at }) =>
    method === 'sendMessage' && effect
      ? [{ marks: marksIn(String(params['text'])), chatId: Number(params['chat_id']), at }]
      : [],
  )
}

/** How often each delivery reached its recipient. */
export function copies(world: Pick<World, 'simulator'>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const mark of sentBy(world).flatMap(({ marks }) => marks))
    counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return counts
}

export interface Row {
  key: string
  kind: string
  state: string
  attempts: number
  valuable: number
  /** ms */
  due: number
  expires: number
}

/** Deliveries as they stand in the file. */
export function rowsOf(world: World): Row[] {
  const moment = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`)
  return world
    .ask<Omit<Row, 'due' | 'expires'> & { due_at: string; expires_at: string }>(
      'select dedupe_key as key, kind, state, attempts, valuable, due_at, expires_at from deliveries order by id',
    )
    .map(({ due_at, expires_at, ...row }) => ({ ...row, due: moment(due_at), expires: moment(expires_at) }))
}

/** `words state` of everything but notes. */
export const statesOf = (world: World): string[] =>
  rowsOf(world).flatMap(({ kind, key, state }) => (kind === 'heldNote' ? [] : `${key} ${state}`))
