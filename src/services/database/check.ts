import type { MikroORM } from '@mikro-orm/sqlite'
import { houseConnection } from './open.ts'

/** A row that points to one that is not there. */
export interface ForeignKeyProblem {
  table: string
  rowid: number | null
  parent: string
}

/** Rows that point nowhere: writers that leave foreign keys off can make such. */
export function foreignKeyProblems(orm: MikroORM): ForeignKeyProblem[] {
  const { database } = houseConnection(orm).patient
  return database.prepare<[], ForeignKeyProblem>('pragma foreign_key_check').all()
}
