import { back } from './back.ts'
import { biceps } from './biceps.ts'
import { cardio } from './cardio.ts'
import { chest } from './chest.ts'
import { core } from './core.ts'
import { fullBody } from './fullBody.ts'
import { glutesAndCalves } from './glutesAndCalves.ts'
import { hamstrings } from './hamstrings.ts'
import { other } from './other.ts'
import { quads } from './quads.ts'
import { shoulders } from './shoulders.ts'
import { triceps } from './triceps.ts'
import type { LibraryExercise } from './exercise.ts'

/** The exercises the bot comes with, by muscle group. */
export const libraryExercises: readonly LibraryExercise[] = [
  ...chest,
  ...back,
  ...shoulders,
  ...biceps,
  ...triceps,
  ...quads,
  ...hamstrings,
  ...glutesAndCalves,
  ...core,
  ...cardio,
  ...fullBody,
  ...other,
]

export const libraryBySlug: ReadonlyMap<string, LibraryExercise> = new Map(
  libraryExercises.map((exercise) => [exercise.slug, exercise]),
)
