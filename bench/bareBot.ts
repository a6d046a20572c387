import Database from 'better-sqlite3'
import { Bot } from 'grammy'

// The baseline for starting up: the least a bot with a database file can load.
const { BOT_TOKEN = '', TELEGRAM_API_ROOT = '', DATABASE_URL = '' } = process.env
const db = new Database(DATABASE_URL.replace('sqlite:', ''))
db.pragma('journal_mode = wal')
const bot = new Bot(BOT_TOKEN, { client: { apiRoot: TELEGRAM_API_ROOT } })
bot.on('message', (ctx) => ctx.reply(String(db.prepare('select 1').pluck().get())))
await bot.start()
