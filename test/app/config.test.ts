import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../src/config.ts'

const token = '123456789:AAcanary_canary-canary_canary-canary0'

test('nothing set is the demo, with everything as documented', () => {
  expect(readConfig({})).toEqual({
    botToken: undefined,
    apiRoot: 'https://api.telegram.org',
    databaseUrl: 'sqlite:data/spotter.sqlite',
    mediaDir: 'media',
    backupDir: undefined,
    adminIds: new Set(),
    defaultTimeZone: 'UTC',
    port: 8080,
    httpPort: undefined,
    host: '127.0.0.1',
    logLevel: 'info',
  })
})

test('all of it set; blanks, empty values and marks that were copied along do not matter', () => {
  expect(
    readConfig({
      BOT_TOKEN: ` ${token}\n`,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
      DATABASE_URL: 'sqlite:///var/lib/spotter.sqlite',
      MEDIA_DIR: '',
      BACKUP_DIR: '/var/backups/spotter ',
      ADMIN_TELEGRAM_IDS: ' \u20687100001\u2069, 42 ',
      DEFAULT_TIMEZONE: 'Asia/Jerusalem',
      PORT: '0',
      HTTP_PORT: '9464',
      HOST: '  ',
      LOG_LEVEL: 'warn',
    }),
  ).toMatchObject({
    botToken: token,
    apiRoot: 'http://127.0.0.1:8081/',
    databaseUrl: 'sqlite:///var/lib/spotter.sqlite',
    mediaDir: 'media',
    backupDir: '/var/backups/spotter',
    adminIds: new Set([7100001, 42]),
    defaultTimeZone: 'Asia/Jerusalem',
    port: 0,
    httpPort: 9464,
    host: '127.0.0.1',
    logLevel: 'warn',
  })
})

test('every fault is listed at once, by name and with what is expected, and no value is told', () => {
  const env = {
    BOT_TOKEN: `${token} and more`,
    TELEGRAM_API_ROOT: 'api.telegram.org',
    DATABASE_URL: 'postgres://me:AAcanary@db/spotter',
    ADMIN_TELEGRAM_IDS: '@AAcanary',
    DEFAULT_TIMEZONE: 'AAcanary/Nowhere',
    PORT: '65536',
    HTTP_PORT: 'AAcanary',
    HOST: 'AA canary',
    LOG_LEVEL: 'AAcanary',
  }
  let error: unknown
  try {
    readConfig(env)
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(ConfigError)
  expect((error as Error).message.split('\n')).toEqual([
    'The configuration is not usable:',
    '  BOT_TOKEN: expected the token @BotFather gave you, like 123456:ABC-DEF…',
    '  TELEGRAM_API_ROOT: expected an http(s) address such as http://127.0.0.1:8081',
    '  DATABASE_URL: expected sqlite:PATH (other databases are not supported yet)',
    '  ADMIN_TELEGRAM_IDS: expected Telegram ids separated by commas; /id tells anybody theirs',
    '  DEFAULT_TIMEZONE: expected an IANA time zone such as Europe/Berlin',
    '  PORT: expected a port from 0 to 65535',
    '  HTTP_PORT: expected a port from 0 to 65535',
    '  HOST: expected a host name or an address',
    '  LOG_LEVEL: expected fatal, error, warn, info, debug, trace, silent',
  ])
})

test.each([
  ['BOT_TOKEN', ['123', '123456:short', 'abc:AAcanary_canary-canary_canary']],
  ['TELEGRAM_API_ROOT', ['ftp://x.y', 'x', 'file:///etc/passwd']],
  ['DATABASE_URL', ['data/spotter.sqlite', 'sqlite:', 'sqlite://', 'mysql://x']],
  ['ADMIN_TELEGRAM_IDS', ['1,', ',1', '1;2', '1 2', '-5', '9'.repeat(16)]],
  ['DEFAULT_TIMEZONE', ['Mars/Olympus', '+03:00', 'Jerusalem']],
  ['HTTP_PORT', ['-1', '0.0.0.0:9464', '65536']],
  ['PORT', ['-1', '1.5', 'http', '0x50', '100000']],
])('%s refuses what it cannot be', (name, values) => {
  for (const value of values) expect(() => readConfig({ [name]: value })).toThrow(`  ${name}: expected`)
})
