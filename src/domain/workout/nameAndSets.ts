import type { WeightUnit } from '../enums.ts'
import { readSets } from '../setInput.ts'

const longest = 200

/** `squat 8x40`: the name of an exercise, and the sets told behind it; `sets` is empty where none are. */
export function nameAndSets(text: string, units: WeightUnit): { name: string; sets: string } {
  if (text.length > longest) return { name: text, sets: '' }
  const [, name, sets] = /^(.*?\p{L}\S*)\s+(\d.*)$/su.exec(text.trim()) ?? []
  if (name === undefined || sets === undefined || !readSets(sets, { units }).ok)
    return { name: text, sets: '' }
  return { name: name.replace(/[\s:,–—-]+$/u, ''), sets }
}
