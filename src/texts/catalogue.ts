/**
 * Makes the other languages follow the English catalogue: same keys, or it does not compile.
 * A key that ends in a plural category stands for its family: each language must give the
 * categories that `Intl.PluralRules` knows for it; none of them for one, where English has none: what is told never is
 * one then.
 */
type Category = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
type Plain<K> = K extends `${string}_${Category}` ? never : K
type Family<K> = K extends `${infer B}_${Category}` ? B : never

export type Translation<English, Needed extends Category> = { [K in keyof English as Plain<K>]: string } & {
  [
    K in Family<keyof English> as `${K}_${`${K}_one` extends keyof English ? Needed : Exclude<Needed, 'one'>}`
  ]: string
}

/** Hebrew counts one, two, other. */
export type Hebrew<English> = Translation<English, 'one' | 'two' | 'other'>
