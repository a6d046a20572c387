import { readCaption } from '../rules/text.ts'
import { imageSize } from '../images.ts'
import { badRequest, brokenRule } from '../wire/errors.ts'
import { textOf, type Values } from '../wire/table.ts'
import { Upload, type MediaKind, type MessageEntity, type WireFile } from '../wire/types.ts'
import type { Content } from '../world.ts'
import type { MethodCall } from './method.ts'

const megabyte = 1024 * 1024
const photoMost = 10 * megabyte
const fileMost = 50 * megabyte

/** The file itself as part of a message: uploaded now, or one that Telegram has by its file_id. */
export function takeMedia(
  call: MethodCall,
  kind: MediaKind,
  value: unknown,
  more: Partial<WireFile> = {},
): Content {
  const source = resolve(call, value)
  if (source instanceof Upload) return upload(call, kind, source, more)
  const known = call.world.files.byId(source)
  if (!known)
    throw badRequest(
      /^https?:/.test(source) ? 'failed to get HTTP URL content' : 'wrong file identifier/HTTP URL specified',
    )
  if (known.kind !== kind) {
    throw badRequest(`can't use file of type ${titled(known.kind)} as ${titled(kind)}`)
  }
  return kind === 'photo' ? { photo: photoSizes(call, known.bytesOf) } : { [kind]: known.wire }
}

/** Caption fields checked and parsed. */
export function takeCaption(values: Values): Pick<Content, 'caption' | 'caption_entities'> {
  const { text, entities } = readCaption(
    textOf(values, 'caption'),
    values['parse_mode'],
    values['caption_entities'],
  )
  return text === '' ? {} : { caption: text, caption_entities: entities.length > 0 ? entities : undefined }
}

export function entitiesOrNone(entities: MessageEntity[]): MessageEntity[] | undefined {
  return entities.length > 0 ? entities : undefined
}

function resolve({ uploads }: MethodCall, value: unknown): Upload | string {
  if (value instanceof Upload) return value
  const source = String(value)
  if (!source.startsWith('attach://')) return source
  const attached = uploads.get(source.slice('attach://'.length))
  if (!attached) throw brokenRule(`there is no file "${source.slice(9)}" in the request`)
  return attached
}

function upload({ world }: MethodCall, kind: MediaKind, file: Upload, more: Partial<WireFile>): Content {
  if (file.bytes.length === 0) throw brokenRule('file must be non-empty')
  if (kind !== 'photo') {
    if (file.bytes.length > fileMost) throw brokenRule('file is too big')
    return { [kind]: world.files.add(kind, file, more) }
  }
  checkPhoto(file)
  return { photo: world.files.addPhoto(file) }
}

function checkPhoto({ bytes }: Upload): void {
  if (bytes.length > photoMost)
    throw brokenRule(
      `file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${photoMost} bytes`,
    )
  const size = imageSize(bytes)
  if (!size) throw brokenRule('IMAGE_PROCESS_FAILED')
  const { width, height } = size
  if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height)) {
    throw brokenRule('PHOTO_INVALID_DIMENSIONS')
  }
}

function photoSizes({ world }: MethodCall, bytesOf: string): WireFile[] {
  return world.files.sizesOf(bytesOf)
}

const titled = (kind: MediaKind) =>
  kind
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
