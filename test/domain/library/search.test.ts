import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../../src/domain/enums.ts'
import { libraryExercises } from '../../../src/domain/library/exercises/index.ts'
import { buildExerciseIndex, type ExerciseEntry, foldName } from '../../../src/domain/library/search.ts'
import { typedNames, unknownNames, unsureNames } from './typedNames.ts'

const library: ExerciseEntry[] = libraryExercises.map((exercise) => ({
  id: exercise.slug,
  muscleGroup: exercise.muscleGroup,
  equipment: exercise.equipment,
  names: languages.flatMap((language) =>
    [exercise[language].name, ...exercise[language].aliases].map((name) => ({ language, name })),
  ),
}))
const index = buildExerciseIndex(library)

const own = (id: number, name: string): ExerciseEntry => ({
  id,
  muscleGroup: 'other',
  equipment: null,
  names: [{ language: 'en', name }],
  own: true,
})

describe('names as typed', () => {
  test.each(typedNames)('%s is %s', (typed, slug) => {
    const { sure, candidates } = index.match(typed)
    expect([candidates[0]?.entry.id, sure]).toEqual([slug, true])
  })

  test.each(unsureNames)('%s is asked about, %s first', (typed, slug) => {
    const { exact, sure, candidates } = index.match(typed)
    expect([candidates[0]?.entry.id, exact, sure]).toEqual([slug, null, false])
  })

  test.each(unknownNames)('%s is unknown', (typed) => {
    const { exact, sure } = index.match(typed)
    expect([exact, sure]).toEqual([null, false])
  })
})

test('every name and alias finds its own exercise, in any case, order and punctuation', () => {
  for (const entry of library)
    for (const { name } of entry.names) {
      for (const typed of [name, name.toUpperCase(), ` ${name.replaceAll(' ', '-')}. `]) {
        const { exact, sure, candidates } = index.match(typed, { limit: 1 })
        expect([typed, exact?.id, sure, candidates[0]?.score]).toEqual([typed, entry.id, true, 1])
      }
    }
})

test('the words of a name in another order are the name', () => {
  expect(index.match('press bench').exact?.id).toBe('bench-press')
  expect(index.match('curl, hammer (DB)').exact?.id).toBe('hammer-curl')
  expect(index.match('raise lateral cable').exact?.id).toBe('cable-lateral-raise')
})

test('candidates are as many as asked for, all different, best first', () => {
  for (const [typed] of typedNames) {
    const { candidates } = index.match(typed, { limit: 8 })
    expect(candidates.length).toBeLessThanOrEqual(8)
    expect(new Set(candidates.map(({ entry }) => entry.id)).size).toBe(candidates.length)
    for (const { score } of candidates) expect(score > 0 && score <= 1).toBe(true)
  }
  expect(index.match('press', { limit: 2 }).candidates).toHaveLength(2)
  expect(index.match('press').candidates).toHaveLength(5)
})

test("a trainer's own exercise goes before the library's of the same name", () => {
  const both = buildExerciseIndex([...library, own(7, 'Bench press'), own(8, 'Dragon crawl')])
  expect(both.match('bench press').exact?.id).toBe(7)
  expect(both.match('BP').exact?.id).toBe(7)
  expect(both.match('barbell bench press').exact?.id).toBe('bench-press')
  const misspelt = both.match('dragon crwal')
  expect([misspelt.exact, misspelt.sure, misspelt.candidates[0]?.entry.id]).toEqual([null, true, 8])
})

test('a name longer than any of the library is still found', () => {
  const long = `Walk ${'and turn around '.repeat(12)}twice`
  expect(buildExerciseIndex([...library, own(9, long)]).match(long).exact?.id).toBe(9)
})

test('what is equally near to two is not sure', () => {
  const two = buildExerciseIndex([own(1, 'Drag press'), own(2, 'Drop press')])
  expect(two.match('drap press')).toMatchObject({ exact: null, sure: false, candidates: [{}, {}] })
})

test('an empty library, empty text and a name of signs find nothing', () => {
  const nothing = { exact: null, sure: false, candidates: [] }
  expect(buildExerciseIndex([]).match('squat')).toEqual(nothing)
  expect(buildExerciseIndex([own(1, '!?')]).match('!?')).toEqual(nothing)
  for (const typed of ['', '   ', '—', '"…"']) expect(index.match(typed)).toEqual(nothing)
})

test('nothing that is typed throws, and what is sure has a candidate', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(...Array.from('benchprsqt אבגדל-/\'"')) }),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const { exact, sure, candidates } = index.match(text)
      expect(exact === null || candidates[0]?.entry === exact).toBe(true)
      expect(!sure || candidates.length > 0).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('two letters swapped within a long word are forgiven', () => {
  const longWords = libraryExercises
    .map(({ slug, en }) => ({ slug, words: en.name.split(' ') }))
    .filter(({ words }) => words.some((word) => /^[A-Za-z]{7,}$/.test(word)))
  fc.assert(
    fc.property(fc.constantFrom(...longWords), fc.nat({ max: 3 }), ({ slug, words }, at) => {
      const long = words.findIndex((word) => /^[A-Za-z]{7,}$/.test(word))
      const word = words[long]!
      const swapped = word.slice(0, 1 + at) + word[2 + at]! + word[1 + at]! + word.slice(3 + at)
      const found = index.match(words.with(long, swapped).join(' '), { limit: 3 })
      expect(found.candidates.map(({ entry }) => entry.id)).toContain(slug)
    }),
  )
})

describe('folded names', () => {
  test.each([
    ['DB Bench-Press', 'dumbbell bench press'],
    ['Dumbbell bench presses', 'dumbbell bench press'],
    ['Pull-ups', 'pullup'],
    ['PULL UP', 'pullup'],
    ['Press w/ the KB', 'press kettlebell'],
    ["Farmer's walks", 'farmer walk'],
    ['farmer’s walk', 'farmer walk'],
    ['Calves', 'calf'],
    ['Cable flyes', 'cable fly'],
    ['One-arm row', 'single arm row'],
    ['RDL', 'romanian deadlift'],
    ['E-Z bar curl', 'ez curl'],
    ['Smith machine squat', 'smith squat'],
    ['Curlé', 'curle'],
    ['לְחִיצַת חָזֶה', 'לחיצת חזה'],
    ['לחיצת חזה עם משקולות', 'לחיצת חזה משקולות'],
    ['לחיצת חזה ב-משקולות', 'לחיצת חזה משקולות'],
    ['דד־ליפט', 'דדליפט'],
    ['סקווט', 'סקוט'],
    ["לאנג'ים", 'לאנג'],
    ['!!', ''],
  ])('%s → %s', (name, folded) => {
    expect(foldName(name)).toBe(folded)
  })
})

test('asking is quick', { retry: 3 }, () => {
  const many = buildExerciseIndex([
    ...library,
    ...Array.from({ length: 62 }, (_, at) => own(at, `My own lift ${at}`)),
  ])
  const asked = typedNames.slice(-60).map(([typed]) => {
    const start = performance.now()
    many.match(typed)
    return performance.now() - start
  })
  const median = asked.sort((a, b) => a - b)[asked.length >> 1]!
  expect(median).toBeLessThan(5)
})
