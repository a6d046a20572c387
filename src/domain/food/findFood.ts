import { buildNameIndex, type NameIndex } from '../library/nameIndex.ts'
import { foldName } from '../library/foldName.ts'
import { buildFinder } from '../library/nameFinder.ts'
import { foldFood } from './foldFood.ts'
import { takeState, withoutIdle } from './states.ts'
import { staples } from './staples/index.ts'
import type { Staple, StapleForm } from './staples/staple.ts'

/** A food in the form that was meant. */
export interface FoundFood {
  food: Staple
  /** Null where the text names a form that nothing is known of. */
  form: StapleForm | null
  /** The text does not say whether it is raw, dry or cooked, and that makes a difference. */
  isStateAssumed: boolean
}

/** Names that are longer are not looked up. */
const longest = 60
const remembered = 2000

interface Names {
  /** By names as they are: `חלב` is not `חלבה`. */
  asWritten(folded: string): Staple | null
  /** By names without their endings. */
  stemmed: NameIndex<Staple>
}

let built: Names | undefined
const answers = new Map<string, FoundFood | null>()

/** Built when first asked for: it takes some 30 ms. */
function names(): Names {
  if (built) return built
  const all = staples.flatMap((item) => [...item.en, ...item.he].map((name) => ({ item, name })))
  built = {
    asWritten: buildFinder(all.map(({ item, name }) => ({ item, folded: foldName(name) }))),
    stemmed: buildNameIndex(all.map(({ item, name }) => ({ item, folded: foldFood(name) }))),
  }
  return built
}

/** The ways to read a folded name, nearest to what was typed first. */
function* readings(folded: string): Generator<{ name: string; said: 'uncooked' | 'cooked' | null }> {
  const { name, said } = takeState(folded)
  yield { name: folded, said }
  yield { name: withoutIdle(folded), said }
  yield { name, said }
  yield { name: withoutIdle(name), said }
  const unprefixed = withoutIdle(name).replaceAll(/(?<=^| )[הובלמש](?=[א-ת]{3})/gu, '')
  yield { name: unprefixed, said }
}

function inForm(food: Staple, said: 'uncooked' | 'cooked' | null): FoundFood {
  const [first] = food.forms
  if (said === null) return { food, form: first, isStateAssumed: food.forms.length > 1 }
  const form = food.forms.find(({ state }) => state !== null && (state === 'cooked') === (said === 'cooked'))
  return { food, form: form ?? (first.state === null ? first : null), isStateAssumed: false }
}

function look(folded: string): FoundFood | null {
  for (const { name, said } of readings(folded)) {
    const food = name === '' ? null : names().stemmed.find(name)
    if (food) return inForm(food, said)
  }
  return null
}

function guess(folded: string): FoundFood | null {
  const { name, said } = takeState(folded)
  const ranked = names().stemmed.rank(withoutIdle(name))
  const [best] = ranked
  return best && names().stemmed.isSure(ranked) ? inForm(best.item, said) : null
}

/**
 * The staple that a name means: by name or alias in either language, singular or plural, with or without words for
 * raw and cooked. `forgiving` reads what is misspelt beyond doubt as well. Null when it is none, or not certain.
 */
export function findFood(name: string, { forgiving = true } = {}): FoundFood | null {
  if (name.length > longest) return null
  const folded = foldFood(name)
  if (folded === '') return null
  const written = names().asWritten(foldName(name))
  const exact = written ? inForm(written, takeState(folded).said) : look(folded)
  if (exact || !forgiving) return exact
  const before = answers.get(folded)
  if (before !== undefined) return before
  if (answers.size >= remembered) answers.clear()
  const found = guess(folded)
  answers.set(folded, found)
  return found
}

/** The staples whose names are like what was typed, best first; 5 unless said. */
export function foodCandidates(name: string, limit = 5): Staple[] {
  const { name: bare } = takeState(foldFood(name.slice(0, longest)))
  return names()
    .stemmed.rank(bare)
    .slice(0, limit)
    .map(({ item }) => item)
}

/** What an option or a diary line was filled from: `egg`, or `rice:dry` where a food has several forms. */
export type FoodId = string

/** The id of a food in a form. */
export function foodIdOf(food: Staple, form: StapleForm): FoodId {
  return food.forms.length > 1 ? `${food.id}:${form.state ?? ''}` : food.id
}

const byId = new Map(
  staples.flatMap((food) => food.forms.map((form) => [foodIdOf(food, form), { food, form }] as const)),
)

/** The food with an id; undefined where there is none any more. */
export function foodById(id: FoodId): { food: Staple; form: StapleForm } | undefined {
  return byId.get(id)
}
