import { back } from './back.ts'
import { chest } from './chest.ts'
import { shoulders } from './shoulders.ts'
import type { LibraryExercise } from './exercise.ts'

/** The exercises the bot comes with, by muscle group. */
export const libraryExercises: readonly LibraryExercise[] = [...chest, ...back, ...shoulders]
