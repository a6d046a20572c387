import { existsSync } from 'node:fs'
import { describe } from './bot/describe.ts'
import { isWrongToken } from './bot/poller.ts'
import { CallFailed } from './bot/telegram.ts'
import { ConfigError, readConfig } from './config.ts'
import { makeLog, withoutTokens } from './log.ts'
import { backupFolderOf, parseDatabaseUrl } from './services/database/url.ts'
import { systemClock } from './systemClock.ts'

// What is heavy is loaded when it is needed: the bot has no use for the demo, a wrong configuration for neither.

/** Says why, and ends with exit code 1. */
function stopWith(words: string): never {
  process.stderr.write(`${withoutTokens(words)}\n`)
  process.exit(1)
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

async function live(config: ReturnType<typeof readConfig>, token: string): Promise<void> {
  const { openHouse } = await import('./house.ts')
  const log = makeLog(config.logLevel, process.stdout)
  const backupDir = config.backupDir ?? backupFolderOf(parseDatabaseUrl(config.databaseUrl))
  const house = await openHouse({ ...config, backupDir, token, clock: systemClock, log })
  log.info({ bot: house.app.me.username }, 'the bot is running')
  try {
    await Promise.race([untilToldToStop(), house.app.running])
  } finally {
    await house.close()
  }
  log.info({}, 'the bot has stopped')
}

async function demo(config: ReturnType<typeof readConfig>): Promise<void> {
  const { startDemo } = await import('./demo/demo.ts')
  const log = makeLog(config.logLevel === 'info' ? 'warn' : config.logLevel, process.stderr)
  const running = await startDemo({ config, clock: systemClock, log })
  process.stdout.write(
    `Spotter's demo is running. No token is set, so it talks to its own Telegram on this machine.\n\n`,
  )
  process.stdout.write(
    `  Open ${running.url}\n\nCtrl+C stops it; everything stays in data/demo (npm run demo:reset starts afresh).\n`,
  )
  await untilToldToStop()
  await running.close()
}

async function main(): Promise<void> {
  // A fault nobody foresaw: told by kind and place, for its message may quote people. The next start goes on from the file.
  process.on('uncaughtException', (error) => stopWith(`Spotter cannot go on: ${describe(error)}`))
  if (process.argv[2] === 'demo:reset') {
    const { resetDemo } = await import('./demo/demo.ts')
    resetDemo()
    process.stdout.write('The demo starts afresh next time.\n')
    return
  }
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  if (config.botToken === undefined) await demo(config)
  else await live(config, config.botToken)
}

/** One line for whoever started it; a configuration that cannot be used has one for each fault. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  if (isWrongToken(error)) return 'Telegram does not know this BOT_TOKEN. Copy it again from @BotFather.'
  if (error instanceof CallFailed)
    return `Telegram cannot be reached (${error.description}). Check the network and TELEGRAM_API_ROOT.`
  const words = error instanceof Error ? error.message : 'Spotter could not start.'
  return words.split('\n', 1)[0] ?? words
}

try {
  await main()
} catch (error) {
  stopWith(explain(error))
}
