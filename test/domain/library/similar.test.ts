import { expect, test } from 'vitest'
import { libraryExercises } from '../../../src/domain/library/exercises/index.ts'
import { similarExercises, type Swappable } from '../../../src/domain/library/search.ts'

const library: readonly Swappable[] = libraryExercises
const own: Swappable = { slug: null, muscleGroup: 'chest', equipment: 'cable' }
const slugs = (found: readonly Swappable[]): (string | null)[] => found.map(({ slug }) => slug)

test('the same movement with other equipment comes first', () => {
  const found = similarExercises('bench-press', library)
  expect(found).toHaveLength(5)
  for (const { slug } of found) {
    const similar = libraryExercises.find((exercise) => exercise.slug === slug)
    expect(similar?.pattern).toBe('horizontal_push')
    expect(similar?.equipment).not.toBe('barbell')
  }
  expect(slugs(found)).toContain('dumbbell-bench-press')
  expect(slugs(similarExercises('lat-pulldown', library))).toContain('pull-up')
  expect(slugs(similarExercises('back-squat', library))).toContain('goblet-squat')
})

test('a lone movement is swapped for a near one', () => {
  expect(slugs(similarExercises('kettlebell-swing', library))).toContain('romanian-deadlift')
  expect(slugs(similarExercises('upright-row', library))).toContain('lateral-raise')
})

test('only what there is equipment for is offered', () => {
  const found = similarExercises('bench-press', library, { equipment: ['bodyweight'], limit: 3 })
  expect(found).toHaveLength(3)
  expect(found.every(({ equipment }) => equipment === 'bodyweight')).toBe(true)
  expect(similarExercises('bench-press', library, { equipment: [] })).toEqual([])
})

test("a trainer's own is swapped by muscle group, both ways", () => {
  const all = [...library, own]
  const found = similarExercises(own, all)
  expect(found).toHaveLength(5)
  expect(found.every(({ muscleGroup }) => muscleGroup === 'chest')).toBe(true)
  expect(found).not.toContain(own)
  expect(similarExercises('bench-press', all, { limit: 100 })).toContain(own)
})

test('an exercise that nobody knows has none', () => {
  expect(similarExercises('nothing-like-it', library)).toEqual([])
  expect(similarExercises(own, [own])).toEqual([])
})

test.each(libraryExercises)('$slug has something like it, never itself', ({ slug }) => {
  const found = slugs(similarExercises(slug, library))
  expect(found.length).toBeGreaterThanOrEqual(3)
  expect(found).not.toContain(slug)
})
