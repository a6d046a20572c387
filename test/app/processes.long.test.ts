import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { endsWith, folder, live, run, telegram, token } from './program.ts'

test('a token that stops being known ends the bot with one line; a webhook is removed', async () => {
  const simulator = await telegram()
  const cwd = folder()
  await fetch(`${simulator.apiRoot}/bot${token}/setWebhook?url=https://example.com/hook`)
  const bot = run(cwd, live(simulator, { LOG_LEVEL: 'warn' }))
  const person = simulator.person({ firstName: 'Anna' })
  await bot.prints(/a webhook is set; removing it/)
  person.say('/id')
  await person.sees('Your Telegram id')
  const [port] = /\d+$/.exec(simulator.url) ?? []
  await simulator.stop()
  const stranger = await startSimulator({ token: '1111:other', port: Number(port) })
  onTestFinished(() => stranger.stop())
  await endsWith(bot, /Telegram does not know this BOT_TOKEN\. Copy it again from @BotFather\.\n$/)
})

test('an older file is brought up to date at the start, after a verified copy', async () => {
  const simulator = await telegram()
  const cwd = folder()
  const path = join(cwd, 'old.sqlite')
  const old = new Database(path)
  // As a file looks whose first migration is still to come, with something in it.
  old.exec(
    `create table mikro_orm_migrations (id integer primary key, name text, executed_at datetime default current_timestamp)`,
  )
  old.close()
  const bot = run(cwd, live(simulator, { DATABASE_URL: 'sqlite:old.sqlite' }))
  await bot.prints(/the bot is running/)
  expect(bot.output()).toMatch(
    /"backup":"old\.sqlite\.before-.+\.bak","msg":"schema brought up to date after a verified copy"/,
  )
  expect(readdirSync(cwd).filter((name) => name.endsWith('.bak'))).toHaveLength(1)
  bot.child.kill('SIGTERM')
  expect(await bot.ended).toBe(0)
})

test('told to stop while calls hang and Telegram asks for a pause: it ends in a few seconds, and goes on next time', async () => {
  const simulator = await telegram()
  const cwd = folder()
  const bot = run(cwd, live(simulator))
  await bot.prints(/the bot is running/)
  const [anna, ben] = [simulator.person({ firstName: 'Anna' }), simulator.person({ firstName: 'Ben' })]
  simulator.fault({ method: 'sendMessage', kind: 'hang', chatId: anna.id })
  anna.say('/id')
  await simulator.until(() => simulator.calls.some(({ fault }) => fault === 'hang'))
  simulator.fault({ method: 'sendMessage', kind: '429', chatId: ben.id, retryAfter: 300 })
  ben.say('/id')
  await simulator.until(() => simulator.calls.some(({ fault }) => fault === '429'))
  const asked = performance.now()
  bot.child.kill('SIGTERM')
  expect(await bot.ended).toBe(0)
  expect(performance.now() - asked).toBeLessThan(6000)
  const next = run(cwd, live(simulator))
  for (const person of [anna, ben]) await person.sees('Your Telegram id', 20_000)
  next.child.kill('SIGTERM')
  expect(await next.ended).toBe(0)
  for (const person of [anna, ben]) expect(person.chat().filter(({ from }) => from === 'bot')).toHaveLength(1)
})
