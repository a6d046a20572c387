import { type Scene, scene } from '../../../bot/scene.ts'
import { begin, client, takeLoosePlan } from './client.ts'
import { kind } from './kind.ts'
import { also } from './meals/also.ts'
import { over } from './meals/over.ts'
import { meals } from './meals/preview.ts'
import { mealText } from './meals/text.ts'
import { muscle } from './muscle.ts'
import { preview, where } from './preview.ts'
import { order, unknown } from './questions.ts'
import { text } from './text.ts'

/** `/assign`: from a client and a text to a plan or meals, or to their next version. */
export const assign: Scene = scene('assign', {
  steps: { client, text, order, unknown, muscle, preview, where, kind, meals, also, over, mealText },
  commands: { assign: { audience: ['trainer', 'admin'], listed: true, run: begin } },
  taps: { openAssign: (ctx) => begin(ctx, '') },
  anywhere: takeLoosePlan,
})
