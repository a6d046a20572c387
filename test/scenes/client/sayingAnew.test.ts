import { expect, test } from 'vitest'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function annaTrains(): Promise<World> {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await givePlan(world, anna, 'Bench\n\nMonday – Upper\nBench press 5x8 60kg')
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
  `)
  expect(went).toBe(wrote)
  return world
}

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

const setsText = `select group_concat(printf('%gx%g', reps, weight) || iif(rpe is null, '', printf('@%g', rpe)), ' '
  order by set_number) as said from set_logs`

/** `8x60 8x60@9` */
const sets = (world: World) => world.ask(setsText)[0]?.['said']

test('a reply to an own message corrects what it names, and takes nothing away', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> 8x60; 8x60; 8x60
    anna< Logged: Bench press, set 1: 8 reps × 60 kg; set 2: 8 reps × 60 kg; set 3: 8 reps × 60 kg…
    anna> (replies to 8x60; 8x60; 8x60) rpe 9
    anna< Corrected: Bench press, set 3: 8 reps × 60 kg · RPE 9…
    anna> (replies to 8x60; 8x60; 8x60) 3: 7x60
    anna< Corrected: Bench press, set 3: 7 reps × 60 kg · RPE 9…
    anna> (replies to 8x60; 8x60; 8x60) 6x60; 5x60
    anna< Corrected: Bench press, set 1: 6 reps × 60 kg; set 2: 5 reps × 60 kg…
    anna> (replies to 8x60; 8x60; 8x60) 4,4,4
    anna< Corrected: Bench press, set 1: 4 reps × 60 kg; set 2: 4 reps × 60 kg; set 3: 4 reps × 60 kg · RPE 9…
    anna> (replies to 8x60; 8x60; 8x60) 4x10x40
    anna< That message tells of fewer sets, so nothing was changed. Send new ones as a message of their own.…
    anna> (replies to 8x60; 8x60; 8x60) 9: 7x60
    anna< There is no set 9 to correct here.…
    anna> (edits 1 back) 2: 7x60
    anna< Corrected: Bench press, set 2: 7 reps × 60 kg…
    anna> (replies to card) 6x62.5; 5x62.5
    anna< Corrected: Bench press, set 2: 6 reps × 62.5 kg; set 3: 5 reps × 62.5 kg · RPE 9…
  `,
  )
  expect(sets(world)).toBe('4x60 6x62.5 5x62.5@9')
})

test('an edited message restates its sets, and what it takes away is named', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> 10,10,8
    anna< Logged: Bench press, set 1: 10 reps × 60 kg; set 2: 10 reps × 60 kg; set 3: 8 reps × 60 kg…
    anna> (edits 1 back) rpe 8
    anna< Corrected: Bench press, set 3: 8 reps × 60 kg · RPE 8
      🏋️ Upper · 1 of 1…
    anna> (edits 1 back) 1: 9x60
    anna< Corrected: Bench press, set 1: 9 reps × 60 kg
      🏋️ Upper · 1 of 1…
    anna> (edits 1 back) 10,7,7
    anna< Corrected: Bench press, set 1: 10 reps × 60 kg; set 2: 7 reps × 60 kg; set 3: 7 reps × 60 kg · RPE 8…
    anna> (edits 1 back) 3x10x40
    anna< Corrected: Bench press, set 1: 10 reps × 40 kg; set 2: 10 reps × 40 kg; set 3: 10 reps × 40 kg · RPE 8
      🏋️ Upper · 1 of 1…
    anna> (edits 1 back) 10x42.5
    anna< Corrected: Bench press, set 1: 10 reps × 42.5 kg
      Taken away: Bench press, set 2: 10 reps × 40 kg; set 3: 10 reps × 40 kg · RPE 8
      🏋️ Upper · 1 of 1…
    anna> (edits 1 back) 1: 10x42.5; 2: 9x42.5
    anna< Corrected: Bench press, set 1: 10 reps × 42.5 kg
      Logged: Bench press, set 2: 9 reps × 42.5 kg
      🏋️ Upper · 1 of 1…
  `,
  )
  expect(sets(world)).toBe('10x42.5 9x42.5')
  expect(world.ask('select actual_sets, actual_reps from exercise_completions')).toEqual([
    { actual_sets: 2, actual_reps: '10,9' },
  ])
})

test('what was corrected later still belongs to the message that logged it: nothing doubles', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> 8x60; 8x60; 8x60
    anna< …
    anna> 2: 8x62.5
    anna< Corrected: Bench press, set 2: 8 reps × 62.5 kg…
    anna> (edits 2 back) 8x60; 8x60; 7x60
    anna< Corrected: Bench press, set 1: 8 reps × 60 kg; set 2: 8 reps × 60 kg; set 3: 7 reps × 60 kg…
    anna> (edits 1 back) 2: 8x65
    anna< Corrected: Bench press, set 2: 8 reps × 65 kg…
  `,
  )
  expect(sets(world)).toBe('8x60 8x65 7x60')
  const other = await annaTrains()
  await goes(
    other,
    `
    anna> 8x60
    anna< …
    anna> (replies to card) 7x60
    anna< Corrected: Bench press, set 1: 7 reps × 60 kg…
    anna> (edits 2 back) 8x65
    anna< Corrected: Bench press, set 1: 8 reps × 65 kg…
    anna> (edits 1 back) 6x65
    anna< Corrected: Bench press, set 1: 6 reps × 65 kg…
  `,
  )
  expect(sets(other)).toBe('6x65')
})

test('a correcting message that is edited corrects anew; what it does not name any more is as before', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> 8x60; 8x60; 8x60
    anna< …
    anna> 2: 8x70
    anna< …
    anna> (edits 1 back) 3: 8x70
    anna< Corrected: Bench press, set 3: 8 reps × 70 kg
      As before: Bench press, set 2: 8 reps × 60 kg
      🏋️ Upper · 1 of 1…
    anna> (edits 1 back) 7x70
    anna< Corrected: Bench press, set 3: 7 reps × 70 kg
      🏋️ Upper · 1 of 1…
    anna> (replies to card) rpe 9
    anna< Corrected: Bench press, set 3: 7 reps × 70 kg · RPE 9…
    anna> (edits 2 back) 2: 7x70
    anna< Corrected: Bench press, set 2: 7 reps × 70 kg
      🏋️ Upper · 1 of 1…
    anna> (edits 1 back) rpe 8
    anna< Corrected: Bench press, set 3: 7 reps × 70 kg · RPE 8…
    anna> (edits 1 back) no idea
    anna< I could not read the changed message as a set, so what it logged stays as it is.…
    anna> (replies to no idea) 6x70
    anna< Corrected: Bench press, set 3: 6 reps × 70 kg · RPE 8…
  `,
  )
  expect(sets(world)).toBe('8x60 7x70 6x70@8')
})

test('what was said of a tapped set is edited as well', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> [✅ 8 × 60 kg]
    anna< (toast) Bench press, set 1: 8 × 60 kg
    anna< …
    anna> (replies to card) 7x60
    anna< Corrected: Bench press, set 1: 7 reps × 60 kg…
    anna> (edits 1 back) 6x60
    anna< Corrected: Bench press, set 1: 6 reps × 60 kg…
  `,
  )
  expect(sets(world)).toBe('6x60')
  expect(world.ask('select source, message_id from set_logs')).toEqual([{ source: 'tap', message_id: null }])
})

test('a number typed elsewhere and edited logs nothing', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> /settings
    anna< …
    anna> [Height]
    anna< …
    anna> 175
    anna< …
    anna> (edits 1 back) 178
    anna> /today
    anna< …
    anna> [▶️ Back into the workout]
    anna< …
    anna> 8x60
    anna< …
    anna> [⋯ More]
    anna< …
    anna> [📝 Note]
    anna< …
    anna> 90
    anna< …
    anna> (edits 1 back) 95
  `,
  )
  expect(sets(world)).toBe('8x60')
  expect(world.ask('select notes from exercise_completions')).toEqual([{ notes: '90' }])
})

test('only the message that was not read may log by an edit, whatever was typed since', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> 8x6O
    anna< I could not read that as a set.…
    anna> 7x60
    anna< Logged: Bench press, set 1: 7 reps × 60 kg…
    — restart —
    anna> (edits 2 back) 8x60
    anna< Logged: Bench press, set 2: 8 reps × 60 kg…
    anna> [↩️ Undo]
    anna< (toast) Taken back: Bench press, set 2.
    anna< …
    anna> (edits 2 back) 9x60
    anna> (replies to card) oops
    anna< I could not read that as a set.…
    anna> (edits 1 back) 6x60
    anna< Corrected: Bench press, set 1: 6 reps × 60 kg…
  `,
  )
  expect(sets(world)).toBe('6x60')
})

const finishing = `
    anna> [⋯ More]
    anna< …
    anna> [🏁 Finish the workout]
    anna< …
    anna> [🏁 Yes, finish]
    anna< …`

test('after the end an edit corrects, takes away only what it says, and does not add', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> 8x60; 8x60
    anna< …${finishing}
    anna> (edits 1 back) 8x60; 7x60; 6x60
    anna< Corrected: Bench press, set 1: 8 reps × 60 kg; set 2: 7 reps × 60 kg
      That workout is over, so the new set was not added. To add it, go back into the workout and send it there.
      …
    anna> (edits 1 back) rpe 8
    anna< Corrected: Bench press, set 2: 7 reps × 60 kg · RPE 8
      …
    anna> [Done]
    anna< …
    anna> (edits 1 back) 4x9x60
    anna< Corrected: Bench press, set 1: 9 reps × 60 kg; set 2: 9 reps × 60 kg · RPE 8
      That workout is over, so the 2 new sets were not added. To add them, go back into the workout and send them there.
      …
    anna> [↩️ Back into the workout]
    anna< …
    anna> (edits 1 back) 9x60; 9x60; 6x60
    anna< Corrected: Bench press, set 1: 9 reps × 60 kg; set 2: 9 reps × 60 kg · RPE 8
      Logged: Bench press, set 3: 6 reps × 60 kg
      …
  `,
  )
  expect(sets(world)).toBe('9x60 9x60@8 6x60')
})

test('what was corrected since is not read the other way round together with the rest of its message', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> 20x22; 20x22
    anna< Logged: Bench press, set 1: 20 reps × 22 kg; set 2: 20 reps × 22 kg…
    anna> 1: 12x20kg
    anna< Corrected: Bench press, set 1: 12 reps × 20 kg…
    anna> (stale) [🔃 I meant 22 × 20 kg]
    anna< (toast) Corrected: Bench press, set 2: 22 reps × 20 kg
    anna< …
  `,
  )
  expect(sets(world)).toBe('12x20 22x20')
})
