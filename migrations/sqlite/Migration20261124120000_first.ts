import { Migration } from '@mikro-orm/migrations'

/** The whole schema, as it was on day one. */
export class Migration20261124120000_first extends Migration {
  override up(): void {
    this.addSql(`create table "conversations" (
 "telegram_id" integer not null primary key,
 "scene" text null,
 "step" text null,
 "version" integer not null default 0,
 "state" text check (json_valid(state)) null,
 "rev" integer not null default 0,
 "card_message_id" integer null,
 "card_live" integer check (card_live in (0, 1)) not null default false,
 "typed_message_id" integer null,
 "unread" text check (json_valid(unread)) null,
 "owed" text check (json_valid(owed)) null,
 "updated_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "conversations_updated_at_readable" check (updated_at is null or julianday(updated_at) is not null)
)`)
    this.addSql(
      `create index "conversations_owing" on "conversations" ("telegram_id") where owed is not null`,
    )
    this.addSql(`create trigger "conversations_updated_at" after update on "conversations" for each row
        when new.updated_at is old.updated_at begin update conversations set updated_at = (strftime('%Y-%m-%d %H:%M:%f000', 'now')) where telegram_id = new.telegram_id; end`)
    this.addSql(`create table "inbox" (
 "id" integer not null primary key autoincrement,
 "source" text check ("source" in ('telegram', 'internal')) not null,
 "bot_id" bigint not null,
 "update_id" bigint null,
 "internal_key" text check (length(trim(internal_key)) > 0 and length(internal_key) <= 500) null,
 "lane" bigint not null,
 "raw" text check (json_valid(raw)) not null,
 "received_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "status" text check ("status" in ('waiting', 'done', 'failed')) not null default 'waiting',
 "attempts" integer check (attempts between 0 and 1000000) not null default 0,
 "error" text null,
 "done_at" datetime null,
 constraint "inbox_received_at_readable" check (received_at is null or julianday(received_at) is not null),
 constraint "inbox_done_at_readable" check (done_at is null or julianday(done_at) is not null)
)`)
    this.addSql(`create unique index "inbox_internal_key_unique" on "inbox" ("internal_key")`)
    this.addSql(`create index "inbox_status_id_index" on "inbox" ("status", "id")`)
    this.addSql(`create index "inbox_lane_status_id_index" on "inbox" ("lane", "status", "id")`)
    this.addSql(`create unique index "inbox_bot_id_update_id_unique" on "inbox" ("bot_id", "update_id")`)
    this.addSql(`create table "incoming_files" (
 "id" integer not null primary key autoincrement,
 "telegram_id" bigint not null,
 "file_id" text check (length(trim(file_id)) > 0 and length(file_id) <= 1000) not null,
 "file_unique_id" text check (length(trim(file_unique_id)) > 0 and length(file_unique_id) <= 200) not null,
 "kind" text check (length(trim(kind)) > 0 and length(kind) <= 100) not null,
 "message_id" integer null,
 "payload" text check (json_valid(payload)) null,
 "state" text check ("state" in ('pending', 'done', 'failed')) not null default 'pending',
 "attempts" integer check (attempts between 0 and 1000000) not null default 0,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "incoming_files_created_at_readable" check (created_at is null or julianday(created_at) is not null)
)`)
    this.addSql(`create index "incoming_files_telegram_id_index" on "incoming_files" ("telegram_id")`)
    this.addSql(`create index "incoming_files_file_unique_id_index" on "incoming_files" ("file_unique_id")`)
    this.addSql(`create index "incoming_files_state_id_index" on "incoming_files" ("state", "id")`)
    this.addSql(`create table "installation" (
 "key" text not null primary key,
 "value" text not null
)`)
    this.addSql(`create table "invite_guesses" (
 "id" integer not null primary key autoincrement,
 "telegram_id" bigint not null,
 "failed_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "invite_guesses_failed_at_readable" check (failed_at is null or julianday(failed_at) is not null)
)`)
    this.addSql(
      `create index "invite_guesses_telegram_id_failed_at_index" on "invite_guesses" ("telegram_id", "failed_at")`,
    )
    this.addSql(`create index "invite_guesses_failed_at_index" on "invite_guesses" ("failed_at")`)
    this.addSql(`create table "users" (
 "id" integer not null primary key autoincrement,
 "username" text check (length(trim(username)) > 0 and length(username) <= 200) not null,
 "email" text check (length(trim(email)) > 0 and length(email) <= 320) null,
 "hashed_password" text null,
 "full_name" text check (length(trim(full_name)) > 0 and length(full_name) <= 200) null,
 "role" text check ("role" in ('admin', 'trainer', 'client')) not null,
 "is_active" integer check (is_active in (0, 1)) not null default true,
 "trainer_id" integer null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "updated_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "users_trainer_id_foreign" foreign key ("trainer_id") references "users" ("id") on delete set null,
 constraint "users_trainer_is_another" check (trainer_id <> id),
 constraint "users_only_clients_have_trainers" check (trainer_id is null or role = 'client'),
 constraint "users_created_at_readable" check (created_at is null or julianday(created_at) is not null),
 constraint "users_updated_at_readable" check (updated_at is null or julianday(updated_at) is not null)
)`)
    this.addSql(`create unique index "users_username_unique" on "users" ("username")`)
    this.addSql(`create unique index "users_email_unique" on "users" ("email")`)
    this.addSql(`create index "users_full_name_index" on "users" ("full_name")`)
    this.addSql(`create index "users_role_index" on "users" ("role")`)
    this.addSql(`create index "users_trainer_id_index" on "users" ("trainer_id")`)
    this.addSql(`create trigger "users_updated_at" after update on "users" for each row
        when new.updated_at is old.updated_at begin update users set updated_at = (strftime('%Y-%m-%d %H:%M:%f000', 'now')) where id = new.id; end`)
    this.addSql(`create table "trainer_profiles" (
 "id" integer not null primary key autoincrement,
 "user_id" integer not null,
 "specialization" text null,
 "bio" text null,
 "years_of_experience" integer check (years_of_experience between 0 and 100) null,
 "certification" text null,
 constraint "trainer_profiles_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade
)`)
    this.addSql(`create unique index "trainer_profiles_user_id_unique" on "trainer_profiles" ("user_id")`)
    this.addSql(`create table "telegram_accounts" (
 "id" integer not null primary key autoincrement,
 "telegram_id" bigint not null,
 "user_id" integer null,
 "telegram_username" text null,
 "first_name" text null,
 "language_code" text null,
 "chat_state" text check ("chat_state" in ('reachable', 'blocked')) not null default 'reachable',
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "updated_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "telegram_accounts_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade,
 constraint "telegram_accounts_created_at_readable" check (created_at is null or julianday(created_at) is not null),
 constraint "telegram_accounts_updated_at_readable" check (updated_at is null or julianday(updated_at) is not null)
)`)
    this.addSql(
      `create unique index "telegram_accounts_telegram_id_unique" on "telegram_accounts" ("telegram_id")`,
    )
    this.addSql(`create unique index "telegram_accounts_user_id_unique" on "telegram_accounts" ("user_id")`)
    this
      .addSql(`create trigger "telegram_accounts_updated_at" after update on "telegram_accounts" for each row
        when new.updated_at is old.updated_at begin update telegram_accounts set updated_at = (strftime('%Y-%m-%d %H:%M:%f000', 'now')) where id = new.id; end`)
    this.addSql(`create table "recipes" (
 "id" integer not null primary key autoincrement,
 "trainer_id" integer null,
 "name" text check (length(trim(name)) > 0 and length(name) <= 200) not null,
 "description" text null,
 "instructions" text null,
 "calories" real check (calories between 0 and 100000) null,
 "protein" real check (protein between 0 and 100000) null,
 "carbs" real check (carbs between 0 and 100000) null,
 "fat" real check (fat between 0 and 100000) null,
 "preparation_time" integer check (preparation_time between 0 and 10080) null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "recipes_trainer_id_foreign" foreign key ("trainer_id") references "users" ("id") on delete set null,
 constraint "recipes_created_at_readable" check (created_at is null or julianday(created_at) is not null)
)`)
    this.addSql(`create index "recipes_trainer_id_index" on "recipes" ("trainer_id")`)
    this.addSql(`create index "recipes_name_index" on "recipes" ("name")`)
    this.addSql(`create table "progress_entries" (
 "id" integer not null primary key autoincrement,
 "client_id" integer not null,
 "date" date check (date(date) is date) not null,
 "weight" real check (weight > 0 and weight <= 1000) null,
 "body_fat" real check (body_fat between 0 and 100) null,
 "notes" text null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "progress_entries_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "progress_entries_created_at_readable" check (created_at is null or julianday(created_at) is not null)
)`)
    this.addSql(
      `create index "progress_entries_client_id_date_index" on "progress_entries" ("client_id", "date")`,
    )
    this.addSql(`create table "nutrition_plans" (
 "id" integer not null primary key autoincrement,
 "client_id" integer null,
 "trainer_id" integer null,
 "name" text check (length(trim(name)) > 0 and length(name) <= 200) not null,
 "description" text null,
 "daily_calories" real check (daily_calories between 0 and 100000) null,
 "protein_target" real check (protein_target between 0 and 100000) null,
 "carbs_target" real check (carbs_target between 0 and 100000) null,
 "fat_target" real check (fat_target between 0 and 100000) null,
 "start_date" date check (date(start_date) is start_date) null,
 "end_date" date check (date(end_date) is end_date) null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "updated_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "nutrition_plans_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "nutrition_plans_trainer_id_foreign" foreign key ("trainer_id") references "users" ("id") on delete set null,
 constraint "nutrition_plans_end_not_before_start" check (end_date >= start_date),
 constraint "nutrition_plans_created_at_readable" check (created_at is null or julianday(created_at) is not null),
 constraint "nutrition_plans_updated_at_readable" check (updated_at is null or julianday(updated_at) is not null)
)`)
    this.addSql(`create index "nutrition_plans_trainer_id_index" on "nutrition_plans" ("trainer_id")`)
    this.addSql(
      `create index "nutrition_plans_client_id_start_date_index" on "nutrition_plans" ("client_id", "start_date")`,
    )
    this.addSql(`create trigger "nutrition_plans_updated_at" after update on "nutrition_plans" for each row
        when new.updated_at is old.updated_at begin update nutrition_plans set updated_at = (strftime('%Y-%m-%d %H:%M:%f000', 'now')) where id = new.id; end`)
    this.addSql(`create table "planned_meals" (
 "id" integer not null primary key autoincrement,
 "nutrition_plan_id" integer not null,
 "recipe_id" integer null,
 "meal_type" text check ("meal_type" in ('breakfast', 'lunch', 'dinner', 'snack', 'pre_workout', 'post_workout')) not null,
 "day_of_week" integer check (day_of_week between 0 and 6) null,
 "time_of_day" text check (time_of_day glob '[0-2][0-9]:[0-5][0-9]*' and time(time_of_day) is not null) null,
 "notes" text null,
 constraint "planned_meals_nutrition_plan_id_foreign" foreign key ("nutrition_plan_id") references "nutrition_plans" ("id") on delete cascade,
 constraint "planned_meals_recipe_id_foreign" foreign key ("recipe_id") references "recipes" ("id") on delete cascade
)`)
    this.addSql(
      `create index "planned_meals_nutrition_plan_id_index" on "planned_meals" ("nutrition_plan_id")`,
    )
    this.addSql(`create index "planned_meals_recipe_id_index" on "planned_meals" ("recipe_id")`)
    this.addSql(`create table "nutrition_entries" (
 "id" integer not null primary key autoincrement,
 "client_id" integer not null,
 "date" date check (date(date) is date) not null,
 "weight" real check (weight > 0 and weight <= 1000) null,
 "notes" text null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "updated_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "nutrition_entries_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "nutrition_entries_created_at_readable" check (created_at is null or julianday(created_at) is not null),
 constraint "nutrition_entries_updated_at_readable" check (updated_at is null or julianday(updated_at) is not null)
)`)
    this.addSql(
      `create index "nutrition_entries_client_id_date_index" on "nutrition_entries" ("client_id", "date")`,
    )
    this
      .addSql(`create trigger "nutrition_entries_updated_at" after update on "nutrition_entries" for each row
        when new.updated_at is old.updated_at begin update nutrition_entries set updated_at = (strftime('%Y-%m-%d %H:%M:%f000', 'now')) where id = new.id; end`)
    this.addSql(`create table "notifications" (
 "id" integer not null primary key autoincrement,
 "sender_id" integer null,
 "recipient_id" integer not null,
 "type" text null,
 "title" text null,
 "message" text null,
 "is_read" integer check (is_read in (0, 1)) not null default false,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "notifications_sender_id_foreign" foreign key ("sender_id") references "users" ("id") on delete set null,
 constraint "notifications_recipient_id_foreign" foreign key ("recipient_id") references "users" ("id") on delete cascade,
 constraint "notifications_created_at_readable" check (created_at is null or julianday(created_at) is not null)
)`)
    this.addSql(`create index "notifications_sender_id_index" on "notifications" ("sender_id")`)
    this.addSql(
      `create index "notifications_recipient_id_is_read_created_at_index" on "notifications" ("recipient_id", "is_read", "created_at")`,
    )
    this.addSql(`create table "meal_plans" (
 "id" integer not null primary key autoincrement,
 "client_id" integer null,
 "trainer_id" integer null,
 "date" date check (date(date) is date) null,
 "title" text check (length(trim(title)) > 0 and length(title) <= 200) null,
 "total_calories" real check (total_calories between 0 and 100000) null,
 "protein_target" real check (protein_target between 0 and 100000) null,
 "carb_target" real check (carb_target between 0 and 100000) null,
 "fat_target" real check (fat_target between 0 and 100000) null,
 "notes" text null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "meal_plans_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "meal_plans_trainer_id_foreign" foreign key ("trainer_id") references "users" ("id") on delete set null,
 constraint "meal_plans_created_at_readable" check (created_at is null or julianday(created_at) is not null)
)`)
    this.addSql(`create index "meal_plans_trainer_id_index" on "meal_plans" ("trainer_id")`)
    this.addSql(`create index "meal_plans_client_id_date_index" on "meal_plans" ("client_id", "date")`)
    this.addSql(`create table "meal_entries" (
 "id" integer not null primary key autoincrement,
 "meal_plan_id" integer not null,
 "name" text check (length(trim(name)) > 0 and length(name) <= 200) not null,
 "order_index" integer check (order_index between 0 and 100000) not null default 0,
 "notes" text null,
 constraint "meal_entries_meal_plan_id_foreign" foreign key ("meal_plan_id") references "meal_plans" ("id") on delete cascade
)`)
    this.addSql(`create index "meal_entries_meal_plan_id_index" on "meal_entries" ("meal_plan_id")`)
    this.addSql(`create table "meal_uploads" (
 "id" integer not null primary key autoincrement,
 "client_id" integer not null,
 "meal_entry_id" integer null,
 "image_path" text null,
 "marked_ok" integer check (marked_ok in (0, 1)) null,
 "uploaded_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "meal_uploads_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "meal_uploads_meal_entry_id_foreign" foreign key ("meal_entry_id") references "meal_entries" ("id") on delete no action,
 constraint "meal_uploads_uploaded_at_readable" check (uploaded_at is null or julianday(uploaded_at) is not null)
)`)
    this.addSql(`create index "meal_uploads_meal_entry_id_index" on "meal_uploads" ("meal_entry_id")`)
    this.addSql(
      `create index "meal_uploads_client_id_uploaded_at_index" on "meal_uploads" ("client_id", "uploaded_at")`,
    )
    this.addSql(`create table "meal_components" (
 "id" integer not null primary key autoincrement,
 "meal_entry_id" integer not null,
 "type" text check ("type" in ('protein', 'carb', 'fat', 'vegetable', 'fruit', 'other')) not null,
 "description" text null,
 "calories" real check (calories between 0 and 100000) null,
 "protein" real check (protein between 0 and 100000) null,
 "carbs" real check (carbs between 0 and 100000) null,
 "fat" real check (fat between 0 and 100000) null,
 "is_optional" integer check (is_optional in (0, 1)) not null default false,
 constraint "meal_components_meal_entry_id_foreign" foreign key ("meal_entry_id") references "meal_entries" ("id") on delete cascade
)`)
    this.addSql(`create index "meal_components_meal_entry_id_index" on "meal_components" ("meal_entry_id")`)
    this.addSql(`create table "meal_completions" (
 "id" integer not null primary key autoincrement,
 "planned_meal_id" integer not null,
 "client_id" integer not null,
 "status" text check ("status" in ('pending', 'completed', 'skipped')) not null default 'pending',
 "photo_path" text null,
 "completed_at" datetime null,
 "notes" text null,
 constraint "meal_completions_planned_meal_id_foreign" foreign key ("planned_meal_id") references "planned_meals" ("id") on delete no action,
 constraint "meal_completions_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "meal_completions_completed_at_readable" check (completed_at is null or julianday(completed_at) is not null)
)`)
    this.addSql(
      `create index "meal_completions_planned_meal_id_index" on "meal_completions" ("planned_meal_id")`,
    )
    this.addSql(
      `create index "meal_completions_client_id_completed_at_index" on "meal_completions" ("client_id", "completed_at")`,
    )
    this.addSql(`create table "invites" (
 "id" integer not null primary key autoincrement,
 "token_hash" text check (length(trim(token_hash)) > 0 and length(token_hash) <= 100) not null,
 "role" text check ("role" in ('trainer', 'client')) not null,
 "inviter_id" integer null,
 "user_id" integer null,
 "name" text check (length(trim(name)) > 0 and length(name) <= 200) null,
 "expires_at" datetime not null,
 "used_at" datetime null,
 "used_by" integer null,
 "revoked_at" datetime null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "invites_inviter_id_foreign" foreign key ("inviter_id") references "users" ("id") on delete cascade,
 constraint "invites_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade,
 constraint "invites_used_by_foreign" foreign key ("used_by") references "users" ("id") on delete set null,
 constraint "invites_expires_at_readable" check (expires_at is null or julianday(expires_at) is not null),
 constraint "invites_used_at_readable" check (used_at is null or julianday(used_at) is not null),
 constraint "invites_revoked_at_readable" check (revoked_at is null or julianday(revoked_at) is not null),
 constraint "invites_created_at_readable" check (created_at is null or julianday(created_at) is not null)
)`)
    this.addSql(`create unique index "invites_token_hash_unique" on "invites" ("token_hash")`)
    this.addSql(`create index "invites_inviter_id_index" on "invites" ("inviter_id")`)
    this.addSql(`create index "invites_user_id_index" on "invites" ("user_id")`)
    this.addSql(`create index "invites_used_by_index" on "invites" ("used_by")`)
    this.addSql(`create table "file_uploads" (
 "id" integer not null primary key autoincrement,
 "user_id" integer not null,
 "filename" text check (length(trim(filename)) > 0 and length(filename) <= 255) not null,
 "original_filename" text null,
 "file_path" text check (length(trim(file_path)) > 0 and length(file_path) <= 1000) not null,
 "file_size" integer check (file_size between 0 and 1000000000) null,
 "mime_type" text null,
 "upload_type" text null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "file_uploads_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade,
 constraint "file_uploads_created_at_readable" check (created_at is null or julianday(created_at) is not null)
)`)
    this.addSql(`create index "file_uploads_user_id_index" on "file_uploads" ("user_id")`)
    this.addSql(`create index "file_uploads_file_path_index" on "file_uploads" ("file_path")`)
    this.addSql(`create table "thumbnails" (
 "id" integer not null primary key autoincrement,
 "file_id" integer not null,
 "thumbnail_path" text check (length(trim(thumbnail_path)) > 0 and length(thumbnail_path) <= 1000) not null,
 "size" text null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "thumbnails_file_id_foreign" foreign key ("file_id") references "file_uploads" ("id") on delete cascade,
 constraint "thumbnails_created_at_readable" check (created_at is null or julianday(created_at) is not null)
)`)
    this.addSql(`create index "thumbnails_file_id_index" on "thumbnails" ("file_id")`)
    this.addSql(`create table "exercises" (
 "id" integer not null primary key autoincrement,
 "name" text check (length(trim(name)) > 0 and length(name) <= 200) not null,
 "description" text null,
 "video_url" text null,
 "muscle_group" text check ("muscle_group" in ('chest', 'back', 'shoulders', 'biceps', 'triceps', 'legs', 'core', 'cardio', 'full_body', 'other')) not null default 'other',
 "equipment_needed" text null,
 "instructions" text null,
 "created_by" integer null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "slug" text check (length(trim(slug)) > 0 and length(slug) <= 100) null,
 "step_kg" real check (step_kg > 0 and step_kg <= 100) null,
 constraint "exercises_created_by_foreign" foreign key ("created_by") references "users" ("id") on delete set null,
 constraint "exercises_created_at_readable" check (created_at is null or julianday(created_at) is not null)
)`)
    this.addSql(`create index "exercises_name_index" on "exercises" ("name")`)
    this.addSql(`create index "exercises_muscle_group_index" on "exercises" ("muscle_group")`)
    this.addSql(`create index "exercises_created_by_index" on "exercises" ("created_by")`)
    this.addSql(`create unique index "exercises_slug_unique" on "exercises" ("slug")`)
    this.addSql(`create table "exercise_names" (
 "id" integer not null primary key autoincrement,
 "exercise_id" integer not null,
 "language" text check ("language" in ('en', 'he')) not null,
 "name" text check (length(trim(name)) > 0 and length(name) <= 200) not null,
 "name_key" text check (length(trim(name_key)) > 0 and length(name_key) <= 200) not null,
 "is_primary" integer check (is_primary in (0, 1)) not null default false,
 constraint "exercise_names_exercise_id_foreign" foreign key ("exercise_id") references "exercises" ("id") on delete cascade
)`)
    this.addSql(`create index "exercise_names_exercise_id_index" on "exercise_names" ("exercise_id")`)
    this.addSql(`create index "exercise_names_name_key_index" on "exercise_names" ("name_key")`)
    this.addSql(
      `create unique index "exercise_names_language_name_key_exercise_id_unique" on "exercise_names" ("language", "name_key", "exercise_id")`,
    )
    this.addSql(`create table "deliveries" (
 "id" integer not null primary key autoincrement,
 "dedupe_key" text check (length(trim(dedupe_key)) > 0 and length(dedupe_key) <= 500) not null,
 "kind" text check (length(trim(kind)) > 0 and length(kind) <= 100) not null,
 "recipient_id" integer not null,
 "payload" text check (json_valid(payload)) not null,
 "due_at" datetime not null,
 "expires_at" datetime null,
 "state" text check ("state" in ('due', 'sending', 'sent', 'uncertain', 'failed', 'stale', 'held', 'cancelled')) not null default 'due',
 "valuable" integer check (valuable in (0, 1)) not null default false,
 "run_id" text null,
 "attempts" integer check (attempts between 0 and 1000000) not null default 0,
 "message_id" integer null,
 "sent_at" datetime null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "updated_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "deliveries_recipient_id_foreign" foreign key ("recipient_id") references "users" ("id") on delete cascade,
 constraint "deliveries_due_at_readable" check (due_at is null or julianday(due_at) is not null),
 constraint "deliveries_expires_at_readable" check (expires_at is null or julianday(expires_at) is not null),
 constraint "deliveries_sent_at_readable" check (sent_at is null or julianday(sent_at) is not null),
 constraint "deliveries_created_at_readable" check (created_at is null or julianday(created_at) is not null),
 constraint "deliveries_updated_at_readable" check (updated_at is null or julianday(updated_at) is not null)
)`)
    this.addSql(`create unique index "deliveries_dedupe_key_unique" on "deliveries" ("dedupe_key")`)
    this.addSql(`create index "deliveries_recipient_id_index" on "deliveries" ("recipient_id")`)
    this.addSql(`create index "deliveries_state_due_at_index" on "deliveries" ("state", "due_at")`)
    this.addSql(`create trigger "deliveries_updated_at" after update on "deliveries" for each row
        when new.updated_at is old.updated_at begin update deliveries set updated_at = (strftime('%Y-%m-%d %H:%M:%f000', 'now')) where id = new.id; end`)
    this.addSql(`create table "client_profiles" (
 "id" integer not null primary key autoincrement,
 "user_id" integer not null,
 "trainer_id" integer null,
 "height" real check (height between 50 and 280) null,
 "target_weight" real check (target_weight > 0 and target_weight <= 1000) null,
 "fitness_goals" text null,
 "medical_conditions" text null,
 "dietary_restrictions" text null,
 "consented_at" datetime null,
 constraint "client_profiles_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade,
 constraint "client_profiles_trainer_id_foreign" foreign key ("trainer_id") references "users" ("id") on delete set null,
 constraint "client_profiles_consented_at_readable" check (consented_at is null or julianday(consented_at) is not null)
)`)
    this.addSql(`create unique index "client_profiles_user_id_unique" on "client_profiles" ("user_id")`)
    this.addSql(`create index "client_profiles_trainer_id_index" on "client_profiles" ("trainer_id")`)
    this.addSql(`create table "user_settings" (
 "id" integer not null primary key autoincrement,
 "user_id" integer not null,
 "time_zone" text check (length(trim(time_zone)) > 0 and length(time_zone) <= 100) null,
 "units" text check ("units" in ('kg', 'lb')) not null default 'kg',
 "language" text check ("language" in ('en', 'he')) null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "updated_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "user_settings_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade,
 constraint "user_settings_created_at_readable" check (created_at is null or julianday(created_at) is not null),
 constraint "user_settings_updated_at_readable" check (updated_at is null or julianday(updated_at) is not null)
)`)
    this.addSql(`create unique index "user_settings_user_id_unique" on "user_settings" ("user_id")`)
    this.addSql(`create trigger "user_settings_updated_at" after update on "user_settings" for each row
        when new.updated_at is old.updated_at begin update user_settings set updated_at = (strftime('%Y-%m-%d %H:%M:%f000', 'now')) where id = new.id; end`)
    this.addSql(`create table "weigh_ins" (
 "id" integer not null primary key autoincrement,
 "client_id" integer not null,
 "weight" real check (weight > 0 and weight <= 1000) not null,
 "body_fat" real check (body_fat between 0 and 100) null,
 "notes" text null,
 "recorded_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "weigh_ins_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "weigh_ins_recorded_at_readable" check (recorded_at is null or julianday(recorded_at) is not null)
)`)
    this.addSql(
      `create index "weigh_ins_client_id_recorded_at_index" on "weigh_ins" ("client_id", "recorded_at")`,
    )
    this.addSql(`create table "workout_plans" (
 "id" integer not null primary key autoincrement,
 "name" text check (length(trim(name)) > 0 and length(name) <= 200) not null,
 "description" text null,
 "trainer_id" integer null,
 "client_id" integer null,
 "start_date" date check (date(start_date) is start_date) null,
 "end_date" date check (date(end_date) is end_date) null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "updated_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "previous_id" integer null,
 constraint "workout_plans_trainer_id_foreign" foreign key ("trainer_id") references "users" ("id") on delete set null,
 constraint "workout_plans_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "workout_plans_previous_id_foreign" foreign key ("previous_id") references "workout_plans" ("id") on delete set null,
 constraint "workout_plans_end_not_before_start" check (end_date >= start_date),
 constraint "workout_plans_created_at_readable" check (created_at is null or julianday(created_at) is not null),
 constraint "workout_plans_updated_at_readable" check (updated_at is null or julianday(updated_at) is not null)
)`)
    this.addSql(`create index "workout_plans_trainer_id_index" on "workout_plans" ("trainer_id")`)
    this.addSql(
      `create index "workout_plans_client_id_start_date_index" on "workout_plans" ("client_id", "start_date")`,
    )
    this.addSql(`create index "workout_plans_previous_id_index" on "workout_plans" ("previous_id")`)
    this.addSql(`create trigger "workout_plans_updated_at" after update on "workout_plans" for each row
        when new.updated_at is old.updated_at begin update workout_plans set updated_at = (strftime('%Y-%m-%d %H:%M:%f000', 'now')) where id = new.id; end`)
    this.addSql(`create table "workout_sessions" (
 "id" integer not null primary key autoincrement,
 "workout_plan_id" integer not null,
 "name" text check (length(trim(name)) > 0 and length(name) <= 200) not null,
 "day_of_week" integer check (day_of_week between 0 and 6) null,
 "notes" text null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "order_index" integer check (order_index between 0 and 100000) not null default 0,
 constraint "workout_sessions_workout_plan_id_foreign" foreign key ("workout_plan_id") references "workout_plans" ("id") on delete cascade,
 constraint "workout_sessions_created_at_readable" check (created_at is null or julianday(created_at) is not null)
)`)
    this.addSql(
      `create index "workout_sessions_workout_plan_id_index" on "workout_sessions" ("workout_plan_id")`,
    )
    this.addSql(`create table "workout_exercises" (
 "id" integer not null primary key autoincrement,
 "workout_session_id" integer not null,
 "exercise_id" integer not null,
 "order" integer check ("order" between 0 and 100000) not null default 0,
 "sets" integer check (sets between 1 and 100) not null,
 "reps" text check (length(trim(reps)) > 0 and length(reps) <= 100) not null,
 "weight" real check (weight > 0 and weight <= 2000) null,
 "rest_time" integer check (rest_time between 0 and 86400) null,
 "notes" text null,
 "superset" text check (length(trim(superset)) > 0 and length(superset) <= 20) null,
 "rpe" real check (rpe between 1 and 10) null,
 "load_text" text check (length(trim(load_text)) > 0 and length(load_text) <= 100) null,
 constraint "workout_exercises_workout_session_id_foreign" foreign key ("workout_session_id") references "workout_sessions" ("id") on delete cascade,
 constraint "workout_exercises_exercise_id_foreign" foreign key ("exercise_id") references "exercises" ("id") on delete cascade
)`)
    this.addSql(
      `create index "workout_exercises_workout_session_id_index" on "workout_exercises" ("workout_session_id")`,
    )
    this.addSql(`create index "workout_exercises_exercise_id_index" on "workout_exercises" ("exercise_id")`)
    this.addSql(`create table "workouts" (
 "id" integer not null primary key autoincrement,
 "client_id" integer not null,
 "workout_session_id" integer null,
 "workout_plan_id" integer null,
 "name" text check (length(trim(name)) > 0 and length(name) <= 200) null,
 "local_date" date check (date(local_date) is local_date) not null,
 "state" text check ("state" in ('running', 'finished', 'left')) not null default 'running',
 "started_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "finished_at" datetime null,
 "position" integer check (position between 0 and 100000) not null default 0,
 "difficulty_rating" integer check (difficulty_rating between 1 and 5) null,
 "notes" text null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "workouts_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "workouts_workout_session_id_foreign" foreign key ("workout_session_id") references "workout_sessions" ("id") on delete no action,
 constraint "workouts_workout_plan_id_foreign" foreign key ("workout_plan_id") references "workout_plans" ("id") on delete no action,
 constraint "workouts_started_at_readable" check (started_at is null or julianday(started_at) is not null),
 constraint "workouts_finished_at_readable" check (finished_at is null or julianday(finished_at) is not null),
 constraint "workouts_created_at_readable" check (created_at is null or julianday(created_at) is not null)
)`)
    this.addSql(`create index "workouts_workout_session_id_index" on "workouts" ("workout_session_id")`)
    this.addSql(`create index "workouts_workout_plan_id_index" on "workouts" ("workout_plan_id")`)
    this.addSql(
      `create index "workouts_client_id_local_date_index" on "workouts" ("client_id", "local_date")`,
    )
    this.addSql(
      `create unique index "workouts_one_running" on "workouts" ("client_id") where state = 'running'`,
    )
    this.addSql(`create table "workout_items" (
 "id" integer not null primary key autoincrement,
 "workout_id" integer not null,
 "position" integer check (position between 0 and 100000) not null,
 "workout_exercise_id" integer null,
 "exercise_id" integer not null,
 "swapped_from_id" integer null,
 "superset" text check (length(trim(superset)) > 0 and length(superset) <= 20) null,
 "sets" integer check (sets between 1 and 100) not null,
 "reps" text check (length(trim(reps)) > 0 and length(reps) <= 100) not null,
 "weight" real check (weight between 0 and 2000) null,
 "load_text" text check (length(trim(load_text)) > 0 and length(load_text) <= 100) null,
 "rpe" real check (rpe between 1 and 10) null,
 "rest_time" integer check (rest_time between 0 and 86400) null,
 "notes" text null,
 "status" text check ("status" in ('open', 'done', 'skipped')) not null default 'open',
 "next_reps" text check (length(trim(next_reps)) > 0 and length(next_reps) <= 100) null,
 "next_weight" real check (next_weight between 0 and 2000) null,
 "difficulty_rating" integer check (difficulty_rating between 1 and 5) null,
 "comment" text null,
 constraint "workout_items_workout_id_foreign" foreign key ("workout_id") references "workouts" ("id") on delete cascade,
 constraint "workout_items_workout_exercise_id_foreign" foreign key ("workout_exercise_id") references "workout_exercises" ("id") on delete no action,
 constraint "workout_items_exercise_id_foreign" foreign key ("exercise_id") references "exercises" ("id") on delete no action,
 constraint "workout_items_swapped_from_id_foreign" foreign key ("swapped_from_id") references "exercises" ("id") on delete no action
)`)
    this.addSql(
      `create index "workout_items_workout_exercise_id_index" on "workout_items" ("workout_exercise_id")`,
    )
    this.addSql(`create index "workout_items_exercise_id_index" on "workout_items" ("exercise_id")`)
    this.addSql(`create index "workout_items_swapped_from_id_index" on "workout_items" ("swapped_from_id")`)
    this.addSql(
      `create unique index "workout_items_workout_id_position_unique" on "workout_items" ("workout_id", "position")`,
    )
    this.addSql(`create table "exercise_completions" (
 "id" integer not null primary key autoincrement,
 "workout_exercise_id" integer null,
 "client_id" integer not null,
 "completed_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "actual_sets" integer check (actual_sets between 1 and 100) null,
 "actual_reps" text check (length(trim(actual_reps)) > 0 and length(actual_reps) <= 1000) null,
 "weight_used" real check (weight_used between 0 and 2000) null,
 "difficulty_rating" integer check (difficulty_rating between 1 and 5) null,
 "notes" text null,
 "form_photo_path" text null,
 "workout_id" integer null,
 "workout_item_id" integer null,
 "exercise_id" integer null,
 constraint "exercise_completions_workout_exercise_id_foreign" foreign key ("workout_exercise_id") references "workout_exercises" ("id") on delete no action,
 constraint "exercise_completions_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "exercise_completions_workout_id_foreign" foreign key ("workout_id") references "workouts" ("id") on delete no action,
 constraint "exercise_completions_workout_item_id_foreign" foreign key ("workout_item_id") references "workout_items" ("id") on delete no action,
 constraint "exercise_completions_exercise_id_foreign" foreign key ("exercise_id") references "exercises" ("id") on delete no action,
 constraint "exercise_completions_completed_at_readable" check (completed_at is null or julianday(completed_at) is not null)
)`)
    this.addSql(
      `create index "exercise_completions_workout_exercise_id_index" on "exercise_completions" ("workout_exercise_id")`,
    )
    this.addSql(
      `create index "exercise_completions_workout_id_index" on "exercise_completions" ("workout_id")`,
    )
    this.addSql(
      `create unique index "exercise_completions_workout_item_id_unique" on "exercise_completions" ("workout_item_id") where workout_item_id is not null`,
    )
    this.addSql(
      `create index "exercise_completions_exercise_id_index" on "exercise_completions" ("exercise_id")`,
    )
    this.addSql(
      `create index "exercise_completions_client_id_completed_at_index" on "exercise_completions" ("client_id", "completed_at")`,
    )
    this.addSql(
      `create index "exercise_completions_client_id_exercise_id_completed_at_index" on "exercise_completions" ("client_id", "exercise_id", "completed_at")`,
    )
    this.addSql(`create table "set_logs" (
 "id" integer not null primary key autoincrement,
 "exercise_completion_id" integer not null,
 "client_id" integer not null,
 "set_number" integer check (set_number between 1 and 100) not null,
 "reps" integer check (reps between 0 and 10000) null,
 "seconds" integer check (seconds between 0 and 86400) null,
 "weight" real check (weight between 0 and 2000) null,
 "typed_weight" text check (length(trim(typed_weight)) > 0 and length(typed_weight) <= 50) null,
 "typed_unit" text check ("typed_unit" in ('kg', 'lb')) null,
 "rpe" real check (rpe between 1 and 10) null,
 "notes" text null,
 "source" text check ("source" in ('tap', 'typed')) not null default 'tap',
 "message_id" integer null,
 "performed_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "updated_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "set_logs_exercise_completion_id_foreign" foreign key ("exercise_completion_id") references "exercise_completions" ("id") on delete cascade,
 constraint "set_logs_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "set_logs_counted_or_timed" check (reps is not null or seconds is not null),
 constraint "set_logs_performed_at_readable" check (performed_at is null or julianday(performed_at) is not null),
 constraint "set_logs_created_at_readable" check (created_at is null or julianday(created_at) is not null),
 constraint "set_logs_updated_at_readable" check (updated_at is null or julianday(updated_at) is not null)
)`)
    this.addSql(
      `create index "set_logs_client_id_performed_at_index" on "set_logs" ("client_id", "performed_at")`,
    )
    this.addSql(
      `create unique index "set_logs_exercise_completion_id_set_number_unique" on "set_logs" ("exercise_completion_id", "set_number")`,
    )
    this.addSql(`create trigger "set_logs_updated_at" after update on "set_logs" for each row
        when new.updated_at is old.updated_at begin update set_logs set updated_at = (strftime('%Y-%m-%d %H:%M:%f000', 'now')) where id = new.id; end`)
    this.addSql(`create table "set_corrections" (
 "id" integer not null primary key autoincrement,
 "set_log_id" integer not null,
 "message_id" integer not null,
 "said_before" text check (json_valid(said_before)) null,
 constraint "set_corrections_set_log_id_foreign" foreign key ("set_log_id") references "set_logs" ("id") on delete cascade
)`)
    this.addSql(`create index "set_corrections_message_id_index" on "set_corrections" ("message_id")`)
    this.addSql(
      `create unique index "set_corrections_set_log_id_message_id_unique" on "set_corrections" ("set_log_id", "message_id")`,
    )
  }
}
