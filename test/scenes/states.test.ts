import { expect, test } from 'vitest'
import { makeRegistry } from '../../src/scenes/index.ts'
import { keptStates } from '../support/states.ts'
import { makeWorld } from '../support/world.ts'

const registry = makeRegistry({ botUsername: 'spotter_test_bot' })

test.each(keptStates())(
  '$release: $scene.$step is read, or brought up to date',
  ({ scene, step, version, state }) => {
    const known = registry.scenes.find(({ name }) => name === scene)
    const data = JSON.parse(state) as unknown
    const now = known && version < known.version ? known.upgrade?.(version, step, data) : { step, data }
    expect(now && known?.steps[now.step]?.state.safeParse(now.data)).toMatchObject({ success: true })
  },
)

test.each([
  ['of a scene that is gone', 'bygone', 'step', '{}'],
  ['of a step that is gone', 'workout', 'bygone', '{}'],
  ['of another shape', 'workout', 'more', '{"item":"seven"}'],
])('a state %s ends politely', async (_, scene, step, state) => {
  const world = await makeWorld()
  const anna = await world.client('Anna')
  await world.orm.em
    .getConnection()
    .execute('update conversations set scene = ?, step = ?, state = ?, version = 1 where telegram_id = ?', [
      scene,
      step,
      state,
      anna.phone.id,
    ])
  const { went, wrote } = await world.play(`
    anna> hello
    anna< I lost the place in our conversation, sorry. Let us start from here.…
  `)
  expect(went).toBe(wrote)
})
