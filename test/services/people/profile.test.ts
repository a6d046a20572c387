import { expect, test } from 'vitest'
import { listPeople, readPerson, setActive } from '../../../src/services/people/directory.ts'
import { inviteClients } from '../../../src/services/people/invites.ts'
import { openInvite } from '../../../src/services/people/invitation.ts'
import { acceptInvite } from '../../../src/services/people/joining.ts'
import * as profile from '../../../src/services/people/profile.ts'
import { saveTimeZone } from '../../../src/services/people/zones.ts'
import { ensureAdminRecord } from '../../../src/services/people/accounts.ts'
import { admin, anna, dana, practice } from './practice.ts'

const p = practice()

async function annaJoins() {
  const [invite] = await p.as(dana, (turn) => inviteClients(turn, []))
  await p.as(anna, async (turn) => {
    const invitation = await openInvite(turn, invite!.token)
    await acceptInvite(turn, anna, invitation!.id)
  })
}

test('answers are stored where the schema wants them, and read back', async () => {
  await annaJoins()
  await p.as(anna, async (turn) => {
    await profile.saveName(turn, '  Anna <b>C</b> ')
    await profile.saveLanguage(turn, 'he')
    await saveTimeZone(turn, 'Europe/London')
    await profile.saveUnits(turn, 'lb')
    await profile.saveClientDetails(turn, { height: 168.5 })
    await profile.saveClientDetails(turn, { targetWeight: 62, fitnessGoals: 'Pull-ups' })
    await profile.saveClientDetails(turn, { medicalConditions: ' ', dietaryRestrictions: 'Vegan' })
    expect(turn.actor).toMatchObject({ language: 'he', units: 'lb', timeZone: 'Europe/London' })
  })
  expect(await p.as(anna, profile.readProfile)).toEqual({
    role: 'client',
    name: 'Anna <b>C</b>',
    username: 'anna_c',
    language: 'he',
    timeZone: 'Europe/London',
    homeZone: null,
    units: 'lb',
    client: {
      height: 168.5,
      targetWeight: 62,
      fitnessGoals: 'Pull-ups',
      medicalConditions: null,
      dietaryRestrictions: 'Vegan',
    },
  })
  expect(p.rows('select consented_at, trainer_id from client_profiles')).toEqual([
    { consented_at: '2026-11-24 12:00:00.000000', trainer_id: p.trainers.dana },
  ])
})

test('a trainer has a profile of their own', async () => {
  await p.as(dana, (turn) =>
    profile.saveTrainerDetails(turn, { specialization: 'Strength', yearsOfExperience: 9 }),
  )
  expect((await p.as(dana, profile.readProfile)).trainer).toEqual({
    specialization: 'Strength',
    bio: null,
    yearsOfExperience: 9,
    certification: null,
  })
  await expect(p.as(dana, (turn) => profile.saveClientDetails(turn, { height: 170 }))).rejects.toMatchObject({
    code: 'notAllowed',
  })
})

test('names and answers that are empty or too long are declined', async () => {
  for (const name of ['', '\u200b', 'x'.repeat(4096)])
    await expect(p.as(dana, (turn) => profile.saveName(turn, name))).rejects.toMatchObject({
      code: 'nameUnclear',
    })
  await expect(
    p.as(dana, (turn) => profile.saveTrainerDetails(turn, { bio: 'x'.repeat(4096) })),
  ).rejects.toMatchObject({ code: 'answerTooLong' })
  await expect(p.as(dana, (turn) => saveTimeZone(turn, 'Mars/Base'))).rejects.toThrow(RangeError)
})

test('the directory is for admins, in pages, and nobody locks themselves out', async () => {
  await annaJoins()
  await p.as(admin, (turn) => ensureAdminRecord(turn, admin))
  const { people, page, pages } = await p.as(admin, (turn) => listPeople(turn, 99))
  expect({ page, pages, names: people.map(({ name }) => name) }).toEqual({
    page: 1,
    pages: 1,
    names: ['Dana', 'Yossi', 'Anna', 'Office'],
  })
  const client = people.find(({ name }) => name === 'Anna')!
  expect(client).toMatchObject({ trainerName: 'Dana', hasJoined: true, isActive: true })
  await p.as(admin, (turn) => setActive(turn, client.userId, false))
  await p.as(anna, async (turn) => expect(turn.actor.isActive).toBe(false))
  await expect(p.as(anna, profile.readProfile)).rejects.toMatchObject({ code: 'notAllowed' })
  await p.as(admin, (turn) => setActive(turn, client.userId, true))

  const self = people.find(({ name }) => name === 'Office')!
  await expect(p.as(admin, (turn) => setActive(turn, self.userId, false))).rejects.toMatchObject({
    code: 'notYourself',
  })
  await expect(p.as(admin, (turn) => setActive(turn, 12345, false))).rejects.toMatchObject({
    code: 'notThere',
  })
  for (const who of [dana, anna])
    await expect(p.as(who, (turn) => readPerson(turn, client.userId))).rejects.toMatchObject({
      code: 'notAllowed',
    })
})
