import type Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, expect } from 'vitest'
import { addDays, localDate, localTime } from '../../../src/domain/localTime.ts'
import { clientSlots, momentOf, slotKey } from '../../../src/domain/reminders/slots.ts'
import { type ClaimedDelivery, beginSending, claimDue } from '../../../src/services/deliveries.ts'
import { pruneDeliveries } from '../../../src/services/deliveryPruning.ts'
import { endDelivery } from '../../../src/services/deliveryEndings.ts'
import { planAll, planUndone, replan } from '../../../src/services/reminders/planning.ts'
import { wishesOf } from '../../../src/services/reminders/rules.ts'
import { inUnit } from '../../../src/services/unit.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'

const kinds = ['weighIn', 'morning', 'checkIn'] as const
const zones = [
  'Asia/Jerusalem',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/St_Johns',
  'Asia/Tokyo',
] as const
const minuteMs = 60_000
const dayMs = 86_400_000
/** How late the pusher looks, at most. */
const stepMinutes = 20
const client = 1

type Outcome = 'sent' | 'unsent' | 'unknown'
type Deed =
  | { do: 'move'; zone: string }
  /** At the hour it will be so many minutes later. */
  | { do: 'wish'; kind: (typeof kinds)[number]; ahead: number }
  | { do: 'eat'; meal: number; ahead: number }
  | { do: 'live' | 'sleep'; minutes: number }
  /** The clock goes months ahead, what is old by it is forgotten, and it comes back. */
  | { do: 'stray'; days: number; minutes: number }

const ahead = fc.integer({ min: -60, max: 200 })
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant('move' as const), zone: fc.constantFrom(...zones) }),
  fc.record({ do: fc.constant('wish' as const), kind: fc.constantFrom(...kinds), ahead }),
  fc.record({ do: fc.constant('eat' as const), meal: fc.constantFrom(1, 2), ahead }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('live' as const, 'live' as const, 'sleep' as const),
      minutes: fc.integer({ min: 5, max: 240 }),
    }),
  },
)
const straying: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: deeds },
  fc.record({
    do: fc.constant('stray' as const),
    days: fc.integer({ min: 58, max: 63 }),
    minutes: fc.integer({ min: 20, max: 1500 }),
  }),
)
const outcomes: fc.Arbitrary<Outcome> = fc.constantFrom('sent', 'unsent', 'unknown', 'unknown')

let fresh: FreshDatabase
let db: Database.Database

/** A client with two meals a day, in a file of its own for the tests of one module. */
export function withClient(): void {
  beforeAll(begin)
  afterAll(() => fresh.close())
}

async function begin(): Promise<void> {
  fresh = await freshDatabase()
  db = fresh.outsider()
  db.exec(`insert into users (id, username, role) values (1, 'anna', 'client');
    insert into telegram_accounts (telegram_id, user_id) values (5000000001, 1);
    insert into user_settings (user_id, time_zone) values (1, 'UTC');
    insert into nutrition_plans (id, client_id, name) values (1, 1, 'Week');
    insert into planned_meals (id, nutrition_plan_id, meal_type, time_of_day) values (1, 1, 'lunch', '12:00'), (2, 1, 'dinner', '19:00');`)
}

interface Window {
  from: number
  to: number
}

/** A client who moves about and changes their mind, planner and pusher beside them, and what may be sent when. */
class Life {
  now = Date.parse('2026-10-22T00:00:00Z')
  zone = 'UTC'
  readonly #fates: readonly Outcome[]
  #fate = 0
  /** When each reminder may be sent, by what its client wanted then. */
  readonly #windows = new Map<string, Window[]>()
  /** Sendings that have, or perhaps have, arrived. */
  readonly arrived = new Map<string, number>()
  sent = 0
  /** Hours that were wished for by a wrong clock stand until somebody changes them. */
  #hasStrayed = false

  constructor(fates: readonly Outcome[]) {
    this.#fates = fates
    db.exec(`delete from deliveries; delete from installation where key like '%pruned%'; delete from reminder_horizons; delete from reminder_rules;
      update user_settings set time_zone = 'UTC'`)
    for (const kind of kinds)
      db.prepare(
        `insert into reminder_rules (user_id, kind, is_on, time_of_day, weekdays) values (1, ?, 1, '08:00', '0,1,2,3,4,5,6')`,
      ).run(kind)
  }

  get #at(): Date {
    return new Date(this.now)
  }

  #hour(ahead: number): string {
    return localTime(new Date(this.now + ahead * minuteMs), this.zone)
  }

  async act(deed: Deed): Promise<void> {
    if (deed.do === 'live') return this.#live(deed.minutes)
    if (deed.do === 'stray') return this.#stray(deed.days, deed.minutes)
    if (deed.do === 'sleep') return void (this.now += deed.minutes * minuteMs)
    if (deed.do === 'move') db.prepare('update user_settings set time_zone = ?').run((this.zone = deed.zone))
    if (deed.do === 'wish')
      db.prepare('update reminder_rules set time_of_day = ? where kind = ?').run(
        this.#hour(deed.ahead),
        deed.kind,
      )
    if (deed.do === 'eat')
      db.prepare('update planned_meals set time_of_day = ? where id = ?').run(
        this.#hour(deed.ahead),
        deed.meal,
      )
    await inUnit(fresh.orm, 'test.replan', (unit) => replan(unit, client, this.#at))
    await this.#expectFromNow()
    await planUndone(fresh.orm, this.#at, 'UTC')
  }

  async #stray(days: number, minutes: number): Promise<void> {
    const { now } = this
    this.#hasStrayed = true
    this.now += days * dayMs
    await this.#live(minutes)
    // The first ring of a clock that was set forgets nothing.
    for (const _ of [1, 2]) await pruneDeliveries(fresh.orm, this.#at)
    this.now = now
  }

  async #live(minutes: number): Promise<void> {
    // It ends right after a look at what is due: a change may come before what is tried once more.
    for (const end = this.now + minutes * minuteMs; this.now < end;) {
      this.now += stepMinutes * minuteMs
      await this.#expectFromNow()
      await planAll(fresh.orm, this.#at, 'UTC')
      for (;;) {
        const [claimed] = await claimDue(fresh.orm, { now: this.#at, busy: [], limit: 9 })
        if (!claimed) break
        await this.#send(claimed)
      }
    }
  }

  async #send(claimed: ClaimedDelivery): Promise<void> {
    const { kind, valuable, attempts } = claimed
    const { date, meal } = claimed.payload as { date: string; meal?: { of: string; id: number } }
    const key = [kind, client, date, ...(meal ? [`${meal.of}${meal.id}`] : [])].join(':')
    const may = this.#windows.get(key)?.some(({ from, to }) => from <= this.now && this.now < to)
    expect(may || this.#hasStrayed, `${key} may be sent at ${this.#at.toISOString()} in ${this.zone}`).toBe(
      true,
    )
    expect(await beginSending(fresh.orm, claimed, 'test', this.#at)).toBe(true)
    const fate = this.#fates[this.#fate++ % this.#fates.length] ?? 'sent'
    if (fate !== 'unsent') this.arrived.set(key, (this.arrived.get(key) ?? 0) + 1)
    expect(this.arrived.get(key) ?? 0, `sendings of ${key}`).toBeLessThanOrEqual(valuable ? 2 : 1)
    if (fate === 'sent') this.sent++
    const unknown = valuable && attempts < 2 ? 'again' : 'uncertain'
    await endDelivery(fresh.orm, claimed, fate === 'unknown' ? unknown : fate, 1, this.#at)
  }

  /** What was due already stays as it was; from now on what is wanted now counts. */
  async #expectFromNow(): Promise<void> {
    for (const [key, windows] of this.#windows)
      this.#windows.set(
        key,
        windows.filter(({ from }) => from <= this.now),
      )
    const wishes = await inUnit(fresh.orm, 'test.wishes', ({ sql }) => wishesOf(sql, [client]))
    const meals = db
      .prepare<[], { id: number; time: string; type: string }>(
        'select id, substr(time_of_day, 1, 5) as time, meal_type as type from planned_meals',
      )
      .all()
      .map((meal) => ({ ...meal, of: 'planned' as const, name: null }))
    const held = {
      meals,
      trains: false,
      inTurn: false,
      trainedYesterday: false,
      endsSoon: false,
      hasPlan: true,
    }
    const today = localDate(this.#at, this.zone)
    for (const date of [today, addDays(today, 1)])
      for (const slot of clientSlots(wishes.get(client) ?? {}, date, held)) {
        const { dueAt, expiresAt } = momentOf(slot, this.zone)
        if (dueAt.getTime() <= this.now) continue
        const key = slotKey(client, slot)
        const window = { from: dueAt.getTime(), to: expiresAt.getTime() }
        this.#windows.set(key, [...(this.#windows.get(key) ?? []), window])
      }
  }
}

/**
 * Zones, hours and meal times change in any order, with sendings between. Nothing is sent twice for a local day, and nothing
 * out of the time it is worth sending. `straying`: the clock goes months ahead and back besides, and what is old by it is
 * forgotten; nothing is sent twice for all that. Answers how much was sent.
 */
export async function changeAbout(numRuns: number, deed: 'deeds' | 'straying' = 'deeds'): Promise<number> {
  let sent = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array({ deeds, straying }[deed], { minLength: 8, maxLength: 24 }),
      fc.array(outcomes, { minLength: 3, maxLength: 12 }),
      async (story, fates) => {
        const life = new Life(fates)
        await life.act({ do: 'live', minutes: 5 })
        for (const one of story) await life.act(one)
        sent += life.sent
      },
    ),
    { numRuns },
  )
  return sent
}
