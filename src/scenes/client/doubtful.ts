import { z } from 'zod'
import { step } from '../../bot/scene.ts'
import { logMeant, readingsOf } from '../../services/workouts/doubtful.ts'
import { askHowMany } from '../../views/workout/doubtful.ts'
import { picked } from '../people/answers.ts'
import { readerOf, showCard } from './showing.ts'
import { sayWhatCame } from './saying.ts'

/** Numbers that tell of several sets, or of one: nothing is logged before that is answered. */
export const doubtfulStep = step({
  state: z.object({ item: z.int(), text: z.string(), messageId: z.int() }),
  show: async (ctx, words) =>
    askHowMany(readerOf(ctx), { text: words.text, ...(await readingsOf(ctx.turn, words)) }),
  on: async (ctx, input, words) => {
    const value = picked(input)
    if (value === 'back') return showCard(ctx)
    if (value !== 'several' && value !== 'one') return 'pass'
    const said = await logMeant(ctx.turn, words, value)
    ctx.conversation.unread = null
    return sayWhatCame(ctx, said)
  },
})
