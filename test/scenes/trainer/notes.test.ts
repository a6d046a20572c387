import { expect, test } from 'vitest'
import { type World, makeWorld } from '../../support/world.ts'

async function plays(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

test('a coach keeps notes on a client, newest first, and deletes one', async () => {
  const world = await makeWorld({ at: '2026-11-23T12:00:00Z' })
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  await plays(
    world,
    `
    dana> /clients anna
    dana< …
    dana> [📝 Notes]
    dana< 📝 Your notes on Anna
      Only you read them. Send a message to add one.
      There are none yet.  [‹ Back]
    dana> Left knee <again>
    dana< Noted.
      📝 Your notes on Anna
      Only you read them. Send a message to add one.
      Mon 23 Nov Left knee <again>  [Mon 23 Nov · Left knee <again>] [‹ Back]
    dana> Prefers
      mornings
    dana< …
    dana> [‹ Back]
    dana< Anna
      No plan at the moment.
      Your note: Mon 23 Nov: Prefers
      mornings…
    dana> [📝 Notes]
    dana< …
      Mon 23 Nov Prefers
      mornings
      Mon 23 Nov Left knee <again>…
    dana> [Mon 23 Nov · Left knee <again>]
    dana< 📝 Anna · Mon 23 Nov
      Left knee <again>  [🗑 Delete] [‹ Back]
    dana> (twice) [🗑 Delete]
    dana< (toast) The note is deleted.
    dana< (toast) That button is out of date. Here is how things stand now.
    dana< 📝 Your notes on Anna
      Only you read them. Send a message to add one.
      Mon 23 Nov Prefers
      mornings…
    `,
  )
  expect(world.ask('select text from client_notes')).toEqual([{ text: 'Prefers\nmornings' }])
})

test('many notes come in pages, and one that is too long is not kept', async () => {
  const world = await makeWorld({ at: '2026-11-23T12:00:00Z' })
  await world.client('Anna', { trainer: await world.trainer('Dana', { language: 'he' }) })
  await plays(
    world,
    `
    dana> /clients anna
    dana< …
    dana> [📝 פתקים]
    dana< 📝 הפתקים שלך: Anna
      אף אחד אחר לא קורא אותם. כדי להוסיף, פשוט שולחים הודעה.
      עדיין אין פתקים.
    `,
  )
  for (let number = 1; number <= 6; number++) await plays(world, `dana> note ${number}\ndana< …`)
  await plays(
    world,
    `
    dana> ${'x'.repeat(3001)}
    dana< …
    dana> [‹]
    dana< …
      2 מתוך 2  [יום ב׳, 23 בנוב׳ · note 1] [›]
    `,
  )
  expect(world.rows('client_notes')).toHaveLength(6)
})

test('notes are of one coach: the next one does not see them, and forged ids lead nowhere', async () => {
  const world = await makeWorld({ at: '2026-11-23T12:00:00Z' })
  const dana = await world.trainer('Dana')
  const tom = await world.trainer('Tom')
  const anna = await world.client('Anna', { trainer: dana })
  await world.client('Ben', { trainer: dana })
  await plays(
    world,
    `
    dana> /clients anna
    dana< …
    dana> [📝 Notes]
    dana< …
    dana> secret
    dana< …
    dana> /clients ben
    dana< …
    dana> [📝 Notes]
    dana< 📝 Your notes on Ben
      Only you read them. Send a message to add one.
      There are none yet.
    `,
  )
  const forge = async (name: string, data: string) => {
    const { phone } = world.member(name)
    const { text } = await phone.tapRaw(data, phone.last().id).answered()
    await world.idle()
    return text
  }
  // Of another client of one's own.
  expect(await forge('dana', 'pick:clientNotes.list:n1')).toBe('That is not there (any more).')
  await world.orm.em
    .getConnection()
    .execute('update users set trainer_id = ? where id = ?', [tom.userId, anna.userId])
  await plays(
    world,
    `
    tom> /clients anna
    tom< Anna
      No plan at the moment.
      Units: kg…
    tom> [📝 Notes]
    tom< 📝 Your notes on Anna
      Only you read them. Send a message to add one.
      There are none yet.
    `,
  )
  expect(await forge('tom', 'pick:clientNotes.list:n1')).toBe('That is not there (any more).')
  expect(world.rows('client_notes')).toMatchObject([{ text: 'secret', trainer_id: dana.userId }])
})
