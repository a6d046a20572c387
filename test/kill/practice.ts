import type { Person, Simulator } from '../../src/simulator/simulator.ts'
import { addJoined } from '../../src/services/practice.ts'
import { inUnit } from '../../src/services/unit.ts'
import { freshDatabase } from '../support/database.ts'
import { givePlan } from '../support/plans.ts'
import type { Draw } from './draw.ts'
import type { Day, Planned } from './session.ts'

export interface Client {
  phone: Person
  userId: number
  days: readonly Day[]
}

export interface Practice {
  folder: string
  path: string
  clients: Client[]
}

type Lift = Pick<Planned, 'name' | 'reps' | 'seconds' | 'weight'>

const lifted = (name: string, reps: number, weight: number): Lift => ({ name, reps, seconds: null, weight })
const lifts: readonly Lift[] = [
  lifted('Bench press', 8, 80),
  lifted('Barbell row', 10, 60),
  lifted('Back squat', 5, 100),
  lifted('Deadlift', 5, 120),
  lifted('Overhead press', 6, 45),
  lifted('Face pull', 15, 20),
  lifted('Leg press', 12, 150),
  lifted('Lat pulldown', 10, 55),
  lifted('Hip thrust', 8, 90),
  lifted('Preacher curl', 12, 25),
  { name: 'Plank', reps: null, seconds: 40, weight: null },
]

function dayOf(name: string, draw: Draw, rest: number): Day {
  const together = draw.chance(0.4)
  const exercises = draw.some(lifts, draw.int(2, 3)).map((lift, index) => ({
    ...lift,
    sets: draw.int(2, 3),
    rest,
    superset: together && index < 2 ? 'A' : null,
  }))
  return { name, exercises }
}

function textOf({ name, exercises }: Day): string {
  const lines = exercises.map(({ name: exercise, sets, reps, seconds, weight, rest, superset }, index) => {
    const label = superset === null ? '' : `${superset}${index + 1} `
    const load = weight === null ? '' : ` @${weight}kg`
    return `${label}${exercise} ${sets}x${reps ?? `${seconds}s`}${load}${rest > 0 ? ` rest ${rest}s` : ''}`
  })
  return [`# ${name}`, ...lines].join('\n')
}

export interface Furnishing {
  clients: number
  /** Everybody has a rest after every set. */
  resting: boolean
}

/** A trainer and some clients with plans of three days, in a file of their own; the first client has rests always. */
export async function furnish(simulator: Simulator, draw: Draw, wanted: Furnishing): Promise<Practice> {
  const { orm, folder, path } = await freshDatabase({ library: true })
  const now = new Date()
  const trainerId = await inUnit(orm, 'test.trainer', ({ sql }) =>
    addJoined(sql, { telegramId: 1, firstName: 'Dana', username: 'dana', role: 'trainer' }, now),
  )
  const clients: Client[] = []
  for (const name of ['Anna', 'Ben', 'Carl', 'Dina'].slice(0, wanted.clients)) {
    const phone = simulator.person({ firstName: name, username: name.toLowerCase() })
    const person = { telegramId: phone.id, firstName: name, username: name.toLowerCase(), trainerId }
    const userId = await inUnit(orm, 'test.client', ({ sql }) =>
      addJoined(sql, { ...person, role: 'client' }, now),
    )
    const rest = wanted.resting ? 1 : clients.length === 0 ? 2 : draw.of([0, 0, 3])
    const days = ['Push', 'Pull', 'Legs'].map((day) => dayOf(day, draw.child(`${name} ${day}`), rest))
    await givePlan({ orm, clock: { now: () => now } }, { userId }, days.map(textOf).join('\n'))
    clients.push({ phone, userId, days })
  }
  await orm.close()
  return { folder, path, clients }
}
