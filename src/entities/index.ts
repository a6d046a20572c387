import { Conversation, Delivery, InboxRow, IncomingFile, Installation } from './exchange.ts'
import { Exercise, ExerciseName } from './exercises.ts'
import { FileUpload, Thumbnail } from './files.ts'
import { MealComponent, MealEntry, MealPlan, MealUpload } from './meals.ts'
import { Notification } from './notifications.ts'
import { MealCompletion, NutritionEntry, NutritionPlan, PlannedMeal, Recipe } from './nutrition.ts'
import { Invite, InviteGuess, TelegramAccount, UserSettings } from './people.ts'
import { ProgressEntry, WeighIn } from './progress.ts'
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
  MealPlan,
  MealEntry,
  MealComponent,
  MealUpload,
  Recipe,
  NutritionPlan,
  PlannedMeal,
  MealCompletion,
  NutritionEntry,
  ProgressEntry,
  WeighIn,
  FileUpload,
  Thumbnail,
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
]
