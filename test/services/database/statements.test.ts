import { raw } from '@mikro-orm/sqlite'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bindable } from '../../../src/services/database/binding.ts'
import { StatementCache } from '../../../src/services/database/statements.ts'

let db: Database.Database
beforeEach(() => {
  db = new Database(':memory:')
  db.exec('create table t (a)')
})
afterEach(() => void db.close())

test('a text is prepared once', () => {
  const cache = new StatementCache(db)
  const first = cache.take('insert into t values (?)')
  first.run(1)
  expect(cache.take('insert into t values (?)')).toBe(first)
  expect(cache.prepared).toBe(1)
})

test('the least recently used goes when it is full', () => {
  const cache = new StatementCache(db, 2)
  const one = cache.take('select 1')
  const two = cache.take('select 2')
  expect(cache.take('select 1')).toBe(one)
  cache.take('select 3')
  expect(cache.size).toBe(2)
  expect(cache.take('select 1')).toBe(one)
  expect(cache.take('select 2')).not.toBe(two)
})

test('a change of the schema forgets everything, so that `select *` has the new columns', () => {
  const cache = new StatementCache(db)
  cache.take('insert into t values (1)').run()
  expect(cache.take('select * from t').all()).toEqual([{ a: 1 }])
  cache.take('alter table t add column b default 2').run()
  expect(cache.size).toBe(0)
  expect(cache.take('select * from t').all()).toEqual([{ a: 1, b: 2 }])
})

test('values are taken out of a query where SQLite can bind them', () => {
  const moment = new Date(5)
  expect(bindable('select ?, ?, ?, ?, ?', [1, 1.5, 'a', true, null])).toEqual({
    sql: 'select ?, ?, ?, ?, ?',
    values: [1n, 1.5, 'a', 1n, null],
  })
  expect(bindable('select ?, ?', [undefined, moment])?.values).toEqual([null, 5n])
  expect(bindable(raw('select ?', [2]), [])).toEqual({ sql: 'select ?', values: [2n] })
})

test.each([
  ['select ??', ['a']],
  ['select :a', { a: 1 }],
  ['select \\? , ?', [1]],
  [`select '?'`, []],
  ['select ?', [raw('1')]],
  ['select ?', [[1, 2]]],
  ['select ?', [{ a: 1 }]],
  ['select ?, ?', [1]],
])('%s with %o is left to MikroORM', (sql, params) => {
  expect(bindable(sql, params)).toBeUndefined()
})
