import { expect, test } from 'vitest'
import { type World, makeWorld } from '../../support/world.ts'

const kept = (world: World) =>
  world.ask('select weight, body_fat, notes, recorded_at from weigh_ins order by id')

async function aimAt(world: World, kg: number): Promise<void> {
  await world.orm.em.getConnection().execute('update client_profiles set target_weight = ?', [kg])
}

test('weighing, typing it anew, a note, another day, and taking it away', async () => {
  const world = await makeWorld({ zone: 'Asia/Jerusalem' })
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [⚖️ Weigh-in]
    anna< ⚖️ Weigh-in
      Nothing has been weighed yet.
      Send what the scale says, such as 82.4, 181 lb, 82.4 18%, yesterday 82.4 or monday 82.4.  [‹ Back]
    anna> 82,4 kg
    anna< Noted: 82.4 kg · Mon 23 Nov
      ⚖️ Weigh-in
      Last: 82.4 kg · Mon 23 Nov
      Trend: 82.4 kg
      Change per week: not to be told yet. It takes three days of weigh-ins over a week or more.
      Send what the scale says, such as 82.4, 181 lb, 82.4 18%, yesterday 82.4 or monday 82.4.  [✏️ 82.4 kg] [📝 Note] [🗑 Delete 82.4 kg] [‹ Back]
    anna> [✏️ 82.4 kg]
    anna< What should it be?
      Now: 82.4 kg · Mon 23 Nov
      Send it anew as a message.  [‹ Back]
    anna> heavy
    anna< I could not read that as a weight. For instance 82.4, 181 lb, 82.4 18%.
      What should it be?…
    anna> 82.6 18.5%
    anna< Corrected: 82.6 kg, 18.5% fat · Mon 23 Nov
      ⚖️ Weigh-in…
    anna> [📝 Note]
    anna< A note on this weigh-in
      82.6 kg, 18.5% fat · Mon 23 Nov
      Send it as a message.  [‹ Back]
    anna> after <dinner>
    anna< The note is kept.
      ⚖️ Weigh-in
      Last: 82.6 kg, 18.5% fat · Mon 23 Nov
      💬 after <dinner>
      Trend: 82.6 kg…
    anna> yesterday 82.2
    anna< Noted: 82.2 kg · Sun 22 Nov
      ⚖️ Weigh-in
      Last: 82.6 kg, 18.5% fat · Mon 23 Nov
      💬 after <dinner>
      Trend: 82.2 kg…
    anna> [🗑 Delete 82.2 kg]
    anna< Delete this weigh-in?
      82.2 kg · Sun 22 Nov  [🗑 Yes, delete it] [‹ Back]
    anna> (twice) [🗑 Yes, delete it]
    anna< (toast) Deleted.
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(kept(world)).toEqual([
    { weight: 82.6, body_fat: 18.5, notes: 'after <dinner>', recorded_at: '2026-11-23 07:30:03.000000' },
  ])
})

test('a surprise is asked about once; what nobody weighs is not kept', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    anna> /weighin 82.4
    anna< Noted: 82.4 kg · Mon 23 Nov…
    anna> 8
    anna< That cannot be a weight, so nothing was noted: between 20 and 500 kg (44 and 1,102 lb).…
    anna> 82 90%
    anna< That cannot be body fat, so nothing was noted: between 2 and 75%.…
    anna> 2026-12-24 82
    anna< I take days of the past year up to today, so nothing was noted.…
    anna> 8x60
    anna< I could not read that as a weight.…
    anna> 72.4
    anna< 72.4 kg, really?
      That is 10 kg less than 82.4 kg · Mon 23 Nov.  [Yes, note it] [No]
    anna> [No]
    anna< (toast) Nothing was noted.
    anna< …
    anna> yesterday 72.4
    anna< 72.4 kg on Sun 22 Nov, really?
      That is 10 kg less than 82.4 kg · Mon 23 Nov.…
    — crash —
    anna> (twice) [Yes, note it]
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< Noted: 72.4 kg · Sun 22 Nov
      ⚖️ Weigh-in
      Last: 82.4 kg · Mon 23 Nov
      Trend: 73.4 kg…
    anna> [‹ Back]
    anna< Today, Mon 23 Nov…
    anna> 82.5
    anna< Noted: 82.5 kg · Mon 23 Nov…
  `)
  expect(went).toBe(wrote)
  expect(kept(world)).toMatchObject([{ weight: 82.4 }, { weight: 72.4 }, { weight: 82.5 }])
})

test('pounds come back as typed; the trend, its pace and the target', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana'), units: 'lb' })
  await aimAt(world, 80)
  for (const [day, kg] of [
    ['03', 83],
    ['10', 82.7],
    ['17', 82.4],
  ] as const)
    await world.orm.em
      .getConnection()
      .execute('insert into weigh_ins (client_id, weight, recorded_at) values (?, ?, ?)', [
        anna.userId,
        kg,
        `2026-11-${day} 06:00:00`,
      ])
  const { went, wrote } = await world.play(`
    anna> /weighin 181
    anna< Noted: 181 lb · Mon 23 Nov
      ⚖️ Weigh-in
      Last: 181 lb · Mon 23 Nov
      Trend: 181.6 lb
      Change per week: down 0.7 lb
      Target: 176.4 lb, 5.2 lb from the trend.
      At this pace about 8 weeks; a guess, no promise.
      Send what the scale says…
    anna> 82.10 kg
    anna< Noted: 82.10 kg (181 lb) · Mon 23 Nov
      Weigh-in 2 of that day: the last one counts. A mistake? 🗑 below takes it back.
      ⚖️ Weigh-in
      Last: 82.10 kg (181 lb) · Mon 23 Nov…  [✏️ 82.10 kg] [📝 Note] [🗑 Delete 82.10 kg]
  `)
  expect(went).toBe(wrote)
  await aimAt(world, 90)
  const away = await world.play(`
    anna> /weighin
    anna< ⚖️ Weigh-in
      Last: 82.10 kg (181 lb) · Mon 23 Nov
      Trend: 181.6 lb
      Change per week: down 0.7 lb
      Target: 198.4 lb, 16.8 lb from the trend.
      When that will be cannot be told: the trend goes the other way.…
  `)
  expect(away.went).toBe(away.wrote)
})

test('nobody is praised for losing too fast', async () => {
  const world = await makeWorld()
  await world.client('Anna')
  await aimAt(world, 70)
  const { went, wrote } = await world.play(`
    anna> /weighin 14 days ago 85
    anna< Noted: 85 kg · Mon 9 Nov…
    anna> 7 days ago 83
    anna< Noted: 83 kg · Mon 16 Nov…
    anna> 81
    anna< Noted: 81 kg · Mon 23 Nov
      ⚖️ Weigh-in
      Last: 81 kg · Mon 23 Nov
      Trend: 82.4 kg
      Change per week: down 2 kg
      ⚠️ That is more than 1% of your weight a week, faster than is good for most people. Please talk to your trainer about it.
      Target: 70 kg, 12.4 kg from the trend.
      When that will be is not worth guessing: this pace should not go on.
      Send what the scale says…
  `)
  expect(went).toBe(wrote)
})

test('in Hebrew', async () => {
  const world = await makeWorld()
  await world.client('Anna', { language: 'he' })
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [⚖️ שקילה]
    anna< ⚖️ שקילה
      עדיין אין שקילות.
      מה המשקל מראה? למשל 82.4, 181 lb, 82.4 18%, אתמול 82.4 או ב׳ 82.4.  [‹ חזרה]
    anna> אתמול 82,4 ק"ג 18% אחרי ארוחה
    anna< נרשם: 82.4 ק״ג, 18% שומן · יום א׳, 22 בנוב׳
      ⚖️ שקילה
      שקילה אחרונה: 82.4 ק״ג, 18% שומן · יום א׳, 22 בנוב׳
      💬 אחרי ארוחה
      מגמה: 82.4 ק״ג
      שינוי בשבוע: מוקדם לומר. צריך שקילות בשלושה ימים לפחות, על פני שבוע ומעלה.…
    anna> 92
    anna< 92 ק״ג, בטוח?
      זה 9.6 ק״ג יותר מאשר 82.4 ק״ג, 18% שומן · יום א׳, 22 בנוב׳.  [כן, לרשום] [לא]
    anna> כן
    anna< נרשם: 92 ק״ג · יום ב׳, 23 בנוב׳…
    anna> 91.9
    anna< נרשם: 91.9 ק״ג · יום ב׳, 23 בנוב׳
      שקילה 2 באותו יום: האחרונה קובעת. טעות? אפשר למחוק עם 🗑 למטה.…
    anna> משהו
    anna< לא הצלחתי לקרוא את זה כמשקל.…
  `)
  expect(went).toBe(wrote)
})

test('of two weights said for a past day the one that was said last is the last', async () => {
  const world = await makeWorld({ zone: 'Asia/Jerusalem' })
  await world.client('Anna')
  const { went, wrote } = await world.play(`
    anna> /weighin 82.9
    anna< …
    — 10h later —
    anna> yesterday 82.4
    anna< Noted: 82.4 kg · Sun 22 Nov…
    — Tuesday 06:00 —
    anna> sunday 82.8
    anna< Noted: 82.8 kg · Sun 22 Nov
      Weigh-in 2 of that day: the last one counts. A mistake? 🗑 below takes it back.
      ⚖️ Weigh-in…
      Last: 82.9 kg · Mon 23 Nov…
    anna> 82.6
    anna< …
    anna> [✏️ 82.6 kg]
    anna< …
    anna> sunday 82.5
    anna< Corrected: 82.5 kg · Sun 22 Nov…
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select date, weight from nutrition_entries order by date')).toEqual([
    { date: '2026-11-22', weight: 82.5 },
    { date: '2026-11-23', weight: 82.9 },
    { date: '2026-11-24', weight: null },
  ])
  expect(
    world.ask(`select weight from weigh_ins where recorded_at < '2026-11-22 22:00' order by recorded_at`),
  ).toEqual([{ weight: 82.4 }, { weight: 82.8 }, { weight: 82.5 }])
})

test('a doubtful weight of another day names that day: said, corrected, or left lying overnight; in Hebrew too', async () => {
  const world = await makeWorld()
  await world.client('Anna')
  await world.client('Noa', { language: 'he' })
  const { went, wrote } = await world.play(`
    anna> /weighin yesterday 82.4
    anna< …
    anna> [✏️ 82.4 kg]
    anna< …
    anna> 82.5
    anna< …
    anna> 2 days ago 82.6
    anna< …
    anna> [✏️ 82.6 kg]
    anna< …
    anna> 72.6
    anna< 72.6 kg on Sat 21 Nov, really?…
    anna> [No]
    anna< …
    anna> 72.7
    anna< 72.7 kg, really?…
    — Tuesday 08:00 —
    anna> 72.8
    anna< 72.8 kg, really?…
    noa> /weighin אתמול 82.4
    noa< …
    noa> לפני 3 ימים 92
    noa< 92 ק״ג, שבת, 21 בנוב׳, בטוח?…
  `)
  expect(went).toBe(wrote)
})

test('nobody weighs for others, and only clients weigh', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  await world.client('Anna', { trainer: dana })
  const ben = await world.client('Ben', { trainer: dana })
  world.stranger('Eve')
  const { went, wrote } = await world.play(`
    anna> /weighin 82.4 secret
    anna< Noted: 82.4 kg…
    ben> /weighin
    ben< ⚖️ Weigh-in
      Nothing has been weighed yet.…
    dana> /weighin
    dana< I could not place that.…
    dana> 82.4
    dana< I could not place that.…
    eve> 82.4
    eve< I could not place that.…
  `)
  expect(went).toBe(wrote)
  const id = ben.phone.last().id
  for (const data of ['fix', 'note', 'remove'].map((step) => `pick:weighin.card:${step[0] ?? ''}1`)) {
    ben.phone.tapRaw(data, id)
    await world.idle()
  }
  expect(ben.phone.chat().some(({ text }) => text.includes('82.4 kg'))).toBe(false)
  expect(kept(world)).toMatchObject([{ weight: 82.4, notes: 'secret' }])
})

test('an update that comes again weighs once, and the coach sees where it stands', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana', { units: 'lb' }) })
  const { went, wrote } = await world.play(`
    anna> yesterday 82 "private word"
    anna< I could not place that.…
    anna> 82.4
    anna< Noted: 82.4 kg…
  `)
  expect(went).toBe(wrote)
  for (const { update_id: id } of world.rows<{ update_id: number }>('inbox')) world.simulator.redeliver(id)
  await world.idle()
  expect(kept(world)).toMatchObject([{ weight: 82.4 }])
  const coach = await world.play(`
    dana> /clients
    dana< …
    dana> [Anna]
    dana< …
  `)
  expect(coach.went).toBe(coach.wrote)
  expect(
    world
      .member('Dana')
      .phone.last()
      .text.replace(/[\u2066-\u2069]/g, ''),
  ).toContain('Weight: 181.7 lb, Mon 23 Nov; trend 181.7 lb')
})
