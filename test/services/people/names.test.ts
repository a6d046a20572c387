import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cleanName,
  cut,
  lengthOf,
  nameLimit,
  readNames,
  usernameBase,
} from '../../../src/services/people/names.ts'

test.each([
  ['  Anna   Cohen ', 'Anna Cohen'],
  ['Anna\nCohen', 'Anna Cohen'],
  ['\u202eannA\u202c', 'annA'],
  ['אנה כהן', 'אנה כהן'],
  ['👩‍🦰', '👩‍🦰'],
  ['\u200b\u200f', ''],
  ['\u0301', ''],
  ['', ''],
])('%j is the name %j', (typed, name) => {
  expect(cleanName(typed)).toBe(name)
})

test.each([
  ['Anna Cohen', 'anna_cohen'],
  ['Zoë Müller', 'zoe_muller'],
  ['אנה כהן', 'אנה_כהן'],
  ['😀', 'user'],
  ['<b>', 'b'],
])('%j is made into the username %j', (name, base) => {
  expect(usernameBase(name)).toBe(base)
})

test('any text makes a name of one visible line, and a username', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const name = cleanName(text)
      expect(name).toBe(cleanName(name))
      expect(name).not.toMatch(/[\p{Cc}\u2028\u202e]/u)
      expect(lengthOf(cut(name, nameLimit))).toBeLessThanOrEqual(nameLimit)
      expect(usernameBase(text)).toMatch(/^[\p{L}\p{N}_]{1,32}$/u)
    }),
  )
})

test('names come one a line; what cannot be one is told apart', () => {
  expect(readNames('Anna\r\n\n  Ben \n' + 'x'.repeat(4000))).toEqual({
    names: ['Anna', 'Ben'],
    tooLong: ['x'.repeat(4000)],
  })
})
