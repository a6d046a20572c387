import { expect, test } from 'vitest'
import { inUnit } from '../../../src/services/unit.ts'
import { givePlan } from '../../support/plans.ts'
import { makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

test('no plan, one that begins later, a rest day, and what comes next', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const before = await world.play(`
    anna> /today
    anna< Today, Mon 23 Nov
      There is no plan yet. Your trainer will send one; you can train without it meanwhile.  [Without a plan] [History] [Settings]
  `)
  expect(before.went).toBe(before.wrote)
  await givePlan(world, anna, upperLower, { from: '2026-11-25' })
  const { went, wrote } = await world.play(`
    anna> /today
    anna< Today, Mon 23 Nov
      Upper/Lower begins Wed 25 Nov.
    — Wednesday 12:00 —
    anna> /today
    anna< Today, Wed 25 Nov
      🌿 Nothing is planned for today.
      Next: Lower, Thu 26 Nov.  [Another day’s workout] [Without a plan]
    — Friday 12:00 —
    anna> /today
    anna< Today, Fri 27 Nov
      🌿 Nothing is planned for today.
      Still open: Lower, Thu 26 Nov.
      Next: Upper, Mon 30 Nov.  [Lower …]
  `)
  expect(went).toBe(wrote)
})

test('a plan that is over is named: it is not as if there had never been one', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const id = await givePlan(world, anna, upperLower, { from: '2026-11-02' })
  await inUnit(world.orm, 'test.end', ({ sql }) =>
    sql.updateTable('workout_plans').set({ end_date: '2026-11-22' }).where('id', '=', id).execute(),
  )
  const { went, wrote } = await world.play(`
    anna> /today
    anna< Today, Mon 23 Nov
      Your plan Upper/Lower ended Sun 22 Nov. Your trainer will send the next one; you can train without it meanwhile.
  `)
  expect(went).toBe(wrote)
})

test('days without a weekday are taken in turn, and two plans run side by side', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  await givePlan(world, anna, 'Strength\n\n# Day A\nSquat 1x5 @100\n# Day B\nDeadlift 1x5 @140')
  await givePlan(world, anna, 'Rehab\n\nMon/Thu Shoulder\nFace pull 1x15')
  const { went, wrote } = await world.play(`
    anna> /today
    anna< Today, Mon 23 Nov
      🏋️ Day A · Strength
      • Back squat – 1 × 5 × 100 kg
      🏋️ Shoulder · Rehab
      • Face pull – 1 × 15
      Next: Shoulder, Thu 26 Nov.  [▶️ Start: Day A] [▶️ Start: Shoulder] [Another day’s workout]
    anna> [▶️ Start: Day A]
    anna< …
    anna> [✅ 5 × 100 kg]
    anna< …
    anna> [🏁 Finish]
    anna< …
    anna> [Done]
    anna< Today, Mon 23 Nov
      ✅ Day A: done today.
      🏋️ Shoulder · Rehab
      • Face pull – 1 × 15
      Next: Day B.
    — Tuesday 12:00 —
    anna> /today
    anna< Today, Tue 24 Nov
      🏋️ Day B · Strength
      • Deadlift – 1 × 5 × 140 kg
      Still open: Shoulder, Mon 23 Nov.
      Next: Shoulder, Thu 26 Nov.
  `)
  expect(went).toBe(wrote)
})

test('what other programs log under a day counts as done, in the client’s own zone', async () => {
  const world = await makeWorld({ zone: 'Asia/Jerusalem', at: '2026-11-23T20:00:00Z' })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  await givePlan(world, anna, upperLower)
  const [planned] = world.ask<{ id: number }>('select id from workout_exercises order by id limit 1')
  await world.orm.em.getConnection().execute(
    `insert into exercise_completions (workout_exercise_id, client_id, completed_at, actual_sets, actual_reps, weight_used)
       values (?, ?, '2026-11-23 06:00:00', 2, '8,7', 77.5)`,
    [planned?.id, anna.userId],
  )
  const { went, wrote } = await world.play(`
    anna> /today
    anna< Today, Mon 23 Nov
      ✅ Upper: done today.
      Next: Lower, Thu 26 Nov.
    anna> [Another day’s workout]
    anna< …
    anna> [Upper · Mon 23 Nov]
    anna< 🏋️ Upper…
    anna> [▶️ Start: Upper]
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Set 1 of 2 · 6–8 × 80 kg
      💬 pause on the chest
      💡 Shoulder blades back and down, bar to the lower chest, feet planted.
      Last time, Mon 23 Nov: 8, 7 × 77.5 kg
  `)
  expect(went).toBe(wrote)
})

test('strangers, trainers and the switched-off do not train here', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  world.stranger('Eve')
  await givePlan(world, anna, upperLower)
  const { went, wrote } = await world.play(`
    eve> /today
    eve< I could not place that. /help shows what I can do.…
    eve> 8x60
    eve< I could not place that. /help shows what I can do.…
    dana> /today
    dana< I could not place that. /help shows what I can do.…
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
  `)
  expect(went).toBe(wrote)
  await world.orm.em.getConnection().execute('update users set is_active = 0 where id = ?', [anna.userId])
  const off = await world.play(`
    anna> [✅ 8 × 80 kg]
    anna< (alert) Your access to Spotter is switched off. Please ask your trainer.
    anna< Your access to Spotter is switched off. Please ask your trainer.
    anna> 8x80
    anna< Your access to Spotter is switched off. Please ask your trainer.…
  `)
  expect(off.went).toBe(off.wrote)
  expect(world.rows('set_logs')).toEqual([])
})

test('a whole workout in Hebrew', async () => {
  const world = await makeWorld()
  const anna = await world.client('אנה', {
    trainer: await world.trainer('Dana'),
    language: 'he',
    username: 'anna',
  })
  world.members.set('anna', anna)
  world.members.delete('אנה')
  await givePlan(world, anna, 'שני אימון א\nלחיצת חזה 1x6-8 @80 מנוחה 90\nפלאנק 1x45s')
  const { went, wrote } = await world.play(`
    anna> /today
    anna< היום, יום ב׳, 23 בנוב׳
      🏋️ אימון א
      • לחיצת חזה – 1 × 6–8 × 80 ק״ג
      • פלאנק – 1 × 45 שנ׳
      הבא בתור: אימון א, יום ב׳, 30 בנוב׳.  [▶️ להתחיל: אימון א] [בלי תוכנית] [היסטוריה] [הגדרות]
    anna> [▶️ להתחיל: אימון א]
    anna< 🏋️ אימון א · 1 מתוך 2
      לחיצת חזה
      סט 1 מתוך 1 · 6–8 × 80 ק״ג
      💡 שכמות אחורה ולמטה, המוט יורד לחזה התחתון, כפות הרגליים נעוצות ברצפה.
      פעם ראשונה.  [✅ 8 × 80 ק״ג] [− 2.5 ק״ג] [+ 2.5 ק״ג] [− חזרה] [+ חזרה] [🔀 החלפה] [⏭ דילוג] [‹] [⋯ עוד]
    anna> 7 חזרות 82.5 ק"ג
    anna< נרשם: לחיצת חזה, סט 1: 7 חזרות × 82.5 ק״ג
      🏋️ אימון א · 2 מתוך 2
      פלאנק
      סט 1 מתוך 1 · 45 שנ׳
      💡 לכווץ ישבן ובטן, קו ישר אחד.
      פעם ראשונה.
      ⏱ מנוחה עד 07:31:33  [✅ 45 שנ׳]
    — 90s later —
    anna< ⏱ המנוחה נגמרה.
      פלאנק, סט 1 מתוך 1  [✅ 45 שנ׳]
    anna> [✅ 45 שנ׳]
    anna< (toast) פלאנק, סט 1: 45 שנ׳
    anna< …
    anna> [🏁 סיום]
    anna< 🎉 אימון א: הושלם.
      יום ב׳, 23 בנוב׳ · שתי דקות · שני סטים, 578 ק״ג
      שני תרגילים
      כמה קשה היה האימון כולו? 1 קל – 5 עד הסוף  [1] [2] [3] [4] [5] [↩️ חזרה לאימון] [📝 הערה] [סיום]
  `)
  expect(went).toBe(wrote)
})
