import Database from 'better-sqlite3'
import { makeRegistry } from '../../src/scenes/index.ts'
import { givePlan } from '../support/plans.ts'
import { keptStates } from '../support/states.ts'
import { type Member, type World, makeWorld } from '../support/world.ts'
import { upperLower } from '../scenes/client/plansOfAnna.ts'

export const registry = makeRegistry({ botUsername: 'spotter_test_bot' })

/** The newest kept state of every step there is. */
export const places = registry.steps.map(({ scene, step }) => {
  const kept = keptStates().findLast((one) => one.scene === scene && one.step === step)
  return { scene, step, state: kept?.state ?? '{}', version: registry.versionOf(scene) }
})

/** Writes as somebody else's program would. */
export function write(world: World, sql: string, ...values: unknown[]): void {
  const file = new Database(world.path)
  file.prepare(sql).run(...values)
  file.close()
}

/** An admin, a trainer, her Hebrew client with a plan, and somebody who has not joined. */
export async function practice() {
  const world = await makeWorld({ admins: ['Office'] })
  const office = world.member('Office')
  office.phone.start()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana, language: 'he' })
  const stan = world.stranger('Stan')
  await givePlan(world, anna, upperLower, { trainer: dana })
  stan.phone.start()
  await world.idle()
  return { world, office, dana, anna, stan, all: [office, dana, anna, stan] }
}

const answersTo = (world: World, { phone }: Member, since: number) =>
  world.simulator.calls.filter(
    ({ seq, method, params }) => seq > since && method === 'sendMessage' && params['chat_id'] === phone.id,
  ).length

/** `scene.step`, or null. */
export const standsAt = (world: World, { phone }: Member) =>
  world.ask<{ at: string | null }>(
    `select scene || '.' || step as at from conversations where telegram_id = ?`,
    phone.id,
  )[0]?.at

const commands = ['/help', '/nonsense', '/cancel', '/start']

/**
 * Puts everybody into every step there is, lets them give a command each, and answers with what went wrong. With 4
 * rounds everybody gives every command everywhere.
 */
export async function commandsEverywhere(world: World, all: Member[], rounds: number): Promise<string[]> {
  const wrong: string[] = []
  for (const [index, { scene, step, state, version }] of places.entries())
    for (let round = 0; round < rounds; round++) {
      const here = `${scene}.${step}`
      for (const { phone } of all)
        write(
          world,
          'update conversations set scene = ?, step = ?, state = ?, version = ? where telegram_id = ?',
          scene,
          step,
          state,
          version,
          phone.id,
        )
      const since = world.simulator.calls.at(-1)?.seq ?? 0
      const given = all.map((member, at) => ({ member, command: commands[(index + at + round) % 4] ?? '' }))
      for (const { member, command } of given) member.phone.say(command)
      await world.idle()
      for (const { member, command } of given) {
        const who = `${member.name} ${command} at ${here}`
        if (answersTo(world, member, since) === 0) wrong.push(`${who}: no answer`)
        const at = standsAt(world, member)
        const leaves = command === '/cancel' || command === '/start'
        if (at !== null && (leaves || at !== here)) wrong.push(`${who}: stands at ${at}`)
      }
    }
  return wrong
}
