/**
 * What the chat page and the simulator say to each other: JSON over HTTP, and server-sent events.
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | `GET /` | | the page, `page/index.html` |
 * | `GET /page/*` | | the page's own files |
 * | `GET /vendor/preact.mjs`, `/vendor/hooks.mjs`, `/vendor/htm.mjs` | | preact, preact/hooks, htm; `hooks` imports the bare name `preact`, so the page has an import map |
 * | `GET /api/state` | | `PageState` |
 * | `GET /api/events` | | the stream of `PageEvents` |
 * | `POST /api/people` | `NewPerson` | `PagePerson` |
 * | `POST /api/people/:id/start` | `{ payload? }` | `{ messages: number[] }` |
 * | `POST /api/people/:id/text` | `{ text, replyTo? }` | `{ messages: number[] }`, several when the text is over 4,096 characters |
 * | `POST /api/people/:id/edit` | `{ messageId, text }` | `{ messages: number[] }` |
 * | `POST /api/people/:id/tap` | `{ messageId, row, column }` | `{ queryId }`; the bot's answer comes as a `toast` event |
 * | `POST /api/people/:id/files` | multipart: `files` (one or several), `kind`, `caption?`, `replyTo?` | `{ messages: number[] }` |
 * | `POST /api/people/:id/block`, `/unblock` | `{}` | `{}` |
 * | `POST /api/people/:id/contact` | `{}` | `{ messages: number[] }`, the person's own made-up number |
 * | `POST /api/people/:id/location` | `{ latitude, longitude }` | `{ messages: number[] }` |
 * | `GET /api/people/:id/zone` | | `{ timeZone }`, the zone in which the bot tells this person the time; 400 where the clock cannot be moved |
 * | `POST /api/clock` | `{ personId, to }`, `to` being `{ minutes }`, `"reminder"` or `"tomorrow"` (07:00 of that person's) | `{}` when time is there and all that came due is done; `clock` events tell of the way |
 * | `GET /api/files/:fileId` | | the bytes, with their MIME type |
 *
 * Rows and columns count from 0 in `PageMessage.buttons`. Only callback buttons are tapped here; `url` and `copy`
 * buttons are the page's own business (a link to this bot with `?start=` is a `start`). Buttons of a reply keyboard
 * are sent as `text`. Photos of one request make an album. What is refused answers 4xx with `{ error }`.
 *
 * The stream has no memory: after a (re)connection read `/api/state` again. Moments are milliseconds since 1970 on
 * the simulator's clock. Bodies are JSON with `content-type: application/json`, save the multipart one. Requests are
 * taken from the page's own origin only.
 */
export interface PageState {
  bot: PageBot
  people: PagePerson[]
  clock: PageClock
}

export interface PageClock {
  /** Milliseconds by which the simulator's clock is ahead of the system's. */
  offset: number
  /** It can be moved forward here. */
  isMovable: boolean
  isMoving: boolean
}

export interface PageBot {
  id: number
  firstName: string
  username: string
  description: string
  /** A bot has asked for updates lately. */
  connected: boolean
}

export interface NewPerson {
  firstName: string
  lastName?: string | undefined
  username?: string | undefined
  /** IETF tag as Telegram sends it, `en` or `he`. */
  language?: string | undefined
}

export interface PagePerson extends NewPerson {
  id: number
  language: string
  blocked: boolean
  /** Commands shown to this person, by scope and language. */
  commands: { command: string; description: string }[]
  menuButton: 'commands' | 'default'
  /** What stands in place of the ordinary keyboard now, if anything. */
  keyboard: PageKeyboard | null
  /** Oldest first. */
  messages: PageMessage[]
}

export type PageKeyboard =
  | {
      kind: 'buttons'
      rows: { text: string; asks: 'text' | 'contact' | 'location' }[][]
      placeholder: string
      oneTime: boolean
    }
  | { kind: 'reply'; messageId: number; placeholder: string }

export type FileKind = 'photo' | 'document' | 'voice' | 'video' | 'video_note' | 'animation' | 'audio'

/** A message as the person sees it now; deleted ones are not there. */
export interface PageMessage {
  id: number
  from: 'me' | 'bot' | 'other'
  author: string
  at: number
  editedAt?: number | undefined
  /** Text or caption without markup. */
  text: string
  /**
   * Text or caption as HTML made from the entities: only b i u s code pre a[href] blockquote[expandable] tg-spoiler
   * tg-emoji tg-time[unix][format], everything else escaped; new lines are `\n`.
   */
  html: string
  entities: PageEntity[]
  buttons: PageButton[][]
  photo?: PageFile | undefined
  /** Anything attached that is not a photo; `kind` says what. */
  document?: PageFile | undefined
  contact?: { name: string; phone: string } | undefined
  location?: { latitude: number; longitude: number } | undefined
  /** Messages of one album share it. */
  album?: string | undefined
  replyTo?: { id: number; text: string } | undefined
  pinned?: boolean | undefined
  reaction?: string | undefined
  spoiler?: boolean | undefined
  /** Nobody wrote it: it tells what was done, `pinned a message`. */
  service?: boolean | undefined
  /** Sent without a sound. */
  silent?: boolean | undefined
  deleted: false
}

export interface PageFile {
  kind: FileKind
  fileId: string
  name?: string | undefined
  mime: string
  size: number
  width?: number | undefined
  height?: number | undefined
  /** Seconds. */
  duration?: number | undefined
}

export interface PageButton {
  label: string
  style?: 'danger' | 'success' | 'primary' | undefined
  /** One of these three is there. */
  data?: string | undefined
  url?: string | undefined
  copy?: string | undefined
}

export interface PageEntity {
  type: string
  /** UTF-16 units. */
  offset: number
  length: number
  url?: string | undefined
  language?: string | undefined
  unix_time?: number | undefined
  date_time_format?: string | undefined
  custom_emoji_id?: string | undefined
}

/** The answer to a tap; without a text it only ends the button's waiting. */
export interface PageToast {
  queryId: string
  messageId: number
  text: string
  alert: boolean
  url?: string | undefined
  at: number
}

/** Name of the event and its `data`. */
export interface PageEvents {
  /** Somebody came, was changed, blocked or unblocked, or their commands or keyboard changed; the whole person without messages. */
  people: Omit<PagePerson, 'messages'>
  /** New, or edited when its id is already there. */
  message: { personId: number; message: PageMessage }
  deleted: { personId: number; messageId: number }
  toast: { personId: number } & PageToast
  /** `typing`, `upload_photo`, …; lasts five seconds or until the next message. */
  action: { personId: number; action: string }
  bot: PageBot
  clock: PageClock
}
