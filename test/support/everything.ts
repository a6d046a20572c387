import type Database from 'better-sqlite3'

type Row = Record<string, string | number | null>

/** Inserts a row the way somebody else's program would: only what it knows, by column. Answers its rowid. */
export function insert(database: Database.Database, table: string, row: Row): number {
  const columns = Object.keys(row)
  const names = columns.map((column) => `"${column}"`).join(', ')
  const marks = columns.map(() => '?').join(', ')
  const values = Object.values(row)
  return Number(
    database.prepare(`insert into ${table} (${names}) values (${marks})`).run(values).lastInsertRowid,
  )
}

const moment = '2026-11-02 06:30:00.250000'
const later = '2026-11-02 07:45:00.500000'

/** What `fillEveryTable` made, by what it is. */
export interface Everything {
  trainer: number
  client: number
  exercise: number
  plan: number
  session: number
  planned: number
  workout: number
  item: number
  completion: number
  recipe: number
  nutritionPlan: number
  plannedMeal: number
  mealPlan: number
  mealEntry: number
  eaten: number
  weighIn: number
  file: number
}

function people(db: Database.Database): Pick<Everything, 'trainer' | 'client'> {
  const admin = insert(db, 'users', {
    username: 'office',
    role: 'admin',
    created_at: moment,
    updated_at: moment,
  })
  const trainer = insert(db, 'users', {
    username: 'dana',
    email: 'dana@example.org',
    hashed_password: '$2b$12$abcdefghijklmnopqrstuv',
    full_name: 'Dana Levi',
    role: 'trainer',
    is_active: 1,
    created_at: moment,
    updated_at: moment,
  })
  const client = insert(db, 'users', {
    username: 'anna',
    full_name: 'אנה כהן',
    role: 'client',
    trainer_id: trainer,
    created_at: moment,
    updated_at: moment,
  })
  insert(db, 'trainer_profiles', {
    user_id: trainer,
    specialization: 'Strength',
    bio: 'Slow and steady',
    years_of_experience: 9,
    certification: 'NSCA',
  })
  insert(db, 'client_profiles', {
    user_id: client,
    trainer_id: trainer,
    height: 168.5,
    target_weight: 62.5,
    fitness_goals: 'Pull-ups',
    medical_conditions: 'None',
    dietary_restrictions: 'Vegetarian',
    consented_at: moment,
  })
  insert(db, 'telegram_accounts', {
    telegram_id: 5_000_000_001,
    user_id: client,
    telegram_username: 'anna',
    first_name: 'Anna',
    language_code: 'he',
  })
  insert(db, 'telegram_accounts', {
    telegram_id: 5_000_000_002,
    user_id: trainer,
    first_name: 'Dana',
    chat_state: 'blocked',
  })
  insert(db, 'user_settings', { user_id: client, time_zone: 'Asia/Jerusalem', units: 'kg', language: 'he' })
  insert(db, 'invites', {
    token_hash: 'a'.repeat(64),
    role: 'client',
    inviter_id: trainer,
    user_id: client,
    name: 'Anna',
    expires_at: later,
    used_at: moment,
    used_by: client,
  })
  insert(db, 'invite_guesses', { telegram_id: 5_000_000_003, failed_at: moment })
  const told = insert(db, 'notifications', {
    sender_id: admin,
    recipient_id: trainer,
    type: 'info',
    title: 'Welcome',
    message: 'Hello',
    is_read: 0,
    created_at: moment,
  })
  insert(db, 'notifications', {
    recipient_id: trainer,
    about_id: client,
    type: 'checkIn',
    title: 'How the week was',
    message: '72.4 kg',
    is_read: 0,
  })
  insert(db, 'notifications', {
    sender_id: trainer,
    recipient_id: client,
    in_reply_to_id: told,
    type: 'plan',
    title: 'New plan',
    message: 'Have a look',
    is_read: 1,
  })
  return { trainer, client }
}

function workouts(db: Database.Database, { trainer, client }: Pick<Everything, 'trainer' | 'client'>) {
  const exercise = insert(db, 'exercises', {
    name: 'Bench press',
    muscle_group: 'chest',
    equipment_needed: 'barbell',
    created_by: trainer,
    slug: 'bench-press',
    step_kg: 2.5,
  })
  insert(db, 'exercise_names', {
    exercise_id: exercise,
    language: 'en',
    name: 'Bench press',
    name_key: 'bench press',
    is_primary: 1,
  })
  insert(db, 'exercise_names', {
    exercise_id: exercise,
    language: 'he',
    name: 'לחיצת חזה',
    name_key: 'לחיצת חזה',
    is_primary: 1,
  })
  const plan = insert(db, 'workout_plans', {
    name: 'Upper/Lower',
    trainer_id: trainer,
    client_id: client,
    start_date: '2026-11-02',
    end_date: '2026-12-13',
    created_at: moment,
    updated_at: moment,
  })
  insert(db, 'workout_plans', { name: 'A template', trainer_id: trainer, previous_id: plan })
  const session = insert(db, 'workout_sessions', {
    workout_plan_id: plan,
    name: 'Upper',
    day_of_week: 0,
    order_index: 0,
  })
  const planned = insert(db, 'workout_exercises', {
    workout_session_id: session,
    exercise_id: exercise,
    order: 0,
    sets: 4,
    reps: '6-8',
    weight: 80,
    rest_time: 150,
    notes: 'pause on the chest',
    superset: 'A',
    rpe: 8,
    load_text: '75%',
  })
  const workout = insert(db, 'workouts', {
    client_id: client,
    workout_session_id: session,
    workout_plan_id: plan,
    name: 'Upper',
    local_date: '2026-11-02',
    state: 'finished',
    started_at: moment,
    finished_at: later,
    difficulty_rating: 4,
  })
  const item = insert(db, 'workout_items', {
    workout_id: workout,
    position: 0,
    workout_exercise_id: planned,
    exercise_id: exercise,
    swapped_from_id: exercise,
    sets: 4,
    reps: '6-8',
    weight: 80,
    rest_time: 150,
    status: 'done',
  })
  const completion = insert(db, 'exercise_completions', {
    workout_exercise_id: planned,
    client_id: client,
    completed_at: later,
    actual_sets: 2,
    actual_reps: '8,7',
    weight_used: 80,
    difficulty_rating: 3,
    form_photo_path: 'form/1.jpg',
    workout_id: workout,
    workout_item_id: item,
    exercise_id: exercise,
  })
  const set = { exercise_completion_id: completion, client_id: client, weight: 80, performed_at: later }
  const typed = insert(db, 'set_logs', {
    ...set,
    set_number: 1,
    reps: 8,
    typed_weight: '80',
    typed_unit: 'kg',
    source: 'typed',
    message_id: 77,
  })
  insert(db, 'set_corrections', { set_log_id: typed, message_id: 78, said_before: '{"reps":7}' })
  insert(db, 'set_logs', { ...set, set_number: 2, reps: 7, seconds: 40, rpe: 9, source: 'tap' })
  return { exercise, plan, session, planned, workout, item, completion }
}

function food(db: Database.Database, { trainer, client }: Pick<Everything, 'trainer' | 'client'>) {
  const earlier = insert(db, 'meal_series', {
    client_id: client,
    trainer_id: trainer,
    start_date: '2026-10-01',
  })
  const series = insert(db, 'meal_series', {
    client_id: client,
    trainer_id: trainer,
    start_date: '2026-11-02',
    end_date: '2026-11-29',
    weekdays: '0,2,4',
    previous_id: earlier,
  })
  const mealPlan = insert(db, 'meal_plans', {
    meal_series_id: series,
    client_id: client,
    trainer_id: trainer,
    date: '2026-11-02',
    title: 'Monday',
    total_calories: 1900,
    protein_target: 120,
    carb_target: 180,
    fat_target: 60,
  })
  const mealEntry = insert(db, 'meal_entries', {
    meal_plan_id: mealPlan,
    name: 'Breakfast',
    order_index: 0,
    time_of_day: '08:00',
  })
  const component = insert(db, 'meal_components', {
    order_index: 0,
    choice: 0,
    meal_entry_id: mealEntry,
    type: 'protein',
    description: '2 eggs',
    calories: 155,
    protein: 13,
    carbs: 1.1,
    fat: 11,
    is_optional: 0,
  })
  const eaten = insert(db, 'eaten_meals', {
    client_id: client,
    local_date: '2026-11-02',
    meal_entry_id: mealEntry,
    status: 'eaten',
    as_planned: 1,
    calories: 155,
    protein: 13,
    carbs: 1.1,
    fat: 11,
    unknown_parts: 0,
    source: 'tap',
    eaten_at: moment,
  })
  insert(db, 'eaten_foods', {
    eaten_meal_id: eaten,
    meal_component_id: component,
    description: '2 eggs',
    calories: 155,
    protein: 13,
    carbs: 1.1,
    fat: 11,
  })
  insert(db, 'eaten_meals', {
    client_id: client,
    local_date: '2026-11-02',
    name: 'ארוחת צהריים',
    status: 'skipped',
    description: 'nothing',
    reason: 'no time',
    source: 'typed',
    message_id: 80,
  })
  insert(db, 'meal_uploads', {
    eaten_meal_id: eaten,
    client_id: client,
    meal_entry_id: mealEntry,
    image_path: 'meals/1.jpg',
    marked_ok: 1,
    uploaded_at: moment,
  })
  const recipe = insert(db, 'recipes', {
    trainer_id: trainer,
    name: 'Shakshuka',
    instructions: 'Simmer',
    calories: 420,
    protein: 24,
    carbs: 30,
    fat: 22,
    preparation_time: 25,
  })
  const nutritionPlan = insert(db, 'nutrition_plans', {
    client_id: client,
    trainer_id: trainer,
    name: 'Cut',
    daily_calories: 1900,
    protein_target: 120,
    start_date: '2026-11-02',
    end_date: '2026-11-02',
    created_at: moment,
    updated_at: moment,
  })
  const plannedMeal = insert(db, 'planned_meals', {
    nutrition_plan_id: nutritionPlan,
    recipe_id: recipe,
    meal_type: 'pre_workout',
    day_of_week: 6,
    time_of_day: '07:30',
  })
  insert(db, 'planned_meals', { nutrition_plan_id: nutritionPlan, meal_type: 'snack' })
  const planned = insert(db, 'eaten_meals', {
    client_id: client,
    local_date: '2026-11-02',
    planned_meal_id: plannedMeal,
    status: 'eaten',
    source: 'photo',
    unknown_parts: 1,
  })
  insert(db, 'meal_completions', {
    eaten_meal_id: planned,
    planned_meal_id: plannedMeal,
    client_id: client,
    status: 'completed',
    photo_path: 'meals/2.jpg',
    completed_at: later,
  })
  const weighIn = insert(db, 'weigh_ins', {
    client_id: client,
    weight: 64.2,
    body_fat: 23.5,
    typed_weight: '64.2',
    typed_unit: 'kg',
    message_id: 81,
    recorded_at: moment,
  })
  insert(db, 'nutrition_entries', {
    weigh_in_id: weighIn,
    client_id: client,
    date: '2026-11-02',
    weight: 64.2,
    notes: 'ate out',
    created_at: moment,
    updated_at: moment,
  })
  return { mealPlan, mealEntry, recipe, nutritionPlan, plannedMeal, eaten, weighIn }
}

function progress(
  db: Database.Database,
  {
    trainer,
    client,
    exercise,
    item,
    eaten,
    weighIn,
  }: Pick<Everything, 'trainer' | 'client' | 'exercise' | 'item' | 'eaten' | 'weighIn'>,
) {
  const checkIn = insert(db, 'progress_entries', {
    client_id: client,
    date: '2026-11-02',
    weight: 64.2,
    body_fat: 23.5,
    sleep: 4,
    energy: 3,
    hunger: 5,
    stress: 1,
    weigh_in_id: weighIn,
    finished_at: later,
  })
  const file = insert(db, 'file_uploads', {
    user_id: client,
    filename: 'a1b2.jpg',
    original_filename: 'IMG_1.JPG',
    file_path: 'progress/a1b2.jpg',
    file_size: 123456,
    mime_type: 'image/jpeg',
    upload_type: 'progress',
    media_kind: 'photo',
    width: 3000,
    height: 4000,
    telegram_file_id: 'AgAC',
  })
  insert(db, 'thumbnails', { file_id: file, thumbnail_path: 'progress/a1b2-320.jpg', size: '320' })
  const clip = insert(db, 'file_uploads', {
    user_id: client,
    filename: 'c3d4.mp4',
    file_path: 'form/c3d4.mp4',
    mime_type: 'video/mp4',
    upload_type: 'form',
    media_kind: 'video',
    duration: 12,
  })
  const spoken = insert(db, 'file_uploads', {
    user_id: client,
    filename: 'e5f6.ogg',
    file_path: 'voice/e5f6.ogg',
    media_kind: 'voice',
    duration: 7,
  })
  const review = insert(db, 'reviews', {
    client_id: client,
    workout_item_id: item,
    exercise_id: exercise,
    set_number: 1,
    state: 'done',
    verdict: 'adjust',
    comment: 'elbows in',
    spoken_id: spoken,
    reviewed_by_id: trainer,
    reviewed_at: later,
  })
  insert(db, 'reviews', { client_id: client, eaten_meal_id: eaten, put_off_at: later })
  const photo = { client_id: client, local_date: '2026-11-02', message_id: 90 }
  insert(db, 'photos', {
    ...photo,
    file_id: file,
    purpose: 'progress',
    pose: 'front',
    progress_entry_id: checkIn,
  })
  insert(db, 'photos', {
    ...photo,
    file_id: clip,
    purpose: 'form',
    workout_item_id: item,
    exercise_id: exercise,
    set_number: 1,
    review_id: review,
    caption: 'like this?',
    media_group_id: '77',
  })
  insert(db, 'quick_phrases', { trainer_id: trainer, text: 'More protein, please' })
  insert(db, 'doomed_files', { path: 'meals/gone.jpg', doomed_at: moment })
  return { file }
}

function reminders(db: Database.Database, { client, trainer }: Pick<Everything, 'client' | 'trainer'>): void {
  insert(db, 'reminder_rules', { user_id: client, kind: 'workout', time_of_day: '18:30', weekdays: '0,2,4' })
  insert(db, 'reminder_horizons', { user_id: client, planned_through: '2026-11-04' })
  insert(db, 'nudge_states', {
    user_id: client,
    kind: 'meal',
    asked_at: later,
    reason: 'ill',
    paused_until: '2026-11-09',
    told_at: later,
  })
  insert(db, 'client_notes', { client_id: client, trainer_id: trainer, text: 'Left knee' })
}

function exchange(db: Database.Database, { client }: Pick<Everything, 'client'>): void {
  insert(db, 'conversations', {
    telegram_id: 5_000_000_001,
    scene: 'workout',
    step: 'set',
    version: 1,
    state: '{"item":1}',
    rev: 12,
    card_message_id: 345,
    card_live: 1,
    owed: '[]',
    updated_at: later,
    pictures: '{"review":[347]}',
  })
  insert(db, 'inbox', {
    source: 'telegram',
    bot_id: 42,
    update_id: 1000,
    lane: 5_000_000_001,
    raw: '{"update_id":1000}',
    received_at: moment,
    status: 'done',
    attempts: 1,
    done_at: moment,
  })
  insert(db, 'inbox', {
    source: 'internal',
    bot_id: 0,
    internal_key: 'file:1',
    lane: 5_000_000_001,
    raw: '{}',
    received_at: later,
  })
  const news = db.prepare<[number], number>('select id from notifications where recipient_id = ?')
  insert(db, 'deliveries', {
    dedupe_key: 'rest:1',
    kind: 'rest',
    recipient_id: client,
    payload: '{}',
    due_at: later,
    expires_at: later,
    state: 'sent',
    run_id: 'r1',
    attempts: 1,
    message_id: 346,
    sent_at: later,
    notification_id: news.pluck().get(client) ?? null,
  })
  insert(db, 'incoming_files', {
    telegram_id: 5_000_000_001,
    file_id: 'AgAD',
    file_unique_id: 'AQAD',
    kind: 'photo',
    message_id: 9,
    payload: '{}',
  })
  insert(db, 'installation', { key: 'bot_id', value: '42' })
}

/** At least one row in every table, with what is planned, logged and owed pointing at each other. */
export function fillEveryTable(db: Database.Database): Everything {
  const them = people(db)
  const planned = { ...them, ...workouts(db, them), ...food(db, them) }
  const made = { ...planned, ...progress(db, planned) }
  exchange(db, them)
  reminders(db, them)
  return made
}
