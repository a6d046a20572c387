import { expect, test } from 'vitest'
import { type Member, type World, makeWorld } from '../../support/world.ts'

const diary = (world: World) =>
  world.ask('select date, weight, notes, weigh_in_id from nutrition_entries order by date, id')

function write(world: World, text: string, values: readonly (string | number | null)[]): Promise<unknown> {
  return world.orm.em.getConnection().execute(text, [...values])
}

const entry = (world: World, { userId }: Member, date: string, weight: number | null, notes: string | null) =>
  write(world, 'insert into nutrition_entries (client_id, date, weight, notes) values (?, ?, ?, ?)', [
    userId ?? 0,
    date,
    weight,
    notes,
  ])

test('the diary has the last weigh-in of a day, and follows what becomes of it', async () => {
  const world = await makeWorld()
  await world.client('Anna')
  const first = await world.play(`
    anna> /weighin 82.4 in socks
    anna< Noted: 82.4 kg · Mon 23 Nov…
    anna> 82.2
    anna< Noted: 82.2 kg · Mon 23 Nov…
    anna> last friday 82.9
    anna< Noted: 82.9 kg · Fri 20 Nov…
  `)
  expect(first.went).toBe(first.wrote)
  expect(diary(world)).toEqual([
    { date: '2026-11-20', weight: 82.9, notes: null, weigh_in_id: 3 },
    { date: '2026-11-23', weight: 82.2, notes: 'in socks', weigh_in_id: 2 },
  ])
  const then = await world.play(`
    anna> [🗑 Delete 82.9 kg]
    anna< …
    anna> [🗑 Yes, delete it]
    anna< (toast) Deleted.
    anna< …
    anna> [🗑 Delete 82.2 kg]
    anna< …
    anna> [🗑 Yes, delete it]
    anna< (toast) Deleted.
    anna< …
    anna> [✏️ 82.4 kg]
    anna< …
    anna> 82.6
    anna< Corrected: 82.6 kg · Mon 23 Nov…
  `)
  expect(then.went).toBe(then.wrote)
  expect(diary(world)).toEqual([
    { date: '2026-11-20', weight: null, notes: null, weigh_in_id: null },
    { date: '2026-11-23', weight: 82.6, notes: 'in socks', weigh_in_id: 1 },
  ])
})

test('a day keeps its last note until a newer one comes, or it is cleared', async () => {
  const world = await makeWorld()
  await world.client('Anna')
  const noted = async (words: string, notes: string | null) => {
    const { went, wrote } = await world.play(words)
    expect(went).toBe(wrote)
    expect(diary(world)).toMatchObject([{ date: '2026-11-23', notes }])
  }
  await noted(
    `
    anna> /weighin 82.4 in socks
    anna< …
    anna> 82.3
    anna< Noted: 82.3 kg · Mon 23 Nov…
      📓 in socks…
  `,
    'in socks',
  )
  await noted(
    `
    anna> 82.2 after lunch
    anna< …
  `,
    'after lunch',
  )
  await noted(
    `
    anna> [🗑 Delete 82.2 kg]
    anna< …
    anna> [🗑 Yes, delete it]
    anna< (toast) Deleted.
    anna< …
  `,
    'in socks',
  )
  await noted(
    `
    anna> [📓 Note for the day]
    anna< …
    anna> [🗑 Clear the note]
    anna< (toast) The note is cleared.
    anna< …
    anna> 82.1
    anna< …
  `,
    null,
  )
})

test('editing the message that said a weight corrects it, from wherever she stands', async () => {
  const world = await makeWorld({ zone: 'Asia/Jerusalem' })
  await world.client('Anna')
  const { went, wrote } = await world.play(`
    anna> yesterday 82.4 18%
    anna< Noted: 82.4 kg, 18% fat · Sun 22 Nov…
    anna> [‹ Back]
    anna< Today, Mon 23 Nov…
    — Tuesday 08:00 —
    anna> (edits 1 back) yesterday 82.6 18%
    anna< Corrected: 82.6 kg, 18% fat · Sun 22 Nov
      ⚖️ Weigh-in…
    anna> (edits 1 back) no idea
    anna< I could not read your changed message as a weight, so it stays: 82.6 kg, 18% fat · Sun 22 Nov
      ⚖️ Weigh-in…
    anna> (edits 1 back) 8
    anna< That cannot be a weight…
    anna> (edits 1 back) 62.6
    anna< Corrected: 62.6 kg, 18% fat · Sun 22 Nov…
    anna> 82.7
    anna< 82.7 kg, really?…
    anna> (edits 1 back) 62.7
    anna< Noted: 62.7 kg · Tue 24 Nov…
    anna> kg 62.8
    anna< I could not read that as a weight.…
    anna> (edits 1 back) 62.8 kg
    anna< Noted: 62.8 kg · Tue 24 Nov…
  `)
  expect(went).toBe(wrote)
  const aside = await world.play(`
    anna> /history
    anna< …
    anna> (edits 2 back) 62.9 kg
    anna< Corrected: 62.9 kg · Tue 24 Nov
      Past workouts…
  `)
  expect(aside.went).toBe(aside.wrote)
  expect(world.ask('select weight, typed_weight, typed_unit, body_fat from weigh_ins order by id')).toEqual([
    { weight: 62.6, typed_weight: '62.6', typed_unit: 'kg', body_fat: 18 },
    { weight: 62.7, typed_weight: '62.7', typed_unit: 'kg', body_fat: null },
    { weight: 62.9, typed_weight: '62.9', typed_unit: 'kg', body_fat: null },
  ])
})

test('what another program wrote is joined, stays as it is, and counts in the trend', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  await entry(world, anna, '2026-11-02', 84, null)
  await entry(world, anna, '2026-11-09', 83.6, 'from elsewhere')
  await entry(world, anna, '2026-11-22', null, 'slept badly')
  await write(world, 'insert into progress_entries (client_id, date, weight) values (?, ?, ?)', [
    anna.userId ?? 0,
    '2026-11-16',
    83.3,
  ])
  const { went, wrote } = await world.play(`
    anna> /weighin
    anna< ⚖️ Weigh-in
      Last: 83.3 kg · Mon 16 Nov
      Trend: 83.5 kg
      Change per week: down 0.4 kg
      Send what the scale says…
    anna> yesterday 73
    anna< 73 kg on Sun 22 Nov, really?
      That is 10.3 kg less than 83.3 kg · Mon 16 Nov.…
    anna> 83 kg yesterday
    anna< Noted: 83 kg · Sun 22 Nov…
    anna> 2026-11-09 83.5
    anna< Noted: 83.5 kg · Mon 9 Nov…
  `)
  expect(went).toBe(wrote)
  expect(diary(world)).toEqual([
    { date: '2026-11-02', weight: 84, notes: null, weigh_in_id: null },
    { date: '2026-11-09', weight: 83.6, notes: 'from elsewhere', weigh_in_id: null },
    { date: '2026-11-22', weight: 83, notes: 'slept badly', weigh_in_id: 1 },
  ])
})

test('the local day decides, across midnight and the end of summer time', async () => {
  // In New York clocks go back in the night to 1 November.
  const world = await makeWorld({ at: '2026-11-01T03:30:00Z', zone: 'America/New_York' })
  await world.client('Anna')
  const { went, wrote } = await world.play(`
    anna> /weighin 82.4
    anna< Noted: 82.4 kg · Sat 31 Oct…
    — 1h later —
    anna> 82
    anna< Noted: 82 kg · Sun 1 Nov…
    — 24h later —
    anna> 81.8
    anna< Noted: 81.8 kg · Sun 1 Nov…
  `)
  expect(went).toBe(wrote)
  expect(diary(world)).toMatchObject([
    { date: '2026-10-31', weight: 82.4 },
    { date: '2026-11-01', weight: 81.8 },
  ])
})

test('a word on the day, for the client and their coach', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  await entry(world, anna, '2026-11-21', null, 'Party <late>')
  const { went, wrote } = await world.play(`
    anna> /weighin 82.4
    anna< …
    anna> [📓 Note for the day]
    anna< 📓 How is your day, Mon 23 Nov?
      Send it as a message. Your trainer can read it too.
      Before:
      • Sat 21 Nov: Party <late>  [‹ Back]
    anna> Long flight
    anna< Noted for the day.
      ⚖️ Weigh-in
      Last: 82.4 kg · Mon 23 Nov
      Trend: 82.4 kg
      Change per week: …
      📓 Long flight
      Send what…
    anna> [📓 Note for the day]
    anna< 📓 How is your day, Mon 23 Nov?
      Send it as a message. Your trainer can read it too.
      💬 Long flight
      Before:
      • Sat 21 Nov: Party <late>  [🗑 Clear the note] [‹ Back]
    anna> [‹ Back]
    anna< …
    dana> /clients Anna
    dana< Anna…
      Note of the day: Mon 23 Nov: Long flight…
    anna> [📓 Note for the day]
    anna< …
    anna> [🗑 Clear the note]
    anna< (toast) The note is cleared.
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(diary(world)).toEqual([
    { date: '2026-11-21', weight: null, notes: 'Party <late>', weigh_in_id: null },
    { date: '2026-11-23', weight: 82.4, notes: null, weigh_in_id: 1 },
  ])
})

test('in Hebrew: a weekday, the other unit, an edit, and a word on the day', async () => {
  const world = await makeWorld()
  await world.client('Anna', { language: 'he' })
  const { went, wrote } = await world.play(`
    anna> /weighin ו׳ 181 lb
    anna< נרשם: 181 lb (82.1 ק״ג) · יום ו׳, 20 בנוב׳…
    anna> (edits 1 back) /weighin ו׳ 182 lb
    anna< תוקן: 182 lb (82.6 ק״ג) · יום ו׳, 20 בנוב׳…
    anna> בשבת 82.4
    anna< נרשם: 82.4 ק״ג · שבת, 21 בנוב׳…
    anna> (edits 1 back) בשבת 82.5
    anna< תוקן: 82.5 ק״ג · שבת, 21 בנוב׳…
    anna> (edits 1 back) אולי
    anna< לא הצלחתי לקרוא את ההודעה המתוקנת כמשקל, ולכן נשאר: 82.5 ק״ג · שבת, 21 בנוב׳…
    anna> [📓 הערה ליום]
    anna< 📓 איך היום שלך, יום ב׳, 23 בנוב׳?
      אפשר לשלוח כהודעה. גם המאמן או המאמנת יכולים לקרוא.  [‹ חזרה]
    anna> טיסה ארוכה
    anna< נרשם ליום הזה.
      ⚖️ שקילה…
      📓 טיסה ארוכה…
  `)
  expect(went).toBe(wrote)
})
