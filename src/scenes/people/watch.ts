import { z } from 'zod'
import { type RenderPush, type Scene, scene } from '../../bot/scene.ts'
import { findingKinds } from '../../domain/watching.ts'
import { troubles } from '../../services/watching/telling.ts'
import * as views from '../../views/watch/news.ts'

const Findings = z.object({ findings: z.array(z.object({ kind: z.enum(findingKinds), count: z.int() })) })
const OfTrouble = z.object({ trouble: z.enum(troubles) })

// Whoever is no admin any more is told nothing.
const selfCheck: RenderPush = async ({ actor, t, payload }) =>
  actor.isAdmin ? views.selfCheckNews(t, Findings.parse(payload).findings) : undefined

const trouble: RenderPush = async ({ actor, t, payload }) =>
  actor.isAdmin ? views.troubleNews(t, OfTrouble.parse(payload).trouble) : undefined

/** What admins are told of the bot itself. */
export const watchNews: Scene = scene('watchNews', { steps: {}, pushes: { selfCheck, trouble } })
