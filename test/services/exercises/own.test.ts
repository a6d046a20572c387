import { describe, expect, test } from 'vitest'
import { addOwnExercise } from '../../../src/services/exercises/own.ts'
import { dana, practice, yossi } from '../people/practice.ts'

const home = practice()

describe('an exercise of a coach', () => {
  test('is theirs, with a name search can compare', async () => {
    const id = await home.as(dana, (turn) =>
      addOwnExercise(turn, { name: '  Dana’s  Sled drag ', muscleGroup: 'legs', equipment: 'other' }),
    )
    expect(
      home.rows(
        'select name, muscle_group, equipment_needed, created_by, created_at, slug from exercises where id = ?',
        id,
      ),
    ).toEqual([
      {
        name: 'Dana’s Sled drag',
        muscle_group: 'legs',
        equipment_needed: 'other',
        created_by: home.trainers.dana,
        created_at: '2026-11-24 12:00:00.000000',
        slug: null,
      },
    ])
    expect(
      home.rows('select language, name, is_primary from exercise_names where exercise_id = ?', id),
    ).toEqual([{ language: 'en', name: 'Dana’s Sled drag', is_primary: 1 }])
  })

  test('is not added twice under names that are read alike; another coach has their own', async () => {
    const add = (name: string) => (turn: Parameters<typeof addOwnExercise>[0]) =>
      addOwnExercise(turn, { name, muscleGroup: 'legs' })
    const first = await home.as(dana, add('Sled Drags'))
    expect(await home.as(dana, add('sled drag'))).toBe(first)
    expect(await home.as(yossi, add('sled drag'))).not.toBe(first)
  })

  test('one written by another program, without names of ours, is known as well', async () => {
    const { lastInsertRowid: foreign } = home.db
      .outsider()
      .prepare('insert into exercises (name, muscle_group, created_by) values (?, ?, ?)')
      .run('Tyre flip', 'full_body', home.trainers.dana)
    const id = await home.as(dana, (turn) =>
      addOwnExercise(turn, { name: 'tyre flips', muscleGroup: 'other' }),
    )
    expect(id).toBe(Number(foreign))
  })

  test('needs a name with a letter, of a sensible length', async () => {
    for (const name of ['', '🏋️', 'x'.repeat(101)])
      await expect(
        home.as(dana, (turn) => addOwnExercise(turn, { name, muscleGroup: 'legs' })),
      ).rejects.toMatchObject({ code: 'exerciseNameUnclear' })
  })
})
