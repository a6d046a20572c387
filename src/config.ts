import { z } from 'zod'
import { zoneIsReal } from './domain/localTime.ts'
import { parseDatabaseUrl } from './services/database/url.ts'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const mostPort = 65_535

const matching = (pattern: RegExp, expected: string) => z.string().regex(pattern, `expected ${expected}`)

const aPort = matching(/^\d{1,5}$/, `a port from 0 to ${mostPort}`)
  .transform(Number)
  .refine((port) => port <= mostPort, `expected a port from 0 to ${mostPort}`)

function isDatabaseUrl(url: string): boolean {
  try {
    return parseDatabaseUrl(url) !== ''
  } catch {
    return false
  }
}

const schema = z.object({
  BOT_TOKEN: matching(
    /^\d{3,20}:[\w-]{20,}$/,
    'the token @BotFather gave you, like 123456:ABC-DEF…',
  ).optional(),
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/, error: 'expected an http(s) address such as http://127.0.0.1:8081' })
    .default('https://api.telegram.org'),
  DATABASE_URL: z
    .string()
    .refine(isDatabaseUrl, 'expected sqlite:PATH (other databases are not supported yet)')
    .default('sqlite:data/spotter.sqlite'),
  MEDIA_DIR: z.string().default('media'),
  BACKUP_DIR: z.string().optional(),
  ADMIN_TELEGRAM_IDS: matching(
    /^\d{1,15}(?:\s*,\s*\d{1,15})*$/,
    'Telegram ids separated by commas; /id tells anybody theirs',
  )
    .optional()
    .transform((ids) => new Set((ids ?? '').split(',').flatMap((id) => (id === '' ? [] : Number(id))))),
  DEFAULT_TIMEZONE: z
    .string()
    .refine(zoneIsReal, 'expected an IANA time zone such as Europe/Berlin')
    .default('UTC'),
  PORT: aPort.default(8080),
  HTTP_PORT: aPort.optional(),
  HOST: matching(/^\S+$/, 'a host name or an address').default('127.0.0.1'),
  LOG_LEVEL: z.enum(logLevels, { error: `expected ${logLevels.join(', ')}` }).default('info'),
})

export interface Config {
  /** Undefined: the demo. */
  botToken: string | undefined
  apiRoot: string
  databaseUrl: string
  mediaDir: string
  /** Undefined: beside the database, and none of the demo. */
  backupDir: string | undefined
  adminIds: ReadonlySet<number>
  defaultTimeZone: string
  port: number
  /** Where `/health` and `/metrics` are, on loopback; undefined: nowhere. */
  httpPort: number | undefined
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

/** Without the blanks and invisible marks that come along when a value is copied; an empty one counts as not set. */
function tidy(value: string | undefined): string | undefined {
  const bare = value?.replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '').trim()
  return bare === '' ? undefined : bare
}

/** Reads the environment once. Throws `ConfigError` with all faults. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.keys(schema.shape).map((name) => [name, tidy(env[name])] as const)
  const read = schema.safeParse(Object.fromEntries(given))
  if (!read.success)
    throw new ConfigError(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  const { data } = read
  return {
    botToken: data.BOT_TOKEN,
    apiRoot: data.TELEGRAM_API_ROOT,
    databaseUrl: data.DATABASE_URL,
    mediaDir: data.MEDIA_DIR,
    backupDir: data.BACKUP_DIR,
    adminIds: data.ADMIN_TELEGRAM_IDS,
    defaultTimeZone: data.DEFAULT_TIMEZONE,
    port: data.PORT,
    httpPort: data.HTTP_PORT,
    host: data.HOST,
    logLevel: data.LOG_LEVEL,
  }
}
