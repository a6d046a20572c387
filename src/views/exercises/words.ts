import type { MuscleGroup } from '../../domain/enums.ts'
import { type Equipment, equipmentKinds } from '../../domain/library/exercises/exercise.ts'
import { type Texts, escapeHtml, isolate } from '../../texts/texts.ts'

const muscleKeys = {
  chest: 'exercises:muscle_chest',
  back: 'exercises:muscle_back',
  shoulders: 'exercises:muscle_shoulders',
  biceps: 'exercises:muscle_biceps',
  triceps: 'exercises:muscle_triceps',
  legs: 'exercises:muscle_legs',
  core: 'exercises:muscle_core',
  cardio: 'exercises:muscle_cardio',
  full_body: 'exercises:muscle_full_body',
  other: 'exercises:muscle_none',
} as const satisfies Record<MuscleGroup, `exercises:muscle_${string}`>

const equipmentKeys = {
  barbell: 'exercises:equipment_barbell',
  dumbbell: 'exercises:equipment_dumbbell',
  machine: 'exercises:equipment_machine',
  cable: 'exercises:equipment_cable',
  bodyweight: 'exercises:equipment_bodyweight',
  kettlebell: 'exercises:equipment_kettlebell',
  band: 'exercises:equipment_band',
  smith: 'exercises:equipment_smith',
  ez_bar: 'exercises:equipment_ez_bar',
  ball: 'exercises:equipment_ball',
  other: 'exercises:equipment_else',
} as const satisfies Record<Equipment, `exercises:equipment_${string}`>

/** A muscle group in the reader's words. */
export function muscleWord(t: Texts, group: MuscleGroup): string {
  return t(muscleKeys[group])
}

/** Equipment in the reader's words; what others wrote in their own stays as it is, made safe. */
export function equipmentWord(t: Texts, equipment: string): string {
  const kind = equipmentKinds.find((one) => one === equipment)
  return kind ? t(equipmentKeys[kind]) : isolate(escapeHtml(equipment))
}
