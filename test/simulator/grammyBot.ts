import { Bot, type Context, InlineKeyboard, InputFile, InputMediaBuilder } from 'grammy'
import { onTestFinished } from 'vitest'
import type { Simulator } from '../../src/simulator/simulator.ts'
import { png } from './setup.ts'

/** What the bot met; it shares no line with ours. */
export interface Running {
  bot: Bot
  /** Kinds of updates, in the order they came. */
  met: string[]
  ids: number[]
  errors: unknown[]
}

/** A small bot written with grammY, polling the simulator until the test ends. */
export async function grammyBot(simulator: Simulator): Promise<Running> {
  const bot = new Bot(simulator.token, { client: { apiRoot: simulator.apiRoot } })
  const running: Running = { bot, met: [], ids: [], errors: [] }
  bot.catch(({ error }) => void running.errors.push(error))
  bot.use((ctx, next) => {
    running.met.push(...Object.keys(ctx.update).filter((key) => key !== 'update_id'))
    running.ids.push(ctx.update.update_id)
    return next()
  })
  talking(bot)
  files(bot, simulator)
  await bot.api.setMyCommands([
    { command: 'start', description: 'Begin' },
    { command: 'invite', description: 'A link' },
  ])
  const ended = bot.start({ timeout: 50 })
  onTestFinished(async () => {
    await bot.stop().catch(() => undefined) // the simulator may have been stopped before
    await ended
  })
  await simulator.until(() => simulator.polling)
  return running
}

const counter = (count: number) =>
  new InlineKeyboard()
    .text(`Count ${count}`, `count:${count + 1}`)
    .row()
    .text('Warn', 'warn')
    .text('Close', 'close')

function talking(bot: Bot): void {
  bot.command('start', async (ctx) => {
    const hebrew = ctx.from?.language_code === 'he'
    const words = hebrew
      ? `שלום, <b>\u2068${ctx.from?.first_name ?? ''}\u2069</b>\n4 סטים של Bench press עם 80 ק״ג`
      : `Welcome, <b>${ctx.from?.first_name ?? ''}</b>. You brought <code>${ctx.match || 'nothing'}</code>. /invite`
    await ctx.reply(words, {
      parse_mode: 'HTML',
      reply_markup: hebrew ? new InlineKeyboard().text('התחל', 'warn') : counter(0),
    })
  })
  bot.command('invite', async (ctx) => {
    const link = `https://t.me/${ctx.me.username}?start=token-1`
    await ctx.reply(`One link: ${link}`, {
      reply_markup: new InlineKeyboard()
        .url('Open', link)
        .copyText('Copy', link)
        .row()
        .url('Elsewhere', 'https://example.org'),
    })
  })
  bot.hears('keys', (ctx) =>
    ctx.reply('Your weight?', {
      reply_markup: { keyboard: [[{ text: '82.4' }, { text: '82.5' }]], one_time_keyboard: true },
    }),
  )
  bot.hears('ask', (ctx) =>
    ctx.reply('Your name?', { reply_markup: { force_reply: true, input_field_placeholder: 'Name' } }),
  )
  bot.hears('think', (ctx) => ctx.replyWithChatAction('typing'))
  bot.callbackQuery(/^count:(\d+)$/, async (ctx) => {
    const count = Number(ctx.match[1])
    await ctx.editMessageText(`Counted to ${count}`, { reply_markup: counter(count) })
    await ctx.answerCallbackQuery(`${count}!`)
  })
  bot.callbackQuery('warn', (ctx) => ctx.answerCallbackQuery({ text: 'Mind your back', show_alert: true }))
  bot.callbackQuery('close', async (ctx) => {
    await ctx.answerCallbackQuery()
    await ctx.deleteMessage()
  })
  bot.on('edited_message:text', (ctx) =>
    ctx.reply(`Now: ${ctx.editedMessage.text}`, {
      reply_parameters: { message_id: ctx.editedMessage.message_id },
    }),
  )
}

function files(bot: Bot, simulator: Simulator): void {
  bot.hears('photo', (ctx) =>
    ctx.replyWithPhoto(new InputFile(png(640, 480), 'bench.png'), {
      caption: '<i>Bench</i>',
      parse_mode: 'HTML',
    }),
  )
  bot.hears('file', (ctx) =>
    ctx.replyWithDocument(new InputFile(new TextEncoder().encode('Mon\nSquat 5x5'), 'plan.txt'), {
      reply_markup: new InlineKeyboard().text('Thanks', 'warn'),
    }),
  )
  bot.hears('album', async (ctx) => {
    const sent = await ctx.replyWithMediaGroup([
      InputMediaBuilder.photo(new InputFile(png(100, 200), 'before.png'), { caption: 'Before' }),
      InputMediaBuilder.photo(new InputFile(png(100, 200), 'after.png')),
    ])
    await ctx.reply(`Album of ${sent.length}`)
  })
  const described = async (ctx: Context, what: string) => {
    const { file_path: path = '' } = await ctx.getFile()
    const response = await fetch(`${simulator.apiRoot}/file/bot${simulator.token}/${path}`)
    const bytes = await response.arrayBuffer()
    await ctx.reply(
      `${what}: ${bytes.byteLength} bytes of ${response.headers.get('content-type')} at ${path}`,
    )
  }
  bot.on(':photo', (ctx) =>
    described(ctx, ctx.msg.media_group_id ? `part of ${ctx.msg.media_group_id}` : 'photo'),
  )
  bot.on(':document', (ctx) => described(ctx, ctx.msg.document.file_name ?? ''))
  bot.on(':voice', (ctx) => described(ctx, `voice of ${ctx.msg.voice.duration} s`))
}
