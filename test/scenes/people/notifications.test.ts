import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { insert } from '../../support/everything.ts'
import { type World, makeWorld } from '../../support/world.ts'

const unread = (world: World, userId: number) =>
  world.ask<{ type: string; title: string }>(
    'select type, title from notifications where recipient_id = ? and is_read = 0 order by id',
    userId,
  )

/** Writes as another program would. */
function outside(world: World, row: Record<string, string | number | null>): void {
  const file = new Database(world.path)
  insert(file, 'notifications', row)
  file.close()
}

async function danaAndAnna() {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  return { world, dana: dana.userId ?? 0, anna: anna.userId ?? 0 }
}

const push = `Push, 6 weeks from today
      Mon Push
      Bench press 3x8 @60`

test('news and letters wait until they are opened; each opens what it is about', async () => {
  const { world, anna } = await danaAndAnna()
  const { went, wrote } = await world.play(`
    anna> /notifications
    anna< 🔔 You have seen everything.  [Done]
    dana> /clients Anna
    dana< …
    dana> [💬 Write]
    dana< …
    dana> Hello <b>you</b>
    dana< …
    anna< 💬 Dana writes
      Hello <b>you</b>  [↩️ Answer]
    dana> /assign Anna
    dana< …
    dana> ${push}
    dana< …
    dana> [✅ Assign]
    dana< …
    anna< …
    anna> /notifications
    anna< 🔔 Not seen yet: 2
      Open one to read it.
      [🆕 Dana has a plan for you: Push · 07:30]
      [💬 Dana: Hello <b>you</b> · 07:30]
      [✓ All seen] [Done]
    — crash —
    anna> [💬 Dana: Hello <b>you</b> · 07:30]
    anna< 07:30
      💬 Dana writes
      Hello <b>you</b>  [↩️ Answer] [‹ Back]
    — crash —
    anna> [↩️ Answer]
    anna< Your answer to Dana…
    anna> /notifications
    anna< 🔔 Not seen yet: 1…
    anna> [🆕 Dana has a plan for you: Push · 07:30]
    anna< 07:30
      🆕 Dana has a plan for you: Push
      Mon 23 Nov – Sun 3 Jan 2027
      • Mon · Push, one exercise  [🏋️ Today] [‹ Back]
    anna> [‹ Back]
    anna< 🔔 You have seen everything.  [Done]
    anna> [Done]
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(unread(world, anna)).toEqual([])
})

test('a tap or an answer under what was sent says that it was seen', async () => {
  const { world, dana, anna } = await danaAndAnna()
  world.stranger('Ben')
  const { went, wrote } = await world.play(`
    dana> /assign Anna
    dana< …
    dana> ${push}
    dana< …
    dana> [✅ Assign]
    dana< …
    anna< …
    anna> [🏋️ Today]
    anna< …
    dana> /invite
    dana< …
    ben> (opens link of dana)
    ben< …
    ben> [I agree, let us begin]
    ben< …
    dana< 🎉 Ben has joined and is now your client.…
  `)
  expect(went).toBe(wrote)
  expect(unread(world, anna)).toEqual([])
  expect(unread(world, dana)).toEqual([
    { type: 'joined', title: '🎉 Ben has joined and is now your client.' },
  ])
  const { went: then, wrote: planned } = await world.play(`
    dana> [Open Ben]
    dana< …
  `)
  expect(then).toBe(planned)
  expect(unread(world, dana)).toEqual([])
})

test('what was taken back is not left in the list', async () => {
  const { world, anna } = await danaAndAnna()
  const { went, wrote } = await world.play(`
    dana> /assign Anna
    dana< …
    dana> ${push.replace('from today', 'from next Monday')}
    dana< …
    dana> [✅ Assign]
    dana< …
    anna< 🆕 Dana has a plan for you: Push…
    dana> [📋 Push]
    dana< …
    dana> [End plan]
    dana< …
    dana> [Yes, delete it]
    dana< …
    anna< Dana took back the plan Push, which had not begun.…
  `)
  expect(went).toBe(wrote)
  expect(unread(world, anna)).toEqual([
    { type: 'planEnded', title: 'Dana took back the plan Push, which had not begun.' },
  ])
})

test('what other programs wrote is shown too; all can be marked, but not what came since', async () => {
  const { world, dana, anna } = await danaAndAnna()
  outside(world, {
    recipient_id: anna,
    sender_id: dana,
    type: 'info',
    title: 'Gym <closed>',
    message: 'On Friday & Saturday.',
    created_at: '2026-11-22T18:00:00Z',
  })
  outside(world, { recipient_id: anna, created_at: '2026-11-21 09:00:00' })
  outside(world, { recipient_id: dana, title: 'Not for Anna', created_at: '2026-11-21 09:00:00' })
  for (let day = 10; day < 18; day++)
    outside(world, { recipient_id: anna, title: `Day ${day}`, created_at: `2026-11-${day} 09:00:00` })
  const { went, wrote } = await world.play(`
    anna> /notifications
    anna< 🔔 Not seen yet: 10 (page 1 of 2)
      Open one to read it.
      [Gym <closed> · Sun 22 Nov, 18:00]
      [News · Sat 21 Nov, 09:00]
      [Day 17 · Tue 17 Nov, 09:00] [Day 16 · Mon 16 Nov, 09:00] [Day 15 · Sun 15 Nov, 09:00]
      [Day 14 · Sat 14 Nov, 09:00] [Day 13 · Fri 13 Nov, 09:00] [Day 12 · Thu 12 Nov, 09:00]
      [›] [✓ All seen] [Done]
    anna> [Gym <closed> · Sun 22 Nov, 18:00]
    anna< Sun 22 Nov, 18:00 · Dana
      Gym <closed>
      On Friday & Saturday.  [‹ Back]
    anna> [‹ Back]
    anna< 🔔 Not seen yet: 9 (page 1 of 2)…
    anna> [News · Sat 21 Nov, 09:00]
    anna< Sat 21 Nov, 09:00
      News  [‹ Back]
    anna> [‹ Back]
    anna< 🔔 Not seen yet: 8…
  `)
  expect(went).toBe(wrote)
  outside(world, { recipient_id: anna, title: 'Late', created_at: '2026-11-09 09:00:00' })
  const then = await world.play(`
    anna> [✓ All seen]
    anna< (toast) All marked as seen.
    anna< 🔔 Not seen yet: 1
      Open one to read it.  [Late · Mon 9 Nov, 09:00] [✓ All seen] [Done]
    — restart —
    anna> [✓ All seen]
    anna< (toast) All marked as seen.
    anna< 🔔 You have seen everything.  [Done]
  `)
  expect(then.went).toBe(then.wrote)
  expect(unread(world, dana)).toEqual([{ type: null, title: 'Not for Anna' }])
})

test('whoever is no client any more is in the list no more, in Hebrew too', async () => {
  const world = await makeWorld()
  await world.trainer('Dana', { language: 'he' })
  const ben = world.stranger('Ben')
  const { went, wrote } = await world.play(`
    dana> /invite
    dana< …
    ben> (opens link of dana)
    ben< …
    ben> [I agree, let us begin]
    ben< …
    dana< 🎉 הצטרפות חדשה: Ben, מעכשיו אצלך.…
    dana> /notifications
    dana< 🔔 עוד לא נראה: 1
      פותחים כדי לקרוא.  [🎉 הצטרפות חדשה: Ben, מעכשיו אצלך. · 07:30] [✓ ראיתי הכול] [סיום]
  `)
  expect(went).toBe(wrote)
  const file = new Database(world.path)
  file.prepare(`update users set trainer_id = null where full_name = 'Ben'`).run()
  file.close()
  const then = await world.play(`
    dana> [🎉 הצטרפות חדשה: Ben, מעכשיו אצלך. · 07:30]
    dana< (alert) זה לא נמצא (או כבר לא קיים).
    dana< 👋 Dana…
    dana> /notifications
    dana< 🔔 הכול כבר נראה.  [סיום]
  `)
  expect(then.went).toBe(then.wrote)
  expect(ben.phone.commands().some(({ command }) => command === 'notifications')).toBe(true)
})

test('what waited in quiet hours came in one message, and stands one by one in the list', async () => {
  const world = await makeWorld({ at: '2026-11-23T23:00:00Z' })
  const dana = await world.trainer('Dana')
  world.stranger('Ben')
  world.stranger('Tom')
  const { went, wrote } = await world.play(`
    dana> /invite Ben
    dana< …
    ben> (opens link of dana)
    ben< …
    ben> [I agree, let us begin]
    ben< …
    dana> /invite Tom
    dana< …
    tom> (opens link of dana)
    tom< …
    tom> [I agree, let us begin]
    tom< …
    — 07:00 —
    dana< 🌙 While it was quiet
      🎉 Ben has joined and is now your client.…
      🎉 Tom has joined and is now your client.…
  `)
  expect(went).toBe(wrote)
  expect(unread(world, dana.userId ?? 0)).toEqual([
    { type: 'joined', title: '🎉 Ben has joined and is now your client.' },
    { type: 'joined', title: '🎉 Tom has joined and is now your client.' },
  ])
})
