import type { SpotterContext } from '../../bot/context.ts'
import type { Scene } from '../../bot/scene.ts'
import type { View } from '../../views/view.ts'
import type { SceneDeps } from '../deps.ts'

export function clientScenes(_: SceneDeps): Scene[] {
  return []
}

export async function clientHome(ctx: SpotterContext): Promise<View> {
  return { html: ctx.t('notUnderstood'), buttons: [] }
}
