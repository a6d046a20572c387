import { describe, expect, test } from 'vitest'
import { bad, call, good, simulated, token, turnedClock } from './setup.ts'

async function chatting(options = {}) {
  const simulator = await simulated(options)
  const anna = simulator.person({ firstName: 'Anna' })
  anna.start()
  const says = (params: object) => bad(simulator, 'sendMessage', { chat_id: anna.id, text: 'x', ...params })
  const takes = (params: object) =>
    good<{ message_id: number }>(simulator, 'sendMessage', { chat_id: anna.id, text: 'x', ...params })
  return { simulator, anna, says, takes }
}

const inline = (...rows: object[][]) => ({ reply_markup: { inline_keyboard: rows } })
const button = (callback_data: string, more: object = {}) => ({ text: 'x', callback_data, ...more })

describe('texts', () => {
  test('1 to 4096 characters after parsing', async () => {
    const { simulator, says, takes } = await chatting()
    expect(await says({ text: '' })).toBe('400 Bad Request: message text is empty')
    expect(await says({ text: ' \n ' })).toBe('400 Bad Request: message text is empty')
    expect(await says({ text: 'x'.repeat(4097) })).toBe('400 Bad Request: message is too long')
    expect(await says({ text: 'x'.repeat(32_769) })).toBe('400 Bad Request: text is too long')
    expect(simulator.violations).toHaveLength(4)
    await takes({ text: `<b>${'x'.repeat(4096)}</b>`, parse_mode: 'HTML' })
    expect(simulator.violations).toHaveLength(4)
  })

  test('markup that cannot be parsed is refused and noted', async () => {
    const { simulator, says } = await chatting()
    expect(await says({ text: 'a<br>', parse_mode: 'HTML' })).toBe(
      `400 Bad Request: can't parse entities: Unsupported start tag "br" at byte offset 1`,
    )
    expect(simulator.violations).toMatchObject([{ method: 'sendMessage' }])
  })

  test('links, commands and mentions are found', async () => {
    const { anna, takes } = await chatting()
    await takes({ text: 'See https://example.org/a?b, /today or @anna_k #legs', parse_mode: 'HTML' })
    const { text, entities } = anna.last()
    expect(entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)])).toEqual([
      ['url', 'https://example.org/a?b'],
      ['bot_command', '/today'],
      ['mention', '@anna_k'],
      ['hashtag', '#legs'],
    ])
  })
})

describe('keyboards', () => {
  test.each([
    ['65 bytes of data', inline([button('x'.repeat(65))]), 'BUTTON_DATA_INVALID'],
    ['33 letters of Hebrew', inline([button('א'.repeat(33))]), 'BUTTON_DATA_INVALID'],
    ['no data', inline([button('')]), 'BUTTON_DATA_INVALID'],
    [
      'no action',
      inline([{ text: 'x' }]),
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'two actions',
      inline([button('x', { url: 'https://example.org' })]),
      "can't parse inline keyboard button: one action is allowed, not url and callback_data",
    ],
    ['no label', inline([button('x', { text: ' ' })]), 'BUTTON_TEXT_INVALID'],
    ['nine in a row', inline(Array.from({ length: 9 }, () => button('x'))), 'reply markup is too long'],
    ['101 in all', inline(...Array.from({ length: 101 }, () => [button('x')])), 'reply markup is too long'],
    [
      '257 characters to copy',
      inline([{ text: 'x', copy_text: { text: 'x'.repeat(257) } }]),
      'BUTTON_COPY_TEXT_INVALID',
    ],
    [
      'a link to nowhere',
      inline([{ text: 'x', url: 'nowhere' }]),
      "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
    ],
    [
      'an unknown style',
      inline([button('x', { style: 'pink' })]),
      "can't parse inline keyboard button: invalid button style specified",
    ],
    [
      'a button without a label',
      inline([{ callback_data: 'x' }]),
      `can't parse reply markup: Field "reply_markup.inline_keyboard.0.0.text" must be of type String`,
    ],
  ])('%s', async (_name, markup, words) => {
    const { simulator, says } = await chatting()
    expect(await says(markup)).toBe(`400 Bad Request: ${words}`)
    expect(simulator.violations).toHaveLength(1)
  })

  test('what is allowed', async () => {
    const { simulator, anna, takes } = await chatting()
    const full = Array.from({ length: 12 }, () =>
      Array.from({ length: 8 }, () => button('א'.repeat(32), { style: 'success' })),
    )
    await takes(inline(...full))
    await takes(
      inline([
        { text: 'Copy', copy_text: { text: 'x'.repeat(256) } },
        { text: 'Open', url: 't.me/x?start=1' },
      ]),
    )
    expect(anna.last().buttons).toMatchObject([
      [
        { label: 'Copy', copy: 'x'.repeat(256) },
        { label: 'Open', url: 't.me/x?start=1' },
      ],
    ])
    await takes({ reply_markup: { keyboard: [[{ text: '8' }, '10']], one_time_keyboard: true } })
    expect(anna.keyboard()).toMatchObject({ kind: 'buttons', rows: [[{ text: '8' }, { text: '10' }]] })
    anna.say('8')
    expect(anna.keyboard()).toBeNull()
    expect(simulator.violations).toEqual([])
  })

  test('a message that put up a keyboard or asked for a reply cannot be edited', async () => {
    const { simulator, anna, takes } = await chatting()
    const { message_id } = await takes({
      reply_markup: { force_reply: true, input_field_placeholder: '82.4' },
    })
    expect(anna.keyboard()).toEqual({ kind: 'reply', messageId: message_id, placeholder: '82.4' })
    expect(await bad(simulator, 'editMessageText', { chat_id: anna.id, message_id, text: 'y' })).toBe(
      "400 Bad Request: message can't be edited",
    )
  })

  test('an edit without a keyboard takes the buttons away, and the same keyboard is no change', async () => {
    const { simulator, anna, takes } = await chatting()
    const { message_id } = await takes(inline([button('x')]))
    const same = { chat_id: anna.id, message_id, ...inline([button('x')]) }
    expect(await bad(simulator, 'editMessageReplyMarkup', same)).toContain('message is not modified')
    await good(simulator, 'editMessageText', { chat_id: anna.id, message_id, text: 'y' })
    expect(anna.last().buttons).toEqual([])
  })
})

describe('who can be written to', () => {
  test('nobody unknown, nobody who has not started, nobody who blocked', async () => {
    const simulator = await simulated()
    const ben = simulator.person({ firstName: 'Ben' })
    const send = { chat_id: ben.id, text: 'x' }
    expect(await bad(simulator, 'sendMessage', { chat_id: 1, text: 'x' })).toBe(
      '400 Bad Request: chat not found',
    )
    expect(await bad(simulator, 'sendMessage', send)).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    )
    ben.start('abc_DEF-1')
    await good(simulator, 'sendMessage', send)
    ben.block()
    expect(await bad(simulator, 'sendMessage', send)).toBe('403 Forbidden: bot was blocked by the user')
    ben.say('back again')
    await good(simulator, 'sendMessage', send)
    expect(simulator.waiting.map((update) => Object.keys(update)[1])).toEqual([
      'message',
      'my_chat_member',
      'my_chat_member',
      'message',
    ])
    expect(simulator.violations).toEqual([])
  })

  test('a group until the bot leaves', async () => {
    const { simulator, anna } = await chatting()
    const group = simulator.group([anna], 'Gym')
    group.say(anna, 'hello all')
    await good(simulator, 'sendMessage', { chat_id: group.id, text: 'Private chats only.' })
    expect(group.chat(anna).map(({ from, text }) => [from, text])).toEqual([
      ['me', ''],
      ['me', 'hello all'],
      ['bot', 'Private chats only.'],
    ])
    await good(simulator, 'leaveChat', { chat_id: group.id })
    expect(group.hasBot).toBe(false)
    expect(await bad(simulator, 'sendMessage', { chat_id: group.id, text: 'x' })).toBe(
      '403 Forbidden: bot is not a member of the group chat',
    )
  })
})

describe('parameters are checked against the published table', () => {
  test('unknown ones are noted, missing and mistyped ones refused', async () => {
    const { simulator, anna, says, takes } = await chatting()
    await takes({ disable_web_page_preview: true, link_preview_options: { is_disabled: true, size: 1 } })
    expect(simulator.violations.map(({ what }) => what)).toEqual([
      'unknown parameter link_preview_options.size',
      'unknown parameter disable_web_page_preview',
    ])
    expect(await says({ chat_id: undefined })).toBe('400 Bad Request: chat_id is empty')
    expect(await bad(simulator, 'setMyCommands')).toBe('400 Bad Request: parameter "commands" is required')
    expect(await says({ reply_parameters: { message_id: 'one' } })).toBe(
      `400 Bad Request: can't parse reply parameters: Field "reply_parameters.message_id" must be of type Number`,
    )
    expect(await says({ disable_notification: 'maybe' })).toBe(
      `400 Bad Request: can't parse disable notification: Field "disable_notification" must be of type Boolean`,
    )
    expect(
      await bad(simulator, 'setMessageReaction', {
        chat_id: anna.id,
        message_id: 1,
        reaction: [{ type: 'smile' }],
      }),
    ).toMatch(/^400 Bad Request: can't parse reaction/)
  })

  test('unknown methods, methods not carried out, and the wrong token', async () => {
    const simulator = await simulated()
    expect(await bad(simulator, 'sendNothing')).toBe('404 Not Found: method not found')
    expect(await bad(simulator, 'sendDice', { chat_id: 1 })).toBe(
      '400 Bad Request: method is not implemented by the simulator',
    )
    expect(simulator.violations).toHaveLength(2)
    expect(await call(simulator, 'GETME')).toMatchObject({ ok: true, result: { id: 4242, is_bot: true } })
    const wrong = await fetch(`${simulator.apiRoot}/bot4242:other/getMe`)
    expect([wrong.status, await wrong.json()]).toEqual([
      401,
      { ok: false, error_code: 401, description: 'Unauthorized' },
    ])
  })

  test('by GET, as a form and in parts', async () => {
    const { simulator, anna } = await chatting()
    const markup = JSON.stringify({ inline_keyboard: [[button('x')]] })
    const root = `${simulator.apiRoot}/bot${token}/sendMessage`
    const form = new FormData()
    for (const [name, value] of Object.entries({
      chat_id: String(anna.id),
      text: 'פלוס + &',
      reply_markup: markup,
    }))
      form.set(name, value)
    const query = new URLSearchParams({ chat_id: String(anna.id), text: 'פלוס + &', reply_markup: markup })
    for (const request of [
      fetch(`${root}?${query.toString()}`),
      fetch(root, { method: 'POST', body: query }),
      fetch(root, { method: 'POST', body: form }),
    ]) {
      expect(await (await request).json()).toMatchObject({
        ok: true,
        result: { text: 'פלוס + &', reply_markup: { inline_keyboard: [[{ callback_data: 'x' }]] } },
      })
    }
    const broken = await fetch(root, {
      method: 'POST',
      body: '{"a',
      headers: { 'content-type': 'application/json' },
    })
    expect(await broken.json()).toMatchObject({
      error_code: 400,
      description: "Bad Request: can't parse JSON object",
    })
  })
})

describe('replies, pins, reactions, menus', () => {
  test('a reply names its message, which must be there', async () => {
    const { simulator, anna, says, takes } = await chatting()
    const mine = anna.say('82.4')
    await takes({ reply_parameters: { message_id: mine } })
    expect(anna.last().replyTo).toEqual({ id: mine, text: '82.4' })
    expect(await says({ reply_parameters: { message_id: 77 } })).toBe(
      '400 Bad Request: message to be replied not found',
    )
    await takes({ reply_parameters: { message_id: 77, allow_sending_without_reply: true } })
    anna.say('no, 82.5', { replyTo: anna.last().id })
    expect(simulator.waiting.at(-1)?.message?.reply_to_message).toMatchObject({ message_id: anna.last().id })
  })

  test('pins and reactions', async () => {
    const { simulator, anna, takes } = await chatting()
    const { message_id } = await takes({})
    await good(simulator, 'pinChatMessage', { chat_id: anna.id, message_id })
    await good(simulator, 'setMessageReaction', {
      chat_id: anna.id,
      message_id: 1,
      reaction: [{ type: 'emoji', emoji: '💯' }],
    })
    expect(anna.chat()).toMatchObject([
      { id: 1, reaction: '💯' },
      { id: message_id, pinned: true },
      { text: 'pinned a message' },
    ])
    await good(simulator, 'unpinChatMessage', { chat_id: anna.id, message_id })
    expect(anna.chat().some(({ pinned }) => pinned)).toBe(false)
    const odd = { chat_id: anna.id, message_id, reaction: [{ type: 'emoji', emoji: '🥦' }] }
    expect(await bad(simulator, 'setMessageReaction', odd)).toBe('400 Bad Request: REACTION_INVALID')
  })

  test('the narrowest menu in the own language wins', async () => {
    const { simulator, anna } = await chatting()
    const dana = simulator.person({ firstName: 'Dana', language: 'he' })
    dana.start()
    const set = (command: string, more: object = {}) =>
      good(simulator, 'setMyCommands', { commands: [{ command, description: 'x' }], ...more })
    await set('everybody')
    await set('hebrew', { language_code: 'he' })
    const shown = () =>
      [anna, dana].map((person) =>
        person
          .commands()
          .map(({ command }) => command)
          .join(),
      )
    expect(shown()).toEqual(['everybody', 'hebrew'])
    await set('private', { scope: { type: 'all_private_chats' } })
    expect(shown()).toEqual(['private', 'private'])
    await set('anna', { scope: { type: 'chat', chat_id: anna.id } })
    expect(shown()).toEqual(['anna', 'private'])
    expect(await good(simulator, 'getMyCommands', { scope: { type: 'chat', chat_id: anna.id } })).toEqual([
      { command: 'anna', description: 'x' },
    ])
    await good(simulator, 'deleteMyCommands', { scope: { type: 'chat', chat_id: anna.id } })
    expect(shown()).toEqual(['private', 'private'])
    expect(await bad(simulator, 'setMyCommands', { commands: [{ command: 'Big', description: 'x' }] })).toBe(
      '400 Bad Request: BOT_COMMAND_INVALID',
    )
  })
})

describe('taps', () => {
  test('are answered once, with up to 200 characters, in 150 seconds', async () => {
    const clock = turnedClock()
    const { simulator, anna, takes } = await chatting({ clock })
    await takes(inline([button('go')]))
    const answer = (callback_query_id: string, text = '') => ({ callback_query_id, text })
    const [first, second] = anna.tapTwice('go')
    expect(first.id).not.toBe(second.id)
    expect(await bad(simulator, 'answerCallbackQuery', answer(first.id, 'x'.repeat(201)))).toBe(
      '400 Bad Request: MESSAGE_TOO_LONG',
    )
    clock.turn(150_000)
    await good(simulator, 'answerCallbackQuery', answer(first.id, 'x'.repeat(200)))
    clock.turn(1)
    const tooOld = '400 Bad Request: query is too old and response timeout expired or query ID is invalid'
    expect(await bad(simulator, 'answerCallbackQuery', answer(second.id))).toBe(tooOld)
    expect(await bad(simulator, 'answerCallbackQuery', answer('made-up'))).toBe(tooOld)
    expect(anna.toasts).toMatchObject([{ text: 'x'.repeat(200) }])
    expect(simulator.violations).toMatchObject([{ what: 'Bad Request: MESSAGE_TOO_LONG' }])
  })
})

describe('rates', () => {
  test('one a second per chat after a burst of twenty, edits counted, answers to taps not', async () => {
    const clock = turnedClock()
    const { simulator, anna, takes, says } = await chatting({ limits: true, clock })
    const { message_id } = await takes(inline([button('go')]))
    for (let count = 2; count <= 20; count++)
      await good(simulator, 'editMessageText', {
        chat_id: anna.id,
        message_id,
        text: `${count}`,
        ...inline([button('go')]),
      })
    const late = await call(simulator, 'sendMessage', { chat_id: anna.id, text: 'x' })
    expect(late).toMatchObject({ status: 429, parameters: { retry_after: 1 } })
    for (let count = 0; count < 30; count++)
      await good(simulator, 'answerCallbackQuery', { callback_query_id: anna.tap('go').id })
    clock.turn(1000)
    await takes({})
    expect(await says({})).toBe('429 Too Many Requests: retry after 1')
    expect(simulator.violations).toEqual([])
  })

  test('thirty a second in all, twenty a minute in a group', async () => {
    const clock = turnedClock()
    const { simulator, anna } = await chatting({ limits: true, clock })
    const group = simulator.group([anna])
    const ben = simulator.person({ firstName: 'Ben' })
    ben.start()
    const send = (chat_id: number) => call(simulator, 'sendMessage', { chat_id, text: 'x' })
    for (let count = 0; count < 15; count++)
      for (const { id } of [anna, ben]) expect((await send(id)).ok).toBe(true)
    expect(await send(group.id)).toMatchObject({ status: 429 })
    clock.turn(1000)
    for (let count = 0; count < 20; count++) expect((await send(group.id)).ok).toBe(true)
    clock.turn(20_000)
    expect(await send(group.id)).toMatchObject({ status: 429, parameters: { retry_after: 40 } })
  })
})
