import { z } from 'zod'

const zoneIsKnown = (zone: string): boolean => {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const text = (name: string) => z.string({ error: `${name}: expected text` })

/** An empty value counts as not set: `.env` files are written that way. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema)

const schema = z.object({
  BOT_TOKEN: optional(
    text('BOT_TOKEN')
      .regex(/^\d{3,20}:[\w-]{20,}$/, 'expected the token @BotFather gave you, like 123456:ABC-DEF…')
      .optional(),
  ),
  TELEGRAM_API_ROOT: optional(
    z.url({ protocol: /^https?$/, error: 'expected an http(s) address' }).default('https://api.telegram.org'),
  ),
  DATABASE_URL: optional(
    text('DATABASE_URL')
      .regex(/^sqlite:.+/, 'expected sqlite:PATH (other databases are not supported yet)')
      .default('sqlite:data/spotter.sqlite'),
  ),
  MEDIA_DIR: optional(text('MEDIA_DIR').default('media')),
  ADMIN_TELEGRAM_IDS: optional(
    text('ADMIN_TELEGRAM_IDS')
      .regex(
        /^\s*\d+\s*(,\s*\d+\s*)*$/,
        'expected Telegram ids separated by commas; /id tells anybody theirs',
      )
      .default('0'),
  ).transform(
    (ids) =>
      new Set(
        ids
          .split(',')
          .map(Number)
          .filter((id) => id > 0),
      ),
  ),
  DEFAULT_TIMEZONE: optional(
    text('DEFAULT_TIMEZONE')
      .refine(zoneIsKnown, 'expected an IANA time zone such as Europe/Berlin')
      .default('UTC'),
  ),
  PORT: optional(z.coerce.number({ error: 'expected a port number' }).int().min(0).max(65_535).default(8080)),
  HOST: optional(text('HOST').default('127.0.0.1')),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info')),
})

export interface Config {
  /** Undefined: the demo. */
  botToken: string | undefined
  apiRoot: string
  databaseUrl: string
  mediaDir: string
  adminIds: ReadonlySet<number>
  defaultTimeZone: string
  port: number
  host: string
  logLevel: string
}

/** Every fault of the environment at once, one line each. Never quotes a value: it may be the token. */
export class ConfigError extends Error {
  constructor(faults: string[]) {
    super(['The configuration is not usable:', ...faults.map((fault) => `  ${fault}`)].join('\n'))
    this.name = 'ConfigError'
  }
}

/** Reads the environment once. Throws `ConfigError` with all faults. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = schema.safeParse(env)
  if (!read.success)
    throw new ConfigError(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  const { data } = read
  return {
    botToken: data.BOT_TOKEN,
    apiRoot: data.TELEGRAM_API_ROOT,
    databaseUrl: data.DATABASE_URL,
    mediaDir: data.MEDIA_DIR,
    adminIds: data.ADMIN_TELEGRAM_IDS,
    defaultTimeZone: data.DEFAULT_TIMEZONE,
    port: data.PORT,
    host: data.HOST,
    logLevel: data.LOG_LEVEL,
  }
}
