import { expect, test } from 'vitest'
import { type World, makeWorld } from '../../support/world.ts'

async function coached(): Promise<World> {
  const world = await makeWorld({ callTimeoutMs: 5000 })
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  await world.play(`
    dana> /assign
    dana< …
  `)
  return world
}

const lifts = [
  'Squat',
  'Bench press',
  'Deadlift',
  'Barbell row',
  'Overhead press',
  'Pull-up',
  'Plank',
  'Dips',
]

/** A plan of many weeks, some 9,000 characters. */
const longPlan = [
  'Big plan, 12 weeks from Monday',
  ...Array.from({ length: 40 }, (_, day) =>
    [
      `Day ${day + 1}`,
      ...lifts.map((lift, n) => `${lift} ${(n % 5) + 1}x${(day % 10) + 3} @${day + n + 20}kg`),
    ].join('\n'),
  ),
].join('\n')

test('a long text comes in several messages and is one plan, shown in pages', async () => {
  const world = await coached()
  const { phone } = world.member('dana')
  const before = phone.chat().length
  phone.write(longPlan)
  await world.idle()
  const sent = phone
    .chat()
    .slice(before)
    .filter(({ from }) => from === 'me')
  expect(sent.length).toBeGreaterThan(1)
  const { went, wrote } = await world.play(`
    dana> [›]
    dana< Big plan · for Anna
      From today, Mon 23 Nov, to Sun 14 Feb 2027…  [✅ Assign] [‹] [›] [Cancel]
    — crash —
    dana> [‹]
    dana< Big plan · for Anna
      From today, Mon 23 Nov, to Sun 14 Feb 2027
      Day 1
      • Squat → Back squat – 1 × 3 · 20 kg…  [✅ Assign] [›] [Cancel]
    dana> [✅ Assign]
    dana< …
    anna< 🆕 Dana has a plan for you: Big plan…
  `)
  expect(went).toBe(wrote)
  expect(world.rows('workout_sessions')).toHaveLength(40)
  expect(world.rows('workout_exercises')).toHaveLength(40 * lifts.length)
  expect(world.ask('select distinct name from workout_sessions order by order_index limit 1')).toEqual([
    { name: 'Day 1' },
  ])
})

test('an edited part is read again, and a text sent again takes the place of the old one', async () => {
  const world = await coached()
  const { went, wrote } = await world.play(`
    dana> Mon Upper
      Bench press 3x8
      Row 3x12-8
    dana< Upper · for Anna
      From today, Mon 23 Nov
      Mon · Upper
      • Bench press – 3 × 8
      ⚠️ One place I could not read
      Line 3, column 5: 3x12-8
      The range is upside down: the lower number goes first.
      To correct it, edit your message or send the text again.  [✅ Assign without that line] [Start on Mon 30 Nov instead]
    — crash —
    dana> (edits 1 back) Mon Upper
      Bench press 3x8
      Row 3x8-12
    dana< Upper · for Anna
      From today, Mon 23 Nov
      Mon · Upper
      • Bench press – 3 × 8
      • Row → Barbell row – 3 × 8–12  [✅ Assign]
    dana> Tue Upper
      Dips 3x8
    dana< Upper · for Anna
      From today, Mon 23 Nov
      Tue · Upper
      • Dips → Dip – 3 × 8  [✅ Assign]
    dana> (edits 2 back) Mon Upper
      Bench press 5x5
    dana> (sends photo) Mon Upper
    dana< I cannot read a plan from that. Send it as text or as a .txt file.
      Upper · for Anna…
  `)
  expect(went).toBe(wrote)
  const { phone } = world.member('dana')
  phone.sendFile(new TextEncoder().encode('%PDF-1.7'), 'plan.pdf', 'application/pdf')
  await world.idle()
  expect(phone.last().text).toMatch(/^I read plans as text or from .txt files. That one is neither./)
  phone.sendVoice(new TextEncoder().encode('OggS'))
  await world.idle()
  expect(phone.last().text).toMatch(/^I cannot read a plan from that./)
})

test('a .txt file is read, whatever was sent before it; what is no text is said to be none', async () => {
  const world = await coached()
  const { phone } = world.member('dana')
  const { went, wrote } = await world.play(`
    dana> Mon Upper
      Dips 3x8
    dana< Upper · for Anna…
    dana> (sends file plan.txt) Mon Upper
      Row 3x8
    dana< Upper · for Anna
      From today, Mon 23 Nov
      Mon · Upper
      • Row → Barbell row – 3 × 8  [✅ Assign]
  `)
  expect(went).toBe(wrote)
  phone.sendFile(new Uint8Array([0xff, 0xfe, 0xe9]), 'plan.txt', 'text/plain')
  await world.idle()
  expect(phone.last().text).toMatch(/^I could not read that file. It has to be plain text \(UTF-8\)/)
  expect(phone.last().text).toContain('Barbell row')
  phone.sendFile(new TextEncoder().encode('x'.repeat(300 * 1024)), 'plan.txt', 'text/plain')
  await world.idle()
  expect(phone.last().text).toMatch(/^That file is too large for a plan: at most .?256.? kB, please\./)
  phone.sendFile(new TextEncoder().encode('Squat 3x8\n'.repeat(9000)), 'plan.txt', 'text/plain')
  await world.idle()
  expect(phone.last().text).toContain('The text is too long: at most 65,536 characters.')
})

test('a text in which nothing is a plan says why, and the next one is read', async () => {
  const world = await coached()
  const { went, wrote } = await world.play(`
    dana> Hello Anna
    dana< I found no exercise in that.
      Send it again, or edit your message.
      Line 1, column 1: Hello Anna
      Sets and reps are missing, such as 3x8.
      A plan for Anna…
    — crash —
    dana> (edits 1 back) Squat 3x8
    dana< Training plan · for Anna
      From today, Mon 23 Nov
      • Squat → Back squat – 3 × 8  [✅ Assign]
    dana> [Cancel]
    dana< (toast) Cancelled.
    dana< 👋 Dana…
    dana> (stale) [✅ Assign]
    dana< (toast) That button is out of date.…
  `)
  expect(went).toBe(wrote)
  expect(world.rows('workout_plans')).toEqual([])
})

test('the examples that are shown are read in either language', async () => {
  for (const language of ['en', 'he'] as const) {
    const world = await makeWorld({ callTimeoutMs: 5000 })
    const dana = await world.trainer('Dana', { language })
    await world.client('Anna', { trainer: dana })
    await world.play('dana> /assign\ndana< …')
    const { html } = dana.phone.last()
    const example = /<pre>([\s\S]+?)<\/pre>/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? ''
    expect(example.split('\n').length).toBeGreaterThan(5)
    dana.phone.say(example)
    await world.idle()
    expect(dana.phone.last().text).not.toMatch(/⚠️|❓/)
    expect(dana.phone.last().text.match(/• /g)).toHaveLength(4)
    expect(dana.phone.last().text).toContain('💬')
  }
})
