import sharp from 'sharp'
import { expect, test } from 'vitest'
import { keptPhoto } from '../../support/pastMonths.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function plays(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

const picture = () =>
  sharp({ create: { width: 300, height: 400, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()

test('a trainer sees a check-in and its photos once it is sent, and never what was left out of it', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await keptPhoto(world, anna, { date: '2026-11-02', pose: 'front', bytes: await picture() })
  await keptPhoto(world, anna, { date: '2026-11-02', pose: null, bytes: await picture() })
  const draft = await world.play(`
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
    anna> (sends 4 photos)
    anna< …
    — 2s later —
    anna< 📷 Kept: front, side, back…
    anna> /progress
    anna< 📈 Progress…
      📝 No check-in yet…
    anna> [📸 Before/after]
    anna< 📸 Before and after
      From which side?  [Front] [Other] [‹ Back]
    dana> /clients Anna
    dana< …
    dana> [📈 Progress]
    dana< 📈 Progress of Anna…
      📝 No check-in yet…
    dana> [📸 Before/after]
    dana< (toast) It takes two progress photos of the same side, on different days. There are none in that time.
  `)
  expect(draft.went).toBe(draft.wrote)
  const { went, wrote } = await world.play(`
    anna> /checkin
    anna< …
    anna> [Skip]
    anna< 📋 Check-in, Mon 23 Nov…
      📷 Photos: front, side, back…
    anna> [📷 front]
    anna< …
    anna> [🗑 Leave it out]
    anna< (toast) Left out. Your trainer does not see it.
    anna< 📋 Check-in, Mon 23 Nov…
      📷 Photos: side, back…
    anna< 📷 The photo that was there (front) is kept for you alone: your trainer does not see it.  [🗑 Delete] [Something else …]
    anna> [✅ Send to my trainer]
    anna< (toast) Sent to your trainer.
    anna< …
    dana< 📋 Anna has checked in…
    dana> /clients Anna
    dana< …
    dana> [📈 Progress]
    dana< 📈 Progress of Anna…
      📝 Last check-in: Mon 23 Nov…
    dana> [📸 Before/after]
    dana< (photo) Before and after · Anna
      2 Nov – 23 Nov 2026
      2 Nov 2026: Other
      23 Nov 2026: Other · 82.4 kg
    dana< …
    anna> [📷 side]
    anna< …
    anna> (sends photo)
    anna< 📷 Kept: side…
    anna< 📷 The photo that was there (side) is kept for you alone: your trainer does not see it.  [🗑 Delete] [Something else …]
    anna> [📷 front]
    anna< …
    anna> (sends photo)
    anna< …
    dana> [📸 Before/after]
    dana< 📸 Before and after
      From which side?  [Front] [Other] [‹ Back]
  `)
  expect(went).toBe(wrote)
  expect(
    world.ask(
      'select purpose, pose, progress_entry_id as entry from photos where local_date > ? order by id',
      '2026-11-02',
    ),
  ).toEqual([
    { purpose: 'unsorted', pose: null, entry: null },
    { purpose: 'unsorted', pose: null, entry: null },
    { purpose: 'progress', pose: 'back', entry: 1 },
    { purpose: 'progress', pose: null, entry: 1 },
    { purpose: 'progress', pose: 'side', entry: 1 },
    { purpose: 'progress', pose: 'front', entry: 1 },
  ])
})

test('a photo that was sorted into a check-in is taken out of it again', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    anna> /checkin
    anna< …
    anna> 82.4 18%
    anna< …
    anna> /today
    anna< …
    anna> (sends photo)
    anna< …
    anna> [🧍 Progress]
    anna< …
    anna> [front]
    anna< (toast) Kept in your check-in, Mon 23 Nov.
    anna> /checkin
    anna< 📋 Check-in, Mon 23 Nov · 8 of 10…
    anna> [‹ Back]
    anna< 📋 Check-in, Mon 23 Nov · 7 of 10…
      So far: ✅  [Next ›] [🗑 Leave it out] [‹ Back]
    anna> (twice) [🗑 Leave it out]
    anna< (toast) Left out. Your trainer does not see it.
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< 📋 Check-in, Mon 23 Nov · 8 of 10…
    anna< 📷 The photo that was there (front) is kept for you alone: your trainer does not see it.  [🗑 Delete] [Something else …]
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select purpose, pose, progress_entry_id as entry from photos')).toEqual([
    { purpose: 'unsorted', pose: null, entry: null },
  ])
})

test('what other programs wrote counts as a check-in for the trainer too; a row that says nothing does not', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const write = (date: string, kg: number | null) =>
    world.orm.em
      .getConnection()
      .execute('insert into progress_entries (client_id, date, weight) values (?, ?, ?)', [
        anna.userId ?? 0,
        date,
        kg,
      ])
  await write('2026-11-16', 83)
  await write('2026-11-18', null)
  const { went, wrote } = await world.play(`
    anna> /checkin
    anna< …
    anna> 82.4 18%
    anna< …
    dana> /clients Anna
    dana< …
    dana> [📈 Progress]
    dana< 📈 Progress of Anna…
      📝 Last check-in: Mon 16 Nov…
  `)
  expect(went).toBe(wrote)
})

const mov = Buffer.from('\0\0\0\x14ftypqt  \0\0\x02\0qt  \0\0\0\x08mdat', 'latin1')

test('a clip is no pose: it is told where clips go, and what came of itself stays kept', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const asked = await world.play(`
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
    anna> (sends video)
    anna< A check-in takes photos, so the clip was not kept. To show your trainer a lift, send the clip in your workout, or outside the check-in: I ask which lift it is.
      📋 Check-in, Mon 23 Nov · 7 of 10…
  `)
  expect(asked.went).toBe(asked.wrote)
  anna.phone.sendFile(mov, 'IMG_1.mov', 'video/quicktime')
  await world.idle()
  expect(anna.phone.last().text).toContain('A check-in takes photos, so the clip was not kept.')
  const left = await world.play(`
    anna> /today
    anna< …
  `)
  expect(left.went).toBe(left.wrote)
  anna.phone.sendFile(mov, 'IMG_1.mov', 'video/quicktime')
  await world.idle()
  const question = anna.phone.chat().findLast(({ text }) => text.includes('What is it?'))
  const labels = question?.buttons.flat().map(({ label }) => label) ?? []
  expect(labels).not.toContain('🧍 Progress')
  expect(labels).toContain('Just keep it')
  // A question from before this was known may still offer it.
  anna.phone.tapRaw('sortPhoto:1:progress:front', question?.id ?? 0)
  await world.idle()
  expect(world.ask('select purpose, pose from photos')).toEqual([{ purpose: 'unsorted', pose: null }])
  expect(anna.phone.toasts.at(-1)?.text).toContain('That is a clip')
})

test('a photo is of the day that its caption names, in a check-in too', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    anna> (sends photo) from yesterday
    anna< …
    anna> [🧍 Progress]
    anna< …
    anna> [front]
    anna< (toast) Kept among your photos of progress, Sun 22 Nov.
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
    anna> (sends photo) 12.11
    anna< 📷 Kept: front · Thu 12 Nov
      📋 Check-in, Mon 23 Nov · 8 of 10…
    anna> (sends photo) 12.12.2030
    anna< 📷 Kept: side
      📋 Check-in, Mon 23 Nov · 9 of 10…
  `)
  expect(went).toBe(wrote)
  expect(
    world.ask('select pose, local_date as day, progress_entry_id as entry from photos order by id'),
  ).toEqual([
    { pose: 'front', day: '2026-11-22', entry: null },
    { pose: 'front', day: '2026-11-12', entry: 1 },
    { pose: 'side', day: '2026-11-23', entry: 1 },
  ])
})

test('notes alone that were never sent stay the client’s own, the day after too', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  await world.client('Anna', { trainer: dana })
  const walk = await world.play(`
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
    anna> [Skip]
    anna< …
    anna> I feel awful
    anna< …
  `)
  expect(walk.went).toBe(walk.wrote)
  expect(world.rows('progress_entries')).toMatchObject([{ notes: 'I feel awful', finished_at: null }])
  await world.advance('26h')
  world.member('dana').phone.say('/clients Anna')
  await world.settle()
  const seen = world
    .member('dana')
    .phone.chat()
    .map(({ text }) => text)
    .join('\n')
  expect(seen).toContain('Anna')
  expect(seen).not.toContain('awful')
})

/** Sunday's check-in, sent with a photo of the front; on Monday another photo comes out of the blue. */
async function sentOnSunday(caption: string) {
  const world = await makeWorld({ at: '2026-11-22T09:05:00Z' })
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  await world.play(`
    anna> /checkin
    anna> 80
    anna> skip
    anna> skip
    anna> skip
    anna> skip
    anna> skip
    anna> (sends photo)
    anna> skip
    anna> skip
    anna> skip
    anna> [✅ Send to my trainer]
    — Monday 10:00 —
    anna> /today
    anna> (sends photo) ${caption}
    anna> [🧍 Progress]
  `)
  return world
}
const progressOf = (world: World) =>
  world.ask('select purpose, pose, local_date as day, progress_entry_id as entry from photos order by id')
const sunday = { purpose: 'progress', pose: 'front', day: '2026-11-22', entry: 1 }

test('a caption that compares with a day takes no sent photo’s place', async () => {
  const world = await sentOnSunday('looking better than yesterday')
  const { went, wrote } = await world.play(`
    anna> [front]
    anna< (toast) Kept among your photos of progress.
  `)
  expect(went).toBe(wrote)
  expect(progressOf(world)).toEqual([sunday, { ...sunday, day: '2026-11-23', entry: null }])
})

test('in a check-in that was sent nothing is replaced unasked: the other stays, both do, or it is of today', async () => {
  const asked = `
    anna> [front]
    anna< 📷 The check-in you sent, Sun 22 Nov, has such a photo already (front). What shall become of this one?  [🔁 Replace] [Keep both] [It is of Mon 23 Nov]`
  const both = await sentOnSunday('front yesterday')
  await plays(both, asked)
  expect(progressOf(both)).toMatchObject([sunday, { purpose: 'unsorted' }])
  await plays(
    both,
    `
    anna> (twice) [Keep both]
    anna< (toast) Kept in your check-in, Sun 22 Nov.
    anna< (alert) That is not there (any more).
    anna< Today, Mon 23 Nov…
  `,
  )
  expect(progressOf(both)).toEqual([sunday, { ...sunday, pose: null }])

  const today = await sentOnSunday('front yesterday')
  await plays(
    today,
    `${asked}
    anna> [It is of Mon 23 Nov]
    anna< (toast) Kept among your photos of progress.
    anna< Today, Mon 23 Nov…
  `,
  )
  expect(progressOf(today)).toEqual([sunday, { ...sunday, day: '2026-11-23', entry: null }])

  const anew = await sentOnSunday('front yesterday')
  await plays(
    anew,
    `${asked}
    anna> [🔁 Replace]
    anna< (toast) Kept in your check-in, Sun 22 Nov.
    anna< 📷 The photo that was there (front) is kept for you alone: your trainer does not see it.  [🗑 Delete] [Something else …]
    anna< Today, Mon 23 Nov…
    anna> [🗑 Delete]
    anna< (toast) Deleted.
  `,
  )
  expect(progressOf(anew)).toEqual([sunday])
  expect(anew.rows('file_uploads')).toHaveLength(1)
})

test('of an album for one pose of a sent check-in that pose alone is replaced; the rest is kept beside', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  await world.play(`
    anna> /checkin
    anna> 80
    anna> skip
    anna> skip
    anna> skip
    anna> skip
    anna> skip
    anna> (sends 3 photos)
    — 2s later —
    anna> skip
    anna> [✅ Send to my trainer]
    anna> [📷 front]
    anna> (sends 2 photos)
    — 2s later —
    anna> [Something else …]
  `)
  expect(world.ask('select purpose, pose from photos order by id')).toEqual([
    { purpose: 'unsorted', pose: null },
    { purpose: 'progress', pose: 'side' },
    { purpose: 'progress', pose: 'back' },
    { purpose: 'progress', pose: 'front' },
    { purpose: 'progress', pose: null },
  ])
  const questions = world
    .member('anna')
    .phone.chat()
    .filter(({ text }) => text.includes('What is it?'))
  expect(questions.flatMap(({ buttons }) => buttons.flat().map(({ label }) => label))).toContain(
    '🧍 Progress',
  )
})
