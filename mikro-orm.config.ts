import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@mikro-orm/sqlite'
import { migrate } from './src/services/database/migrate.ts'
import { openDatabase } from './src/services/database/open.ts'
import { sharedOptions } from './src/services/database/options.ts'

/**
 * For MikroORM's command line, which serves `migration:create` alone: it compares the entities with an empty database
 * that all migrations so far were run on. Never run its `migration:up` on SQLite: rebuilding a table would take the
 * dependants with it. `migrate` in src/services/database knows how.
 */
export default async function cliOptions(): Promise<ReturnType<typeof defineConfig>> {
  const path = join(mkdtempSync(join(tmpdir(), 'spotter-cli-')), 'compared.sqlite')
  const orm = await openDatabase({ url: `sqlite:${path}` })
  await migrate(orm, { now: new Date() })
  await orm.close()
  return defineConfig(sharedOptions(path))
}
