import { expect, test } from 'vitest'
import { givePlan } from '../../support/plans.ts'
import { type Member, type World, makeWorld } from '../../support/world.ts'

async function plays(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

/** A client in the middle of a workout of many sets, each of which can be shown. */
async function lifting(world: World, client: Member, trainer: Member | undefined, sets = 10): Promise<void> {
  await givePlan(
    world,
    client,
    `Strength\nMon Bench\nBench press ${sets}x5 @80kg`,
    trainer ? { trainer } : {},
  )
  const name = client.name.toLowerCase()
  await plays(
    world,
    `
    ${name}> /today
    ${name}< …
    ${name}> [▶️ Start: Bench]
    ${name}< …
    `,
  )
}

async function shows(world: World, client: Member, sets: number): Promise<void> {
  const name = client.name.toLowerCase()
  for (let set = 1; set <= sets; set++)
    await plays(
      world,
      `
      ${name}> (sends photo) set ${set}
      ${name}< 🎥 Bench press, set ${set}: your trainer looks at it and answers here.…
      `,
    )
}

async function practice({ sets = 3 } = {}) {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await lifting(world, anna, dana)
  await shows(world, anna, sets)
  return { world, dana, anna }
}

const verdicts = (world: World) =>
  world.ask('select set_number as "set", state, verdict, comment from reviews order by id')
const owed = (world: World) =>
  world.ask<{ state: string }>(`select state from deliveries where kind = 'verdicts' order by id`)

test('twenty photos in at most forty taps, each with its words; each client hears of theirs in one message', async () => {
  const { world, dana } = await practice({ sets: 10 })
  const tom = await world.client('Tom', { trainer: dana })
  await lifting(world, tom, dana)
  await shows(world, tom, 10)
  dana.phone.say('/review')
  await world.settle()
  let taps = 0
  const tap = async (label: string) => {
    await world.advance(1000)
    dana.phone.tap(label)
    taps++
    await world.settle()
  }
  for (let photo = 0; photo < 20; photo++) {
    if (photo % 3 === 0) await tap('✅')
    else {
      await tap(photo % 3 === 1 ? '⚠️' : '❌')
      await tap('Full range, please')
    }
  }
  expect(taps).toBeLessThanOrEqual(40)
  expect(dana.phone.last().text).toContain('Nothing waits.')
  // Pictures that were seen are gone.
  expect(dana.phone.chat().filter(({ photo }) => photo !== undefined)).toEqual([])
  expect(world.rows('reviews', `state = 'done' and verdict is not null`)).toHaveLength(20)
  expect(owed(world)).toEqual([{ state: 'due' }, { state: 'due' }])
  await plays(
    world,
    `
    — 2m later —
    anna< 🔎 Dana looked at what you showed:
      ✅ Bench press, set 1, Mon 23 Nov
      ⚠️ Bench press, set 2, Mon 23 Nov
      💬 Full range, please
      ❌ Bench press, set 3, Mon 23 Nov
      💬 Full range, please…
      ✅ Bench press, set 10, Mon 23 Nov  [🏋️ Today]
    tom< 🔎 Dana looked at what you showed:
      ⚠️ Bench press, set 1, Mon 23 Nov
      💬 Full range, please…
      ⚠️ Bench press, set 10, Mon 23 Nov
      💬 Full range, please  [🏋️ Today]
    `,
  )
  expect(owed(world)).toEqual([{ state: 'sent' }, { state: 'sent' }])
})

test('the picture goes when the walk is left in any way, by another command or by losing one’s access', async () => {
  const { world, dana } = await practice({ sets: 2 })
  const pictures = () => dana.phone.chat().filter(({ photo }) => photo).length
  const open = `
    dana> /review
    dana< (photo) 🏋️ Anna · Bench press, set 1…
    dana< …
  `
  for (const leaving of ['dana> /clients', 'dana> /start', 'dana> [✖️ Stop]']) {
    await world.play(open)
    expect([leaving, pictures()]).toEqual([leaving, 1])
    if (leaving.includes('start')) await world.restart()
    await world.play(leaving)
    expect([leaving, pictures()]).toEqual([leaving, 0])
  }
  await world.play(open)
  await world.orm.em.getConnection().execute(`update users set is_active = 0 where id = ${dana.userId}`)
  await world.play('dana> /clients')
  expect(pictures()).toBe(0)
})

test('the last verdict is taken back: before it was told nobody hears of it, after that it is said anew', async () => {
  const { world } = await practice({ sets: 2 })
  await plays(
    world,
    `
    dana> /review
    dana< (photo) 🏋️ Anna · Bench press, set 1 · Mon 23 Nov
      “set 1”
      Planned: 10 × 5 × 80 kg
      Done: nothing logged yet
      One more waits.  [✅] [⚠️] [❌] [⏳ Later] [✖️ Stop]
    dana> [❌]
    dana< (toast) ❌ Anna, Bench press
    dana< ❌ Anna · Bench press
      What shall they do about it? Tap, write, or send a voice or video message.  [↩️ Undo] [🗂 Phrases] [Nothing more ›]
    dana> [↩️ Undo]
    dana< (toast) Taken back: Anna, Bench press
    dana< (photo) 🏋️ Anna · Bench press, set 1…
    dana< Taken back: Anna, Bench press
    dana> [✖️ Stop]
    dana< 👋 Dana
      You have one client.…  [🔎 Review: 2 wait]
    — 15m later —
    dana< 🔎 2 wait for your word.…
    dana> [🔎 Review: 2 wait]
    dana< (photo) 🏋️ Anna · Bench press, set 1…
    dana> [✅]
    dana< (toast) ✅ Anna, Bench press
    dana< (photo) 🏋️ Anna · Bench press, set 2…
      Said before: ✅ Mon 23 Nov
      Last: ✅ Anna · Bench press, set 1  [⏳ Later] [✖️ Stop] [↩️ Undo Anna, Bench press, set 1] [💬 Add words]
    — 2m later —
    anna< 🔎 Dana looked at what you showed:
      ✅ Bench press, set 1, Mon 23 Nov  [🏋️ Today]
    dana> [↩️ Undo Anna, Bench press, set 1]
    dana< (toast) Taken back: Anna, Bench press
    dana< (photo) 🏋️ Anna · Bench press, set 1…
    dana> (twice) [⚠️]
    dana< (toast) ⚠️ Anna, Bench press
    dana< (toast) You have said that already.
    dana< …
    dana> [Nothing more ›]
    dana< (photo) 🏋️ Anna · Bench press, set 2…
    — 2m later —
    anna< 🔎 Dana looked at what you showed:
      ⚠️ Bench press, set 1, Mon 23 Nov (said anew)  [🏋️ Today]
    `,
  )
  expect(verdicts(world)).toEqual([
    { set: 1, state: 'done', verdict: 'adjust', comment: null },
    { set: 2, state: 'waiting', verdict: null, comment: null },
  ])
  expect(owed(world).map(({ state }) => state)).toEqual(['cancelled', 'sent', 'sent'])
})

test('a steady stream of verdicts is told ten minutes after the first at the latest', async () => {
  const { world, dana, anna } = await practice({ sets: 8 })
  dana.phone.say('/review')
  await world.settle()
  const heard = () => anna.phone.chat().filter(({ text }) => text.includes('looked at what')).length
  for (let photo = 0; photo < 7; photo++) {
    expect(heard()).toBe(0)
    dana.phone.tap('✅')
    await world.settle()
    await world.advance('1m 39s')
  }
  expect(heard()).toBe(1)
  await world.advance('2m')
  expect(heard()).toBe(1)
})

test('killed between the verdict and the message, the client hears of it once; a word that comes later is said anew', async () => {
  const { world } = await practice({ sets: 2 })
  await plays(
    world,
    `
    dana> /review
    dana< …
    dana> [✅]
    dana< …
    — crash —
    dana> [⚠️]
    dana< …
    — crash —
    — 10m later —
    anna< 🔎 Dana looked at what you showed:
      ✅ Bench press, set 1, Mon 23 Nov
      ⚠️ Bench press, set 2, Mon 23 Nov  [🏋️ Today]
    — crash —
    `,
  )
  await plays(
    world,
    `
    dana> [Full range, please]
    dana< (toast) Last: ⚠️ Anna · Bench press, set 2: “Full range, please”
    dana< 🎉 Nothing waits.
      Last: ⚠️ Anna · Bench press, set 2: “Full range, please”…
    — 2m later —
    anna< 🔎 Dana looked at what you showed:
      ⚠️ Bench press, set 2, Mon 23 Nov (said anew)
      💬 Full range, please  [🏋️ Today]
    `,
  )
  expect(owed(world)).toEqual([{ state: 'sent' }, { state: 'sent' }])
})

test('whoever trains a client now has what waits of theirs', async () => {
  const { world } = await practice({ sets: 1 })
  await world.trainer('Gil')
  await plays(
    world,
    `
    dana> /clients Anna
    dana< …
    dana> [Not my client]
    dana< …
    dana> [Yes, not my client]
    dana< …
    anna< …
    anna> (sends photo) set 2
    anna< 🎥 Bench press, set 2: kept for you.…
    gil> /invite
    gil< …
    anna> (opens link of gil)
    anna< …
    anna> [I agree, let us begin]
    anna< …
    gil< …
    gil> /review
    gil< (photo) 🏋️ Anna · Bench press, set 1…
    gil> [✅]
    gil< (toast) ✅ Anna, Bench press
    gil< 🎉 Nothing waits.…
    `,
  )
  expect(verdicts(world)).toMatchObject([{ set: 1, state: 'done' }])
})

test('what is put off comes after the rest, and not again until it is asked for', async () => {
  const { world } = await practice({ sets: 2 })
  await plays(
    world,
    `
    dana> /review
    dana< (photo) 🏋️ Anna · Bench press, set 1…
    dana> [⏳ Later]
    dana< (toast) It comes again later.
    dana< (photo) 🏋️ Anna · Bench press, set 2…
    dana> [✅]
    dana< (toast) ✅ Anna, Bench press
    dana< Nothing else waits. One was put off.
      Last: ✅ Anna · Bench press, set 2  [🔎 Go through them now] [↩️ Undo Anna, Bench press, set 2] [🗂 Phrases] [‹ Back]
    dana> [🔎 Go through them now]
    dana< (photo) 🏋️ Anna · Bench press, set 1…
    dana> [⏳ Later]
    dana< (toast) It comes again later.
    dana< Nothing else waits. One was put off.…
    dana> /clients Anna
    dana< Anna…  [🔎 Review: one waits]
    dana> [🔎 Review: one waits]
    dana< (photo) 🏋️ Anna · Bench press, set 1…
    dana> [✅]
    dana< (toast) ✅ Anna, Bench press
    dana< 🎉 Nothing waits.…
    dana> [‹ Back]
    dana< Anna…
    `,
  )
})

test('an album is turned photo by photo; another verdict on the same picture takes the place of the first', async () => {
  const { world, dana } = await practice({ sets: 0 })
  await plays(
    world,
    `
    anna> (sends 3 photos) depth?
    anna< …
    — 2s later —
    anna< 🎥 Bench press, set 1: 3 are with your trainer, who answers here.…
    anna> 5x80
    anna< …
    anna> (replies to 5x80) 5x82.5
    anna< …
    dana> /review
    dana< (photo) 🏋️ Anna · Bench press, set 1 · Mon 23 Nov
      “depth?”…  [✅] [⚠️] [❌] [‹] [1 of 3] [›] [⏳ Later] [✖️ Stop]
    dana> [›]
    dana< (photo) 🏋️ Anna · Bench press, set 1 · Mon 23 Nov
      Planned: 10 × 5 × 80 kg
      Done: 5 × 82.5 kg  [‹] [2 of 3] [›]
    dana> [⚠️]
    dana< (toast) ⚠️ Anna, Bench press
    dana< ⚠️ Anna · Bench press…
    dana> [✅]
    dana< (toast) Changed: ✅ Anna, Bench press
    dana< 🎉 Nothing waits.…
    — 2m later —
    anna< 🔎 Dana looked at what you showed:
      ✅ Bench press, set 1, Mon 23 Nov  [🏋️ Today]
    `,
  )
  expect(dana.phone.chat().filter(({ photo }) => photo !== undefined)).toEqual([])
})

test('own phrases: kept from what was typed, offered, deleted', async () => {
  const { world } = await practice({ sets: 2 })
  await plays(
    world,
    `
    dana> /review
    dana< …
    dana> [⚠️]
    dana< (toast) …
    dana< …
    dana> <b>Elbows</b> in
    dana< (photo) 🏋️ Anna · Bench press, set 2…
      Said before: ⚠️ Mon 23 Nov, “<b>Elbows</b> in”…
    dana< Last: ⚠️ Anna · Bench press, set 1: “<b>Elbows</b> in”  [⭐ Keep “<b>Elbows</b> in”]
    dana> [⭐ Keep “<b>Elbows</b> in”]
    dana< (toast) Kept at hand.
    dana< Kept at hand.
    dana> [❌]
    dana< (toast) ❌ Anna, Bench press
    dana< …  [<b>Elbows</b> in] [Slower on the way down] [🗂 Phrases]
    dana> [<b>Elbows</b> in]
    dana< (toast) Last: ❌ Anna · Bench press, set 2: “<b>Elbows</b> in”
    dana< 🎉 Nothing waits.
      Last: ❌ Anna · Bench press, set 2: “<b>Elbows</b> in”  [↩️ Undo Anna, Bench press, set 2] [💬 Other words] [🗂 Phrases]
    dana> [🗂 Phrases]
    dana< Your quick phrases
      Tap one to delete it.  [🗑 <b>Elbows</b> in] [‹ Back]
    dana> [🗑 <b>Elbows</b> in]
    dana< (toast) Deleted.
    dana< Your quick phrases
      None yet: write a comment, then keep it with ⭐.  [‹ Back]
    dana> [‹ Back]
    dana< 🎉 Nothing waits.…
    `,
  )
  expect(verdicts(world)).toMatchObject([{ comment: '<b>Elbows</b> in' }, { comment: '<b>Elbows</b> in' }])
})

test('what is said in voice goes along, belongs to the client, and is heard again before set 1', async () => {
  const { world, anna } = await practice({ sets: 1 })
  await plays(
    world,
    `
    dana> /review
    dana< …
    dana> [⚠️]
    dana< …
    dana> (sends voice)
    dana< …
    — 3m later —
    anna< 🔎 Dana looked at what you showed:
      ⚠️ Bench press, set 1, Mon 23 Nov
      🎙 a voice message comes along  [🏋️ Today]
    anna< (voice) 🎙 Dana on Bench press, set 1, Mon 23 Nov
    anna> /today
    anna< …
    anna> [▶️ Back into the workout]
    anna< 🏋️ Bench · 1 of 1…
      💬 Form check: ⚠️…  [🎙 Listen]
    anna> [🎙 Listen]
    anna< (voice) 🎙 Dana on Bench press, set 1, Mon 23 Nov
    `,
  )
  const [review] = world.rows<{ spoken_id: number }>('reviews')
  expect(world.rows('file_uploads', `id = ${review?.spoken_id}`)).toMatchObject([
    { user_id: anna.userId, upload_type: 'review', media_kind: 'voice' },
  ])
})

test('words and voice may come before the verdict, and go along with it', async () => {
  const { world } = await practice({ sets: 1 })
  await plays(
    world,
    `
    dana> /review
    dana< …
    dana> Strong!
    dana< 🔎 One waits for your word.
      👀 Anna, Bench press
      💬 Strong!
      Tap, or write or say something that goes along.  [✅] [⚠️] [❌] [⏳ Later] [🖼 Show it again] [↩️ Undo these words] [✖️ Stop]
    dana> (sends voice)
    dana< 🔎 One waits for your word.
      👀 Anna, Bench press
      💬 Strong!
      🎙 Your voice message goes along with your verdict.…
    dana> (sends photo)
    dana< Nothing was kept: I take photos and clips from clients, for their trainer to see.…
    dana> [✅]
    dana< (toast) ✅ Anna, Bench press
    dana< 🎉 Nothing waits.…
    — 3m later —
    anna< 🔎 Dana looked at what you showed:
      ✅ Bench press, set 1, Mon 23 Nov
      💬 Strong!
      🎙 a voice message comes along…
    anna< …
    `,
  )
})

test('✅ leads to the next at once, and words can still be added to the one before', async () => {
  const { world } = await practice({ sets: 3 })
  await plays(
    world,
    `
    dana> /review
    dana< …
    dana> [✅]
    dana< (toast) ✅ Anna, Bench press
    dana< (photo) 🏋️ Anna · Bench press, set 2…
      Last: ✅ Anna · Bench press, set 1  [↩️ Undo Anna, Bench press, set 1] [💬 Add words]
    dana> [💬 Add words]
    dana< ✅ Anna · Bench press
      What else would you like to say? Write it, or send a voice or video message.  [↩️ Undo] [🗂 Phrases] [Nothing more ›]
    dana> Nice and tight
    dana< (photo) 🏋️ Anna · Bench press, set 2…
      Last: ✅ Anna · Bench press, set 1: “Nice and tight”  [↩️ Undo Anna, Bench press, set 1] [💬 Other words]
    dana< Last: ✅ Anna · Bench press, set 1: “Nice and tight”  [⭐ Keep “Nice and tight”]
    dana> [💬 Other words]
    dana< ✅ Anna · Bench press
      💬 Nice and tight
      What else…
    dana> [✅]
    dana< (toast) ✅ Anna, Bench press
    dana< (photo) 🏋️ Anna · Bench press, set 3…
      Last: ✅ Anna · Bench press, set 2…
    — 3m later —
    anna< 🔎 Dana looked at what you showed:
      ✅ Bench press, set 1, Mon 23 Nov
      💬 Nice and tight
      ✅ Bench press, set 2, Mon 23 Nov  [🏋️ Today]
    `,
  )
  expect(verdicts(world)).toMatchObject([{ comment: 'Nice and tight' }, { comment: null }, { verdict: null }])
})

test('undo is of what its button names: words written before a verdict, else the verdict before', async () => {
  const { world } = await practice({ sets: 2 })
  await plays(
    world,
    `
    dana> /review
    dana< …
    dana> [✅]
    dana< …
    dana> Too fast
    dana< 💬 Too fast
      Whose words are these?  [For Anna · Bench press, set 1 (✅)] [For this one: Anna · Bench press, set 2] [✖️ Leave them out]
    dana> [For this one: Anna · Bench press, set 2]
    dana< 🔎 One waits for your word.
      👀 Anna, Bench press
      💬 Too fast…  [⏳ Later] [🖼 Show it again] [↩️ Undo these words] [✖️ Stop]
    dana> [↩️ Undo these words]
    dana< 🔎 One waits for your word.
      👀 Anna, Bench press
      Tap, or write or say something that goes along.  [↩️ Undo Anna, Bench press, set 1]
    dana> [↩️ Undo Anna, Bench press, set 1]
    dana< …
    `,
  )
  expect(verdicts(world)).toMatchObject([
    { state: 'waiting', comment: null },
    { state: 'waiting', comment: null },
  ])
})

test('words right after a verdict: they may be for the one judged last, and are never lost', async () => {
  const { world } = await practice({ sets: 3 })
  await plays(
    world,
    `
    dana> /review
    dana< …
    dana> [✅]
    dana< …
    dana> Nice
    dana< 💬 Nice
      Whose words are these?…
    dana> and tight
    dana< 💬 Nice
      and tight
      Whose words are these?…
    dana> [✅]
    dana< (toast) First: whose are the words you wrote?
    dana> [For Anna · Bench press, set 1 (✅)]
    dana< (toast) …
    dana< Last: ✅ Anna · Bench press, set 1: “Nice…
    dana> Deeper
    dana< 🔎 2 wait for your word.
      👀 Anna, Bench press
      💬 Deeper…
    dana> [↩️ Undo these words]
    dana< …
    dana> [✅]
    dana< …
    — 3m later —
    anna< …
    dana> Good pace
    dana< 🔎 One waits for your word.
      👀 Anna, Bench press
      💬 Good pace…
    dana> [↩️ Undo these words]
    dana< …
    dana> [✅]
    dana< …
    dana> All in all strong
    dana< 🎉 Nothing waits.
      Last: ✅ Anna · Bench press, set 3: “All in all strong”…
    `,
  )
  expect(verdicts(world).map(({ comment }) => comment)).toEqual([
    'Nice\nand tight',
    null,
    'All in all strong',
  ])
})

test('words whose owner was asked are corrected by editing them, as any others', async () => {
  const { world } = await practice({ sets: 3 })
  await plays(
    world,
    `
    dana> /review
    dana< …
    dana> [✅]
    dana< …
    dana> Elbows on
    dana< 💬 Elbows on
      Whose words are these?…
    dana> [For Anna · Bench press, set 1 (✅)]
    dana< (toast) …
    dana< Last: ✅ Anna · Bench press, set 1: “Elbows on”…
    dana> (edits 1 back) Elbows in
    dana< ✏️ Anna, Bench press: “Elbows in” now.…
    dana> [✅]
    dana< …
    dana> Chest on
    dana< 💬 Chest on
      Whose words are these?…
    dana> [For this one: Anna · Bench press, set 3]
    dana< …
    dana> (edits 1 back) Chest out
    dana< ✏️ Anna, Bench press: “Chest out” now.…
    dana> [↩️ Undo these words]
    dana< …
    dana> Hips
    dana< 💬 Hips
      Whose words are these?…
    dana> lower
    dana< …
    dana> [For this one: Anna · Bench press, set 3]
    dana< …
    dana> (edits 1 back) higher
    dana< ✏️ Changing that message changes nothing here: what it said stays as it was. To correct it, send a new one.…
    `,
  )
  expect(verdicts(world).map(({ comment }) => comment)).toEqual(['Elbows in', null, 'Hips\nlower'])
})

test('whose words are these, in Hebrew', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana', { language: 'he' })
  const anna = await world.client('Anna', { trainer: dana })
  await lifting(world, anna, dana)
  await shows(world, anna, 2)
  await plays(
    world,
    `
    dana> /review
    dana< …
    dana> [✅]
    dana< …
    dana> יפה
    dana< 💬 יפה
      על מי המילים האלה?  [על Anna · לחיצת חזה, סט 1 (✅)] [על מה שמוצג עכשיו: Anna · לחיצת חזה, סט 2] [✖️ לוותר על המילים]
    dana> [על Anna · לחיצת חזה, סט 1 (✅)]
    dana< (toast) …
    dana< לאחרונה: ✅ Anna · לחיצת חזה, סט 1: ״יפה״…
    `,
  )
  expect(verdicts(world).map(({ comment }) => comment)).toEqual(['יפה', null])
})

test('one unit is counted everywhere: an album is one thing to look at', async () => {
  const { world } = await practice({ sets: 1 })
  await plays(
    world,
    `
    anna> (sends 3 photos) set 2
    anna< …
    — 2s later —
    anna< …
    dana> /start
    dana< …  [🔎 Review: 2 wait]
    dana> /clients Anna
    dana< …  [🔎 Review: 2 wait]
    dana> [🔎 Review: 2 wait]
    dana< (photo) 🏋️ Anna · Bench press, set 1…
      One more waits.…
    dana> Deep
    dana< 🔎 2 wait for your word.…
    `,
  )
})

test('each trainer has their own queue; whose client has left sees nothing any more, whatever button is left', async () => {
  const { world, anna } = await practice({ sets: 2 })
  const gil = await world.trainer('Gil')
  const tom = await world.client('Tom', { trainer: gil })
  await lifting(world, tom, gil, 2)
  await shows(world, tom, 1)
  await plays(
    world,
    `
    gil> /review
    gil< (photo) 🏋️ Tom · Bench press, set 1…
    dana> /review
    dana< (photo) 🏋️ Anna · Bench press, set 1…
      One more waits.…
    dana> [✅]
    dana< (toast) ✅ Anna, Bench press
    dana< (photo) 🏋️ Anna · Bench press, set 2…
    dana> /clients Anna
    dana< …
    dana> [Not my client]
    dana< …
    dana> [Yes, not my client]
    dana< …
    anna< Dana no longer coaches you here.…
    — 3m later —
    anna< 🔎 Dana looked at what you showed:…
    dana> (stale) [❌]
    dana< (alert) That is not there (any more).
    dana> (stale) [↩️ Undo Anna, Bench press, set 1]
    dana< …
    dana> /review
    dana< 🎉 Nothing waits.…
    `,
  )
  expect(verdicts(world)).toMatchObject([
    { state: 'done', verdict: 'good' },
    { state: 'waiting', verdict: null },
    { state: 'waiting', verdict: null },
  ])
  expect(anna.userId).toBeDefined()
})

test('words that were changed in their message are told as they are now; of an older message it is said that they stay', async () => {
  const { world } = await practice({ sets: 3 })
  await plays(
    world,
    `
    dana> /review
    dana< …
    dana> [❌]
    dana< …
    dana> Chest up
    dana< …
    dana> [❌]
    dana< …
    dana> Elbows on
    dana< …
    dana> (edits 1 back) Elbows in
    dana< ✏️ Anna, Bench press: “Elbows in” now.…
    dana> (edits 2 back) Chest out
    dana< ✏️ Changing that message changes nothing here: what it said stays as it was. To correct it, send a new one.…
    — 2m later —
    anna< 🔎 Dana looked at what you showed:
      ❌ Bench press, set 1, Mon 23 Nov
      💬 Chest up
      ❌ Bench press, set 2, Mon 23 Nov
      💬 Elbows in  [🏋️ Today]
    dana> (edits 1 back) Elbows closer
    dana< ✏️ Anna, Bench press: “Elbows closer” now.…
    — 2m later —
    anna< …
      💬 Elbows closer…
    `,
  )
})

test('words before the verdict are changed with their message, but not once they were taken back', async () => {
  const { world } = await practice({ sets: 2 })
  await plays(
    world,
    `
    dana> /review
    dana< …
    dana> Elbows on
    dana< …
    dana> (edits 1 back) Elbows in
    dana< ✏️ Anna, Bench press: “Elbows in” now.…
    `,
  )
  expect(verdicts(world)[0]).toMatchObject({ state: 'waiting', comment: 'Elbows in' })
  await plays(
    world,
    `
    dana> [❌]
    dana< …
    dana> [Nothing more ›]
    dana< …
    dana> [↩️ Undo Anna, Bench press, set 1]
    dana< …
    dana> (edits 1 back) Elbows out
    dana< ✏️ Changing that message changes nothing here…
    `,
  )
  expect(verdicts(world)[0]).toMatchObject({ state: 'waiting', comment: null })
})
