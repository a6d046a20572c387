import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, localDate, localTime, wallToInstant } from '../../../src/domain/localTime.ts'
import { claimDue } from '../../../src/services/deliveries.ts'
import { planAll } from '../../../src/services/reminders/planning.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'

/** Zones with changes of their own: half hours, the south, midnight, the Atlantic, weeks of their own. */
const zones = [
  'Asia/Jerusalem',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Lisbon',
  'Europe/Helsinki',
  'Europe/Chisinau',
  'America/New_York',
  'America/Los_Angeles',
  'America/Denver',
  'America/Anchorage',
  'America/Havana',
  'America/St_Johns',
  'America/Santiago',
  'America/Asuncion',
  'Atlantic/Azores',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Africa/Cairo',
]
const people = 1000
const hourMs = 3_600_000

/** ms that clocks are ahead of UTC. */
function offset(at: number, zone: string): number {
  const wall = Date.parse(`${localDate(new Date(at), zone)}T${localTime(new Date(at), zone)}:00Z`)
  return wall - Math.floor(at / 60_000) * 60_000
}

/** The hours before which clocks change, from 2024 on. */
function changesOf(zone: string, most: number): number[] {
  const found: number[] = []
  for (let at = Date.UTC(2023, 0, 1); found.length < most && at < Date.UTC(2027, 0, 1); at += hourMs)
    if (offset(at, zone) !== offset(at - hourMs, zone)) found.push(at)
  return found
}

/** A minute of the day for each person: all hours in a week of 1,000 steps, most of them at night. */
const timeOf = (index: number): string => {
  const minute = index < people / 2 ? (index * 7) % 300 : (index * 13) % 1440
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
  const db = fresh.outsider()
  const user = db.prepare(`insert into users (id, username, role) values (?, ?, 'client')`)
  const account = db.prepare('insert into telegram_accounts (telegram_id, user_id) values (?, ?)')
  const settings = db.prepare(`insert into user_settings (user_id, time_zone) values (?, 'UTC')`)
  const rule = db.prepare(
    `insert into reminder_rules (user_id, kind, is_on, time_of_day) values (?, ?, ?, ?)`,
  )
  db.transaction(() => {
    for (let id = 1; id <= people; id++) {
      user.run(id, `client${id}`)
      account.run(5_000_000_000 + id, id)
      settings.run(id)
      rule.run(id, 'morning', 1, timeOf(id))
      for (const kind of ['weighIn', 'checkIn']) rule.run(id, kind, 0, null)
    }
  })()
})
afterAll(() => fresh.close())

/** Days around a change, half an hour at a time, as planner and pusher live them. Answers when each key was sent. */
async function live(zone: string, change: number): Promise<Map<string, Date[]>> {
  const sent = new Map<string, Date[]>()
  const end = fresh
    .outsider()
    .prepare(`update deliveries set state = 'sent' where id in (select value from json_each(?))`)
  const from = change - 36 * hourMs
  for (let at = from; at <= change + 36 * hourMs; at += hourMs / 2) {
    const now = new Date(at)
    if ((at - from) % (6 * hourMs) === 0) await planAll(fresh.orm, now, zone)
    for (;;) {
      const claimed = await claimDue(fresh.orm, { now, busy: [], limit: people })
      for (const delivery of claimed) {
        const key = `${delivery.recipientId} ${(delivery.payload as { date: string }).date}`
        sent.set(key, [...(sent.get(key) ?? []), now])
      }
      if (claimed.length === 0) break
      // All at once, as the pusher would one by one: what is proved is when, and how often, a row is there to be sent.
      end.run(JSON.stringify(claimed.map(({ id }) => id)))
    }
  }
  return sent
}

/** The wall time at which it came, or what of the day was left out. */
function isOnTime(sent: Date, date: string, time: string, zone: string): boolean {
  const due = wallToInstant(date, time, zone)
  return sent >= due && sent.getTime() - due.getTime() < hourMs / 2
}

/** Days of people on which something came twice, not at all, or at another time than it should. */
function strayed(sent: Map<string, Date[]>, zone: string, change: number): string[] {
  const day = localDate(new Date(change), zone)
  const wrong: string[] = []
  for (let id = 1; id <= people; id++)
    for (const date of [addDays(day, -1), day, addDays(day, 1)]) {
      const due = wallToInstant(date, timeOf(id), zone).getTime()
      if (due <= change - 36 * hourMs || due > change + 35 * hourMs) continue
      const times = sent.get(`${id} ${date}`) ?? []
      const [only] = times
      if (!only || times.length > 1 || !isOnTime(only, date, timeOf(id), zone))
        wrong.push(`${date} ${timeOf(id)}: ${times.map((time) => time.toISOString()).join(', ')}`)
    }
  return wrong
}

test.each(zones)(
  '%s: one a local day over four changes of the clocks, for a thousand rules',
  async (zone) => {
    const changes = changesOf(zone, 4)
    expect(changes).toHaveLength(4)
    const db = fresh.outsider()
    db.prepare('update user_settings set time_zone = ?').run(zone)
    for (const change of changes) {
      db.prepare('delete from deliveries').run()
      db.prepare('delete from reminder_horizons').run()
      expect(strayed(await live(zone, change), zone, change)).toEqual([])
    }
  },
)
