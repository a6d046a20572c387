import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { endsWith, folder, live, root, run, telegram, token } from './program.ts'

test('a configuration that cannot be used: every fault at once, exit code 1', async () => {
  const cwd = folder()
  writeFileSync(join(cwd, '.env'), 'PORT=many\nLOG_LEVEL=loud\nDEFAULT_TIMEZONE=Europe/Berlin\n')
  const program = run(cwd, { BOT_TOKEN: `${token}?`, DEFAULT_TIMEZONE: 'Berlin' })
  await endsWith(
    program,
    /^The configuration is not usable:\n {2}BOT_TOKEN: .+\n {2}DEFAULT_TIMEZONE: .+\n {2}PORT: .+\n {2}LOG_LEVEL: .+\n$/,
  )
  expect(readdirSync(cwd)).toEqual(['.env'])
})

test('a wrong token, or a Telegram out of reach: one line, exit code 1, and no file is bound to it', async () => {
  const simulator = await telegram()
  const cwd = folder()
  const wrong = run(cwd, { ...live(simulator), BOT_TOKEN: '777777:AAcanary_of_another_bot-entirely' })
  const gone = await startSimulator({ token })
  await gone.stop()
  const away = run(folder(), live(gone))
  await endsWith(wrong, /^Telegram does not know this BOT_TOKEN\. Copy it again from @BotFather\.\n$/)
  await endsWith(
    away,
    /^Telegram cannot be reached \(ECONNREFUSED\)\. Check the network and TELEGRAM_API_ROOT\.\n$/,
  )
  const right = run(cwd, live(simulator))
  await right.prints(/the bot is running/)
})

test('a database that is none, a folder that cannot be made: one line with its name, exit code 1', async () => {
  const simulator = await telegram()
  const cwd = folder()
  writeFileSync(join(cwd, 'notes.txt'), 'This is no database, however long one reads on in it. '.repeat(20))
  const at = (path: string) => run(cwd, { ...live(simulator), DATABASE_URL: `sqlite:${path}` })
  const [none, below, nowhere] = [
    at('notes.txt'),
    at('notes.txt/new/it.sqlite'),
    at('/proc/nowhere/it.sqlite'),
  ]
  await endsWith(none, /^The database notes\.txt cannot be used: file is not a database\n$/)
  await endsWith(below, /^The database notes\.txt\/new\/it\.sqlite cannot be used: ENOTDIR.*\n$/)
  await endsWith(nowhere, /^The database \/proc\/nowhere\/it\.sqlite cannot be used: E[A-Z]+.*\n$/)
  expect(readFileSync(join(cwd, 'notes.txt'), 'utf8')).toMatch(/^This is no database/)
})

test('the bot runs, a second copy on its file is refused, SIGTERM ends it, and another bot is refused too', async () => {
  const simulator = await telegram()
  const cwd = folder()
  // The rest of the configuration comes from `.env`.
  writeFileSync(
    join(cwd, '.env'),
    `BOT_TOKEN=${token}\nDATABASE_URL=sqlite:here/it.sqlite\nADMIN_TELEGRAM_IDS=7000001\n`,
  )
  const bot = run(cwd, { TELEGRAM_API_ROOT: simulator.apiRoot })
  await bot.prints(/"bot":"spotter_process_bot","msg":"the bot is running"/)
  const person = simulator.person({ firstName: 'Office' })
  person.say('/id')
  expect((await person.sees('Your Telegram id')).text).toContain(String(person.id))
  person.say('/invite')
  await person.sees('Whom do you invite?')
  await endsWith(
    run(cwd, { TELEGRAM_API_ROOT: simulator.apiRoot }),
    /^Another copy of the bot works on here\/it\.sqlite: stop it first\n$/,
  )
  const asked = performance.now()
  bot.child.kill('SIGTERM')
  expect(await bot.ended).toBe(0)
  expect(performance.now() - asked).toBeLessThan(4000)
  expect(bot.output()).not.toContain('AAcanary')
  const lines = bot
    .output()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines.filter(({ msg }) => msg === 'turn')).toMatchObject([
    { outcome: 'command', from: '-', to: '-', commits: 1 },
    { outcome: 'command', from: '-', to: 'invite.choose', commits: 1 },
  ])
  expect(lines.at(-1)).toMatchObject({ msg: 'the bot has stopped' })
  const other = await startSimulator({ token: '5555555:AAcanary-of-the-other-bot-000000' })
  onTestFinished(() => other.stop())
  await endsWith(
    run(cwd, { TELEGRAM_API_ROOT: other.apiRoot, BOT_TOKEN: other.token }),
    /^here\/it\.sqlite belongs to bot 4242424242, but the token is bot 5555555's: use another file\n$/,
  )
})

test('a file of another program is refused unchanged', async () => {
  const simulator = await telegram()
  const cwd = folder()
  const path = join(cwd, 'theirs.sqlite')
  const theirs = new Database(path)
  theirs.exec(
    `create table users (id integer primary key, name text); insert into users (name) values ('Anna')`,
  )
  theirs.close()
  const before = readFileSync(path)
  await endsWith(
    run(cwd, live(simulator, { DATABASE_URL: 'sqlite:theirs.sqlite' })),
    /^theirs\.sqlite has a table "users" but no "mikro_orm_migrations": it was not made by this bot\n$/,
  )
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('without a token it is the demo; demo:reset removes it and nothing else, and not while it runs', async () => {
  const cwd = folder()
  mkdirSync(join(cwd, 'data'))
  writeFileSync(join(cwd, 'data/spotter.sqlite'), 'the real one')
  const demo = run(cwd, { PORT: '0', BOT_TOKEN: '' })
  await demo.prints(/Open http:\/\/127\.0\.0\.1:\d+/)
  const [, page = ''] = /Open (http:\S+)/.exec(demo.output()) ?? []
  expect(await (await fetch(page)).text()).toContain('<html')
  await endsWith(run(cwd, {}, 'demo:reset'), /stop it first/)
  demo.child.kill('SIGINT')
  expect(await demo.ended).toBe(0)
  expect(existsSync(join(cwd, 'data/demo/spotter.sqlite'))).toBe(true)
  const reset = run(cwd, {}, 'demo:reset')
  expect(await reset.ended).toBe(0)
  expect(reset.output()).toBe('The demo starts afresh next time.\n')
  expect(readdirSync(join(cwd, 'data'))).toEqual(['spotter.sqlite'])
  expect(readdirSync(cwd)).toEqual(['data'])
})

test('a Node too old for it says so in one line', async () => {
  // Another Node's version is all it looks at.
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '20.20.2' });`
  const child = spawn(process.execPath, [
    '--import',
    `data:text/javascript,${encodeURIComponent(pretend)}`,
    join(root, 'src/start.js'),
  ])
  let said = ''
  child.stderr.on('data', (part: Buffer) => (said += String(part)))
  const [code] = (await once(child, 'close')) as [number]
  expect(code).toBe(1)
  expect(said).toMatch(/^Spotter needs Node 24\.18 or newer, and this is 20\.20\.2: .+\n$/)
})
