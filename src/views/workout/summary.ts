import type { View } from '../view.ts'
import { type Reader } from './words.ts'

export function summaryView({ t }: Reader, summary: { sets: number; volume: number }): View {
  return {
    html: `${t('workout:allDone')} ${summary.sets} ${summary.volume}`,
    buttons: [[{ label: t('workout:done'), action: { name: 'pick', at: 'workout.summary', value: 'done' } }]],
  }
}
