import type { ExerciseDraft, ProblemCode } from './types.ts'

const most = { sets: 20, reps: 200, seconds: 7200, kg: 600, rest: 3600, characters: 100 }

function repsProblem(reps: string, sets: number): ProblemCode | undefined {
  if (/^(?:AMRAP|0*[1-9][\d.]* (?:metres|km|miles)|0\.\d+ (?:km|miles))/.test(reps)) return undefined
  if (reps === '') return 'no-reps'
  if (/^\d+\/\d|k$/.test(reps)) return 'reps-unclear'
  const timed = /\ds(?:\/|$)/.test(reps)
  const numbers = reps.match(/\d+(?:\.\d+)?/g)?.map(Number) ?? []
  if (reps.includes(',') && numbers.length !== sets) return 'list-length'
  if (numbers.some((n) => !Number.isInteger(n) || n < 1 || n > (timed ? most.seconds : most.reps)))
    return 'reps-out-of-range'
  const [low = 0, high = low] = reps.includes('-') ? numbers : []
  return low > high ? 'range-upside-down' : undefined
}

/** What nobody would lift, rest or count, so that it is asked about and never stored. */
export function nonsenseIn({
  sets,
  reps,
  weightKg,
  loadText,
  rpe,
  restSeconds,
}: ExerciseDraft): ProblemCode | undefined {
  if (sets < 1 || sets > most.sets) return 'sets-out-of-range'
  if (reps.length > most.characters || (loadText ?? '').length > most.characters) return 'several-schemes'
  if (weightKg !== null && (weightKg <= 0 || weightKg > most.kg)) return 'load-out-of-range'
  if (rpe !== null && (rpe < 1 || rpe > 10)) return 'rpe-out-of-range'
  if (restSeconds !== null && (restSeconds < 0 || restSeconds > most.rest)) return 'rest-out-of-range'
  return repsProblem(reps, sets)
}
