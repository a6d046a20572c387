import { Conversation, Delivery, InboxRow, IncomingFile, Installation } from './exchange.ts'
import { EatenFood, EatenMeal, MealCompletion, MealUpload } from './eaten.ts'
import { Exercise, ExerciseName } from './exercises.ts'
import { DoomedFile, FileUpload, Thumbnail } from './files.ts'
import { MealComponent, MealEntry, MealPlan, MealSeries } from './meals.ts'
import { Notification } from './notifications.ts'
import { NutritionEntry, NutritionPlan, PlannedMeal, Recipe } from './nutrition.ts'
import { Invite, InviteGuess, TelegramAccount, UserSettings } from './people.ts'
import { Photo, QuickPhrase, Review } from './photos.ts'
import { ProgressEntry, WeighIn } from './progress.ts'
import { ClientNote, NudgeState, ReminderHorizon, ReminderRule } from './reminders.ts'
import { ClientProfile, TrainerProfile, User } from './users.ts'
import { ExerciseCompletion, SetCorrection, SetLog } from './workoutLogs.ts'
import { WorkoutExercise, WorkoutPlan, WorkoutSession } from './workoutPlans.ts'
import { Workout, WorkoutItem } from './workouts.ts'

/** Everything that is stored. */
export const entities = [
  User,
  TrainerProfile,
  ClientProfile,
  Exercise,
  ExerciseName,
  WorkoutPlan,
  WorkoutSession,
  WorkoutExercise,
  Workout,
  WorkoutItem,
  ExerciseCompletion,
  SetLog,
  SetCorrection,
  MealSeries,
  MealPlan,
  MealEntry,
  MealComponent,
  Recipe,
  NutritionPlan,
  PlannedMeal,
  EatenMeal,
  EatenFood,
  MealUpload,
  MealCompletion,
  NutritionEntry,
  ProgressEntry,
  WeighIn,
  FileUpload,
  Thumbnail,
  DoomedFile,
  Review,
  Photo,
  QuickPhrase,
  Notification,
  TelegramAccount,
  UserSettings,
  Invite,
  InviteGuess,
  Conversation,
  InboxRow,
  Delivery,
  IncomingFile,
  Installation,
  ReminderRule,
  ReminderHorizon,
  NudgeState,
  ClientNote,
]
