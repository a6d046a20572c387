import type { Options } from '@mikro-orm/sqlite'
import { Migrator } from '@mikro-orm/migrations'
import { migrationsList } from '../../../migrations/sqlite/index.ts'
import { entities } from '../../entities/index.ts'
import { HouseDriver } from './driver.ts'
import { busyTimeout } from './pragmas.ts'

export type MigrationList = NonNullable<NonNullable<Options['migrations']>['migrationsList']>

/** What the program and MikroORM's command line (for `migration:create` alone) agree on. */
export function sharedOptions(dbName: string, migrations: MigrationList = migrationsList): Options {
  return {
    driver: HouseDriver,
    dbName,
    entities,
    extensions: [Migrator],
    driverOptions: { timeout: busyTimeout },
    // Null and absent are one and the same in our types.
    forceUndefined: false,
    schemaGenerator: { disableForeignKeys: false },
    migrations: {
      migrationsList: migrations,
      path: 'migrations/sqlite',
      snapshot: false,
      transactional: true,
      allOrNothing: true,
      disableForeignKeys: false,
      silent: true,
    },
  }
}
