import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { meantDays } from '../../../src/domain/plan/meaning.ts'
import { parsePlan } from '../../../src/domain/plan/parsePlan.ts'
import { planDates } from '../../../src/domain/plan/planDates.ts'
import { problemCodes } from '../../../src/domain/plan/types.ts'
import { readText } from '../../../src/simulator/rules/text.ts'
import { plainText, textsIn } from '../../../src/texts/texts.ts'
import { preview } from '../../../src/views/plans/preview.ts'
import { problemText } from '../../../src/views/plans/words.ts'
import { directed } from '../../../src/texts/texts.ts'

const today = '2026-11-24'

/** Every page of the preview of a text, as Telegram reads it; throws where Telegram would refuse. */
function pagesOf(text: string, language: 'en' | 'he'): string[] {
  const read = parsePlan(text, { today, units: 'kg' })
  const plan = read.plan ?? { name: '', days: [] }
  const days = meantDays(plan, (name) => (name.length % 2 === 0 ? 'open' : { id: 1, name: `${name}!` }))
  const reader = { t: textsIn(language), units: 'kg' as const }
  const pages: string[] = []
  for (let page = 1; ; page++) {
    const view = preview(reader, {
      client: 'Anna <b>',
      today,
      name: plan.name,
      dates: planDates(plan, { today, start: today }),
      days,
      problems: read.problems,
      open: [],
      page,
      mark: 'seen',
    })
    const { text: seen } = readText(directed(view.html, language), 'HTML', undefined)
    pages.push(seen)
    if (!view.buttons.flat().some(({ label }) => label === reader.t('next'))) return pages
  }
}

const name = fc.oneof(
  fc.constantFrom('Squat', 'Bench & press', 'סקוואט', 'Row <i>', 'לחיצת "חזה"'),
  fc.stringMatching(/^[A-Za-zא-ת&<>"' ]{1,80}$/),
)
const line = fc.oneof(
  fc
    .tuple(name, fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 300 }))
    .map(([n, s, r]) => `${n} ${s}x${r}`),
  fc.tuple(name, fc.string({ unit: 'binary', maxLength: 900 })).map(([n, note]) => `${n} 3x8 // ${note}`),
  name.map((n) => `Mon ${n}`),
  name.map((n) => `# ${n}`),
  name,
)

test('no page of a preview is more than a message holds, whatever was typed; every exercise is on one', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 200 }),
      fc.constantFrom('en' as const, 'he' as const),
      (lines, language) => {
        const text = lines.join('\n')
        const pages = pagesOf(text, language)
        expect(pages.every((page) => page.length <= 4096)).toBe(true)
        const exercises =
          parsePlan(text, { today, units: 'kg' }).plan?.days.flatMap((day) => day.exercises) ?? []
        expect(pages.join('\n').match(/^[\u200e\u200f]?• /gm) ?? []).toHaveLength(exercises.length)
      },
    ),
    { numRuns: 60 },
  )
})

test('every problem has its sentence in both languages', () => {
  const sentences = problemCodes.flatMap((code) =>
    (['en', 'he'] as const).map((language) =>
      plainText(problemText(textsIn(language), { line: 1, column: 2, length: 3, code, found: '3x' })),
    ),
  )
  expect(new Set(sentences).size).toBe(problemCodes.length * 2)
  expect(sentences.filter((sentence) => /problem_|undefined/.test(sentence))).toEqual([])
})
