import { describe, expect, test } from 'vitest'
import { reasonText } from '../../../src/views/attention/words.ts'
import { localDate } from '../../../src/domain/localTime.ts'
import { readable } from '../../support/transcript.ts'
import { textsIn } from '../../../src/texts/texts.ts'

const zone = 'Asia/Tokyo'
/** Words of what waits since a moment, read at another. */
function waits(kind: 'letter' | 'checkIn', from: string, until: string, language: 'en' | 'he' = 'en') {
  const [at, now] = [new Date(from), new Date(until)]
  const reason = kind === 'letter' ? ({ kind, letter: 1, at } as const) : ({ kind, entry: 1, at } as const)
  const when = { now, today: localDate(now, zone), timeZone: zone }
  return readable(reasonText({ t: textsIn(language), units: 'kg' }, reason, when))
}

describe('how long something waits', () => {
  test.each([
    ['2026-11-26T12:00:59Z', '💬 wrote just now'],
    ['2026-11-26T12:01:00Z', '💬 wrote, no answer for 1 min'],
    ['2026-11-26T13:00:00Z', '💬 wrote, no answer for 1 h'],
    // In Tokyo it is 21:00 on the 26th: the 28th begins there 27 hours later, which are no two days.
    ['2026-11-27T14:59:59Z', '💬 wrote, no answer for 26 h'],
    ['2026-11-27T15:00:00Z', '💬 wrote, no answer for 27 h'],
    ['2026-11-28T11:59:59Z', '💬 wrote, no answer for 47 h'],
    ['2026-11-28T12:00:00Z', '💬 wrote, no answer for 2 days'],
    ['2026-11-28T14:59:59Z', '💬 wrote, no answer for 2 days'],
    ['2026-11-28T15:00:00Z', '💬 wrote, no answer for 3 days'],
  ])('at %s: %s', (now, words) => {
    expect(waits('letter', '2026-11-26T12:00:00Z', now)).toBe(words)
  })

  test('of a check-in it is said who has not opened it', () => {
    for (const until of ['2026-11-26T12:00:10Z', '2026-11-26T12:29:00Z', '2026-11-26T23:59:59Z'])
      expect(waits('checkIn', '2026-11-26T12:00:00Z', until)).toBe('📋 sent a check-in')
    expect(waits('checkIn', '2026-11-26T12:00:00Z', '2026-11-27T00:00:00Z')).toBe(
      '📋 sent a check-in, you have not opened it for 12 h',
    )
    expect(waits('checkIn', '2026-11-26T12:00:00Z', '2026-11-27T00:00:00Z', 'he')).toContain('שלך')
  })
})
