import { bread } from './bread.ts'
import { drinks } from './drinks.ts'
import { eggsAndDairy } from './eggsAndDairy.ts'
import { fatsAndSauces } from './fatsAndSauces.ts'
import { fish } from './fish.ts'
import { fruit } from './fruit.ts'
import { grains } from './grains.ts'
import { meat } from './meat.ts'
import { nutsAndSeeds } from './nutsAndSeeds.ts'
import { poultry } from './poultry.ts'
import { soyAndLegumes } from './soyAndLegumes.ts'
import { starches } from './starches.ts'
import { sweets } from './sweets.ts'
import { vegetables } from './vegetables.ts'
import type { Staple } from './staple.ts'

/** All staple foods. */
export const staples: readonly Staple[] = [
  ...eggsAndDairy,
  ...poultry,
  ...meat,
  ...fish,
  ...soyAndLegumes,
  ...grains,
  ...bread,
  ...starches,
  ...vegetables,
  ...fruit,
  ...nutsAndSeeds,
  ...fatsAndSauces,
  ...sweets,
  ...drinks,
]
