import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { muscleGroups } from '../../domain/enums.ts'
import { changeExercise, renameExercise, setAliases } from '../../services/exercises/change.ts'
import type { ExerciseField } from '../../views/exercises/card.ts'
import { equipmentLabels, muscleLabels } from '../../views/exercises/questions.ts'
import { chosen, picked, typed } from '../people/answers.ts'

/** Writes what was tapped or typed for a field; `unclear` for a text that is none of its choices. */
export async function saveField(
  ctx: SpotterContext,
  input: Input,
  exerciseId: number,
  field: ExerciseField,
): Promise<'saved' | 'unclear' | 'pass'> {
  const text = typed(input)
  if (field === 'group') {
    const muscleGroup = muscleGroups.find((one) => one === chosen(input, muscleLabels(ctx.t)))
    if (!muscleGroup) return text === undefined ? 'pass' : 'unclear'
    await changeExercise(ctx.turn, exerciseId, { muscleGroup })
    return 'saved'
  }
  const kind = field === 'equipment' ? chosen(input, equipmentLabels(ctx.t)) : undefined
  const value = picked(input) === 'clear' ? null : (kind ?? text)
  if (value === undefined) return 'pass'
  if (field === 'equipment') await changeExercise(ctx.turn, exerciseId, { equipment: value })
  else if (field === 'video') await changeExercise(ctx.turn, exerciseId, { videoUrl: value })
  else if (field === 'cue') await changeExercise(ctx.turn, exerciseId, { cue: value })
  else if (field === 'aliases') await setAliases(ctx.turn, exerciseId, value ?? '')
  else await renameExercise(ctx.turn, exerciseId, field, value ?? '')
  return 'saved'
}
