import { Migration20261124120000_first } from './Migration20261124120000_first.ts'
import { Migration20261125130000_day } from './Migration20261125130000_day.ts'
import { Migration20261130130000_reminders } from './Migration20261130130000_reminders.ts'

/** Every migration, oldest first. Listed by hand, so that nothing depends on what lies in the folder. */
export const migrationsList = [
  Migration20261124120000_first,
  Migration20261125130000_day,
  Migration20261130130000_reminders,
]
