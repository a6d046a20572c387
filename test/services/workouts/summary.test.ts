import { describe, expect, test } from 'vitest'
import { summaryOf } from '../../../src/services/workouts/summary.ts'
import { summaryView } from '../../../src/views/workout/summary.ts'
import { readable } from '../../support/transcript.ts'
import { plainText, textsIn } from '../../../src/texts/texts.ts'
import { anna, dana } from '../people/practice.ts'
import { gym, hold, lift } from './gym.ts'

const home = gym()
const summary = (id: number) => home.as(anna, (turn) => summaryOf(turn, id))
const words = async (id: number, language: 'en' | 'he', units: 'kg' | 'lb') =>
  readable(plainText(summaryView({ t: textsIn(language), units }, await summary(id)).html)).split('\n')

describe('the summary of a workout', () => {
  test('of the first has nothing to be compared with', async () => {
    const id = await home.train([lift(8, 80), lift(8, 80), lift(7, 80)], [lift(9), lift(7)], [hold(45)])
    expect(await summary(id)).toMatchObject({
      name: 'Day A',
      date: '2026-11-24',
      state: 'finished',
      spentMs: 6 * 60_000,
      sets: 6,
      volume: 23 * 80,
      done: 3,
      leftOut: [],
      records: [],
      before: null,
    })
    expect(await words(id, 'en', 'kg')).toEqual([
      '🎉 Day A is done.',
      'Tue 24 Nov · 6 min · 6 sets, 1,840 kg',
      '3 exercises',
      textsIn('en')('workout:workoutHard'),
    ])
  })

  test('tells records of every kind, and the last time beside it', async () => {
    await home.train([lift(8, 80), lift(8, 80)], [lift(9)], [hold(45)])
    home.pass(48)
    const id = await home.train([lift(9, 80), lift(6, 85)], [lift(10)], null)
    const { records, before, state, leftOut } = await summary(id)
    expect(records).toEqual([
      {
        name: 'Bench press',
        beaten: [
          { kind: 'heaviest', value: 85, before: 80 },
          { kind: 'oneRepMax', value: 104, before: expect.closeTo(101.33) as number },
          { kind: 'repsAt', weight: 80, value: 9, before: 8 },
        ],
      },
      { name: 'Pull-up', beaten: [{ kind: 'reps', value: 10, before: 9 }] },
    ])
    expect({ before, state, leftOut }).toEqual({
      before: { date: '2026-11-24', volume: 1280 },
      state: 'left',
      leftOut: ['Plank'],
    })
    expect(await words(id, 'en', 'kg')).toEqual([
      '🏁 Day A ends here.',
      'Thu 26 Nov · 3 min · 3 sets, 1,230 kg',
      '2 exercises; left out: Plank',
      '50 kg less than last time, Tue 24 Nov.',
      '🏆 Records',
      'Bench press: heaviest 85 kg (before: 80 kg) · estimated 1RM 104 kg (before: 101.3 kg) · 9 reps at 80 kg (before: 8)',
      'Pull-up: 10 reps (before: 9)',
      textsIn('en')('workout:workoutHard'),
    ])
  })

  test('reads in pounds and in Hebrew', async () => {
    await home.train([lift(8, 80)], null, null)
    home.pass(48)
    const id = await home.train([lift(8, 81.6466)], null, null)
    expect(await words(id, 'en', 'lb')).toContain(
      'Bench press: heaviest 180 lb (before: 176.4 lb) · estimated 1RM 228 lb (before: 223.4 lb) · volume 1,440 lb (before: 1,411 lb)',
    )
    expect(await words(id, 'he', 'kg')).toEqual([
      '🏁 Day A מסתיים כאן.',
      'יום ה׳, 26 בנוב׳ · דקה אחת · סט אחד, 653 ק״ג',
      'תרגיל אחד; לא בוצעו: Pull-up, Plank',
      '13 ק״ג יותר מבפעם הקודמת, יום ג׳, 24 בנוב׳.',
      '🏆 שיאים',
      'Bench press: הכי כבד, 81.6 ק״ג (קודם: 80 ק״ג) · 1RM משוער 103.4 ק״ג (קודם: 101.3 ק״ג) · נפח 653 ק״ג (קודם: 640 ק״ג)',
      textsIn('he')('workout:workoutHard'),
    ])
  })

  test('does not say that nothing changed beside a record of repetitions', async () => {
    await home.train([lift(8, 80)], [lift(6)], null)
    home.pass(48)
    const same = await home.train([lift(8, 80)], [lift(6)], null)
    expect(await words(same, 'he', 'kg')).toContain('אותו נפח כמו בפעם הקודמת, יום ג׳, 24 בנוב׳.')
    home.pass(48)
    const better = await words(await home.train([lift(8, 80)], [lift(8)], null), 'he', 'kg')
    expect(better).toContain('Pull-up: 8 חזרות (קודם: 6)')
    expect(better.join()).not.toContain('כמו בפעם הקודמת')
  })

  test('counts what other programs logged, whatever form their moments have', async () => {
    const [planned] = home.rows('select id from workout_exercises where exercise_id = ?', home.bench)
    home.writeByOthers({
      workout_exercise_id: planned?.['id'],
      completed_at: '2026-11-23T08:00:00Z',
      actual_sets: 3,
      actual_reps: '8',
      weight_used: 90,
    })
    // Later than the workout: no record of before it.
    home.writeByOthers({
      exercise_id: home.bench,
      completed_at: '2026-11-24T20:00:00Z',
      actual_reps: '5,5',
      weight_used: 120,
    })
    const id = await home.train([lift(8, 92.5)], null, null)
    const { records, before } = await summary(id)
    expect(records[0]?.beaten.map(({ kind, before: best }) => [kind, Math.round(best)])).toEqual([
      ['heaviest', 90],
      ['oneRepMax', 114],
    ])
    expect(before).toEqual({ date: '2026-11-23', volume: 24 * 90 })
  })

  test('finds the same day in the version of the plan that was edited', async () => {
    await home.train([lift(8, 80)], null, null)
    const file = home.db.outsider()
    const { lastInsertRowid: plan } = file
      .prepare('insert into workout_plans (name, client_id, previous_id) values (?, ?, ?)')
      .run('Push 2', home.anna, home.plan)
    home.day = Number(
      file.prepare('insert into workout_sessions (workout_plan_id, name) values (?, ?)').run(plan, 'Day A')
        .lastInsertRowid,
    )
    file
      .prepare(
        'insert into workout_exercises (workout_session_id, exercise_id, sets, reps) values (?, ?, 3, ?)',
      )
      .run(home.day, home.bench, '8')
    home.pass(24)
    const id = await home.train([lift(8, 80)])
    expect((await summary(id)).before).toEqual({ date: '2026-11-24', volume: 640 })
  })

  test('is for the client who trained', async () => {
    const id = await home.train([lift(8, 80)], null, null)
    await expect(home.as(dana, (turn) => summaryOf(turn, id))).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(summary(id + 1)).rejects.toMatchObject({ code: 'notThere' })
  })
})
