import { kindOf } from './kinds.ts'

/** What a clip or a recording is packed in, by its own first bytes. */
export interface Container {
  mime: string
  ending: string
  /** Telegram plays it in the chat. */
  isPlayed: boolean
}

const containers = {
  mp4: { mime: 'video/mp4', ending: 'mp4', isPlayed: true },
  mov: { mime: 'video/quicktime', ending: 'mov', isPlayed: false },
  webm: { mime: 'video/webm', ending: 'webm', isPlayed: false },
  ogg: { mime: 'audio/ogg', ending: 'ogg', isPlayed: true },
  mp3: { mime: 'audio/mpeg', ending: 'mp3', isPlayed: true },
  m4a: { mime: 'audio/mp4', ending: 'm4a', isPlayed: true },
} satisfies Record<string, Container>

/** The container of a clip; undefined where the bytes are none. */
export function clipContainer(bytes: Uint8Array): Container | undefined {
  if (kindOf(bytes) !== 'video') return undefined
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (!head.startsWith('ftyp', 4)) return containers.webm
  return head.startsWith('qt', 8) ? containers.mov : containers.mp4
}

/** The container of a voice message; undefined where the bytes are none. */
export function voiceContainer(bytes: Uint8Array): Container | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('OggS')) return containers.ogg
  if (head.startsWith('ID3') || /^\xff[\xe2-\xff]/.test(head)) return containers.mp3
  return head.startsWith('ftyp', 4) ? containers.m4a : undefined
}
