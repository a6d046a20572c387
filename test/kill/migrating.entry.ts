import { Migration } from '@mikro-orm/migrations'
import { migrationsList } from '../../migrations/sqlite/index.ts'
import { migrate } from '../../src/services/database/migrate.ts'
import { openDatabase } from '../../src/services/database/open.ts'
import { awaitOrders } from './orders.ts'

/** A next version of the schema: a new table, a column more, rows in both. */
class MigrationNext extends Migration {
  override up(): void {
    this.addSql(
      'create table nicknames (id integer primary key, user_id integer not null references users (id))',
    )
    this.addSql('insert into nicknames (user_id) select id from users')
    this.addSql('alter table users add column nickname text')
    this.addSql('update users set nickname = username')
  }
}

awaitOrders()
const url = process.env['DATABASE_URL'] ?? ''
const orm = await openDatabase({ url, migrations: [...migrationsList, MigrationNext] })
await migrate(orm, { now: new Date() })
await orm.close()
