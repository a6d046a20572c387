import { expect, test } from 'vitest'
import { he } from '../../src/texts/he/index.ts'

/** One of them in the masculine alone: `המאמן`, not `המאמן או המאמנת`, `מאמן/ת`, `מאמנים`. */
const oneSided = /(?<![א-ת])[הלמבכוש]{0,2}(?:מאמן|מתאמן|לקוח|מנהל)(?!\/ת| או| אצלך|[א-ת])/

/** There it is a verb, of whoever it is. */
const verbs = new Set(['plans.askMuscle', 'photos.notYet', 'plans.homeClients_one'])

test('Hebrew names trainers and clients of either gender', () => {
  const texts = Object.entries(he).flatMap(([area, words]) =>
    Object.entries(words).map(([key, text]): [string, string] => [`${area}.${key}`, text]),
  )
  expect(texts.length).toBeGreaterThan(500)
  expect(texts.filter(([key, text]) => oneSided.test(text) && !verbs.has(key))).toEqual([])
})
