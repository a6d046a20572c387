import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { type Scene, goTo, leave, scene, step } from '../../bot/scene.ts'
import { listPeople, readPerson, setActive } from '../../services/people/directory.ts'
import * as views from '../../views/people/directory.ts'
import { picked, yesOrNo } from './answers.ts'
import { welcomeAdmin } from './front.ts'

const Person = z.object({ userId: z.int(), page: z.int().min(1) })

async function open(ctx: SpotterContext): Promise<void> {
  await welcomeAdmin(ctx)
  goTo(ctx, 'people', 'list', { page: 1 })
}

const list = step({
  state: z.object({ page: z.int().min(1) }),
  show: async (ctx, { page }) => views.peopleList(ctx.t, await listPeople(ctx.turn, page)),
  on: (ctx, input, { page }) => {
    const value = picked(input)
    if (value === 'done') return leave(ctx)
    const [, kind, number] = /^([up])(\d{1,9})$/.exec(value ?? '') ?? []
    if (kind === 'p') return goTo(ctx, 'people', 'list', { page: Math.max(1, Number(number)) })
    if (kind === 'u') return goTo(ctx, 'people', 'person', { userId: Number(number), page })
    return 'pass'
  },
})

const person = step({
  state: Person,
  show: async (ctx, { userId }) =>
    views.personCard(ctx.t, await readPerson(ctx.turn, userId), userId === ctx.turn.actor.userId),
  on: async (ctx, input, state) => {
    const value = picked(input)
    if (value === 'back') return goTo(ctx, 'people', 'list', { page: state.page })
    if (value === 'off') return goTo(ctx, 'people', 'confirm', state)
    if (value !== 'on') return 'pass'
    const { name } = await setActive(ctx.turn, state.userId, true)
    return ctx.toast(ctx.t('people:switchedOn', { name }))
  },
})

const confirm = step({
  state: Person,
  show: async (ctx, { userId }) => views.askSwitchOff(ctx.t, (await readPerson(ctx.turn, userId)).name),
  on: async (ctx, input, state) => {
    const isSure = picked(input) === 'back' ? false : yesOrNo(input)
    if (isSure === undefined) return 'pass'
    goTo(ctx, 'people', 'person', state)
    if (!isSure) return undefined
    const { name } = await setActive(ctx.turn, state.userId, false)
    return ctx.toast(ctx.t('people:switchedOff', { name }))
  },
})

/** Admins: everybody here, and the switch of their access. */
export const directory: Scene = scene('people', {
  steps: { list, person, confirm },
  commands: { people: { audience: ['admin'], listed: true, run: open } },
  taps: { openPeople: open },
})
