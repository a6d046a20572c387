import { existsSync } from 'node:fs'
import { CallFailed } from './bot/telegram.ts'
import { ConfigError, readConfig } from './config.ts'
import { resetDemo, startDemo } from './demo.ts'
import { openHouse } from './house.ts'
import { makeLog } from './log.ts'
import { systemClock } from './systemClock.ts'

/** Something the operator can mend: one line, exit code 1. */
function stopWith(line: string): never {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

async function live(config: ReturnType<typeof readConfig>, token: string): Promise<void> {
  const log = makeLog(config.logLevel, process.stdout)
  const house = await openHouse({ ...config, token, clock: systemClock, log })
  log.info({ bot: house.app.me.username }, 'the bot is running')
  await Promise.race([untilToldToStop(), house.app.running])
  await house.close()
}

async function demo(config: ReturnType<typeof readConfig>): Promise<void> {
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
  if (process.argv[2] === 'demo:reset') {
    resetDemo()
    process.stdout.write('The demo starts afresh next time.\n')
    return
  }
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  if (config.botToken === undefined) await demo(config)
  else await live(config, config.botToken)
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  if (error instanceof CallFailed) {
    if (error.code === 401 || error.code === 404)
      return 'Telegram does not know this BOT_TOKEN. Copy it again from @BotFather.'
    return `Telegram cannot be reached (${error.description}). Check the network and TELEGRAM_API_ROOT.`
  }
  return error instanceof Error ? error.message : 'Spotter could not start.'
}

try {
  await main()
} catch (error) {
  stopWith(explain(error))
}
