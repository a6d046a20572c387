import type { DoneSet, Walk, WalkItem } from '../../../src/domain/workout/walk.ts'

/** An item as a plan made it: 3 × 6-8 × 80 kg, 90 s rest, unless said. */
export function item(position: number, more: Partial<WalkItem> = {}): WalkItem {
  return {
    id: position + 100,
    position,
    exerciseId: position + 1,
    swappedFromId: null,
    workoutExerciseId: position + 500,
    name: `Lift ${position}`,
    videoUrl: null,
    cue: null,
    muscleGroup: 'chest',
    equipment: 'barbell',
    stepKg: null,
    superset: null,
    sets: 3,
    reps: '6-8',
    weight: 80,
    loadText: null,
    rpe: null,
    rest: 90,
    notes: null,
    status: 'open',
    nextReps: null,
    nextWeight: null,
    completionId: null,
    difficulty: null,
    comment: null,
    form: null,
    done: [],
    ...more,
  }
}

export function done(number: number, more: Partial<DoneSet> = {}): DoneSet {
  return {
    id: number,
    number,
    reps: 8,
    seconds: null,
    weight: 80,
    typedWeight: null,
    typedUnit: null,
    rpe: null,
    notes: null,
    ...more,
  }
}

export function walkOf(...items: WalkItem[]): Walk {
  return {
    id: 1,
    name: 'Upper',
    sessionId: 1,
    localDate: '2026-11-23',
    startedAt: new Date('2026-11-23T07:30:00Z'),
    position: 0,
    items,
    rest: null,
  }
}
