/** The Bot API's own shapes, as far as the simulator speaks them. Dates are whole seconds since 1970. */
export interface User {
  id: number
  is_bot: boolean
  first_name: string
  last_name?: string | undefined
  username?: string | undefined
  language_code?: string | undefined
}

export interface Chat {
  id: number
  type: 'private' | 'group'
  title?: string | undefined
  username?: string | undefined
  first_name?: string | undefined
  last_name?: string | undefined
}

/** Offsets and lengths count UTF-16 units. */
export interface MessageEntity {
  type: string
  offset: number
  length: number
  url?: string | undefined
  user?: User | undefined
  language?: string | undefined
  custom_emoji_id?: string | undefined
  unix_time?: number | undefined
  date_time_format?: string | undefined
}

export interface WireFile {
  file_id: string
  file_unique_id: string
  file_size: number
  file_name?: string | undefined
  mime_type?: string | undefined
  width?: number | undefined
  height?: number | undefined
  length?: number | undefined
  duration?: number | undefined
}

export type MediaKind = 'photo' | 'document' | 'voice' | 'video' | 'video_note' | 'animation' | 'audio'

export interface InlineButton {
  text: string
  style?: 'danger' | 'success' | 'primary'
  url?: string
  callback_data?: string
  copy_text?: { text: string }
}

export interface InlineMarkup {
  inline_keyboard: InlineButton[][]
}

export interface ReplyButton {
  text: string
  request_contact?: boolean
  request_location?: boolean
}

/** What changes the keyboard under the chat; never part of a message the bot gets back. */
export type KeyboardMarkup =
  | { keyboard: (ReplyButton | string)[][]; one_time_keyboard?: boolean; input_field_placeholder?: string }
  | { remove_keyboard: true }
  | { force_reply: true; input_field_placeholder?: string }

export interface Message extends Partial<Record<Exclude<MediaKind, 'photo'>, WireFile | undefined>> {
  message_id: number
  from: User
  chat: Chat
  date: number
  edit_date?: number | undefined
  text?: string | undefined
  entities?: MessageEntity[] | undefined
  caption?: string | undefined
  caption_entities?: MessageEntity[] | undefined
  photo?: WireFile[] | undefined
  contact?:
    | {
        phone_number: string
        first_name: string
        last_name?: string | undefined
        user_id?: number | undefined
      }
    | undefined
  location?: { latitude: number; longitude: number } | undefined
  media_group_id?: string | undefined
  reply_to_message?: Message | undefined
  reply_markup?: InlineMarkup | undefined
  pinned_message?: Message | undefined
  has_media_spoiler?: boolean | undefined
  has_protected_content?: boolean | undefined
  new_chat_members?: User[] | undefined
  forward_origin?: { type: 'user'; date: number; sender_user: User } | undefined
}

export interface CallbackQuery {
  id: string
  from: User
  message: Message
  chat_instance: string
  data: string
}

export interface ChatMemberUpdated {
  chat: Chat
  from: User
  date: number
  old_chat_member: { user: User; status: string; until_date?: number }
  new_chat_member: { user: User; status: string; until_date?: number }
}

export interface Update {
  update_id: number
  message?: Message
  edited_message?: Message
  callback_query?: CallbackQuery
  my_chat_member?: ChatMemberUpdated
}

export type UpdateKind = Exclude<keyof Update, 'update_id'>

/** A file that came with a request. */
export class Upload {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
  constructor(name: string, mime: string, bytes: Uint8Array) {
    this.name = name
    this.mime = mime
    this.bytes = bytes
  }

  toJSON(): unknown {
    return { upload: this.name, size: this.bytes.length }
  }
}
