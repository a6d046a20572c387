import { commands } from './commands.ts'
import { common } from './common.ts'
import { people } from './people.ts'
import { plans } from './plans.ts'
import { refusals } from './refusals.ts'
import { workout } from './workout.ts'

export const he = { commands, common, people, plans, refusals, workout }
