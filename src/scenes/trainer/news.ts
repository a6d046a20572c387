import { z } from 'zod'
import { type RenderPush, type Scene, scene } from '../../bot/scene.ts'
import { type PlanChange, mapChange } from '../../domain/plan/comparePlans.ts'
import type { ToldExercise } from '../../services/plans/news.ts'
import { exerciseNames, readOwnPlan } from '../../services/plans/told.ts'
import * as views from '../../views/plans/news.ts'
import { nameHtml } from '../../views/plans/words.ts'

const Exercise: z.ZodType<ToldExercise> = z.object({
  exerciseId: z.int(),
  superset: z.string().nullable(),
  sets: z.number(),
  reps: z.string(),
  weightKg: z.number().nullable(),
  loadText: z.string().nullable(),
  rpe: z.number().nullable(),
  restSeconds: z.number().nullable(),
  note: z.string().nullable(),
})
const Day = z.object({ name: z.string(), dayOfWeek: z.number().nullable() })
const Change: z.ZodType<PlanChange<ToldExercise>> = z.union([
  z.object({ kind: z.literal('renamed'), before: z.string(), after: z.string() }),
  z.object({ kind: z.enum(['day-added', 'day-removed']), day: Day, exercises: z.array(Exercise) }),
  z.object({ kind: z.literal('day-changed'), before: Day, after: Day }),
  z.object({ kind: z.enum(['added', 'removed']), day: Day, exercise: Exercise }),
  z.object({ kind: z.literal('changed'), day: Day, before: Exercise, after: Exercise }),
  z.object({ kind: z.literal('reordered'), day: Day }),
  z.object({ kind: z.literal('days-reordered') }),
  z.object({ kind: z.literal('dates'), start: z.string(), end: z.string().nullable() }),
])

/** `today`: the client's local day on which it was made. */
const OfPlan = z.object({ plan: z.int(), today: z.string() })
const OfChange = OfPlan.extend({ changes: z.array(Change), more: z.int() })
const OfEnd = z.object({ trainer: z.string(), name: z.string(), lastDay: z.string().nullable() })

const plan: RenderPush = async ({ unit, actor, t, payload }) => {
  const { plan: id, today } = OfPlan.parse(payload)
  const stored = await readOwnPlan(unit, actor, id)
  if (!stored) return undefined
  return views.newPlanNews(t, { trainer: stored.trainerName, plan: stored, days: stored.days, today })
}

function exercisesOf(change: PlanChange<ToldExercise>): number[] {
  if ('exercise' in change) return [change.exercise.exerciseId]
  return change.kind === 'changed' ? [change.before.exerciseId, change.after.exerciseId] : []
}

const planChanged: RenderPush = async ({ unit, actor, t, payload }) => {
  const { plan: id, today, changes, more } = OfChange.parse(payload)
  const stored = await readOwnPlan(unit, actor, id)
  if (!stored) return undefined
  const names = await exerciseNames(unit.sql, changes.flatMap(exercisesOf), actor.language)
  const shown = changes.map((change) =>
    mapChange(change, (exercise) => ({ ...exercise, html: nameHtml(names.get(exercise.exerciseId) ?? '…') })),
  )
  const news = { trainer: stored.trainerName, plan: stored, changes: shown, more, today }
  return views.changedPlanNews({ t, units: actor.units }, news)
}

const planEnded: RenderPush = async ({ t, payload }) => views.endedPlanNews(t, OfEnd.parse(payload))

/** What clients are told of their plans. */
export const planNews: Scene = scene('planNews', { steps: {}, pushes: { plan, planChanged, planEnded } })
