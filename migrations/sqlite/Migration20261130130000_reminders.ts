import { Migration } from '@mikro-orm/migrations'

/** Reminders: rules, how far they are made ahead, how people take them; quiet hours; what coaches note of clients. */
export class Migration20261130130000_reminders extends Migration {
  override up(): void {
    this.addSql(`create table "reminder_rules" (
 "id" integer not null primary key autoincrement,
 "user_id" integer not null,
 "kind" text check ("kind" in ('morning', 'workout', 'meal', 'weighIn', 'checkIn', 'missed', 'planEnd', 'brief', 'week')) not null,
 "is_on" integer check (is_on in (0, 1)) not null default true,
 "time_of_day" text check (time_of_day glob '[0-2][0-9]:[0-5][0-9]*' and substr(time(time_of_day), 1, 5) is substr(time_of_day, 1, 5)) null,
 "weekdays" text check (length(trim(weekdays)) > 0 and length(weekdays) <= 20) null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 "updated_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "reminder_rules_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade,
 constraint "reminder_rules_created_at_readable" check (created_at is null or julianday(created_at) is not null),
 constraint "reminder_rules_updated_at_readable" check (updated_at is null or julianday(updated_at) is not null)
)`)
    this.addSql(
      `create unique index "reminder_rules_user_id_kind_unique" on "reminder_rules" ("user_id", "kind")`,
    )
    this.addSql(`create trigger "reminder_rules_updated_at" AFTER UPDATE on "reminder_rules" for each ROW
  when new.updated_at is old.updated_at begin update reminder_rules set updated_at = (strftime('%Y-%m-%d %H:%M:%f000', 'now')) where id = new.id; end`)
    this.addSql(`create table "reminder_horizons" (
 "id" integer not null primary key autoincrement,
 "user_id" integer not null,
 "planned_through" date check (date(planned_through) is planned_through) not null,
 constraint "reminder_horizons_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade
)`)
    this.addSql(`create unique index "reminder_horizons_user_id_unique" on "reminder_horizons" ("user_id")`)
    this.addSql(
      `create index "reminder_horizons_planned_through_index" on "reminder_horizons" ("planned_through")`,
    )
    this.addSql(`create table "nudge_states" (
 "id" integer not null primary key autoincrement,
 "user_id" integer not null,
 "kind" text check ("kind" in ('morning', 'workout', 'meal', 'weighIn', 'checkIn', 'missed', 'planEnd', 'brief', 'week')) not null,
 "asked_at" datetime null,
 "reason" text check ("reason" in ('busy', 'ill', 'travelling', 'fine')) null,
 "paused_until" date check (date(paused_until) is paused_until) null,
 "told_at" datetime null,
 "updated_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "nudge_states_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade,
 constraint "nudge_states_asked_at_readable" check (asked_at is null or julianday(asked_at) is not null),
 constraint "nudge_states_told_at_readable" check (told_at is null or julianday(told_at) is not null),
 constraint "nudge_states_updated_at_readable" check (updated_at is null or julianday(updated_at) is not null)
)`)
    this.addSql(
      `create unique index "nudge_states_user_id_kind_unique" on "nudge_states" ("user_id", "kind")`,
    )
    this.addSql(`create trigger "nudge_states_updated_at" AFTER UPDATE on "nudge_states" for each ROW
  when new.updated_at is old.updated_at begin update nudge_states set updated_at = (strftime('%Y-%m-%d %H:%M:%f000', 'now')) where id = new.id; end`)
    this.addSql(`create table "client_notes" (
 "id" integer not null primary key autoincrement,
 "client_id" integer not null,
 "trainer_id" integer not null,
 "text" text check (length(trim(text)) > 0 and length(text) <= 4000) not null,
 "created_at" datetime not null default (strftime('%Y-%m-%d %H:%M:%f000', 'now')),
 constraint "client_notes_client_id_foreign" foreign key ("client_id") references "users" ("id") on delete cascade,
 constraint "client_notes_trainer_id_foreign" foreign key ("trainer_id") references "users" ("id") on delete cascade,
 constraint "client_notes_created_at_readable" check (created_at is null or julianday(created_at) is not null)
)`)
    this.addSql(`create index "client_notes_trainer_id_index" on "client_notes" ("trainer_id")`)
    this.addSql(
      `create index "client_notes_client_id_trainer_id_id_index" on "client_notes" ("client_id", "trainer_id", "id")`,
    )
    this.addSql(
      `alter table "user_settings" add column "quiet_from" text check (quiet_from glob '[0-2][0-9]:[0-5][0-9]*' and substr(time(quiet_from), 1, 5) is substr(quiet_from, 1, 5)) null`,
    )
    this.addSql(
      `alter table "user_settings" add column "quiet_to" text check (quiet_to glob '[0-2][0-9]:[0-5][0-9]*' and substr(time(quiet_to), 1, 5) is substr(quiet_to, 1, 5)) null`,
    )
    this.addSql(
      `alter table "user_settings" add column "home_time_zone" text check (length(trim(home_time_zone)) > 0 and length(home_time_zone) <= 100) null`,
    )
    this.addSql(
      `alter table "conversations" add column "acted_at" datetime check (acted_at is null or julianday(acted_at) is not null) null`,
    )
    this.addSql(
      `alter table "conversations" add column "touched_at" datetime check (touched_at is null or julianday(touched_at) is not null) null`,
    )
    this.addSql(
      `alter table "deliveries" add column "local_date" date check (date(local_date) is local_date) null`,
    )
    this.addSql(
      `alter table "deliveries" add column "answered_at" datetime check (answered_at is null or julianday(answered_at) is not null) null`,
    )
    this.addSql(
      `alter table "deliveries" add column "notification_id" integer null constraint "deliveries_notification_id_foreign" references "notifications" ("id") on delete set null`,
    )
    this.addSql(`create index "deliveries_notification_id_index" on "deliveries" ("notification_id")`)
    this.addSql(
      `alter table "notifications" add column "about_id" integer null constraint "notifications_about_id_foreign" references "users" ("id") on delete cascade`,
    )
    this.addSql(`create index "notifications_about_id_index" on "notifications" ("about_id")`)
    this.addSql(
      `update deliveries set notification_id = (select n.id from notifications n where n.id = json_extract(payload, '$.letter')), updated_at = updated_at || '0' where kind = 'letter'`,
    )
    // Put back in a second step: the trigger takes an updated_at that stays as it was for one that was left out.
    this.addSql(
      `update deliveries set updated_at = substr(updated_at, 1, length(updated_at) - 1) where kind = 'letter'`,
    )
    this.addSql(
      `alter table "progress_entries" add column "begun_here" integer check (begun_here in (0, 1)) null`,
    )
  }
}
