import type { SpotterContext } from '../bot/context.ts'
import { Registry } from '../bot/registry.ts'
import type { Refusal } from '../services/errors.ts'
import type { View } from '../views/view.ts'
import { clientHome, clientScenes } from './client/index.ts'
import type { SceneDeps } from './deps.ts'
import { peopleScenes, strangerHome } from './people/index.ts'
import { trainerHome, trainerScenes } from './trainer/index.ts'

async function home(ctx: SpotterContext): Promise<View> {
  const { role } = ctx.turn.actor
  if (role === 'client') return clientHome(ctx)
  if (role === 'trainer') return trainerHome(ctx)
  return strangerHome(ctx)
}

export function makeRegistry(deps: SceneDeps): Registry {
  return new Registry([...peopleScenes(deps), ...clientScenes(deps), ...trainerScenes(deps)], home)
}

export function refusalText(ctx: SpotterContext, refusal: Refusal): string {
  return ctx.t(`refusals:${refusal.code}`, refusal.params)
}
