import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { owe } from '../../src/services/deliveries.ts'
import { inUnit } from '../../src/services/unit.ts'
import type { Fault } from '../../src/simulator/simulator.ts'
import type { Member, World } from '../support/world.ts'
import { deskWorld, soon } from './desk.ts'

const kinds: Fault['kind'][] = ['429', '5xx', 'reset', 'late', 'html', 'truncated', 'duplicate']
const methods = ['sendMessage', 'editMessageText', 'answerCallbackQuery', 'getUpdates']

type Act =
  | { do: 'say' | 'tap' | 'owe'; who: number; valuable: boolean }
  | { do: 'fault'; kind: Fault['kind']; method: string; after: boolean }
  | { do: 'pass'; seconds: number }
  | { do: 'redeliver' | 'reorder' | 'lock' | 'crash' | 'restart' }

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constant('say' as const), who: fc.nat(4), valuable: fc.boolean() }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('tap' as const), who: fc.nat(4), valuable: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('owe' as const), who: fc.nat(4), valuable: fc.boolean() }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      kind: fc.constantFrom(...kinds),
      method: fc.constantFrom(...methods),
      after: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 6 }) }),
  },
  { weight: 3, arbitrary: fc.constantFrom<Act>({ do: 'redeliver' }, { do: 'reorder' }) },
  { weight: 1, arbitrary: fc.constantFrom<Act>({ do: 'lock' }, { do: 'crash' }, { do: 'restart' }) },
)

interface Story {
  said: Map<number, string[]>
  owed: { words: string; valuable: boolean; who: number }[]
  crashes: number[]
}

async function perform(world: World, people: Member[], one: Act, story: Story): Promise<void> {
  const person = 'who' in one ? people[one.who % people.length] : undefined
  if (person && one.do === 'say') {
    const words = `w${[...story.said.values()].flat().length}`
    person.phone.say(words)
    story.said.set(person.phone.id, [...(story.said.get(person.phone.id) ?? []), words])
  } else if (person && one.do === 'tap') person.phone.tapRaw('pick:desk.open:note', person.phone.last().id)
  else if (person && one.do === 'owe') {
    const words = `owed${story.owed.length}`
    const now = world.clock.now()
    await inUnit(world.orm, 'storm.owe', (unit) =>
      owe(
        unit,
        {
          key: words,
          kind: 'note',
          recipientId: person.userId ?? 0,
          payload: { words },
          dueAt: now,
          expiresAt: new Date(now.getTime() + 86_400_000),
          valuable: one.valuable,
        },
        now,
      ),
    )
    story.owed.push({ words, valuable: one.valuable, who: person.phone.id })
  } else if (one.do === 'fault') {
    // A poll that is late is waited for, for a minute of real time.
    if (one.kind === 'late' && one.method === 'getUpdates') return
    world.simulator.fault({
      kind: one.kind,
      method: one.method,
      retryAfter: 3,
      ...(one.kind === 'reset' && one.after && { effect: 'after' }),
    })
  } else if (one.do === 'pass') await world.advance(one.seconds * 1000)
  else if (one.do === 'redeliver') {
    const known = world.ask<{ id: number }>('select update_id as id from inbox order by random() limit 3')
    for (const { id } of known) world.simulator.redeliver(id)
  } else if (one.do === 'reorder') world.simulator.reorder((updates) => [...updates, ...updates])
  else if (one.do === 'lock') {
    const other = new Database(world.path)
    try {
      other.exec('begin immediate')
      setTimeout(() => (other.exec('rollback'), other.close()), 250)
    } catch {
      other.close()
    }
  } else if (one.do === 'crash' || one.do === 'restart') {
    story.crashes.push(world.clock.ms)
    await (one.do === 'crash' ? world.crash() : world.restart())
  }
}

test('storms of faults, crashes and redelivery: nothing lost, nothing doubled beyond the bounds', async () => {
  const seed = Math.trunc(Math.random() * 1_000_000)
  process.stdout.write(`storms with seed ${seed}\n`)
  for (const [index, acts] of fc
    .sample(fc.array(act, { minLength: 80, maxLength: 80 }), { numRuns: 8, seed })
    .entries()) {
    const { world } = await deskWorld({ callTimeoutMs: 300 })
    world.unrulyOnPurpose = true
    const people: Member[] = []
    for (const name of ['A', 'B', 'C', 'D', 'E']) people.push(await world.client(name))
    const story: Story = { said: new Map(), owed: [], crashes: [] }
    for (const one of acts) {
      await perform(world, people, one, story)
      if (one.do !== 'say' && one.do !== 'tap') await world.settle()
    }
    world.simulator.clearFaults()
    await world.settle()
    await world.advance('90s')
    await soon(() => world.simulator.polling)
    await world.idle()
    check(world, people, story, `storm ${index} of seed ${seed}`)
  }
})

function check(world: World, people: Member[], { said, owed, crashes }: Story, which: string): void {
  const kept = world.ask<{ key: string; value: string }>(
    `select key, value from installation where key like 'note:%' order by rowid`,
  )
  for (const { phone } of people) {
    const noted = kept.filter(({ key }) => key.startsWith(`note:${phone.id}:`)).map(({ value }) => value)
    expect
      .soft(
        noted.filter((value) => value !== 'note'),
        which,
      )
      .toEqual(said.get(phone.id) ?? [])
    expect.soft(noted.filter((value) => value === 'note').length, which).toBe(phone.taps.length)
    const cards = phone.chat().filter(({ from, text }) => from === 'bot' && /Card \d+$/.test(text))
    expect.soft(cards.at(-1)?.text, which).toMatch(new RegExp(`Card ${noted.length}$`))
  }
  expect.soft(world.rows('conversations', 'owed is not null'), which).toEqual([])
  expect.soft(world.rows('inbox', `status <> 'done'`), which).toEqual([])
  for (const { words, valuable, who } of owed) {
    const copies =
      people
        .find(({ phone }) => phone.id === who)
        ?.phone.chat()
        .filter(({ text }) => text === words).length ?? 0
    expect.soft(copies, `${which}: ${words}`).toBeLessThanOrEqual(valuable ? 2 : 1)
    const least = valuable && crashes.length === 0 ? 1 : 0
    expect.soft(copies, `${which}: ${words}`).toBeGreaterThanOrEqual(least)
  }
  const calls = world.simulator.calls.filter(({ method }) => /^(send|edit)/.test(method))
  for (const { fault, at } of calls) {
    if (fault !== '429' || crashes.some((crash) => crash >= at && crash < at + 3000)) continue
    expect
      .soft(calls.filter((call) => call.at > at && call.at < at + 3000).length, `${which}: calls in a pause`)
      .toBe(0)
  }
}
