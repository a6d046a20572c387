import type { SpotterContext } from '../../bot/context.ts'
import type { Scene } from '../../bot/scene.ts'
import type { View } from '../../views/view.ts'

export function clientScenes(): Scene[] {
  return []
}

export async function clientHome(ctx: SpotterContext): Promise<View> {
  return { html: ctx.t('notUnderstood'), buttons: [] }
}
