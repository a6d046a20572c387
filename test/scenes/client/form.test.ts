import { expect, test } from 'vitest'
import { givePlan } from '../../support/plans.ts'
import { onePixel } from '../../support/play.ts'
import { type World, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

async function gym({ language = 'en', alone = false }: { language?: 'en' | 'he'; alone?: boolean } = {}) {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: alone ? undefined : dana, language })
  await givePlan(world, anna, upperLower, alone ? {} : { trainer: dana })
  return { world, dana, anna }
}

async function plays(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

const begun = `
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …`

const shown = (world: World) =>
  world.ask(
    `select p.purpose, e.name, p.set_number, r.state from photos p left join reviews r on r.id = p.review_id
    left join exercises e on e.id = p.exercise_id order by p.id`,
  )

test('a clip in the middle of a workout goes with the set at hand to the trainer; the word on it comes back, and again before set 1', async () => {
  const { world } = await gym()
  await plays(
    world,
    `${begun}
    anna> (sends video) elbows?
    anna< 🎥 Bench press, set 1: your trainer looks at it and answers here.
      🏋️ Upper · 1 of 4…  [✅ 8 × 80 kg] [✏️ Another set] [🗑 Take it back]
    anna> [✅ 8 × 80 kg]
    anna< (toast) Bench press, set 1: 8 × 80 kg
    anna< …
    dana> /review
    dana< (video.mp4) 🏋️ Anna · Bench press, set 1 · Mon 23 Nov
      “elbows?”
      Planned: 2 × 6–8 × 80 kg
      Done: 8 × 80 kg  [✅] [⚠️] [❌] [⏳ Later] [✖️ Stop]
    dana> [⚠️]
    dana< (toast) ⚠️ Anna, Bench press
    dana< ⚠️ Anna · Bench press
      What shall they do about it? Tap, write, or send a voice or video message.  [Slower on the way down]
    dana> Elbows in
    dana< 🎉 Nothing waits.
      Last: ⚠️ Anna · Bench press, set 1: “Elbows in”  [⭐ Keep “Elbows in”] [↩️ Undo Anna, Bench press, set 1] [🗂 Phrases] [‹ Back]
    — 2m later —
    anna< 🔎 Dana looked at what you showed:
      ⚠️ Bench press, set 1, Mon 23 Nov
      💬 Elbows in  [🏋️ Today]
    — 40s later —
    anna< ⏱ The rest is over.…
    anna> [✅ 8 × 80 kg]
    anna< (toast) Bench press, set 2: 8 × 80 kg
    anna< 🏋️ Upper · 2 of 4
      A1 Barbell row…
    anna> [‹]
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Done: all 2 sets.
      💬 pause on the chest
      💬 Form check: ⚠️ Elbows in…
    anna> [⋯ More]
    anna< …
    anna> [🎥 Form check]
    anna< 🎥 Form check · Bench press
      Send a photo, a clip (20 MB at most) or a video note. Which set is it?
      Bench press, set 1: ⚠️ Elbows in  [Set 1] [● Set 2] [The lift as a whole] [‹ Back]
    `,
  )
  expect(world.rows('reviews')).toMatchObject([
    { state: 'done', verdict: 'adjust', comment: 'Elbows in', set_number: 1 },
  ])
  const [file] = world.ask<{ file_path: string }>(
    'select f.file_path from photos p join file_uploads f on f.id = p.file_id',
  )
  expect(world.rows('exercise_completions', 'actual_sets = 2')).toMatchObject([
    { form_photo_path: file?.file_path },
  ])
  await plays(
    world,
    `
    anna> /today
    anna< …
    anna> [🏁 Finish]
    anna< …
    anna> [🏁 Yes, finish]
    anna< …
    anna> [Done]
    anna< …
    anna> /history
    anna< …
    anna> [Mon 23 Nov · Upper]
    anna< Upper…
      🎥 one form photo or clip: ⚠️ Elbows in…
    anna> /today
    anna< …
    — Monday 07:30 —
    anna> [Another day’s workout]
    anna< …
    anna> [Upper · Mon 23 Nov]
    anna< …
    anna> [▶️ Start: Upper]
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Set 1 of 2 · 6–8 × 80 kg
      💬 pause on the chest
      💡 …
      💬 Last form check: ⚠️ Elbows in
      Last time…
    anna> [✅ All 2 left]
    anna< (toast) …
    anna< …
    anna> [‹]
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Done: all 2 sets.
      💬 pause on the chest
      ✅ 1 · 8 × 80 kg…
    `,
  )
})

test('a caption or the message answered says of which set it is; it can be moved, taken back, and not once it was seen', async () => {
  const { world } = await gym()
  await plays(
    world,
    `${begun}
    anna> (sends photo) set 2
    anna< 🎥 Bench press, set 2: your trainer looks at it and answers here.…
    anna> 8x82.5
    anna< …
    anna> 7x82.5
    anna< …
    anna> (stale) [✏️ Another set]
    anna< 🎥 Which lift is it?
      Tap, or send the name of an exercise.  [Bench press] [Barbell row] [Face pull] [Plank] [It is something else] [Cancel]
    anna> [Bench press]
    anna< 🎥 Bench press
      Which set is it?  [Set 1] [Set 2] [The lift as a whole] [‹ Back]
    anna> [Set 1]
    anna< 🎥 Bench press, set 1: your trainer looks at it and answers here.
      🏋️ Upper · 2 of 4…
    `,
  )
  expect(shown(world)).toEqual([{ purpose: 'form', name: 'Bench press', set_number: 1, state: 'waiting' }])
  expect(world.ask('select state, set_number from reviews order by id')).toEqual([
    { state: 'withdrawn', set_number: 2 },
    { state: 'waiting', set_number: 1 },
  ])
  await plays(
    world,
    `
    anna> [🗑 Take it back]
    anna< (toast) Taken back and deleted.
    anna< …
    anna> (stale) [🗑 Take it back]
    anna< (alert) That is not there (any more).
    anna> (sends photo)
    anna< 🎥 Bench press, set 2: your trainer looks at it and answers here.…  [Next: Barbell row, set 1]
    anna> [Next: Barbell row, set 1]
    anna< 🎥 Barbell row, set 1: your trainer looks at it and answers here.…
    dana> /review
    dana< (photo) 🏋️ Anna · Barbell row, set 1…
      Done: nothing logged yet…
    dana> [✅]
    dana< (toast) ✅ Anna, Barbell row
    dana< 🎉 Nothing waits.…
    anna> [🗑 Take it back]
    anna< (alert) Your trainer has looked at that already, so it stays as it is.
    anna< …
    `,
  )
  await world.idle()
  expect(world.rows('file_uploads')).toHaveLength(1)
  expect(world.rows('doomed_files')).toEqual([])
  expect(world.ask('select form_photo_path from exercise_completions')).toEqual([{ form_photo_path: null }])
})

test('outside a workout it is asked what it shows: a lift of the last workout, or any by its name', async () => {
  const { world } = await gym()
  await plays(
    world,
    `
    anna> (sends photo)
    anna< Today, Mon 23 Nov…
    anna< 📷 Kept, for you and your trainer. What is it?  [🎥 Form check …] [Just keep it] [🗑 Delete]
    anna> [🎥 Form check …]
    anna< 🎥 Which lift is it?
      Send the name of an exercise.  [Cancel]
    anna> zzz
    anna< I know no exercise like zzz.  [Cancel]
    anna> squat
    anna< 🎥 Back squat: your trainer looks at it and answers here.
      Today, Mon 23 Nov…
    dana> /review
    dana< (photo) 🏋️ Anna · Back squat · Mon 23 Nov
      Done: nothing logged yet  [✅]
    `,
  )
  expect(shown(world)).toMatchObject([{ purpose: 'form', set_number: null, state: 'waiting' }])
})

test('an album is one thing to look at; without a trainer it is kept for oneself', async () => {
  const { world, anna } = await gym({ alone: true })
  await plays(
    world,
    `${begun}
    anna> (sends 2 photos)
    anna< …
    — 2s later —
    anna< 🎥 Bench press, set 1: 2 kept for you.
      🏋️ Upper · 1 of 4…
    `,
  )
  expect(shown(world)).toEqual([
    { purpose: 'form', name: 'Bench press', set_number: 1, state: null },
    { purpose: 'form', name: 'Bench press', set_number: 1, state: null },
  ])
  expect(world.rows('photos')).toMatchObject([{ client_id: anna.userId }, { client_id: anna.userId }])
})

test('what was taken for form may be something else: it is asked anew, and waits for nobody', async () => {
  const { world } = await gym()
  await plays(
    world,
    `${begun}
    anna> (sends photo)
    anna< 🎥 Bench press, set 1: your trainer looks at it and answers here.…
    anna> [✏️ Another set]
    anna< 🎥 Which lift is it?…
    anna> [It is something else]
    anna< 🏋️ Upper · 1 of 4…
    anna< 📷 Kept, for you and your trainer. What is it?  [🎥 Form: Bench press, set 1] [🎥 Form check …] [Just keep it] [🗑 Delete]
    anna> [🎥 Form: Bench press, set 1]
    anna< 🎥 Bench press, set 1: your trainer looks at it and answers here.…
    `,
  )
  expect(shown(world)).toMatchObject([{ purpose: 'form', state: 'waiting' }])
  expect(world.ask('select state from reviews order by id')).toEqual([
    { state: 'withdrawn' },
    { state: 'waiting' },
  ])
})

test('a workout of which something was shown is kept without a set; once that was taken back it leaves no trace', async () => {
  const { world } = await gym()
  await plays(
    world,
    `${begun}
    anna> (sends photo)
    anna< …
    anna> [🗑 Take it back]
    anna< (toast) Taken back and deleted.
    anna< …
    anna> [⋯ More]
    anna< …
    anna> [🏁 Finish the workout]
    anna< …
    anna> [🏁 Yes, finish]
    anna< (toast) …
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
    anna> (sends photo)
    anna< …
    anna> /today
    anna< …
    anna> [🏁 Finish]
    anna< …
    anna> [🏁 Yes, finish]
    anna< …
    `,
  )
  expect(world.ask('select state from workouts')).toEqual([{ state: 'left' }])
  expect(world.ask('select state from reviews')).toEqual([{ state: 'waiting' }])
})

test('a photo that answers a logged set is of that set, wherever the client stands', async () => {
  const { world, anna } = await gym()
  await plays(
    world,
    `${begun}
    anna> 8x80
    anna< …
    anna> 7x80
    anna< …
    anna> /history
    anna< …
    `,
  )
  const said = anna.phone.chat().find(({ from, text }) => from === 'me' && text === '8x80')
  anna.phone.sendPhoto([onePixel], { replyTo: said?.id ?? 0 })
  await world.settle()
  expect(shown(world)).toEqual([{ purpose: 'form', name: 'Bench press', set_number: 1, state: 'waiting' }])
})

test('a video note, which carries no words, is followed by them; both go when the word was given', async () => {
  const { world, dana } = await gym()
  await plays(
    world,
    `${begun}
    anna> (sends video note)
    anna< 🎥 Bench press, set 1: your trainer looks at it and answers here.…
    dana> /review
    dana< (video_note)…
    dana< 🏋️ Anna · Bench press, set 1…  [✅]
    dana> [✅]
    dana< (toast) ✅ Anna, Bench press
    dana< 🎉 Nothing waits.…
    `,
  )
  expect(dana.phone.chat().filter(({ document }) => document !== undefined)).toEqual([])
})

test('while resting a photo is of the set just done, also of another lift; after the rest of the one at hand', async () => {
  const { world } = await gym({ language: 'he' })
  await plays(
    world,
    `
    anna> /today
    anna< …
    anna> [▶️ להתחיל: Upper]
    anna< …
    anna> 8x80; 8x80
    anna< …
    anna> (sends photo)
    anna< 🎥 לחיצת חזה, סט 2: נשלח למאמן או למאמנת, והתשובה תגיע לכאן.…  [הבא: חתירה במוט, סט 1]
    — 3m later —
    anna< …
    anna> (sends photo)
    anna< 🎥 חתירה במוט, סט 1: נשלח למאמן או למאמנת, והתשובה תגיע לכאן.…
    `,
  )
  expect(shown(world).map(({ set_number: set }) => set)).toEqual([2, 1])
})

test('in Hebrew', async () => {
  const { world } = await gym({ language: 'he' })
  await plays(
    world,
    `
    anna> /today
    anna< …
    anna> [▶️ להתחיל: Upper]
    anna< …
    anna> (sends photo) סט 2
    anna< 🎥 לחיצת חזה, סט 2: נשלח למאמן או למאמנת, והתשובה תגיע לכאן.…  [✏️ סט אחר] [🗑 לקחת בחזרה]
    anna> [⋯ עוד]
    anna< …
    anna> [🎥 בדיקת טכניקה]
    anna< 🎥 בדיקת טכניקה · לחיצת חזה
      אפשר לשלוח תמונה, סרטון (עד 20 מ״ב) או הודעת וידאו. איזה סט זה?
      לחיצת חזה, סט 2: ⏳ אצל המאמן או המאמנת  [● סט 1] [סט 2] [התרגיל כולו] [🗑 לחיצת חזה, סט 2]
    dana> /review
    dana< …
    dana> [❌]
    dana< (toast) ❌ Anna, Bench press
    dana< …
    dana> [Full range, please]
    dana< …
    — 3m later —
    anna< 🔎 ההערכה של Dana על מה ששלחת:
      ❌ לחיצת חזה, סט 2, יום ב׳, 23 בנוב׳
      💬 Full range, please  [🏋️ היום]
    `,
  )
})
