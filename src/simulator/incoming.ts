import { maxCaption, maxText, splitTyped, typed } from './rules/text.ts'
import type { MessageRecord, PersonRecord } from './state.ts'
import { tapLife } from './methods/taps.ts'
import type { Chat, MediaKind, Message, Upload, User } from './wire/types.ts'
import type { Content, World } from './world.ts'

/** What a person does in their app, and what the bot is told of it. */
export interface SendOptions {
  /** Id of the message replied to. */
  replyTo?: number | undefined
}

/** Posts what the person typed, in several messages where it is long. Throws when there is nothing in it. */
export function writeText(
  world: World,
  author: User,
  chat: Chat,
  text: string,
  { replyTo }: SendOptions = {},
): Message[] {
  const pieces = splitTyped(text)
  if (pieces.length === 0) throw new Error('there is nothing to send')
  return pieces.map((piece, index) => {
    const { text: clean, entities } = typed(piece)
    const content = { text: clean, ...(entities.length > 0 && { entities }) }
    return write(world, author, chat, content, index === 0 ? replyTo : undefined)
  })
}

/** Posts one message of a person and queues its update. Writing takes a block back and lets the bot answer. */
export function write(world: World, author: User, chat: Chat, content: Content, replyTo?: number): Message {
  if (chat.type === 'private') opened(world, author.id)
  const reply = replyTo === undefined ? {} : { reply_to_message: repliedTo(world, chat, replyTo) }
  const { message } = world.post(chat, author, { ...content, ...reply })
  world.updates.push('message', { message })
  world.keyboardChanged(chat.id)
  return message
}

function opened(world: World, personId: number): void {
  const person = world.state.people.get(personId)
  if (!person) throw new Error(`nobody has the id ${personId}`)
  if (person.blocked) setBlocked(world, person, false)
  if (!person.started) {
    person.started = true
    world.state.people.put(personId, person)
  }
}

function repliedTo(world: World, chat: Chat, messageId: number): Message {
  const original = world.state.message(chat.id, messageId)?.message
  if (!original) throw new Error(`there is no message ${messageId} to reply to`)
  const { reply_to_message: _, ...bare } = original
  return bare
}

/** Changes what a person wrote earlier; as in their app, the same words again are no edit. Throws for words no app takes. */
export function rewrite(world: World, author: User, chat: Chat, messageId: number, text: string): Message {
  const record = world.state.message(chat.id, messageId)
  if (record?.message.from.id !== author.id)
    throw new Error(`message ${messageId} is not ${author.first_name}'s`)
  const { text: clean, entities } = typed(text)
  const found = entities.length > 0 ? entities : undefined
  const captioned = record.message.text === undefined
  if (!captioned && (clean === '' || clean.length > maxText))
    throw new Error('a text has 1 to 4,096 characters')
  if (clean === (record.message.text ?? record.message.caption ?? '')) return record.message
  const words = captioned
    ? { caption: shortEnough(clean), caption_entities: found }
    : { text: clean, entities: found }
  record.message = { ...record.message, ...words, edit_date: world.seconds }
  world.change(record)
  world.updates.push('edited_message', { edited_message: record.message })
  return record.message
}

function shortEnough(caption: string): string {
  if (caption.length > maxCaption) throw new Error('a caption has up to 1,024 characters')
  return caption
}

/** Presses a button, whatever its data; returns the query's id. The update waits for as long as it can be answered. */
export function press(world: World, user: User, record: MessageRecord, data: string): string {
  const id = `${world.state.next('tap', 1)}${user.id}`
  const { message } = record
  world.state.taps.put(id, {
    id,
    personId: user.id,
    messageId: message.message_id,
    data,
    at: world.clock.now(),
    answers: [],
  })
  const query = { id, from: user, message, chat_instance: String(-message.chat.id), data }
  world.updates.push('callback_query', { callback_query: query }, tapLife)
  return id
}

/** Files as the person's app sends them: several photos or videos together make an album, a caption goes with the first. */
export function sendFiles(
  world: World,
  person: PersonRecord,
  kind: MediaKind,
  files: Upload[],
  { caption = '', replyTo, more = {} }: SendOptions & { caption?: string; more?: object } = {},
): Message[] {
  const { user } = person
  const chat = world.privateChat(person)
  shortEnough(caption)
  const album =
    files.length > 1 && kind !== 'voice' && kind !== 'video_note'
      ? { media_group_id: String(world.state.next('album', 13_000_000_000_001)) }
      : {}
  return files.map((file, index) => {
    const media =
      kind === 'photo' ? { photo: world.files.addPhoto(file) } : { [kind]: world.files.add(kind, file, more) }
    const words = index === 0 && caption !== '' ? typed(caption) : undefined
    const text = words
      ? { caption: words.text, ...(words.entities.length > 0 && { caption_entities: words.entities }) }
      : {}
    return write(world, user, chat, { ...media, ...album, ...text }, index === 0 ? replyTo : undefined)
  })
}

/** Blocks the bot or takes it back; the bot is told. */
export function setBlocked(world: World, person: PersonRecord, blocked: boolean): void {
  if (person.blocked === blocked) return
  person.blocked = blocked
  world.state.people.put(person.user.id, person)
  const [before, after] = blocked ? ['member', 'kicked'] : ['kicked', 'member']
  world.updates.push('my_chat_member', {
    my_chat_member: {
      chat: world.privateChat(person),
      from: person.user,
      date: world.seconds,
      old_chat_member: { user: world.bot, status: before, ...(!blocked && { until_date: 0 }) },
      new_chat_member: { user: world.bot, status: after, ...(blocked && { until_date: 0 }) },
    },
  })
  world.personChanged(person.user.id)
}
