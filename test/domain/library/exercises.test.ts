import { expect, test } from 'vitest'
import { languages, muscleGroups } from '../../../src/domain/enums.ts'
import { equipmentKinds, measures, movementPatterns } from '../../../src/domain/library/exercises/exercise.ts'
import { libraryExercises } from '../../../src/domain/library/exercises/index.ts'
import { foldName } from '../../../src/domain/library/foldName.ts'

const hebrew = /[֐-׿]/

test('there are about as many as a gym needs, in every muscle group', () => {
  expect(libraryExercises.length).toBeGreaterThanOrEqual(150)
  const groups = new Set(libraryExercises.map(({ muscleGroup }) => muscleGroup))
  expect([...groups].sort()).toEqual([...muscleGroups].sort())
})

test('slugs are unique and plain', () => {
  const slugs = libraryExercises.map(({ slug }) => slug)
  expect(slugs.filter((slug, at) => slugs.indexOf(slug) !== at)).toEqual([])
  expect(slugs.filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 100)).toEqual([])
})

test.each(languages)('no two names are the same to search, nor does one stand twice (%s)', (language) => {
  const owners = new Map<string, string>()
  const clashes: string[] = []
  for (const exercise of libraryExercises)
    for (const name of [exercise[language].name, ...exercise[language].aliases]) {
      const folded = foldName(name)
      const owner = owners.get(folded)
      if (owner !== undefined) clashes.push(`${name}: ${owner}, ${exercise.slug}`)
      owners.set(folded, exercise.slug)
    }
  expect(clashes).toEqual([])
})

test.each(libraryExercises)('$slug is complete in both languages', (exercise) => {
  expect(muscleGroups).toContain(exercise.muscleGroup)
  expect(equipmentKinds).toContain(exercise.equipment)
  expect(movementPatterns).toContain(exercise.pattern)
  expect(measures).toContain(exercise.measure)
  expect(exercise.stepKg).toBeGreaterThan(0)
  expect(exercise.stepKg).toBeLessThanOrEqual(10)
  for (const { name, aliases, cue } of [exercise.en, exercise.he]) {
    expect(name.length).toBeLessThanOrEqual(40)
    expect(aliases.length).toBeGreaterThan(0)
    for (const alias of aliases) expect(foldName(alias)).not.toBe('')
    expect(cue).toMatch(/^[^.]{10,119}\.$/)
  }
  expect(exercise.en.name).not.toMatch(hebrew)
  expect(exercise.en.cue).not.toMatch(hebrew)
  expect(exercise.he.name).toMatch(hebrew)
  expect(exercise.he.cue).toMatch(hebrew)
})

test('every pattern is used', () => {
  const used = new Set(libraryExercises.map(({ pattern }) => pattern))
  expect(movementPatterns.filter((pattern) => !used.has(pattern))).toEqual([])
})
