/** The field's words, exactly as they are stored. */
export const userRoles = ['admin', 'trainer', 'client'] as const

export const muscleGroups = [
  'chest',
  'back',
  'shoulders',
  'biceps',
  'triceps',
  'legs',
  'core',
  'cardio',
  'full_body',
  'other',
] as const
export type MuscleGroup = (typeof muscleGroups)[number]

export const mealTypes = ['breakfast', 'lunch', 'dinner', 'snack', 'pre_workout', 'post_workout'] as const

export const mealStatuses = ['pending', 'completed', 'skipped'] as const

export const componentTypes = ['protein', 'carb', 'fat', 'vegetable', 'fruit', 'other'] as const
export type ComponentType = (typeof componentTypes)[number]

export const weightUnits = ['kg', 'lb'] as const
export type WeightUnit = (typeof weightUnits)[number]

export const languages = ['en', 'he'] as const
export type Language = (typeof languages)[number]

export const chatStates = ['reachable', 'blocked'] as const

export const workoutStates = ['running', 'finished', 'left'] as const
export type WorkoutState = (typeof workoutStates)[number]

export const workoutItemStatuses = ['open', 'done', 'skipped'] as const
export type WorkoutItemStatus = (typeof workoutItemStatuses)[number]

export const setSources = ['tap', 'typed'] as const
export type SetSource = (typeof setSources)[number]

export const inviteRoles = ['trainer', 'client'] as const

export const inboxSources = ['telegram', 'internal'] as const
export const inboxStatuses = ['waiting', 'done', 'failed'] as const

export const deliveryStates = [
  'due',
  'sending',
  'sent',
  'uncertain',
  'failed',
  'stale',
  'held',
  'cancelled',
] as const

export const incomingFileStates = ['pending', 'done', 'failed'] as const

export const mealOutcomes = ['eaten', 'skipped'] as const
export type MealOutcome = (typeof mealOutcomes)[number]

export const mealSources = ['tap', 'typed', 'photo'] as const
export type MealSource = (typeof mealSources)[number]

/** `unsorted`: the client has not said yet what it shows. */
export const photoPurposes = ['meal', 'form', 'progress', 'unsorted'] as const

export const poses = ['front', 'side', 'back'] as const
export type Pose = (typeof poses)[number]

export const mediaKinds = ['photo', 'video', 'video_note', 'voice', 'document'] as const
export type MediaKind = (typeof mediaKinds)[number]

export const reviewStates = ['waiting', 'done', 'withdrawn'] as const

/** What a trainer thinks of a photo: ✅ ⚠️ ❌. */
export const verdicts = ['good', 'adjust', 'wrong'] as const
export type Verdict = (typeof verdicts)[number]

/** What clients are reminded of, each kind at a time of its own. */
export const clientReminders = [
  'morning',
  'workout',
  'meal',
  'weighIn',
  'checkIn',
  'missed',
  'planEnd',
] as const

/** What coaches are told at a time of their own. */
export const coachReminders = ['brief', 'week'] as const

export const reminderKinds = [...clientReminders, ...coachReminders] as const
export type ReminderKind = (typeof reminderKinds)[number]

/** Why somebody does not answer for a while. `fine`: reminders are welcome all the same. */
export const pauseReasons = ['busy', 'ill', 'travelling', 'fine'] as const
export type PauseReason = (typeof pauseReasons)[number]
