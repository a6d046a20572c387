import { checkin } from './checkin.ts'
import { commands } from './commands.ts'
import { common } from './common.ts'
import { exercises } from './exercises.ts'
import { history } from './history.ts'
import { people } from './people.ts'
import { plans } from './plans.ts'
import { refusals } from './refusals.ts'
import { weight } from './weight.ts'
import { workout } from './workout.ts'

export const he = { checkin, commands, common, exercises, history, people, plans, refusals, weight, workout }
