import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { type Action, actions, encodeAction } from '../../src/views/callbackData.ts'
import { expect } from 'vitest'
import { givePlan } from '../support/plans.ts'
import { type Member, type World, makeWorld } from '../support/world.ts'
import { upperLower } from '../scenes/client/plansOfAnna.ts'
import { places, write } from './practice.ts'

type Row = Record<string, unknown>
type Rows = Map<string, Row[]>

/** Bookkeeping of the bot itself, and what anybody may change of their own by writing to it. */
const bookkeeping = new Set(['inbox', 'conversations', 'installation', 'mikro_orm_migrations'])

/** Every row of the practice, by table. */
export function everyRow(world: World): Rows {
  const file = new Database(world.path, { readonly: true })
  const tables = file
    .prepare<[], { name: string }>(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
    )
    .all()
    .filter(({ name }) => !bookkeeping.has(name))
  const rows = new Map(
    tables.map(({ name }) => [name, file.prepare<[], Row>(`select * from "${name}"`).all()]),
  )
  file.close()
  return rows
}

interface Pointer {
  name: string
  column: string
  target: string
}

/** What the columns of each table point to. */
function pointers(world: World): Map<string, Pointer[]> {
  const found = world.ask<Pointer>(
    `select t.name, f."from" as "column", f."table" as target
     from sqlite_master t join pragma_foreign_key_list(t.name) f where t.type = 'table'`,
  )
  return Map.groupBy(found, ({ name }) => name)
}

/**
 * What was changed of other people's: rows that are gone or different, and new ones that name somebody but the actors
 * (users' ids), or point to what is somebody else's.
 */
export function trespasses(world: World, before: Rows, actors: number[]): string[] {
  const after = everyRow(world)
  const targets = pointers(world)
  const newPeople = (after.get('users') ?? []).flatMap(({ id }) =>
    before.get('users')?.some((row) => row['id'] === id) ? [] : [id],
  )
  const own = new Set<unknown>([...actors, ...newPeople])

  /** Users a row names; where it names none, those of the rows it belongs to. What all share is nobody's. */
  const peopleOf = (table: string, row: Row): unknown[] => {
    const set = (targets.get(table) ?? []).filter(({ column }) => row[column] !== null)
    const named = set.flatMap(({ column, target }) => (target === 'users' ? [row[column]] : []))
    return named.length > 0 ? named : set.flatMap(({ column, target }) => behind(target, row[column]))
  }
  const behind = (target: string, id: unknown): unknown[] => {
    if (target === 'users') return [id]
    const row = (after.get(target) ?? before.get(target))?.find((one) => one['id'] === id)
    return row ? peopleOf(target, row) : []
  }

  const found: string[] = []
  for (const [table, rows] of after) {
    const known = new Set((before.get(table) ?? []).map((row) => JSON.stringify(row)))
    const now = new Set(rows.map((row) => JSON.stringify(row)))
    for (const row of known) if (!now.has(row)) found.push(`${table}: gone or changed ${row}`)
    for (const row of rows) {
      if (known.has(JSON.stringify(row))) continue
      for (const { column, target } of targets.get(table) ?? [])
        if (row[column] !== null && behind(target, row[column]).some((id) => !own.has(id)))
          found.push(`${table}: the ${column} of a new row is not theirs ${JSON.stringify(row)}`)
    }
  }
  return found
}

/** What only Anna and her trainer may read: their last names, and every name and note of hers, say so. */
const ofAnna = /kneecap/i
const planOfAnna = upperLower
  .replace('Upper/Lower', 'Kneecap plan')
  .replace('Mon Upper', 'Mon Kneecap day')
  .replace('Thu Lower', 'Thu Kneecap legs')
  .replace('pause on the chest', 'kneecap first')

/** What the members were shown since (a call's `seq`) that is Anna's. */
function peeks(world: World, members: Member[], since: number): string[] {
  const chats = new Set(members.map(({ phone }) => phone.id))
  const shown = world.simulator.calls
    .filter(({ seq, params }) => seq > since && chats.has(Number(params['chat_id'])))
    .map(({ params }) => JSON.stringify(params))
  const toasts = members.flatMap(({ phone }) => phone.toasts.map(({ text }) => text))
  // Whoever stands before an invitation has opened its link, and is told who invites: that place is put here by hand.
  const isInvitation = (text: string) => text.includes('pick:join.consent')
  const foreign = [...shown, ...toasts].filter((text) => ofAnna.test(text) && !isInvitation(text))
  return foreign.map((text) => `shown: ${text}`)
}

/** Ids that exist, of whatever kind: a forger would try them all. */
function realIds(rows: Rows): number[] {
  const few = [...rows.values()].flatMap((some) => some.slice(-6).map(({ id }) => id))
  return [...new Set(few.filter((id): id is number => typeof id === 'number'))]
}

const words = [
  'back',
  'done',
  'yes',
  'no',
  'on',
  'off',
  'end',
  'edit',
  'text',
  'names',
  'revoke',
  'renew',
  'skip',
  'save',
]

function anyWord(ids: number[]): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(...places.map(({ scene, step }) => `${scene}.${step}`)),
    fc.constantFrom(...words),
    fc
      .tuple(fc.constantFrom('u', 'p', 'r', 'l', 'c', 'e', 'd', 's', ''), fc.constantFrom(...ids))
      .map(([letter, id]) => `${letter}${id}`),
    fc.stringMatching(/^[\w./+-]{0,12}$/),
  )
}

/** Payloads as our own buttons carry them, with other values in them. */
function anyAction(ids: number[]): fc.Arbitrary<string> {
  const number = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ids) },
    fc.constantFrom(0, -1, 1, 2, 3, 80_000, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
  )
  const all = Object.entries(actions).map(([name, fields]) =>
    fc
      .record(
        Object.fromEntries(
          Object.entries(fields).map(([field, kind]) => [field, kind === 'int' ? number : anyWord(ids)]),
        ),
      )
      .map((values) => encodeOrCut({ name, ...values } as unknown as Action)),
  )
  return fc.oneof(...all)
}

function encodeOrCut(action: Action): string {
  try {
    return encodeAction(action)
  } catch {
    return Object.values(action).join(':').slice(0, 64)
  }
}

/** One character is dropped, doubled, or another; or the end is cut or longer. */
const mutated = (data: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      data,
      fc.nat(63),
      fc.constantFrom('drop', 'double', 'other', 'cut', 'longer'),
      fc.string({ minLength: 1, maxLength: 6 }),
    )
    .map(([text, place, how, more]) => {
      const at = text.length === 0 ? 0 : place % text.length
      if (how === 'drop') return text.slice(0, at) + text.slice(at + 1)
      if (how === 'double') return text.slice(0, at) + text.slice(at, at + 1) + text.slice(at)
      if (how === 'other') return text.slice(0, at) + more.slice(0, 1) + text.slice(at + 1)
      return how === 'cut' ? text.slice(0, at) : text + more
    })

/** `count` forged payloads, the same for the same seed. */
export function forgedPayloads(world: World, count: number, seed: number): string[] {
  const ids = realIds(everyRow(world))
  const action = anyAction(ids)
  const any = fc.oneof(
    { weight: 6, arbitrary: action },
    { weight: 3, arbitrary: mutated(action) },
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  return fc.sample(any, { numRuns: count, seed })
}

/** What the fields of actions mean; `set` where no item goes with it. */
const kinds: Record<string, string> = {
  session: 'workout_sessions',
  plan: 'workout_plans',
  item: 'workout_items',
  workout: 'workouts',
  client: 'users',
  set: 'set_logs',
}

/** Every button that carries an id, aimed at every row of that kind; its other fields as on a first press. */
export function aimedPayloads(world: World): string[] {
  const rows = everyRow(world)
  return Object.entries(actions).flatMap(([name, fields]) => {
    const aim = Object.keys(kinds).find((field) => field in fields)
    const ids = aim === undefined ? [] : (rows.get(kinds[aim] ?? '') ?? []).map(({ id }) => id)
    return ids.map((id) => {
      const values = Object.entries(fields).map(([field, kind]) => {
        if (field === aim) return [field, id]
        return [field, kind === 'int' ? Number(field !== 'newest') : 'x']
      })
      return encodeOrCut(Object.assign({ name }, Object.fromEntries(values)) as Action)
    })
  })
}

/** Puts them somewhere, with ids in their state that are not theirs: a place is no right either. */
export function putSomewhere(world: World, { phone }: Member, pick: number, ids: number[]): void {
  const place = places[pick % places.length]
  if (!place) throw new Error('there are no steps')
  let turn = pick
  const state = place.state.replace(/:(\d+)(?=[,}\]])/g, () => `:${ids[turn++ % ids.length]}`)
  write(
    world,
    'update conversations set scene = ?, step = ?, state = ?, version = ? where telegram_id = ?',
    place.scene,
    place.step,
    state,
    place.version,
    phone.id,
  )
}

/** A trainer and her client in mid-workout, and three people who have no business there. */
export async function amongOthers() {
  const world = await makeWorld({ callTimeoutMs: 60_000 })
  const dana = await world.trainer('Dana', { lastName: 'Kneecap' })
  const anna = await world.client('Anna', { trainer: dana, lastName: 'Kneecap' })
  const forgers = [await world.trainer('Tom'), await world.client('Ben'), world.stranger('Stan')]
  await givePlan(world, anna, planOfAnna, { trainer: dana })
  for (const { phone } of forgers) phone.start()
  await world.idle()
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [▶️ Start: Kneecap day]
    anna< …
    anna> 8x60; 8x60 "kneecap aches"
    anna< …
    dana> /invite Gil Kneecap
    dana< …
  `)
  expect(went).toBe(wrote)
  return { world, dana, anna, forgers }
}

/** Everybody taps these buttons, wherever they stand. Answers with what they changed and saw of other people's. */
export async function forge(
  world: World,
  forgers: Member[],
  payloads: string[],
  seed: number,
): Promise<string[]> {
  const before = everyRow(world)
  const since = world.simulator.calls.at(-1)?.seq ?? 0
  const ids = realIds(before)
  const batch = 20
  for (let at = 0; at < payloads.length; at += batch) {
    for (const [index, member] of forgers.entries()) {
      putSomewhere(world, member, seed + (at / batch) * 3 + index, ids)
      const id = await aMessage(world, member)
      for (const data of payloads.slice(at, at + batch)) member.phone.tapRaw(data, id)
    }
    await world.idle(30_000)
    world.clock.turnTo(world.clock.ms + 10)
  }
  const actors = forgers.flatMap(({ userId }) => userId ?? [])
  return [...trespasses(world, before, actors), ...peeks(world, forgers, since)]
}

/** Something to tap on; a button may have taken the last message away. */
async function aMessage(world: World, { phone }: Member): Promise<number> {
  const any = () => phone.chat().findLast(({ from }) => from === 'bot')?.id
  if (any() === undefined) {
    phone.say('/help')
    await world.idle()
  }
  return any() ?? 0
}
