import { Migration } from '@mikro-orm/migrations'

/** Numbers that were given once are not given again by a table made anew. */
function keepNumbering(migration: Migration, table: string): void {
  migration.addSql(`delete from sqlite_sequence where name = '${table}_anew'`)
  migration.addSql(
    `insert into sqlite_sequence (name, seq) select '${table}_anew', seq from sqlite_sequence where name = '${table}'`,
  )
}

/** Meals as eaten, photos and what trainers think of them, check-ins. */
export class Migration20261125130000_day extends Migration {
  override up(): void {
    // The first check of the time refused a meal without one: `null is not null` is false, not unknown.
    this.addSql(`create table "planned_meals_anew" (
 "id" integer not null primary key autoincrement,
 "nutrition_plan_id" integer not null,
 "recipe_id" integer null,
 "meal_type" text check ("meal_type" in ('breakfast', 'lunch', 'dinner', 'snack', 'pre_workout', 'post_workout')) not null,
 "day_of_week" integer check (day_of_week between 0 and 6) null,
 "time_of_day" text check (time_of_day glob '[0-2][0-9]:[0-5][0-9]*' and substr(time(time_of_day), 1, 5) is substr(time_of_day, 1, 5)) null,
 "notes" text null,
 constraint "planned_meals_nutrition_plan_id_foreign" foreign key ("nutrition_plan_id") references "nutrition_plans" ("id") on delete cascade,
 constraint "planned_meals_recipe_id_foreign" foreign key ("recipe_id") references "recipes" ("id") on delete cascade
)`)
    this.addSql(
      `insert into planned_meals_anew select id, nutrition_plan_id, recipe_id, meal_type, day_of_week, time_of_day, notes from planned_meals`,
    )
    keepNumbering(this, 'planned_meals')
    this.addSql('drop table planned_meals')
    this.addSql('alter table planned_meals_anew rename to planned_meals')
    this.addSql(
      `create index "planned_meals_nutrition_plan_id_index" on "planned_meals" ("nutrition_plan_id")`,
    )
    this.addSql(`create index "planned_meals_recipe_id_index" on "planned_meals" ("recipe_id")`)
    this.addSql(`create table "progress_entries_anew" (
 "id" integer not null primary key autoincrement,
 "client_id" integer not null,
 "date" date check (date(date) is date) not null,
 "weight" real check (weight > 0 and weight <= 1000) null,
 "body_fat" real check (body_fat between 0 and 100) null,
 "notes" text null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "sleep" integer check (sleep between 1 and 5) null,
 "energy" integer check (energy between 1 and 5) null,
 "hunger" integer check (hunger between 1 and 5) null,
 "stress" integer check (stress between 1 and 5) null,
 "weigh_in_id" integer null,
 "finished_at" datetime null,
 constraint "progress_entries_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "progress_entries_weigh_in_id_foreign" foreign key ("weigh_in_id") references "weigh_ins" ("id") on delete set null,
 constraint "progress_entries_created_at_readable" check (created_at is null or julianday(created_at) is not null),
 constraint "progress_entries_finished_at_readable" check (finished_at is null or julianday(finished_at) is not null)
)`)
    this.addSql(
      `insert into progress_entries_anew (id, client_id, date, weight, body_fat, notes, created_at) select id, client_id, date, weight, body_fat, notes, created_at from progress_entries`,
    )
    keepNumbering(this, 'progress_entries')
    this.addSql('drop table progress_entries')
    this.addSql('alter table progress_entries_anew rename to progress_entries')
    this.addSql(
      `create index "progress_entries_client_id_date_index" on "progress_entries" ("client_id", "date")`,
    )
    this.addSql(`create index "progress_entries_weigh_in_id_index" on "progress_entries" ("weigh_in_id")`)
    this.addSql(`create table "doomed_files" (
 "id" integer not null primary key autoincrement,
 "path" text check (length(trim(path)) > 0 and length(path) <= 1000) not null,
 "doomed_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "doomed_files_doomed_at_readable" check (doomed_at is null or julianday(doomed_at) is not null)
)`)
    this.addSql(`create table "quick_phrases" (
 "id" integer not null primary key autoincrement,
 "trainer_id" integer not null,
 "text" text check (length(trim(text)) > 0 and length(text) <= 200) not null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "quick_phrases_trainer_id_foreign" foreign key ("trainer_id") references "users" ("id") on delete cascade,
 constraint "quick_phrases_created_at_readable" check (created_at is null or julianday(created_at) is not null)
)`)
    this.addSql(
      `create unique index "quick_phrases_trainer_id_text_unique" on "quick_phrases" ("trainer_id", "text")`,
    )
    this.addSql(`create table "meal_series" (
 "id" integer not null primary key autoincrement,
 "client_id" integer not null,
 "trainer_id" integer null,
 "start_date" date check (date(start_date) is start_date) not null,
 "end_date" date check (date(end_date) is end_date) null,
 "weekdays" text check (length(trim(weekdays)) > 0 and length(weekdays) <= 20) null,
 "previous_id" integer null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "meal_series_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "meal_series_trainer_id_foreign" foreign key ("trainer_id") references "users" ("id") on delete set null,
 constraint "meal_series_previous_id_foreign" foreign key ("previous_id") references "meal_series" ("id") on delete set null,
 constraint "meal_series_end_not_before_start" check (end_date >= start_date),
 constraint "meal_series_created_at_readable" check (created_at is null or julianday(created_at) is not null)
)`)
    this.addSql(`create index "meal_series_client_id_index" on "meal_series" ("client_id")`)
    this.addSql(`create index "meal_series_trainer_id_index" on "meal_series" ("trainer_id")`)
    this.addSql(`create index "meal_series_previous_id_index" on "meal_series" ("previous_id")`)
    this.addSql(`create table "eaten_meals" (
 "id" integer not null primary key autoincrement,
 "client_id" integer not null,
 "local_date" date check (date(local_date) is local_date) not null,
 "meal_entry_id" integer null,
 "planned_meal_id" integer null,
 "name" text check (length(trim(name)) > 0 and length(name) <= 200) null,
 "status" text check ("status" in ('eaten', 'skipped')) not null,
 "as_planned" integer check (as_planned in (0, 1)) null,
 "description" text check (length(trim(description)) > 0 and length(description) <= 4000) null,
 "calories" real check (calories between 0 and 100000) null,
 "protein" real check (protein between 0 and 100000) null,
 "carbs" real check (carbs between 0 and 100000) null,
 "fat" real check (fat between 0 and 100000) null,
 "unknown_parts" integer check (unknown_parts between 0 and 1000) not null default 0,
 "reason" text check (length(trim(reason)) > 0 and length(reason) <= 1000) null,
 "source" text check ("source" in ('tap', 'typed', 'photo')) not null default 'tap',
 "message_id" integer null,
 "eaten_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "updated_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "eaten_meals_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "eaten_meals_meal_entry_id_foreign" foreign key ("meal_entry_id") references "meal_entries" ("id") on delete no action,
 constraint "eaten_meals_planned_meal_id_foreign" foreign key ("planned_meal_id") references "planned_meals" ("id") on delete no action,
 constraint "eaten_meals_eaten_at_readable" check (eaten_at is null or julianday(eaten_at) is not null),
 constraint "eaten_meals_created_at_readable" check (created_at is null or julianday(created_at) is not null),
 constraint "eaten_meals_updated_at_readable" check (updated_at is null or julianday(updated_at) is not null)
)`)
    this.addSql(`create index "eaten_meals_meal_entry_id_index" on "eaten_meals" ("meal_entry_id")`)
    this.addSql(`create index "eaten_meals_planned_meal_id_index" on "eaten_meals" ("planned_meal_id")`)
    this.addSql(
      `create index "eaten_meals_client_id_local_date_index" on "eaten_meals" ("client_id", "local_date")`,
    )
    this.addSql(
      `create unique index "eaten_meals_entry_once" on "eaten_meals" ("client_id", "local_date", "meal_entry_id") where meal_entry_id is not null`,
    )
    this.addSql(
      `create unique index "eaten_meals_planned_once" on "eaten_meals" ("client_id", "local_date", "planned_meal_id") where planned_meal_id is not null`,
    )
    this.addSql(`create trigger "eaten_meals_updated_at" AFTER UPDATE on "eaten_meals" for each ROW
  when new.updated_at is old.updated_at begin update eaten_meals set updated_at = (strftime('%Y-%m-%d %H:%M:%f000', 'now')) where id = new.id; end`)
    this.addSql(`create table "eaten_foods" (
 "id" integer not null primary key autoincrement,
 "eaten_meal_id" integer not null,
 "order_index" integer check (order_index between 0 and 100000) not null default 0,
 "meal_component_id" integer null,
 "description" text check (length(trim(description)) > 0 and length(description) <= 1000) not null,
 "calories" real check (calories between 0 and 100000) null,
 "protein" real check (protein between 0 and 100000) null,
 "carbs" real check (carbs between 0 and 100000) null,
 "fat" real check (fat between 0 and 100000) null,
 constraint "eaten_foods_eaten_meal_id_foreign" foreign key ("eaten_meal_id") references "eaten_meals" ("id") on delete cascade,
 constraint "eaten_foods_meal_component_id_foreign" foreign key ("meal_component_id") references "meal_components" ("id") on delete set null
)`)
    this.addSql(`create index "eaten_foods_eaten_meal_id_index" on "eaten_foods" ("eaten_meal_id")`)
    this.addSql(`create index "eaten_foods_meal_component_id_index" on "eaten_foods" ("meal_component_id")`)
    this.addSql(`create table "reviews" (
 "id" integer not null primary key autoincrement,
 "client_id" integer not null,
 "eaten_meal_id" integer null,
 "workout_item_id" integer null,
 "exercise_id" integer null,
 "set_number" integer check (set_number between 1 and 100) null,
 "state" text check ("state" in ('waiting', 'done', 'withdrawn')) not null default 'waiting',
 "verdict" text check ("verdict" in ('good', 'adjust', 'wrong')) null,
 "comment" text check (length(trim(comment)) > 0 and length(comment) <= 4000) null,
 "spoken_id" integer null,
 "reviewed_by_id" integer null,
 "reviewed_at" datetime null,
 "put_off_at" datetime null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "updated_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "reviews_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "reviews_eaten_meal_id_foreign" foreign key ("eaten_meal_id") references "eaten_meals" ("id") on delete cascade,
 constraint "reviews_workout_item_id_foreign" foreign key ("workout_item_id") references "workout_items" ("id") on delete no action,
 constraint "reviews_exercise_id_foreign" foreign key ("exercise_id") references "exercises" ("id") on delete no action,
 constraint "reviews_spoken_id_foreign" foreign key ("spoken_id") references "file_uploads" ("id") on delete set null,
 constraint "reviews_reviewed_by_id_foreign" foreign key ("reviewed_by_id") references "users" ("id") on delete set null,
 constraint "reviews_reviewed_at_readable" check (reviewed_at is null or julianday(reviewed_at) is not null),
 constraint "reviews_put_off_at_readable" check (put_off_at is null or julianday(put_off_at) is not null),
 constraint "reviews_created_at_readable" check (created_at is null or julianday(created_at) is not null),
 constraint "reviews_updated_at_readable" check (updated_at is null or julianday(updated_at) is not null)
)`)
    this.addSql(`create index "reviews_eaten_meal_id_index" on "reviews" ("eaten_meal_id")`)
    this.addSql(`create index "reviews_workout_item_id_index" on "reviews" ("workout_item_id")`)
    this.addSql(`create index "reviews_exercise_id_index" on "reviews" ("exercise_id")`)
    this.addSql(`create index "reviews_spoken_id_index" on "reviews" ("spoken_id")`)
    this.addSql(`create index "reviews_reviewed_by_id_index" on "reviews" ("reviewed_by_id")`)
    this.addSql(`create index "reviews_client_id_state_id_index" on "reviews" ("client_id", "state", "id")`)
    this.addSql(`create trigger "reviews_updated_at" AFTER UPDATE on "reviews" for each ROW
  when new.updated_at is old.updated_at begin update reviews set updated_at = (strftime('%Y-%m-%d %H:%M:%f000', 'now')) where id = new.id; end`)
    this.addSql(`create table "photos" (
 "id" integer not null primary key autoincrement,
 "client_id" integer not null,
 "file_id" integer not null,
 "purpose" text check ("purpose" in ('meal', 'form', 'progress', 'unsorted')) not null default 'unsorted',
 "eaten_meal_id" integer null,
 "workout_item_id" integer null,
 "exercise_id" integer null,
 "set_number" integer check (set_number between 1 and 100) null,
 "progress_entry_id" integer null,
 "pose" text check ("pose" in ('front', 'side', 'back')) null,
 "review_id" integer null,
 "caption" text check (length(trim(caption)) > 0 and length(caption) <= 4000) null,
 "message_id" integer null,
 "media_group_id" text check (length(trim(media_group_id)) > 0 and length(media_group_id) <= 200) null,
 "local_date" date check (date(local_date) is local_date) not null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "photos_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "photos_file_id_foreign" foreign key ("file_id") references "file_uploads" ("id") on delete cascade,
 constraint "photos_eaten_meal_id_foreign" foreign key ("eaten_meal_id") references "eaten_meals" ("id") on delete set null,
 constraint "photos_workout_item_id_foreign" foreign key ("workout_item_id") references "workout_items" ("id") on delete no action,
 constraint "photos_exercise_id_foreign" foreign key ("exercise_id") references "exercises" ("id") on delete no action,
 constraint "photos_progress_entry_id_foreign" foreign key ("progress_entry_id") references "progress_entries" ("id") on delete set null,
 constraint "photos_review_id_foreign" foreign key ("review_id") references "reviews" ("id") on delete set null,
 constraint "photos_created_at_readable" check (created_at is null or julianday(created_at) is not null)
)`)
    this.addSql(`create unique index "photos_file_id_unique" on "photos" ("file_id")`)
    this.addSql(`create index "photos_eaten_meal_id_index" on "photos" ("eaten_meal_id")`)
    this.addSql(`create index "photos_workout_item_id_index" on "photos" ("workout_item_id")`)
    this.addSql(`create index "photos_exercise_id_index" on "photos" ("exercise_id")`)
    this.addSql(`create index "photos_progress_entry_id_index" on "photos" ("progress_entry_id")`)
    this.addSql(`create index "photos_review_id_index" on "photos" ("review_id")`)
    this.addSql(
      `create index "photos_client_id_purpose_local_date_index" on "photos" ("client_id", "purpose", "local_date")`,
    )
    this.addSql(
      `alter table "notifications" add column "in_reply_to_id" integer null constraint "notifications_in_reply_to_id_foreign" references "notifications" ("id") on delete set null`,
    )
    this.addSql(`create index "notifications_in_reply_to_id_index" on "notifications" ("in_reply_to_id")`)
    this.addSql(
      `alter table "meal_plans" add column "meal_series_id" integer null constraint "meal_plans_meal_series_id_foreign" references "meal_series" ("id") on delete set null`,
    )
    this.addSql(`create index "meal_plans_meal_series_id_index" on "meal_plans" ("meal_series_id")`)
    this.addSql(
      `alter table "meal_entries" add column "time_of_day" text check (time_of_day glob '[0-2][0-9]:[0-5][0-9]*' and substr(time(time_of_day), 1, 5) is substr(time_of_day, 1, 5)) null`,
    )
    this.addSql(
      `alter table "meal_components" add column "order_index" integer check (order_index between 0 and 100000) not null default 0`,
    )
    this.addSql(
      `alter table "meal_components" add column "choice" integer check (choice between 0 and 100000) null`,
    )
    this.addSql(
      `create trigger "file_uploads_doomed" AFTER DELETE on "file_uploads" for each ROW begin insert into doomed_files (path) values (old.file_path); end`,
    )
    this.addSql(
      `alter table "file_uploads" add column "media_kind" text check ("media_kind" in ('photo', 'video', 'video_note', 'voice', 'document')) null`,
    )
    this.addSql(
      `alter table "file_uploads" add column "width" integer check (width between 1 and 100000) null`,
    )
    this.addSql(
      `alter table "file_uploads" add column "height" integer check (height between 1 and 100000) null`,
    )
    this.addSql(
      `alter table "file_uploads" add column "duration" integer check (duration between 0 and 86400) null`,
    )
    this.addSql(
      `alter table "file_uploads" add column "telegram_file_id" text check (length(trim(telegram_file_id)) > 0 and length(telegram_file_id) <= 1000) null`,
    )
    this.addSql(
      `create trigger "thumbnails_doomed" AFTER DELETE on "thumbnails" for each ROW begin insert into doomed_files (path) values (old.thumbnail_path); end`,
    )
    this.addSql(
      `alter table "meal_uploads" add column "eaten_meal_id" integer null constraint "meal_uploads_eaten_meal_id_foreign" references "eaten_meals" ("id") on delete cascade`,
    )
    this.addSql(`create index "meal_uploads_eaten_meal_id_index" on "meal_uploads" ("eaten_meal_id")`)
    this.addSql(
      `alter table "meal_completions" add column "eaten_meal_id" integer null constraint "meal_completions_eaten_meal_id_foreign" references "eaten_meals" ("id") on delete cascade`,
    )
    this.addSql(`create index "meal_completions_eaten_meal_id_index" on "meal_completions" ("eaten_meal_id")`)
    this.addSql(
      `alter table "weigh_ins" add column "typed_weight" text check (length(trim(typed_weight)) > 0 and length(typed_weight) <= 50) null`,
    )
    this.addSql(
      `alter table "weigh_ins" add column "typed_unit" text check ("typed_unit" in ('kg', 'lb')) null`,
    )
    this.addSql(`alter table "weigh_ins" add column "message_id" integer null`)
    this.addSql(
      `alter table "nutrition_entries" add column "weigh_in_id" integer null constraint "nutrition_entries_weigh_in_id_foreign" references "weigh_ins" ("id") on delete set null`,
    )
    this.addSql(`create index "nutrition_entries_weigh_in_id_index" on "nutrition_entries" ("weigh_in_id")`)
    this.addSql(`alter table "conversations" add column "pictures" text check (json_valid(pictures)) null`)
  }
}
