import type { SpotterContext } from '../bot/context.ts'
import { Registry } from '../bot/registry.ts'
import type { RefusalCode } from '../domain/refusals.ts'
import type { Refusal } from '../services/errors.ts'
import type { View } from '../views/view.ts'
import { clientHome, clientScenes } from './client/index.ts'
import type { SceneDeps } from './deps.ts'
import type { SayAgain } from './people/notices.ts'
import { peopleScenes, strangerHome } from './people/index.ts'
import { trainerHome, trainerScenes } from './trainer/index.ts'

async function home(ctx: SpotterContext): Promise<View> {
  const { role } = ctx.turn.actor
  if (role === 'client') return clientHome(ctx)
  if (role === 'trainer' || role === 'admin') return trainerHome(ctx)
  return strangerHome(ctx)
}

export function makeRegistry(deps: SceneDeps): Registry {
  const sayAgain: SayAgain = (ctx, delivery) => registry.sayAgain(ctx, delivery)
  const registry: Registry = new Registry(
    [...clientScenes(), ...trainerScenes(), ...peopleScenes(deps, sayAgain)],
    home,
  )
  return registry
}

/** Which values a refusal's words take is known only where it was raised. */
type RefusalWords = (key: `refusals:${RefusalCode}`, values: Refusal['params']) => string

export function refusalText(ctx: SpotterContext, refusal: Refusal): string {
  const words = ctx.t as unknown as RefusalWords
  return words(`refusals:${refusal.code}`, refusal.params)
}
