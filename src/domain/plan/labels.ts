/** What stands before an exercise: the name of its superset, as typed, and its place in it. */
export interface Label {
  /** `A` to `L` where a letter was typed, else a number. */
  key: string
  order: number
}

const latin = 'ABCDEFGH'
/** As many supersets as a day may have. */
export const groupLetters = `${latin}IJKL`
const hebrew = 'אבגדהוזח'
const ends = String.raw`(?:[.):]\s*|\s+)(?=\S)`
const lettered = new RegExp(`^\\s*([${groupLetters}${hebrew}])([1-9])${ends}`, 'iu')
const counted = new RegExp(`^\\s*(\\d{1,2})([${latin}${hebrew}])(?:[.):]\\s*|\\s+)(?=\\p{L})`, 'iu')
const numbering = new RegExp(`^\\s*[${latin}${hebrew}][.)]\\s+(?=\\p{L})`, 'iu')

/** 1 for `A`, `a` and `א`. */
function placeOf(letter: string): number {
  return Math.max(groupLetters.indexOf(letter.toUpperCase()), hebrew.indexOf(letter)) + 1
}

/** The label of a line (`A1`, `3a)`) or its numbering (`A.`), which is none, and the length of it. */
export function labelAt(text: string): { label: Label | null; length: number } {
  const [byLetter = '', letter = '', order] = lettered.exec(text) ?? []
  if (byLetter)
    return {
      label: { key: groupLetters.charAt(placeOf(letter) - 1), order: Number(order) },
      length: byLetter.length,
    }
  const [byNumber = '', key = '', place = ''] = counted.exec(text) ?? []
  if (byNumber) return { label: { key, order: placeOf(place) }, length: byNumber.length }
  return { label: null, length: numbering.exec(text)?.[0].length ?? 0 }
}

/** The supersets of a day, each with a letter of its own. */
export class Letters {
  readonly #given = new Map<string, string>()

  /** The letter of a label's superset: its own where that is free. */
  of({ key }: Label): string {
    const letter =
      this.#given.get(key) ?? (groupLetters.includes(key) && this.#isFree(key) ? key : this.next())
    this.#given.set(key, letter)
    return letter
  }

  /** A letter nobody has. */
  next(): string {
    const letter = Array.from(groupLetters).find((one) => this.#isFree(one)) ?? 'L'
    this.#given.set(`next ${letter}`, letter)
    return letter
  }

  #isFree(letter: string): boolean {
    return !Array.from(this.#given.values()).includes(letter)
  }
}
