import { expect, test } from 'vitest'
import { type Member, type World, makeWorld } from '../../support/world.ts'

const kept = (world: World) =>
  world.ask(
    `select date, weight, body_fat, notes, sleep, energy, hunger, stress, weigh_in_id, finished_at from progress_entries
    order by date, id`,
  )

function write(world: World, text: string, values: readonly (string | number | null)[]): Promise<unknown> {
  return world.orm.em.getConnection().execute(text, [...values])
}

const earlier = (world: World, { userId }: Member, date: string) =>
  write(
    world,
    'insert into progress_entries (client_id, date, weight, body_fat, notes) values (?, ?, ?, ?, ?)',
    [userId ?? 0, date, 83, 19, 'from elsewhere'],
  )

test('a week is told, looked over, sent, and compared with the one before', async () => {
  const world = await makeWorld({ zone: 'Asia/Jerusalem' })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana', { units: 'lb' }) })
  await earlier(world, anna, '2026-11-16')
  const { went, wrote } = await world.play(`
    anna> /weighin 82.4 18%
    anna< …
    anna> [📋 Check-in]
    anna< 📋 Check-in, Mon 23 Nov · 1 of 10
      What do you weigh? Send it, such as 82.4, 181 lb or 82.4 18%.  [Take 82.4 kg] [Skip] [‹ Back] [🗂 Earlier ones]
    anna> [Take 82.4 kg]
    anna< 📋 Check-in, Mon 23 Nov · 3 of 10
      How did you sleep this week?
      Tap one, or send a number: 1 = very badly, 5 = very well.  [very badly] [badly] [so-so] [well] [very well] [Skip] [‹ Back]
    anna> (twice) [well]
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< 📋 Check-in, Mon 23 Nov · 4 of 10
      How much energy did you have this week?…
    anna> much
    anna< Tap one, please, or send a number from 1 to 5.…
    anna> 2
    anna< 📋 Check-in, Mon 23 Nov · 5 of 10
      How hungry were you this week?
      Tap one, or send a number: 1 = hardly any, 5 = very strong.  [hardly any] [slight] [moderate] [strong] [very strong]
    anna> [hardly any]
    anna< 📋 Check-in, Mon 23 Nov · 6 of 10
      How much stress did you have this week?
      Tap one, or send a number: 1 = hardly any, 5 = very high.  [hardly any] [low] [moderate] [high] [very high]
    anna> High
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< 📋 Check-in, Mon 23 Nov · 10 of 10
      What should your trainer know? Send it as a message.  [Skip] [‹ Back]
    anna> Knee <fine> again
    anna< 📋 Check-in, Mon 23 Nov
      ⚖️ Weight: 82.4 kg (−0.6 kg)
      📏 Body fat: 18% (−1 point)
      😴 Sleep: well
      ⚡ Energy: low
      🍽 Hunger: hardly any
      🧘 Stress: high
      💬 Notes: Knee <fine> again
      Compared with Mon 16 Nov.
      Look it over. Tap a line to change it.
    anna> [⚡ Energy]
    anna< 📋 Check-in, Mon 23 Nov · 4 of 10
      How much energy did you have this week?
      Tap one, or send a number: 1 = very low, 5 = very high.
      So far: low  [very low] [low] [middling] [high] [very high] [🗑 Leave it out] [‹ Back]
    anna> [middling]
    anna< 📋 Check-in, Mon 23 Nov…
      ⚡ Energy: middling…
    anna> (twice) [✅ Send to my trainer]
    anna< (toast) Sent to your trainer.
    anna< (toast) It was sent already.
    anna< 📋 Check-in, Mon 23 Nov…
      ✅ Sent to your trainer Mon 23 Nov, 09:30.  [⚖️ Weight] [📏 Body fat] [😴 Sleep] [⚡ Energy] [🍽 Hunger] [🧘 Stress] [📷 front] [📷 side] [📷 back] [💬 Notes] [Send it again] [🗂 Earlier ones] [‹ Back]
    dana< 📋 Anna has checked in, Mon 23 Nov
      ⚖️ Weight: 181.7 lb (−1.3 lb)
      📏 Body fat: 18% (−1 point)
      😴 Sleep: well
      ⚡ Energy: middling
      🍽 Hunger: hardly any
      🧘 Stress: high
      💬 Notes: Knee <fine> again
      Compared with Mon 16 Nov.  [📋 The check-in] [👤 Anna]
    dana> [👤 Anna]
    dana< Anna…
      Check-in: Mon 23 Nov: 181.7 lb · 18% · 😴 Sleep: well · ⚡ Energy: middling · 🍽 Hunger: hardly any · 🧘 Stress: high  [📋 The check-in]
    dana> [📋 The check-in]
    dana< 📋 Check-in of Anna, Mon 23 Nov
      ⚖️ Weight: 181.7 lb (−1.3 lb)…
    dana> [🗂 All check-ins]
    dana< 🗂 Check-ins of Anna
      • Mon 23 Nov: 181.7 lb · 18% · 😴 Sleep: well · ⚡ Energy: middling · 🍽 Hunger: hardly any · 🧘 Stress: high
      • Mon 16 Nov: 183 lb · 19%  [Mon 23 Nov] [Mon 16 Nov] [‹ Back]
    dana> [Mon 16 Nov]
    dana< 📋 Check-in of Anna, Mon 16 Nov
      ⚖️ Weight: 183 lb
      📏 Body fat: 19%
      💬 Notes: from elsewhere  [🗂 All check-ins] [‹ Back]
  `)
  expect(went).toBe(wrote)
  expect(kept(world)).toMatchObject([
    { date: '2026-11-16', weight: 83, finished_at: null },
    {
      date: '2026-11-23',
      weight: 82.4,
      body_fat: 18,
      notes: 'Knee <fine> again',
      weigh_in_id: 1,
      sleep: 4,
      energy: 3,
      hunger: 5,
      stress: 2,
      finished_at: expect.stringMatching(/^2026-11-23 07:30:/),
    },
  ])
})

test('what was answered stays when it is left, and goes on the same day; the next day is another', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    anna> /checkin
    anna< 📋 Check-in, Mon 23 Nov · 1 of 10
      What do you weigh?…  [Skip] [‹ Back]
    anna> heavy
    anna< I could not read that as a weight.…
    anna> 8
    anna< That cannot be a weight…
    anna> yesterday 82
    anna< A check-in has the weight of its own day. Other days go by /weighin.…
    anna> 82.4
    anna< Noted: 82.4 kg · Mon 23 Nov
      📋 Check-in, Mon 23 Nov · 2 of 10
      Body fat, in per cent?…
    anna> lots
    anna< A number between 2 and 75, please…
    anna> 18,5%
    anna< …
    anna> [very well]
    anna< …
    anna> /today
    anna< …
    — crash —
    dana> /clients Anna
    dana< …
    — 2h later —
    anna> /checkin
    anna< 📋 Check-in, Mon 23 Nov · 4 of 10
      How much energy…
    anna> [‹ Back]
    anna< 📋 Check-in, Mon 23 Nov · 3 of 10
      How did you sleep this week?
      Tap one…
      So far: very well  [very badly] [badly] [so-so] [well] [very well] [Next ›] [‹ Back]
    — 24h later —
    anna> /checkin
    anna< 📋 Check-in, Tue 24 Nov · 1 of 10…  [Skip] [‹ Back] [🗂 Earlier ones]
    anna> 72
    anna< 72 kg, really?
      That is 10.4 kg less than 82.4 kg · Mon 23 Nov.  [Yes, note it] [No]
    anna> [No]
    anna< (toast) Nothing was noted.
    anna< 📋 Check-in, Tue 24 Nov · 1 of 10…
    anna> [🗂 Earlier ones]
    anna< 🗂 Check-ins
      • Mon 23 Nov: 82.4 kg · 18.5% · 😴 Sleep: very well · not sent yet  [Mon 23 Nov] [‹ Back]
    anna> [Mon 23 Nov]
    anna< 📋 Check-in, Mon 23 Nov
      ⚖️ Weight: 82.4 kg
      📏 Body fat: 18.5%
      😴 Sleep: very well
      Not sent yet.  [✏️ Change or send] [‹ Back]
    anna> [✏️ Change or send]
    anna< …
    anna> [✅ Send to my trainer]
    anna< (toast) Sent to your trainer.
    anna< …
    dana< 📋 Anna has checked in, Mon 23 Nov…
    anna> [⚖️ Weight]
    anna< …
    anna> 82.2
    anna< …
    anna> [Send it again]
    anna< (toast) Sent to your trainer.
    anna< …
    dana< 📋 Anna has changed the check-in, Mon 23 Nov
      ⚖️ Weight: 82.2 kg…
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select weight, typed_weight from weigh_ins')).toEqual([
    { weight: 82.2, typed_weight: '82.2' },
  ])
  expect(kept(world)).toMatchObject([
    { date: '2026-11-23', weight: 82.2, body_fat: 18.5, sleep: 5, energy: null, weigh_in_id: 1 },
  ])
  expect(world.ask('select date, weight from nutrition_entries')).toEqual([
    { date: '2026-11-23', weight: 82.2 },
  ])
})

test('a trainer who was away is told once of a check-in that was sent anew meanwhile', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  await world.client('Anna', { trainer: dana })
  const first = await world.play(`
    dana> (blocks)
    anna> /weighin 82.4
    anna< …
    anna> [📋 Check-in]
    anna< …
    anna> [Take 82.4 kg]
    anna< …
    anna> /today
    anna< …
    anna> /checkin
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> fine
    anna< …
    anna> [✅ Send to my trainer]
    anna< (toast) Sent to your trainer.
    anna< …
    anna> [💬 Notes]
    anna< …
    anna> not so fine
    anna< …
    anna> [Send it again]
    anna< (toast) Sent to your trainer.
    anna< …
    dana> (unblocks)
    dana< 📋 Anna has changed the check-in, Mon 23 Nov…
    dana> /clients
    dana< …
  `)
  expect(first.went).toBe(first.wrote)
  await world.advance(60_000)
  const told = dana.phone.chat().filter(({ text }) => text.includes('📋') && text.includes('the check-in'))
  expect(dana.phone.chat().filter(({ text }) => text.includes('has checked in'))).toEqual([])
  expect(told).toHaveLength(1)
  expect(told[0]?.text).toContain('not so fine')
})

test('a weigh-in that is corrected or goes takes its check-in along', async () => {
  const world = await makeWorld()
  await world.client('Anna')
  const { went, wrote } = await world.play(`
    anna> /checkin
    anna< …
    anna> 82.4
    anna< Noted: 82.4 kg…
    anna> (edits 1 back) 82.6
    anna< Corrected: 82.6 kg · Mon 23 Nov
      📋 Check-in, Mon 23 Nov · 2 of 10…
  `)
  expect(went).toBe(wrote)
  expect(kept(world)).toMatchObject([{ weight: 82.6, weigh_in_id: 1 }])
  const then = await world.play(`
    anna> /weighin
    anna< …
    anna> [🗑 Delete 82.6 kg]
    anna< …
    anna> [🗑 Yes, delete it]
    anna< (toast) Deleted.
    anna< …
    anna> /checkin
    anna< 📋 Check-in, Mon 23 Nov · 1 of 10…
    anna> /checkin
    anna< 📋 Check-in, Mon 23 Nov · 1 of 10…
  `)
  expect(then.went).toBe(then.wrote)
  expect(kept(world)).toMatchObject([{ weight: null, weigh_in_id: null }])
})

test('in Hebrew, in pounds, without a trainer', async () => {
  const world = await makeWorld()
  await world.client('Anna', { language: 'he', units: 'lb' })
  const { went, wrote } = await world.play(`
    anna> /checkin
    anna< 📋 צ׳ק־אין, יום ב׳, 23 בנוב׳ · 1 מתוך 10
      מה המשקל? אפשר לשלוח, למשל 82.4, 181 lb או 82.4 18%.  [דילוג] [‹ חזרה]
    anna> 181.5 18%
    anna< נרשם: 181.5 lb, 18% שומן · יום ב׳, 23 בנוב׳
      📋 צ׳ק־אין, יום ב׳, 23 בנוב׳ · 3 מתוך 10
      איך הייתה השינה השבוע?
      אפשר ללחוץ, או לשלוח מספר: 1 = רעה מאוד, 5 = טובה מאוד.  [ככה־ככה] [רעה] [רעה מאוד] [טובה מאוד] [טובה] [דילוג] [‹ חזרה]
    anna> 4
    anna< …
    anna> [נמוכה מאוד]
    anna< …
    anna> 9
    anna< אפשר ללחוץ על אחד, או לשלוח מספר מ־1 עד 5.…
    anna> [חזק]
    anna< …
    anna> 4
    anna< …
    anna> דלג
    anna< …
    anna> דלג
    anna< …
    anna> דלג
    anna< …
    anna> הברך בסדר
    anna< 📋 צ׳ק־אין, יום ב׳, 23 בנוב׳
      ⚖️ משקל: 181.5 lb
      📏 אחוז שומן: 18%
      😴 שינה: טובה
      ⚡ אנרגיה: נמוכה מאוד
      🍽 רעב: חזק
      🧘 לחץ: גבוה
      💬 הערות: הברך בסדר
      כדאי לעבור על הכול. לחיצה על שורה משנה אותה.  [✅ סיום]
    anna> [✅ סיום]
    anna< (toast) הצ׳ק־אין הושלם.
    anna< …
      ✅ הושלם יום ב׳, 23 בנוב׳, 07:30.…
    anna> /checkin
    anna< 📋 צ׳ק־אין, יום ב׳, 23 בנוב׳…
  `)
  expect(went).toBe(wrote)
  expect(world.ask(`select kind from deliveries`)).toEqual([])
})

test('nobody reads or answers what is not theirs', async () => {
  const world = await makeWorld()
  const [dana, eli] = [await world.trainer('Dana'), await world.trainer('Eli')]
  const anna = await world.client('Anna', { trainer: dana })
  const ben = await world.client('Ben', { trainer: dana })
  const { went, wrote } = await world.play(`
    anna> /checkin
    anna< …
    anna> 82.4
    anna< …
    ben> /checkin
    ben< 📋 Check-in, Mon 23 Nov · 1 of 10…
    dana> /checkin
    dana< I could not place that.…
  `)
  expect(went).toBe(wrote)
  const forge = async ({ phone }: Member, data: string) => {
    phone.tapRaw(data, phone.last().id)
    await world.idle()
  }
  await forge(ben, 'pick:checkin.weight:w1')
  const of = `openCheckInOf:${(anna.userId ?? 0).toString(36)}:1`
  for (const who of [dana, eli, ben, anna]) await forge(who, of)
  for (const { phone } of [dana, eli, ben])
    expect(phone.chat().some(({ text }) => text.includes('82.4 kg'))).toBe(false)
  expect(kept(world)).toMatchObject([{ weight: 82.4 }])
  // Sent to Dana, but told to nobody once Anna is Eli’s.
  await write(world, 'update users set trainer_id = ? where id = ?', [eli.userId ?? 0, anna.userId ?? 0])
  await forge(dana, of)
  expect(dana.phone.chat().some(({ text }) => text.includes('82.4 kg'))).toBe(false)
})

test('begun before midnight it belongs to the day on which it began', async () => {
  const world = await makeWorld({ at: '2026-03-28T22:58:00Z', zone: 'Europe/Berlin' })
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    anna> /checkin
    anna< 📋 Check-in, Sat 28 Mar · 1 of 10…
    — 4h later —
    anna> 82.4
    anna< Noted: 82.4 kg · Sat 28 Mar
      📋 Check-in, Sat 28 Mar · 2 of 10…
  `)
  expect(went).toBe(wrote)
  expect(kept(world)).toMatchObject([{ date: '2026-03-28', weight: 82.4 }])
})

test('a weight of the day before is confirmed as it was said, whatever else was weighed that day', async () => {
  const world = await makeWorld({ at: '2026-03-28T22:58:00Z', zone: 'Europe/Berlin' })
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    anna> /weighin 82.4
    anna< …
    anna> [📋 Check-in]
    anna< 📋 Check-in, Sat 28 Mar · 1 of 10…
    — 4h later —
    anna> 82.9
    anna< Noted: 82.9 kg · Sat 28 Mar
      📋 Check-in, Sat 28 Mar · 2 of 10…
  `)
  expect(went).toBe(wrote)
  expect(kept(world)).toMatchObject([{ date: '2026-03-28', weight: 82.9, weigh_in_id: 2 }])
  expect(world.ask('select weight from weigh_ins order by recorded_at')).toEqual([
    { weight: 82.4 },
    { weight: 82.9 },
  ])
})

test('a check-in lets go of a weigh-in that moves to another day', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    anna> /weighin 82.4 18%
    anna< …
    anna> [📋 Check-in]
    anna< …
    anna> [Take 82.4 kg]
    anna< …
    anna> 4
    anna< …
    anna> /weighin
    anna< …
    anna> [✏️ 82.4 kg]
    anna< …
    anna> yesterday 82.5
    anna< Corrected: 82.5 kg, 18% fat · Sun 22 Nov…
    anna> [📋 Check-in]
    anna< 📋 Check-in, Mon 23 Nov · 4 of 10…
    anna> [‹ Back]
    anna< …
    anna> [‹ Back]
    anna< …
    anna> [‹ Back]
    anna< 📋 Check-in, Mon 23 Nov · 1 of 10
      What do you weigh?…  [Skip] [‹ Back]
    anna> 82.1
    anna< Noted: 82.1 kg · Mon 23 Nov…
  `)
  expect(went).toBe(wrote)
  expect(kept(world)).toMatchObject([{ date: '2026-11-23', weight: 82.1, body_fat: null, weigh_in_id: 2 }])
  expect(world.ask('select weight, body_fat from weigh_ins order by id')).toEqual([
    { weight: 82.5, body_fat: 18 },
    { weight: 82.1, body_fat: null },
  ])
})

test('a weigh-in that another day has by now, in another zone say, is not what a check-in corrects', async () => {
  const world = await makeWorld({ zone: 'Europe/Berlin' })
  const anna = await world.client('Anna')
  const first = await world.play(`
    anna> /checkin
    anna< …
    anna> 82.4
    anna< …
  `)
  expect(first.went).toBe(first.wrote)
  await write(world, `update weigh_ins set recorded_at = '2026-11-22 06:00:00.000000' where client_id = ?`, [
    anna.userId ?? 0,
  ])
  const { went, wrote } = await world.play(`
    anna> [‹ Back]
    anna< 📋 Check-in, Mon 23 Nov · 1 of 10…
    anna> 82.3
    anna< Noted: 82.3 kg · Mon 23 Nov…
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select weight from weigh_ins order by id')).toEqual([{ weight: 82.4 }, { weight: 82.3 }])
  expect(kept(world)).toMatchObject([{ weight: 82.3, weigh_in_id: 2 }])
})

test('photos of the poses, one by one or as an album, are tied to the check-in', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    anna> /checkin
    anna< …
    anna> 82.4 18%
    anna< …
    anna> 4
    anna< …
    anna> 4
    anna< …
    anna> 4
    anna< …
    anna> 4
    anna< 📋 Check-in, Mon 23 Nov · 7 of 10
      A photo from the front? Only you and your trainer see it.  [Skip] [‹ Back]
    anna> here
    anna< Send a photo, or skip it.…
    anna> (sends photo)
    anna< 📷 Kept: front
      📋 Check-in, Mon 23 Nov · 8 of 10
      A photo from the side?…
    anna> (sends 2 photos)
    anna< …
    — 2s later —
    anna< 📷 Kept: side, back
      📋 Check-in, Mon 23 Nov · 10 of 10…
    anna> [Skip]
    anna< 📋 Check-in, Mon 23 Nov…
      📷 Photos: front, side, back…
    anna> [📷 side]
    anna< 📋 Check-in, Mon 23 Nov · 8 of 10
      A photo from the side?
      So far: ✅  [🗑 Leave it out] [‹ Back]
    anna> [🗑 Leave it out]
    anna< (toast) Left out. Your trainer does not see it.
    anna< 📋 Check-in, Mon 23 Nov…
      📷 Photos: front, back…
    anna< 📷 The photo that was there (side) is kept for you alone…
    anna> [📷 front]
    anna< …
    anna> (sends photo)
    anna< 📷 Kept: front
      📋 Check-in, Mon 23 Nov…
      📷 Photos: front, back…
    anna< 📷 The photo that was there (front) is kept for you alone…
    anna> [📷 front]
    anna< …
    anna> (sends file a.txt) no picture
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(
    world.ask('select client_id, purpose, pose, progress_entry_id, local_date from photos order by id'),
  ).toEqual(
    [null, null, 'back', 'front'].map((pose) => ({
      client_id: anna.userId,
      purpose: pose === null ? 'unsorted' : 'progress',
      pose,
      progress_entry_id: pose === null ? null : 1,
      local_date: '2026-11-23',
    })),
  )
})

test('a photo out of the blue becomes one of progress, in a check-in under way or outside', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    anna> (sends photo)
    anna< …
    anna> [🧍 Progress]
    anna< …
    anna> [side]
    anna< (toast) Kept among your photos of progress.
    anna> /weighin 82.4
    anna< …
    anna> [📋 Check-in]
    anna< …
    anna> [Take 82.4 kg]
    anna< …
    anna> /today
    anna< …
    anna> (sends 2 photos)
    anna< …
    — 2s later —
    anna< …
    anna> [🧍 Progress]
    anna< (toast) Kept in your check-in, Mon 23 Nov.
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select purpose, pose, progress_entry_id from photos order by id')).toEqual([
    { purpose: 'progress', pose: 'side', progress_entry_id: null },
    { purpose: 'progress', pose: 'front', progress_entry_id: 1 },
    { purpose: 'progress', pose: 'side', progress_entry_id: 1 },
  ])
})

test('a Hebrew trainer reads it in Hebrew, and nobody is praised for losing too fast', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana', { language: 'he' }) })
  await earlier(world, anna, '2026-11-09')
  await earlier(world, anna, '2026-11-16')
  await write(world, `update progress_entries set weight = 85 where date = '2026-11-09'`, [])
  const { went, wrote } = await world.play(`
    anna> /checkin
    anna< …
    anna> 81
    anna< …
    anna> /checkin
    anna< 📋 Check-in, Mon 23 Nov · 2 of 10…
    anna> [Skip]
    anna< …
    anna> 2
    anna< …
    anna> [‹ Back]
    anna< …
    anna> [Next ›]
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< 📋 Check-in, Mon 23 Nov
      ⚖️ Weight: 81 kg (−2 kg)
      😴 Sleep: badly
      Compared with Mon 16 Nov.
      ⚠️ That is more than 1% of your weight a week, faster than is good for most people. Please talk to your trainer about it.
      Look it over. Tap a line to change it.
    anna> [✅ Send to my trainer]
    anna< (toast) Sent to your trainer.
    anna< …
    dana< 📋 צ׳ק־אין חדש של Anna, יום ב׳, 23 בנוב׳
      ⚖️ משקל: 81 ק״ג (−2 ק״ג)
      😴 שינה: רעה
      בהשוואה ליום ב׳, 16 בנוב׳.  [📋 לצ׳ק־אין] [👤 Anna]
    dana> [📋 לצ׳ק־אין]
    dana< 📋 הצ׳ק־אין של Anna, יום ב׳, 23 בנוב׳…
    dana> [🗂 כל הצ׳ק־אינים]
    dana< 🗂 הצ׳ק־אינים של Anna
      • יום ב׳, 23 בנוב׳: 81 ק״ג · 😴 שינה: רעה
      • יום ב׳, 16 בנוב׳: 83 ק״ג · 19%…
    dana> [‹ חזרה]
    dana< Anna…
      צ׳ק־אין: יום ב׳, 23 בנוב׳: 81 ק״ג · 😴 שינה: רעה…
  `)
  expect(went).toBe(wrote)
})

test('what another program wrote of today stands for itself, unless it says no weight', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const insert = 'insert into progress_entries (client_id, date, weight, notes) values (?, ?, ?, ?)'
  await write(world, insert, [anna.userId ?? 0, '2026-11-23', 83, 'from elsewhere'])
  const { went, wrote } = await world.play(`
    anna> /checkin
    anna< 📋 Check-in, Mon 23 Nov · 1 of 10…  [Skip] [‹ Back]
    anna> 82.4 18%
    anna< Noted: 82.4 kg, 18% fat…
    dana> /clients Anna
    dana< Anna…
      Check-in: Mon 23 Nov: 83 kg  [📋 The check-in]
  `)
  expect(went).toBe(wrote)
  expect(kept(world)).toMatchObject([
    { weight: 83, body_fat: null, notes: 'from elsewhere', weigh_in_id: null },
    { weight: 82.4, body_fat: 18, notes: null, weigh_in_id: 1 },
  ])
  await write(world, insert, [anna.userId ?? 0, '2026-11-24', null, 'see you'])
  const then = await world.play(`
    — Tuesday 08:00 —
    anna> /checkin
    anna< 📋 Check-in, Tue 24 Nov
      💬 Notes: see you
      Compared with Mon 23 Nov.
      Look it over.…
    anna> [⚖️ Weight]
    anna< …
    anna> 82.3
    anna< …
  `)
  expect(then.went).toBe(then.wrote)
  expect(kept(world).at(-1)).toMatchObject({
    date: '2026-11-24',
    weight: 82.3,
    notes: 'see you',
    weigh_in_id: 2,
  })
})

test('the trainer sees the photos of a check-in, front to back', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    anna> /checkin
    anna< …
    anna> 82.4 18%
    anna< …
    anna> 4
    anna< …
    anna> 4
    anna< …
    anna> 4
    anna< …
    anna> 4
    anna< …
    anna> (sends photo)
    anna< 📷 Kept: front…
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> [✅ Send to my trainer]
    anna< …
    dana< …
    dana> [📋 The check-in]
    dana< 📋 Check-in of Anna, Mon 23 Nov…
    dana> [📷 Show the photos]
    dana< (photo) 📋 Check-in of Anna, Mon 23 Nov
    dana< …
  `)
  expect(went).toBe(wrote)
})

test('a changed message gives the last answer anew; what is no answer, and an older message, stay as they were', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    anna> /checkin
    anna< …
    anna> 80
    anna< …
    anna> 20
    anna< …
    anna> (edits 1 back) 25
    anna< ✏️ Corrected: 25…
    anna> (edits 1 back) 99
    anna< ✏️ Changing that message changes nothing here…
    anna> 5
    anna< …
    anna> (edits 1 back) 1
    anna< ✏️ Corrected: 1…
    anna> (edits 2 back) 30
    anna< ✏️ Changing that message changes nothing here…
    anna> 4
    anna< …
    anna> skip
    anna< …
    anna> skip
    anna< …
    anna> skip
    anna< …
    anna> skip
    anna< …
    anna> skip
    anna< …
    anna> tired
    anna< …
    anna> (edits 1 back) tired, but well
    anna< ✏️ Corrected: tired, but well…
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select body_fat, sleep, energy, notes from progress_entries')).toEqual([
    { body_fat: 25, sleep: 1, energy: 4, notes: 'tired, but well' },
  ])
})
