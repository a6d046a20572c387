import { isDoubtfulFood, mayBeFood, tellsEnergy } from '../../domain/meals/typedFood.ts'
import { means } from '../people/answers.ts'

/** What words say of a meal: a first message, or the same one changed. */
export type SaidOfMeal =
  | { kind: 'asPlanned' }
  /** `reason`: null where none is given. */
  | { kind: 'skipped'; reason: string | null }
  /** `isDoubtful`: it may well be something else. */
  | { kind: 'food'; isDoubtful: boolean }

/** `skipped, no time`: the reason; empty for the bare word, undefined for anything else. */
function skipReason(text: string): string | undefined {
  if (means(text, 'meals:skippedWords')) return ''
  const [, head = '', reason] = /^([^,:;–—\n-]{1,30})[,:;–—\n-]\s*(\S[\s\S]*)$/.exec(text) ?? []
  return reason !== undefined && means(head.trim(), 'meals:skippedWords') ? reason : undefined
}

/** What words say of a meal. */
export function saidOfMeal(words: string): SaidOfMeal {
  const text = words.trim()
  if (means(text, 'meals:asPlannedWords')) return { kind: 'asPlanned' }
  const reason = skipReason(text)
  if (reason !== undefined) return { kind: 'skipped', reason: reason === '' ? null : reason }
  return { kind: 'food', isDoubtful: !mayBeFood(text) || (isDoubtfulFood(text) && !tellsEnergy(text)) }
}
