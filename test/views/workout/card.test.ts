import { expect, test } from 'vitest'
import type { WalkItem } from '../../../src/domain/workout/walk.ts'
import { plainText, textsIn } from '../../../src/texts/texts.ts'
import { workoutCard } from '../../../src/views/workout/card.ts'
import { done, item, walkOf } from '../../domain/workout/items.ts'

function cardOf(language: 'en' | 'he', units: 'kg' | 'lb', more: Partial<WalkItem>): string[] {
  const reader = { t: textsIn(language), units }
  const now = new Date('2026-11-23T08:00:00Z')
  const walk = walkOf(item(0, { weight: null, ...more }))
  const { html, buttons } = workoutCard(reader, { walk, last: undefined, now, timeZone: 'UTC' })
  return [plainText(html).split('\n')[3] ?? '', buttons[0]?.[0]?.label ?? '']
}

const seen = (text: string): string =>
  text.replace(/[\u2066-\u2069\u200e\u200f]/g, '').replace(/\u00a0/g, ' ')

test.each<['en' | 'he', 'kg' | 'lb', Partial<WalkItem>, string[]]>([
  ['en', 'kg', { reps: '10,8,6', loadText: '60/65/70kg' }, ['Set 1 of 3 · 10 × 60 kg', '✅ 10 × 60 kg']],
  [
    'en',
    'kg',
    { reps: '10,8,6', loadText: '60/65/70kg', done: [done(1, { weight: 60 })] },
    ['Set 2 of 3 · 8 × 65 kg', '✅ 8 × 65 kg'],
  ],
  ['en', 'kg', { loadText: '60-65kg' }, ['Set 1 of 3 · 6–8 × 60-65kg', '✅ 8 × 60 kg']],
  ['he', 'kg', { loadText: 'bodyweight+10kg' }, ['סט 1 מתוך 3 · 6–8 × משקל גוף+10kg', '✅ 8 × 10 ק״ג']],
  ['en', 'lb', { loadText: '100/110/120lb RIR 2' }, ['Set 1 of 3 · 6–8 × 100 lb, RIR 2', '✅ 8 × 100 lb']],
])('%s %s %o', (language, units, more, words) => {
  expect(cardOf(language, units, more).map(seen)).toEqual(words)
})
