import { expect, test } from 'vitest'
import { type Member, type World } from '../support/world.ts'
import { type Sent, type Wanted, copies, oweAll, postWorld, rowsOf, sentBy, want } from './post.ts'

const hourMs = 3_600_000
const people = 50
/** Reminders of the day, three for each; and things owed, seven for each. */
const slots = 500

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Five hundred slots of one day, from seven to seven, UTC. */
async function day(): Promise<World> {
  const { world } = await postWorld({ at: '2026-11-23T06:30:00Z', reminds: true })
  const members: Member[] = []
  for (let index = 0; index < people; index++) members.push(await world.client(`P${index}`))
  const owed: (Wanted & { to: Member })[] = []
  for (const [index, to] of members.entries()) {
    const hour = (from: number) => clock(from * 60 + ((index * 37) % 180))
    await want(world, to, { morning: hour(7), weighIn: hour(10), checkIn: hour(15) })
    for (let nth = 0; nth < 7; nth++)
      owed.push({
        to,
        words: `owed ${index} ${nth}`,
        in: `${30 + ((index * 31 + nth * 113) % 720)}m`,
        lasts: nth % 3 === 0 ? '1 day' : '30m',
        valuable: nth % 3 === 0,
      })
  }
  await oweAll(world, owed)
  await world.app.plan()
  return world
}

/** The most that left within any one second. */
const fullest = (sent: readonly Sent[]) =>
  Math.max(...sent.map(({ at }) => sent.filter((one) => one.at >= at && one.at < at + 1000).length))

/** The slots of that day: reminders made for the next are none of them. */
const slotsOf = (world: World, until: number) => rowsOf(world).filter(({ due }) => due <= until)
const isOfSlot = ({ key }: { key: string }) => key.startsWith('owed') || / 2026-11-23|:2026-11-23/.test(key)

test('six hours down over five hundred slots: nothing stale is sent, all are accounted for, and there is no burst', async () => {
  const world = await day()
  const all = () =>
    rowsOf(world)
      .filter(isOfSlot)
      .filter(({ kind }) => ['note', 'morning', 'weighIn', 'checkIn'].includes(kind))
  expect(all()).toHaveLength(slots)
  await world.advanceTo('09:00')
  await world.idle()
  const before = sentBy(world).length
  const sentBefore = all().filter(({ state }) => state === 'sent').length
  expect(sentBefore).toBeGreaterThan(80)
  await world.stop()
  world.clock.turnTo(world.clock.ms + 6 * hourMs)
  world.options.rate = 25
  const began = world.clock.ms
  await world.start()
  await world.settle()
  await world.advance('2m')
  const fresh = all().filter(({ state, due, expires }) => state === 'sent' && due < began && expires > began)
  const stale = all().filter(({ state }) => state === 'stale').length
  const toCome = all().filter(({ state, due }) => state === 'due' && due > began).length
  const justDue = all().filter(({ state, due }) => state === 'sent' && due >= began).length
  const afterStart = sentBy(world).slice(before)
  expect(stale).toBeGreaterThan(100)
  expect(
    stale + toCome + justDue + all().filter(({ state, due }) => state === 'sent' && due < began).length,
  ).toBe(slots)
  // What was still worth it came at the pace Telegram allows, one a second for each person.
  expect(afterStart.length).toBeGreaterThanOrEqual(40)
  expect(fresh.length).toBeGreaterThanOrEqual(40)
  expect(fullest(afterStart)).toBeLessThanOrEqual(25)
  for (const those of Map.groupBy(afterStart, ({ chatId }) => chatId).values()) expect(fullest(those)).toBe(1)
  await world.advanceTo('20:00')
  expectAllTrue(world, all())
})

/** Sent in their time, once; stale ones never. */
function expectAllTrue(world: World, rows: ReturnType<typeof slotsOf>): void {
  const counts = copies(world)
  const sentAt = new Map(sentBy(world).flatMap(({ marks, at }) => marks.map((mark) => [mark, at] as const)))
  const markOf = (key: string) => key.replace(/^(\w+):(\d+):([\d-]+)$/, '$1 $2 $3')
  for (const { key, state, due, expires } of rows) {
    const mark = markOf(key)
    expect([key, counts.get(mark) ?? 0]).toEqual([key, state === 'sent' ? 1 : 0])
    expect(['sent', 'stale'], `state of ${key}`).toContain(state)
    const at = sentAt.get(mark) ?? due
    expect(at >= due && at < expires, `${key} in its time`).toBe(true)
  }
  expect(rows).toHaveLength(slots)
}
