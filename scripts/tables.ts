import { writeFileSync } from 'node:fs'
import type { EntityMetadata, EntityProperty } from '@mikro-orm/core'
import { openDatabase } from '../src/services/database/open.ts'

const header = `// Written by scripts/tables.ts from the entities; a test tells when it is out of date.
import type { Generated } from 'kysely'

`

function scalar(property: EntityProperty): string {
  if (property.targetMeta) return scalar(property.targetMeta.getPrimaryProp())
  if (property.items) return property.items.map((item) => `'${item}'`).join(' | ')
  return ['integer', 'bigint', 'real'].includes(property.columnTypes[0] ?? '') ? 'number' : 'string'
}

function column(property: EntityProperty): string {
  const type = property.nullable ? `${scalar(property)} | null` : scalar(property)
  const given = property.autoincrement || property.defaultRaw !== undefined
  return `  ${property.fieldNames[0]}: ${given ? `Generated<${type}>` : type}`
}

const interfaceName = (table: string) =>
  `${table.replace(/(^|_)(\w)/g, (_, __, first: string) => first.toUpperCase())}Table`

function tableInterface(meta: EntityMetadata): string {
  return `export interface ${interfaceName(meta.tableName)} {\n${meta.props.map(column).join('\n')}\n}\n`
}

/** The rows of every table as SQLite hands them over, for Kysely. */
export async function tablesSource(): Promise<string> {
  const orm = await openDatabase({ url: 'sqlite::memory:' })
  const metas = [...orm.getMetadata().getAll().values()].sort((a, b) => (a.tableName < b.tableName ? -1 : 1))
  await orm.close()
  const map = metas.map((meta) => `  ${meta.tableName}: ${interfaceName(meta.tableName)}`)
  const all = `/**
 * Rows as SQLite hands them over: moments are UTC text (see \`formatTimestamp\`), days \`YYYY-MM-DD\`, booleans 0 and 1.
 * A service writes \`em.getKysely() as unknown as Kysely<Tables>\`: it runs in the fork's own transaction.
 */
export interface Tables {\n${map.join('\n')}\n}\n`
  return [header + all, ...metas.map(tableInterface)].join('\n')
}

if (import.meta.main)
  writeFileSync(new URL('../src/entities/tables.ts', import.meta.url), await tablesSource())
