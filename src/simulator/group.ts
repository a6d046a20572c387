import { write, writeText } from './incoming.ts'
import type { PageMessage } from './pageApi.ts'
import type { Person } from './person.ts'
import { seenMessage } from './seen.ts'
import type { World } from './world.ts'

/** A group with the bot in it; the bot hears everything said there, as one without privacy mode. */
export interface Group {
  readonly id: number
  /** The bot is in it. */
  readonly hasBot: boolean
  say(person: Person, text: string, options?: { replyTo?: number }): number
  /** As `person` sees it, or somebody outside. */
  chat(person?: Person): PageMessage[]
}

/** Makes the group, puts the bot into it, and tells it so. */
export function makeGroup(world: World, people: Person[], title: string): Group {
  const id = -world.state.next('group', 5_000_001)
  const chat = { id, type: 'group' as const, title }
  world.state.chats.put(id, { chat, members: people.map((person) => person.id), left: false })
  const adder = people[0] && world.state.people.get(people[0].id)
  if (!adder) throw new Error('a group needs somebody in it')
  world.updates.push('my_chat_member', {
    my_chat_member: {
      chat,
      from: adder.user,
      date: world.seconds,
      old_chat_member: { user: world.bot, status: 'left' },
      new_chat_member: { user: world.bot, status: 'member' },
    },
  })
  write(world, adder.user, chat, { new_chat_members: [world.bot] })
  const hasBot = () => !(world.state.chats.get(id)?.left ?? true)
  return {
    id,
    get hasBot() {
      return hasBot()
    },
    say(person, text, options) {
      if (!hasBot()) throw new Error('the bot has left the group; nobody would hear')
      const author = world.state.people.get(person.id)
      if (!author) throw new Error(`nobody has the id ${person.id}`)
      return writeText(world, author.user, chat, text, options)[0]?.message_id ?? 0
    },
    chat: (person) => world.state.messages(id).map((record) => seenMessage(world, record, person?.id ?? 0)),
  }
}
