import { goTo, step } from '../../../bot/scene.ts'
import { authorizeClient } from '../../../services/access.ts'
import { dayOf } from '../../../services/plans/clientDay.ts'
import { readCurrentPlan } from '../../../services/plans/edit.ts'
import { endPlan } from '../../../services/plans/end.ts'
import { storedDays } from '../../../views/plans/days.ts'
import { askEnd, planCard } from '../../../views/plans/planCard.ts'
import { picked, yesOrNo } from '../../people/answers.ts'
import { beginEdit } from '../assign/text.ts'
import { Plan } from './state.ts'

/** A plan of a client's. */
export const plan = step({
  state: Plan,
  show: async (ctx, state) => {
    const client = await authorizeClient(ctx.turn, state.client)
    const stored = await readCurrentPlan(ctx.turn, client, state.plan)
    const today = dayOf(ctx.turn, client)
    return planCard(
      { t: ctx.t, units: ctx.turn.actor.units },
      { client: client.name, plan: stored, days: storedDays(stored.days), today, page: state.page },
    )
  },
  on: (ctx, input, state) => {
    const value = picked(input)
    if (value === 'back') return goTo(ctx, 'clients', 'one', { client: state.client })
    if (value === 'edit') return beginEdit(ctx, state.client, state.plan)
    if (value === 'end') return goTo(ctx, 'clients', 'end', state)
    const page = /^p(\d{1,9})$/.exec(value ?? '')?.[1]
    return page === undefined
      ? 'pass'
      : goTo(ctx, 'clients', 'plan', { ...state, page: Math.max(1, Number(page)) })
  },
})

/** Asks before a plan is ended. */
export const end = step({
  state: Plan,
  show: async (ctx, state) => {
    const client = await authorizeClient(ctx.turn, state.client)
    return askEnd(ctx.t, await readCurrentPlan(ctx.turn, client, state.plan), dayOf(ctx.turn, client))
  },
  on: async (ctx, input, state) => {
    const isSure = picked(input) === 'back' ? false : yesOrNo(input)
    if (isSure === undefined) return 'pass'
    if (!isSure) return goTo(ctx, 'clients', 'plan', state)
    const client = await authorizeClient(ctx.turn, state.client)
    const { name } = await endPlan(ctx.turn, client, state.plan)
    ctx.toast(ctx.t('plans:ended', { name }))
    return goTo(ctx, 'clients', 'one', { client: state.client })
  },
})
