import { z } from 'zod'
import { goTo, step } from '../../../bot/scene.ts'
import { type MuscleGroup, muscleGroups } from '../../../domain/enums.ts'
import { addOwnExercise } from '../../../services/exercises/own.ts'
import { muscleWord } from '../../../views/exercises/words.ts'
import { askMuscle } from '../../../views/plans/asking.ts'
import { chosen, picked } from '../../people/answers.ts'
import { take } from './going.ts'
import { answer } from './questions.ts'
import { AskingState } from './state.ts'

const hebrew = /[\u0590-\u05ff]/

/** The muscle group of an exercise that becomes the coach's own; the name with this key stands for it. */
export const muscle = step({
  state: AskingState.extend({ key: z.string(), name: z.string() }),
  show: (ctx, { name }) => askMuscle(ctx.t, name),
  on: async (ctx, input, state) => {
    const { key, name, ...asking } = state
    if (picked(input) === 'back') return goTo(ctx, 'assign', 'unknown', asking)
    const labels = Object.fromEntries(muscleGroups.map((group) => [group, muscleWord(ctx.t, group)]))
    const muscleGroup = chosen(input, labels as Record<MuscleGroup, string>)
    if (!muscleGroup) return take(ctx, input, state)
    const language = hebrew.test(name) ? 'he' : 'en'
    const id = await addOwnExercise(ctx.turn, { name, muscleGroup, language })
    ctx.toast(ctx.t('plans:addedExercise', { name }))
    return answer(ctx, asking, key, id)
  },
})
