import type Database from 'better-sqlite3'
import { expect } from 'vitest'
import type { Simulator } from '../../src/simulator/simulator.ts'
import { marksIn } from '../pushes/registry.ts'

interface Row {
  key: string
  kind: string
  state: string
  valuable: number
  attempts: number
  message_id: number | null
  recipient_id: number
  local_date: string | null
  due: number
}

/** `lost`: content of which two sendings of unknown fate came to nothing; `doubted`: such a nudge. */
export type Fate = 'none' | 'once' | 'twice' | 'lost' | 'doubted'

export interface Outcome {
  key: string
  state: string
  fate: Fate
  /** Calls that told of it and reached the simulator, whatever became of them. */
  calls: number
}

/** Messages that tell of each delivery, by the simulator's own record. */
function messagesOf({ calls }: Simulator): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const { method, effect, params, result } of calls) {
    if (method !== 'sendMessage' || !effect) continue
    const { message_id: id = 0 } = (result ?? {}) as { message_id?: number }
    for (const mark of marksIn(String(params['text']))) found.set(mark, [...(found.get(mark) ?? []), id])
  }
  return found
}

function callsOf({ calls }: Simulator): Map<string, number> {
  const found = new Map<string, number>()
  for (const { method, params } of calls)
    for (const mark of method === 'sendMessage' ? marksIn(String(params['text'])) : [])
      found.set(mark, (found.get(mark) ?? 0) + 1)
  return found
}

/** As the message names it: a reminder by kind, person and day. */
const markOf = ({ key, kind, recipient_id, local_date }: Row): string =>
  local_date === null ? key : `${kind} ${recipient_id} ${local_date}`

function fateOf({ state, valuable }: Row, copies: number): Fate {
  if (copies === 0 && state === 'uncertain') return valuable ? 'lost' : 'doubted'
  return copies === 0 ? 'none' : copies === 1 ? 'once' : 'twice'
}

/** A delivery's end says the truth, and it came as often as was promised. */
function expectTruth(row: Row, messages: readonly number[], isTold: boolean): void {
  const { state, valuable, attempts, message_id, kind } = row
  const name = JSON.stringify({ ...row, messages })
  expect(messages.length, `copies of ${name}`).toBeLessThanOrEqual(valuable ? 2 : 1)
  expect(attempts, `sendings of ${name}`).toBeLessThanOrEqual(valuable ? 2 : 1)
  if (state === 'sent') expect(messages, `the message of ${name}`).toContain(message_id)
  else if (state === 'uncertain')
    expect([valuable, attempts], `end of ${name}`).toEqual(
      isTold ? [1, expect.any(Number)] : [valuable, 1 + valuable],
    )
  else expect(messages, `nothing of ${name}`).toEqual([])
  if (state === 'failed') expect(row.key.startsWith('bad'), `end of ${name}`).toBe(true)
  if (kind === 'note' && valuable && state !== 'failed')
    expect(['sent', 'uncertain'], `end of ${name}`).toContain(state)
}

/** Holds every delivery that has come due against the simulator's record. Throws at the first that was promised otherwise. */
export function judge(file: Database.Database, simulator: Simulator): Outcome[] {
  const messages = messagesOf(simulator)
  const calls = callsOf(simulator)
  // What was held was perhaps told in a note, which has sendings of its own.
  const told = new Set(
    file.prepare<[], number>(`select recipient_id from deliveries where kind = 'heldNote'`).pluck().all(),
  )
  const rows = file
    .prepare<[], Row>(
      `select dedupe_key as key, kind, state, valuable, attempts, message_id, recipient_id, local_date
       from deliveries where kind <> 'heldNote' and state <> 'due' order by id`,
    )
    .all()
  return rows.map((row) => {
    const found = messages.get(markOf(row)) ?? []
    expectTruth(row, found, told.has(row.recipient_id) && row.valuable === 1)
    return {
      key: row.key,
      state: row.state,
      fate: fateOf(row, found.length),
      calls: calls.get(markOf(row)) ?? 0,
    }
  })
}
