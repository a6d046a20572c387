import { expect, test } from 'vitest'
import { owe } from '../../../src/services/deliveries.ts'
import { inUnit } from '../../../src/services/unit.ts'
import { upperLower } from '../client/plansOfAnna.ts'
import { encodeAction } from '../../../src/views/callbackData.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'

const kept = (world: World) =>
  world.ask('select type, message, is_read, in_reply_to_id from notifications order by id')

test('what cannot be placed goes to the trainer, and the reply comes back', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    anna> Is <b>squatting</b> fine with a cold?
    anna< I could not place that. Is it for your trainer? /help shows what I can do.
      Today, Mon 23 Nov…
    anna> (twice) [💬 Send to my trainer]
    anna< (toast) Sent to Dana.
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< …
    dana< 💬 Anna writes
      Is <b>squatting</b> fine with a cold?  [↩️ Answer] [Open Anna]
    dana> (replies to Anna writes) Light sets only.
    dana< ↩️ Your answer went to Anna.
    dana< …
    anna< 💬 Dana writes
      Light sets only.
      Is <b>squatting</b> fine with a cold?  [↩️ Answer]
    anna> [↩️ Answer]
    anna< Your answer to Dana
      Send it as a message.
      Light sets only.  [Cancel]
    anna> 3x5
    anna< Sent to Dana.…
    dana< 💬 Anna writes
      3x5
      Light sets only.  [↩️ Answer] [Open Anna]
  `)
  expect(went).toBe(wrote)
  expect(kept(world)).toEqual([
    { type: 'message', message: 'Is <b>squatting</b> fine with a cold?', is_read: 1, in_reply_to_id: null },
    { type: 'reply', message: 'Light sets only.', is_read: 1, in_reply_to_id: 1 },
    { type: 'reply', message: '3x5', is_read: 0, in_reply_to_id: 2 },
  ])
})

test('in a workout it is offered too, and the workout goes on; an edited message is sent as it reads now', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await givePlan(world, anna, upperLower, { trainer: dana })
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
    anna> my shoulder hurst
    anna< …
    anna> (edits 1 back) my shoulder hurts
    anna> [💬 Send to my trainer]
    anna< (toast) Sent to Dana.
    anna< …
    dana< 💬 Anna writes
      my shoulder hurts…
    anna> [✅ 8 × 80 kg]
    anna< (toast) Bench press, set 1: 8 × 80 kg
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(world.rows('set_logs')).toHaveLength(1)
})

test('the trainer’s reply is taken wherever they stand, and they go on there; they write first as well', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    anna> /message May I swap Friday?
    anna< Sent to Dana.…
    dana< 💬 Anna writes
      May I swap Friday?…
    dana> /assign
    dana< …
    dana> (replies to May I swap) Sure
    dana< ↩️ Your answer went to Anna.
    dana< A plan for Anna…
    anna< 💬 Dana writes
      Sure…
    anna> (replies to Sure) Thanks
    anna< Sent to Dana.…
    dana< 💬 Anna writes
      Thanks…
    dana> [Open Anna]
    dana< Anna…
    dana> [💬 Write]
    dana< What shall Anna read?
      Send it as a message.  [Cancel]
    dana> How was it?
    dana< Sent to Anna.
      Anna…
    anna< 💬 Dana writes
      How was it?  [↩️ Answer]
    anna> /message
    anna< What shall Dana read?
      Send it as a message.  [Cancel]
    anna> [Cancel]
    anna< (toast) Cancelled.
    anna< …
  `)
  expect(went).toBe(wrote)
})

test('letters of others, of clients who left, and forged ones are not there', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  await world.client('Carl', { trainer: await world.trainer('Gil') })
  await world.client('Free', {})
  const { went, wrote } = await world.play(`
    anna> /message Hello
    anna< …
    dana< 💬 Anna writes
      Hello…
    free> /message Hello
    free< You have no trainer here yet, so there is nobody to send it to.…
    free> qwerty
    free< I could not place that. /help shows what I can do.…
  `)
  expect(went).toBe(wrote)
  const answers: (string | undefined)[] = []
  for (const name of ['gil', 'carl', 'anna', 'free']) {
    const { phone } = world.member(name)
    phone.say('/help')
    await world.settle()
    const tap = phone.tapRaw(encodeAction({ name: 'answerLetter', letter: 1 }), phone.last().id)
    answers.push((await tap.answered()).text)
  }
  expect(new Set(answers)).toEqual(new Set(['That is not there (any more).']))
  await world.orm.em.getConnection().execute(`update users set trainer_id = null where username = 'anna'`)
  const parted = await world.play(`
    dana> [↩️ Answer]
    dana< (alert) That is not there (any more).
    dana< …
    free< …
  `)
  expect(parted.went).toBe(parted.wrote)
  expect(kept(world)).toHaveLength(1)
})

test('a reply goes by the message in one’s own chat, whatever has that number in another', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  await world.client('Carl', { trainer: await world.trainer('Gil') })
  await world.play(`
    anna> /message From Anna
    carl> /message From Carl
  `)
  const { phone } = world.member('gil')
  const { id } = phone.chat().find(hasLetter)!
  // Telegram numbers every private chat by itself.
  await world.orm.em.getConnection().execute(`update deliveries set message_id = ${id} where kind = 'letter'`)
  const { went, wrote } = await world.play(`
    gil> (replies to From Carl) For Carl
    gil< ↩️ Your answer went to Carl.
    gil< …
    carl< 💬 Gil writes
      For Carl…
  `)
  expect(went).toBe(wrote)
})

test('a reply beside another client’s card is told apart from that card', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  await world.client('Anna', { trainer: dana })
  await world.client('Tom', { trainer: dana })
  const { went, wrote } = await world.play(`
    tom> /message Hello
    tom< …
    dana< 💬 Tom writes…
    dana> [Open Tom]
    dana< Tom…
    anna> /message May I swap Friday?
    anna< …
    dana< 💬 Anna writes…
    dana> (replies to May I swap) Sure
    dana< ↩️ Your answer went to Anna.
    dana< Tom…
    anna< 💬 Dana writes
      Sure…
    dana> [💬 Write]
    dana< What shall Tom read?…
    dana> (replies to May I swap) Saturday
    dana< ↩️ Your answer went to Anna.
    dana< What shall Tom read?…
    anna< 💬 Dana writes
      Saturday…
    dana> Hello Tom
    dana< Sent to Tom.
      Tom…
    tom< 💬 Dana writes
      Hello Tom  [↩️ Answer]
  `)
  expect(went).toBe(wrote)
})

test('a letter arrives whole or is refused with the limit, and so is its answer', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const dana = world.member('dana')
  const letter = (name: string, length: number) =>
    `${name} ${'ab '.repeat(length)}`.slice(0, length - 1) + '!'
  anna.phone.say(`/message ${letter('Q', 3499)}`)
  await world.settle()
  await world.advance('2s')
  expect(dana.phone.last().text).toContain(letter('Q', 3499))
  dana.phone.say(letter('A', 3499), { replyTo: dana.phone.last().id })
  await world.settle()
  await world.advance('2s')
  const answered = anna.phone.last()
  expect(answered.text).toContain(letter('A', 3499))
  expect(answered.text).toContain('Q ab ab')
  for (const [sender, reader, say] of [
    [anna, dana, (text: string) => anna.phone.say(`/message ${text}`)],
    [dana, anna, (text: string) => dana.phone.say(text, { replyTo: dana.phone.chat().find(hasLetter)!.id })],
    [anna, dana, (text: string) => anna.phone.say(text, { replyTo: answered.id })],
  ] as const) {
    const before = reader.phone.chat().length
    say(letter('B', 3500))
    await world.settle()
    await world.advance('2s')
    expect(sender.phone.last().text).toMatch(/please keep it under .?3500.? characters/)
    expect(reader.phone.chat()).toHaveLength(before)
  }
})

const hasLetter = ({ text }: { text: string }): boolean => text.includes('writes')

test('who is switched off or has blocked the bot gets no letters, and the writer hears so', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  const change = (sql: string) => world.orm.em.getConnection().execute(sql)
  await world.play(`
    anna> /message Hello
    anna< …
    dana< …
    dana> (replies to Hello) Hi
    dana< …
    anna< …
  `)
  const away = `cannot be reached here at the moment, so nothing was sent.`
  await change(`update users set is_active = 0 where id = ${dana.userId}`)
  const inactive = await world.play(`
    anna> /message Are you there?
    anna< Dana ${away}…
    anna> /message
    anna< Dana ${away}…
    anna> (replies to Hi) And now?
    anna< Dana ${away}…
    anna> Strange feeling in the knee
    anna< I could not place that. Is it for your trainer?…
    anna> [💬 Send to my trainer]
    anna< (alert) Dana ${away}
    anna< …
  `)
  expect(inactive.went).toBe(inactive.wrote)
  await change(`update users set is_active = 1 where id = ${dana.userId}`)
  const blocked = await world.play(`
    anna> (blocks)
    dana> (replies to Hello) Well?
    dana< Anna ${away}…
    dana> [Open Anna]
    dana< …
    dana> [💬 Write]
    dana< (alert) Anna ${away}
    anna> (unblocks)
    dana> [💬 Write]
    dana< What shall Anna read?…
  `)
  expect(blocked.went).toBe(blocked.wrote)
  await change(`update users set is_active = 0 where id = ${anna.userId}`)
  const off = await world.play(`
    dana> Too late
    dana< Anna ${away}…
  `)
  expect(off.went).toBe(off.wrote)
  expect(kept(world)).toHaveLength(2)
  expect(world.rows('deliveries', `kind = 'letter' and state != 'sent'`)).toEqual([])
})

test('in Hebrew', async () => {
  const world = await makeWorld()
  await world.client('Anna', { language: 'he', trainer: await world.trainer('Dana', { language: 'he' }) })
  const { went, wrote } = await world.play(`
    anna> אפשר לדלג על ריצה?
    anna< לא הבנתי למה הכוונה. זה בשביל המאמן או המאמנת? ‎/help מראה מה אני יודע לעשות.…
    anna> [💬 לשלוח למאמן/ת]
    anna< (toast) נשלח אל Dana.
    anna< …
    dana< 💬 הודעה מאת Anna
      אפשר לדלג על ריצה?  [↩️ תשובה] [לכרטיס של Anna]
    dana> (replies to אפשר לדלג) כן
    dana< ↩️ התשובה נשלחה אל Anna.
    dana< …
    anna< 💬 הודעה מאת Dana
      כן
      אפשר לדלג על ריצה?  [↩️ תשובה]
  `)
  expect(went).toBe(wrote)
})

test('a reply to news of a client goes to that client, whoever is about to be written to', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await world.client('Tom', { trainer: dana })
  await inUnit(world.orm, 'test.joined', (unit) =>
    owe(
      unit,
      {
        key: 'joined:test',
        kind: 'joined',
        recipientId: dana.userId!,
        payload: { userId: anna.userId },
        dueAt: world.clock.now(),
        expiresAt: new Date(world.clock.ms + 3_600_000),
        valuable: true,
      },
      world.clock.now(),
    ),
  )
  const { went, wrote } = await world.play(`
    — 20s later —
    dana< …
    dana> /clients Tom
    dana< …
    dana> [💬 Write]
    dana< …
    dana> (replies to Anna) Welcome!
    dana< ↩️ Your answer went to Anna.
    dana< …
    anna< 💬 Dana writes
      Welcome!…
    tom< (nothing)
  `)
  expect(went).toBe(wrote)
})
