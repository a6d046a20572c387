import { expect, test } from 'vitest'
import { textsIn } from '../../../src/texts/texts.ts'
import { joined } from '../../../src/views/people/joining.ts'
import { heldNote } from '../../../src/views/reminders/heldNote.ts'

const t = textsIn('en')
const views = ['Anna', 'Ben', 'Cy'].map((name, userId) => joined(t, { userId, name, handle: null }))

test('of many who joined each has a line and a button, all with the name', () => {
  const { html, buttons } = heldNote(t, views)
  const labels = buttons.flat().map(({ label }) => label)
  expect(labels).toHaveLength(3)
  for (const [index, name] of ['Anna', 'Ben', 'Cy'].entries()) expect(labels[index]).toContain(name)
  expect(html.split('\n').filter((line) => line.includes('has joined'))).toHaveLength(3)
  expect(html).not.toContain('· · ·')
})

test('one alone stands as it is', () => {
  const [only] = views
  expect(only && heldNote(t, [only])).toEqual(only)
})
