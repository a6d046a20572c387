import type { PageKeyboard, PagePerson } from './pageApi.ts'
import { seenMessage } from './seen.ts'
import type { CommandRecord, MessageRecord, PersonRecord } from './state.ts'
import type { World } from './world.ts'

/** A person with all that stands on their screen. */
export function pagePerson(world: World, person: PersonRecord): PagePerson {
  const { id } = person.user
  const messages = world.state.messages(id).map((record) => seenMessage(world, record, id))
  return { ...profileOf(world, person), messages }
}

/** A person without their chat. */
export function profileOf(world: World, person: PersonRecord): Omit<PagePerson, 'messages'> {
  const { id, first_name, last_name, username, language_code } = person.user
  const button = world.state.menuButtons.get(id) ?? world.state.menuButtons.get('default')
  return {
    id,
    firstName: first_name,
    lastName: last_name,
    username,
    language: language_code ?? 'en',
    blocked: person.blocked,
    commands: commandsFor(world, id, language_code ?? ''),
    menuButton: button?.type === 'commands' ? 'commands' : 'default',
    keyboard: keyboardOf(world, id),
  }
}

/** The command menu in a private chat: the narrowest scope that has one, in the person's language if there is such. */
export function commandsFor(world: World, chatId: number, language: string): CommandRecord['commands'] {
  const all = [...world.state.commands.values()]
  for (const type of ['chat', 'all_private_chats', 'default']) {
    for (const wanted of [language.slice(0, 2), '']) {
      const found = all.find(
        ({ scope, language: its }) =>
          scope.type === type && its === wanted && (type !== 'chat' || Number(scope.chat_id) === chatId),
      )
      if (found) return found.commands
    }
  }
  return []
}

function keyboardOf(world: World, chatId: number): PageKeyboard | null {
  const records = world.state.messages(chatId)
  const last = records.findLast(({ keyboard }) => keyboard)
  if (!last?.keyboard || 'remove_keyboard' in last.keyboard) return null
  const placeholder = last.keyboard.input_field_placeholder ?? ''
  if ('force_reply' in last.keyboard)
    return answered(records, last) ? null : { kind: 'reply', messageId: last.message.message_id, placeholder }
  const { keyboard, one_time_keyboard: oneTime = false } = last.keyboard
  if (oneTime && answered(records, last)) return null
  const rows = keyboard.map((row) =>
    row.map((button) => {
      if (typeof button === 'string') return { text: button, asks: 'text' as const }
      const asks = button.request_contact ? 'contact' : button.request_location ? 'location' : 'text'
      return { text: button.text, asks } as const
    }),
  )
  return { kind: 'buttons', rows, placeholder, oneTime }
}

/** The person has written since. */
function answered(records: MessageRecord[], asked: MessageRecord): boolean {
  const { message_id: id, chat } = asked.message
  return records.some(({ message }) => message.message_id > id && message.from.id === chat.id)
}
