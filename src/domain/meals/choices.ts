import type { ComponentType } from '../enums.ts'
import { most } from './limits.ts'
import { blank, takeMacros } from './macroText.ts'
import { type OptionContext, type ReadOption, readOptions } from './options.ts'
import { isPerPiece } from './perPiece.ts'
import { mask, type Row } from './rows.ts'
import { alternatives, eitherOf, foodsIn, type Part } from './split.ts'
import type { MealChoice } from './types.ts'
import { optionalIn, typeAt, typeByWords } from './words.ts'

/** A choice as a line gives it; `isSaid` of its last option. */
export interface ReadChoice {
  choice: MealChoice
  isSaid: boolean
}

/** What a heading above says of a line that does not. */
export interface Handed {
  type: ComponentType | null
  optional: boolean
}

function typeOf(options: readonly ReadOption[]): ComponentType {
  const known = options.flatMap(({ readings }) => readings)[0]
  if (known) return known.food.type
  return typeByWords(options[0]?.option.description ?? '')
}

/** Whether only the last of several parts has macros, and not for each piece of it: then they are of them all. */
export function areMacrosForAll(text: string, parts: readonly Part[]): boolean {
  const texts = parts.map(({ from, to }) => text.slice(from, to))
  const said = texts.map((part) => takeMacros(part, 'food'))
  const last = said.at(-1)
  if (!last?.isSaid || said.slice(0, -1).some(({ isSaid }) => isSaid)) return false
  return !isPerPiece(texts.at(-1) ?? '', last)
}

/** The stretches of the choices in a line, each with those of its options. */
function divide(text: string, within: Part, isTyped: boolean): Part[][] {
  const bars = alternatives(text, within)
  if (bars.length > 1) return [bars]
  const plain = takeMacros(text, 'food').rest
  const foods = foodsIn(plain, within, isTyped ? 'strict' : 'loose')
  if (foods.length > 1 && !areMacrosForAll(text, foods)) return foods.map((part) => eitherOf(plain, part))
  return [foods.length > 1 ? [within] : eitherOf(plain, within)]
}

/**
 * The choices in a line from an offset on: one, or one for each food of a line without alternatives whose foods stand
 * for themselves.
 */
export function readChoices(row: Row, start: number, handed: Handed, context: OptionContext): ReadChoice[] {
  let text = mask(row.text)
  const prefix = typeAt(text.slice(start))
  const mark = optionalIn(text.slice(start))
  const from = start + (prefix?.length ?? 0)
  if (mark && start + mark.from >= from) text = blank(text, start + mark.from, start + mark.to)
  const isTyped = (prefix?.type ?? handed.type) !== null
  const optional = (prefix?.optional ?? false) || mark !== undefined || handed.optional
  const given = {
    ...row,
    text: mark && start + mark.from >= from ? blank(row.text, start + mark.from, start + mark.to) : row.text,
  }
  const hasBars = alternatives(text, { from, to: text.length }).length > 1
  return divide(text, { from, to: text.length }, isTyped).flatMap((parts) => {
    const options = readOptions(given, parts.slice(0, most.options + 1), context, !hasBars)
    const last = options.at(-1)
    if (!last) return []
    const type = prefix?.type ?? handed.type ?? typeOf(options)
    return [{ choice: { type, optional, options: options.map(({ option }) => option) }, isSaid: last.isSaid }]
  })
}

/** All of a line from an offset on as one option, whatever foods are in it, or as several that `or` divides. */
export function readOneChoice(
  row: Row,
  from: number,
  handed: Handed,
  context: OptionContext,
): ReadChoice | undefined {
  const plain = takeMacros(mask(row.text), 'food').rest
  const parts = eitherOf(plain, { from, to: row.text.length }).slice(0, most.options)
  const read = readOptions(row, parts, context, true)
  const last = read.at(-1)
  if (!last) return undefined
  const type = handed.type ?? typeOf(read)
  const options = read.map(({ option }) => option)
  return { choice: { type, optional: handed.optional, options }, isSaid: last.isSaid }
}
