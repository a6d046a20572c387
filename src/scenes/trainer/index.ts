import type { SpotterContext } from '../../bot/context.ts'
import type { Scene } from '../../bot/scene.ts'
import type { View } from '../../views/view.ts'
import { exercises } from './exercises.ts'

export function trainerScenes(): Scene[] {
  return [exercises]
}

export async function trainerHome(ctx: SpotterContext): Promise<View> {
  return { html: ctx.t('notUnderstood'), buttons: [] }
}
