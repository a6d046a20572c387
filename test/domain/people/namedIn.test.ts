import { expect, test } from 'vitest'
import { namedIn } from '../../../src/domain/people/namedIn.ts'

const people = ['Anna Levi', 'Anna Cohen', 'אנה', 'Tom', 'May'].map((name, at) => ({
  name,
  username: `u${at}`,
}))

test.each([
  ['Tom, meals from tomorrow', ['Tom']],
  ["Tom's meals", ['Tom']],
  ['anna cohen on Mon', ['Anna Cohen']],
  ['anna on Mon', ['Anna Levi', 'Anna Cohen']],
  ['תפריט לאנה ממחר', ['אנה']],
  ['Tomato week', []],
  ['from 3 May', []],
  ['u3 tomorrow', ['Tom']],
  ['', []],
])('%s', (line, named) => {
  expect(namedIn(line, people)?.people.map(({ name }) => name) ?? []).toEqual(named)
})
