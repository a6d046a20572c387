import { addDays } from '../localTime.ts'

export const periods = ['month', 'quarter', 'all'] as const
/** The last 30 days, the last 91 (13 weeks), or all there is. */
export type Period = (typeof periods)[number]

/** The first local day of a period that ends today, `YYYY-MM-DD`; null for all. */
export function periodStart(today: string, period: Period): string | null {
  if (period === 'all') return null
  return addDays(today, period === 'month' ? -29 : -90)
}
