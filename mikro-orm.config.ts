import { defineConfig } from '@mikro-orm/sqlite'
import { sharedOptions } from './src/services/database/options.ts'

/**
 * For MikroORM's command line, which serves `migration:create` alone. Never run its `migration:up` on SQLite:
 * rebuilding a table would take the dependants with it. `migrate` in src/services/database knows how.
 */
export default defineConfig(sharedOptions(':memory:'))
