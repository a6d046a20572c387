// Written by scripts/tables.ts from the entities; a test tells when it is out of date.
import type { Generated } from 'kysely'

/**
 * Rows as SQLite hands them over: moments are UTC text (see `formatTimestamp`), days `YYYY-MM-DD`, booleans 0 and 1.
 * A service writes `em.getKysely() as unknown as Kysely<Tables>`: it runs in the fork's own transaction.
 */
export interface Tables {
  client_notes: ClientNotesTable
  client_profiles: ClientProfilesTable
  conversations: ConversationsTable
  deliveries: DeliveriesTable
  doomed_files: DoomedFilesTable
  eaten_foods: EatenFoodsTable
  eaten_meals: EatenMealsTable
  exercise_completions: ExerciseCompletionsTable
  exercise_names: ExerciseNamesTable
  exercises: ExercisesTable
  file_uploads: FileUploadsTable
  inbox: InboxTable
  incoming_files: IncomingFilesTable
  installation: InstallationTable
  invite_guesses: InviteGuessesTable
  invites: InvitesTable
  meal_completions: MealCompletionsTable
  meal_components: MealComponentsTable
  meal_entries: MealEntriesTable
  meal_plans: MealPlansTable
  meal_series: MealSeriesTable
  meal_uploads: MealUploadsTable
  notifications: NotificationsTable
  nudge_states: NudgeStatesTable
  nutrition_entries: NutritionEntriesTable
  nutrition_plans: NutritionPlansTable
  photos: PhotosTable
  planned_meals: PlannedMealsTable
  progress_entries: ProgressEntriesTable
  quick_phrases: QuickPhrasesTable
  recipes: RecipesTable
  reminder_horizons: ReminderHorizonsTable
  reminder_rules: ReminderRulesTable
  reviews: ReviewsTable
  set_corrections: SetCorrectionsTable
  set_logs: SetLogsTable
  telegram_accounts: TelegramAccountsTable
  thumbnails: ThumbnailsTable
  trainer_profiles: TrainerProfilesTable
  user_settings: UserSettingsTable
  users: UsersTable
  weigh_ins: WeighInsTable
  workout_exercises: WorkoutExercisesTable
  workout_items: WorkoutItemsTable
  workout_plans: WorkoutPlansTable
  workout_sessions: WorkoutSessionsTable
  workouts: WorkoutsTable
}

export interface ClientNotesTable {
  id: Generated<number>
  client_id: number
  trainer_id: number
  text: string
  created_at: Generated<string>
}

export interface ClientProfilesTable {
  id: Generated<number>
  user_id: number
  trainer_id: number | null
  height: number | null
  target_weight: number | null
  fitness_goals: string | null
  medical_conditions: string | null
  dietary_restrictions: string | null
  consented_at: string | null
}

export interface ConversationsTable {
  telegram_id: number
  scene: string | null
  step: string | null
  version: Generated<number>
  state: string | null
  rev: Generated<number>
  card_message_id: number | null
  card_live: Generated<number>
  typed_message_id: number | null
  unread: string | null
  owed: string | null
  updated_at: Generated<string>
  pictures: string | null
  acted_at: string | null
  touched_at: string | null
}

export interface DeliveriesTable {
  id: Generated<number>
  dedupe_key: string
  kind: string
  recipient_id: number
  payload: string
  due_at: string
  expires_at: string | null
  state: Generated<'due' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'stale' | 'held' | 'cancelled'>
  valuable: Generated<number>
  run_id: string | null
  attempts: Generated<number>
  message_id: number | null
  sent_at: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
  local_date: string | null
  answered_at: string | null
  notification_id: number | null
}

export interface DoomedFilesTable {
  id: Generated<number>
  path: string
  doomed_at: Generated<string>
}

export interface EatenFoodsTable {
  id: Generated<number>
  eaten_meal_id: number
  order_index: Generated<number>
  meal_component_id: number | null
  description: string
  calories: number | null
  protein: number | null
  carbs: number | null
  fat: number | null
}

export interface EatenMealsTable {
  id: Generated<number>
  client_id: number
  local_date: string
  meal_entry_id: number | null
  planned_meal_id: number | null
  name: string | null
  status: 'eaten' | 'skipped'
  as_planned: number | null
  description: string | null
  calories: number | null
  protein: number | null
  carbs: number | null
  fat: number | null
  unknown_parts: Generated<number>
  reason: string | null
  source: Generated<'tap' | 'typed' | 'photo'>
  message_id: number | null
  eaten_at: Generated<string>
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface ExerciseCompletionsTable {
  id: Generated<number>
  workout_exercise_id: number | null
  client_id: number
  completed_at: Generated<string>
  actual_sets: number | null
  actual_reps: string | null
  weight_used: number | null
  difficulty_rating: number | null
  notes: string | null
  form_photo_path: string | null
  workout_id: number | null
  workout_item_id: number | null
  exercise_id: number | null
}

export interface ExerciseNamesTable {
  id: Generated<number>
  exercise_id: number
  language: 'en' | 'he'
  name: string
  name_key: string
  is_primary: Generated<number>
}

export interface ExercisesTable {
  id: Generated<number>
  name: string
  description: string | null
  video_url: string | null
  muscle_group: Generated<
    'chest' | 'back' | 'shoulders' | 'biceps' | 'triceps' | 'legs' | 'core' | 'cardio' | 'full_body' | 'other'
  >
  equipment_needed: string | null
  instructions: string | null
  created_by: number | null
  created_at: Generated<string>
  slug: string | null
  step_kg: number | null
}

export interface FileUploadsTable {
  id: Generated<number>
  user_id: number
  filename: string
  original_filename: string | null
  file_path: string
  file_size: number | null
  mime_type: string | null
  upload_type: string | null
  created_at: Generated<string>
  media_kind: 'photo' | 'video' | 'video_note' | 'voice' | 'document' | null
  width: number | null
  height: number | null
  duration: number | null
  telegram_file_id: string | null
}

export interface InboxTable {
  id: Generated<number>
  source: 'telegram' | 'internal'
  bot_id: number
  update_id: number | null
  internal_key: string | null
  lane: number
  raw: string
  received_at: Generated<string>
  status: Generated<'waiting' | 'done' | 'failed'>
  attempts: Generated<number>
  error: string | null
  done_at: string | null
}

export interface IncomingFilesTable {
  id: Generated<number>
  telegram_id: number
  file_id: string
  file_unique_id: string
  kind: string
  message_id: number | null
  payload: string | null
  state: Generated<'pending' | 'done' | 'failed'>
  attempts: Generated<number>
  created_at: Generated<string>
}

export interface InstallationTable {
  key: string
  value: string
}

export interface InviteGuessesTable {
  id: Generated<number>
  telegram_id: number
  failed_at: Generated<string>
}

export interface InvitesTable {
  id: Generated<number>
  token_hash: string
  role: 'trainer' | 'client'
  inviter_id: number | null
  user_id: number | null
  name: string | null
  expires_at: string
  used_at: string | null
  used_by: number | null
  revoked_at: string | null
  created_at: Generated<string>
}

export interface MealCompletionsTable {
  id: Generated<number>
  planned_meal_id: number
  client_id: number
  status: Generated<'pending' | 'completed' | 'skipped'>
  photo_path: string | null
  completed_at: string | null
  notes: string | null
  eaten_meal_id: number | null
}

export interface MealComponentsTable {
  id: Generated<number>
  meal_entry_id: number
  type: 'protein' | 'carb' | 'fat' | 'vegetable' | 'fruit' | 'other'
  description: string | null
  calories: number | null
  protein: number | null
  carbs: number | null
  fat: number | null
  is_optional: Generated<number>
  order_index: Generated<number>
  choice: number | null
}

export interface MealEntriesTable {
  id: Generated<number>
  meal_plan_id: number
  name: string
  order_index: Generated<number>
  notes: string | null
  time_of_day: string | null
}

export interface MealPlansTable {
  id: Generated<number>
  client_id: number | null
  trainer_id: number | null
  date: string | null
  title: string | null
  total_calories: number | null
  protein_target: number | null
  carb_target: number | null
  fat_target: number | null
  notes: string | null
  created_at: Generated<string>
  meal_series_id: number | null
}

export interface MealSeriesTable {
  id: Generated<number>
  client_id: number
  trainer_id: number | null
  start_date: string
  end_date: string | null
  weekdays: string | null
  previous_id: number | null
  created_at: Generated<string>
}

export interface MealUploadsTable {
  id: Generated<number>
  client_id: number
  meal_entry_id: number | null
  image_path: string | null
  marked_ok: number | null
  uploaded_at: Generated<string>
  eaten_meal_id: number | null
}

export interface NotificationsTable {
  id: Generated<number>
  sender_id: number | null
  recipient_id: number
  type: string | null
  title: string | null
  message: string | null
  is_read: Generated<number>
  created_at: Generated<string>
  in_reply_to_id: number | null
  about_id: number | null
}

export interface NudgeStatesTable {
  id: Generated<number>
  user_id: number
  kind: 'morning' | 'workout' | 'meal' | 'weighIn' | 'checkIn' | 'missed' | 'planEnd' | 'brief' | 'week'
  asked_at: string | null
  reason: 'busy' | 'ill' | 'travelling' | 'fine' | null
  paused_until: string | null
  told_at: string | null
  updated_at: Generated<string>
}

export interface NutritionEntriesTable {
  id: Generated<number>
  client_id: number
  date: string
  weight: number | null
  notes: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
  weigh_in_id: number | null
}

export interface NutritionPlansTable {
  id: Generated<number>
  client_id: number | null
  trainer_id: number | null
  name: string
  description: string | null
  daily_calories: number | null
  protein_target: number | null
  carbs_target: number | null
  fat_target: number | null
  start_date: string | null
  end_date: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface PhotosTable {
  id: Generated<number>
  client_id: number
  file_id: number
  purpose: Generated<'meal' | 'form' | 'progress' | 'unsorted'>
  eaten_meal_id: number | null
  workout_item_id: number | null
  exercise_id: number | null
  set_number: number | null
  progress_entry_id: number | null
  pose: 'front' | 'side' | 'back' | null
  review_id: number | null
  caption: string | null
  message_id: number | null
  media_group_id: string | null
  local_date: string
  created_at: Generated<string>
}

export interface PlannedMealsTable {
  id: Generated<number>
  nutrition_plan_id: number
  recipe_id: number | null
  meal_type: 'breakfast' | 'lunch' | 'dinner' | 'snack' | 'pre_workout' | 'post_workout'
  day_of_week: number | null
  time_of_day: string | null
  notes: string | null
}

export interface ProgressEntriesTable {
  id: Generated<number>
  client_id: number
  date: string
  weight: number | null
  body_fat: number | null
  notes: string | null
  created_at: Generated<string>
  sleep: number | null
  energy: number | null
  hunger: number | null
  stress: number | null
  weigh_in_id: number | null
  finished_at: string | null
  begun_here: number | null
}

export interface QuickPhrasesTable {
  id: Generated<number>
  trainer_id: number
  text: string
  created_at: Generated<string>
}

export interface RecipesTable {
  id: Generated<number>
  trainer_id: number | null
  name: string
  description: string | null
  instructions: string | null
  calories: number | null
  protein: number | null
  carbs: number | null
  fat: number | null
  preparation_time: number | null
  created_at: Generated<string>
}

export interface ReminderHorizonsTable {
  id: Generated<number>
  user_id: number
  planned_through: string
}

export interface ReminderRulesTable {
  id: Generated<number>
  user_id: number
  kind: 'morning' | 'workout' | 'meal' | 'weighIn' | 'checkIn' | 'missed' | 'planEnd' | 'brief' | 'week'
  is_on: Generated<number>
  time_of_day: string | null
  weekdays: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface ReviewsTable {
  id: Generated<number>
  client_id: number
  eaten_meal_id: number | null
  workout_item_id: number | null
  exercise_id: number | null
  set_number: number | null
  state: Generated<'waiting' | 'done' | 'withdrawn'>
  verdict: 'good' | 'adjust' | 'wrong' | null
  comment: string | null
  spoken_id: number | null
  reviewed_by_id: number | null
  reviewed_at: string | null
  put_off_at: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface SetCorrectionsTable {
  id: Generated<number>
  set_log_id: number
  message_id: number
  said_before: string | null
}

export interface SetLogsTable {
  id: Generated<number>
  exercise_completion_id: number
  client_id: number
  set_number: number
  reps: number | null
  seconds: number | null
  weight: number | null
  typed_weight: string | null
  typed_unit: 'kg' | 'lb' | null
  rpe: number | null
  notes: string | null
  source: Generated<'tap' | 'typed'>
  message_id: number | null
  performed_at: Generated<string>
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface TelegramAccountsTable {
  id: Generated<number>
  telegram_id: number
  user_id: number | null
  telegram_username: string | null
  first_name: string | null
  language_code: string | null
  chat_state: Generated<'reachable' | 'blocked'>
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface ThumbnailsTable {
  id: Generated<number>
  file_id: number
  thumbnail_path: string
  size: string | null
  created_at: Generated<string>
}

export interface TrainerProfilesTable {
  id: Generated<number>
  user_id: number
  specialization: string | null
  bio: string | null
  years_of_experience: number | null
  certification: string | null
}

export interface UserSettingsTable {
  id: Generated<number>
  user_id: number
  time_zone: string | null
  units: Generated<'kg' | 'lb'>
  language: 'en' | 'he' | null
  created_at: Generated<string>
  updated_at: Generated<string>
  quiet_from: string | null
  quiet_to: string | null
  home_time_zone: string | null
}

export interface UsersTable {
  id: Generated<number>
  username: string
  email: string | null
  hashed_password: string | null
  full_name: string | null
  role: 'admin' | 'trainer' | 'client'
  is_active: Generated<number>
  trainer_id: number | null
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface WeighInsTable {
  id: Generated<number>
  client_id: number
  weight: number
  body_fat: number | null
  notes: string | null
  recorded_at: Generated<string>
  typed_weight: string | null
  typed_unit: 'kg' | 'lb' | null
  message_id: number | null
}

export interface WorkoutExercisesTable {
  id: Generated<number>
  workout_session_id: number
  exercise_id: number
  order: Generated<number>
  sets: number
  reps: string
  weight: number | null
  rest_time: number | null
  notes: string | null
  superset: string | null
  rpe: number | null
  load_text: string | null
}

export interface WorkoutItemsTable {
  id: Generated<number>
  workout_id: number
  position: number
  workout_exercise_id: number | null
  exercise_id: number
  swapped_from_id: number | null
  superset: string | null
  sets: number
  reps: string
  weight: number | null
  load_text: string | null
  rpe: number | null
  rest_time: number | null
  notes: string | null
  status: Generated<'open' | 'done' | 'skipped'>
  next_reps: string | null
  next_weight: number | null
  difficulty_rating: number | null
  comment: string | null
}

export interface WorkoutPlansTable {
  id: Generated<number>
  name: string
  description: string | null
  trainer_id: number | null
  client_id: number | null
  start_date: string | null
  end_date: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
  previous_id: number | null
}

export interface WorkoutSessionsTable {
  id: Generated<number>
  workout_plan_id: number
  name: string
  day_of_week: number | null
  notes: string | null
  created_at: Generated<string>
  order_index: Generated<number>
}

export interface WorkoutsTable {
  id: Generated<number>
  client_id: number
  workout_session_id: number | null
  workout_plan_id: number | null
  name: string | null
  local_date: string
  state: Generated<'running' | 'finished' | 'left'>
  started_at: Generated<string>
  finished_at: string | null
  position: Generated<number>
  difficulty_rating: number | null
  notes: string | null
  created_at: Generated<string>
}
