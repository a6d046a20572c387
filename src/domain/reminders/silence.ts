import { addDays } from '../localTime.ts'

/** Local days without a word or a tap after which a client counts as silent. */
export const silentDays = 5
/** Local days after which a silence is no news any more. */
const newsDays = 10

/** Whether a client is silent by a local day. */
export const isSilent = (lastActed: string, today: string): boolean => addDays(lastActed, silentDays) <= today

/** Whether a client's silence is news to their coach. Both are local days, `YYYY-MM-DD`. */
export const isSilenceNews = (lastActed: string, today: string): boolean =>
  isSilent(lastActed, today) && today <= addDays(lastActed, newsDays)
