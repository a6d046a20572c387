import type { BotTexts, CommandRecord } from '../state.ts'
import { badRequest, brokenRule } from '../wire/errors.ts'
import { textOf } from '../wire/table.ts'
import type { World } from '../world.ts'
import { writableChat, type Method, type MethodCall } from './method.ts'

export const getMe: Method = ({ world }) => ({
  ...world.bot,
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
})

export const setMyCommands: Method = ({ world, values }) => {
  const commands = values['commands'] as CommandRecord['commands']
  if (commands.length > 100) throw brokenRule('BOT_COMMANDS_TOO_MUCH')
  for (const { command, description } of commands) {
    if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) throw brokenRule('BOT_COMMAND_INVALID')
    if (description.length === 0 || description.length > 256)
      throw brokenRule('BOT_COMMAND_DESCRIPTION_INVALID')
  }
  const { scope, language, key } = commandKey(world, values)
  const bare = commands.map(({ command, description }) => ({
    command: command.replace('/', ''),
    description,
  }))
  if (bare.length > 0) world.state.commands.put(key, { scope, language, commands: bare })
  else world.state.commands.remove(key)
  world.everybodyChanged()
  return true
}

export const getMyCommands: Method = ({ world, values }) =>
  world.state.commands.get(commandKey(world, values).key)?.commands ?? []

export const deleteMyCommands: Method = ({ world, values }) => {
  world.state.commands.remove(commandKey(world, values).key)
  world.everybodyChanged()
  return true
}

function commandKey(world: World, values: MethodCall['values']) {
  const scope = (values['scope'] ?? { type: 'default' }) as CommandRecord['scope']
  const language = languageOf(values)
  if (scope.chat_id !== undefined) writableChatOrPerson(world, scope.chat_id)
  return { scope, language, key: JSON.stringify([scope.type, scope.chat_id ?? '', language]) }
}

/** Menus may be set for people who blocked the bot, never for those it does not know. */
function writableChatOrPerson(world: World, chatId: number | string): void {
  if (!world.state.people.get(chatId)?.started) writableChat(world, chatId)
}

function languageOf(values: MethodCall['values']): string {
  const language = textOf(values, 'language_code')
  if (!/^([a-z]{2})?$/.test(language)) throw brokenRule('invalid language code specified')
  return language
}

export const setChatMenuButton: Method = ({ world, values }) => {
  const button = (values['menu_button'] ?? { type: 'default' }) as { type: string }
  world.state.menuButtons.put(textOf(values, 'chat_id', 'default'), button)
  world.everybodyChanged()
  return true
}

export const getChatMenuButton: Method = ({ world, values }) =>
  world.state.menuButtons.get(textOf(values, 'chat_id', 'default')) ?? { type: 'default' }

/** The three texts of a bot's profile differ in name and length only. */
export function setBotText(name: keyof BotTexts, most: number): Method {
  return ({ world, values }) => {
    const text = textOf(values, name)
    if (text.length > most) throw brokenRule(`${name.replaceAll('_', ' ')} is too long`)
    const language = languageOf(values)
    world.state.texts.put(language, { ...world.state.texts.get(language), [name]: text })
    world.events.emit('bot', world.describeBot())
    return true
  }
}

export function getBotText(name: keyof BotTexts): Method {
  return ({ world, values }) => {
    const own = world.state.texts.get(languageOf(values))?.[name]
    const text = own ?? world.state.texts.get('')?.[name] ?? (name === 'name' ? world.bot.first_name : '')
    return { [name]: text }
  }
}

export const getChat: Method = ({ world, values }) => {
  const person = world.state.people.get(Number(values['chat_id']))
  if (person?.started) return { ...world.privateChat(person), accent_color_id: 0, max_reaction_count: 11 }
  const group = world.state.chats.get(Number(values['chat_id']))
  if (!group) throw badRequest('chat not found')
  return { ...group.chat, accent_color_id: 0, max_reaction_count: 11 }
}

export const leaveChat: Method = ({ world, values }) => {
  const group = world.state.chats.get(Number(values['chat_id']))
  if (!group)
    throw badRequest(
      world.state.people.get(Number(values['chat_id']))
        ? "chat member status can't be changed in private chats"
        : 'chat not found',
    )
  group.left = true
  world.state.chats.put(group.chat.id, group)
  world.events.changed()
  return true
}
