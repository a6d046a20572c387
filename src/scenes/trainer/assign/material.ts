import type { SpotterContext } from '../../../bot/context.ts'
import type { Input } from '../../../bot/input.ts'
import { continues } from '../../../domain/plan/parts.ts'
import { planTextLimit } from '../../../domain/plan/parsePlan.ts'
import { awaitTextFile, textFileLimit } from '../../../services/files.ts'
import { authorizeClient } from '../../../services/access.ts'
import { dayOf } from '../../../services/plans/clientDay.ts'
import type { Draft, Part } from './state.ts'

type TextInput = Extract<Input, { kind: 'text' }>
type FileInput = Extract<Input, { kind: 'file' }>

/** A command's line is not part of the plan that follows it. */
function withoutCommand(text: string): string {
  return text.replace(/^\s*\/\w+[^\n]*\n/, '')
}

/** One character more than is read, so that what is too long is said to be so. */
function bounded(parts: Part[]): Part[] {
  let room = planTextLimit + 1
  return parts.flatMap((part) => {
    const text = part.text.slice(0, room)
    room -= text.length
    return text === '' ? [] : [{ ...part, text }]
  })
}

/** The draft with another text: what was asked of the old one's numbers is open again. */
async function withParts(ctx: SpotterContext, draft: Draft, parts: Part[]): Promise<Draft> {
  const client = await authorizeClient(ctx.turn, draft.client)
  return { ...draft, parts: bounded(parts), today: dayOf(ctx.turn, client), awaits: null, order: null }
}

/** A text as a part of a plan. */
export function partOf(ctx: SpotterContext, { text, messageId }: { text: string; messageId: number }): Part {
  return { messageId, at: ctx.turn.now.getTime(), text: withoutCommand(text) }
}

/** Whether a message goes on where the draft's last part was cut. */
export function goesOn(ctx: SpotterContext, draft: Draft, input: TextInput): boolean {
  return !input.edited && continues(draft.parts, partOf(ctx, input))
}

function edited({ parts }: Draft, { messageId, text }: TextInput): Part[] | undefined {
  if (!parts.some((part) => part.messageId === messageId)) return undefined
  return parts.map((part) => (part.messageId === messageId ? { ...part, text: withoutCommand(text) } : part))
}

async function takeFile(
  ctx: SpotterContext,
  draft: Draft,
  { file, messageId }: FileInput,
): Promise<Draft | 'told'> {
  const isText = file.mime_type === 'text/plain' || /\.(?:txt|text|md)$/i.test(file.file_name ?? '')
  if (!isText) {
    ctx.notice(ctx.t('plans:fileKind'))
    return 'told'
  }
  if ((file.file_size ?? 0) > textFileLimit) {
    ctx.notice(ctx.t('plans:fileLarge', { most: textFileLimit / 1024 }))
    return 'told'
  }
  await awaitTextFile(ctx.turn, ctx.who, file, messageId, ctx.turn.now)
  ctx.notice(ctx.t('plans:readingFile'))
  return { ...draft, awaits: messageId }
}

/**
 * Takes an input as (part of) the plan's text. `told`: it cannot be one, and the person has been told; undefined: it
 * is something else.
 */
export async function takeMaterial(
  ctx: SpotterContext,
  input: Input,
  draft: Draft,
): Promise<Draft | 'told' | undefined> {
  if (input.kind === 'text') {
    const part = partOf(ctx, input)
    const parts = input.edited
      ? edited(draft, input)
      : goesOn(ctx, draft, input)
        ? [...draft.parts, part]
        : [part]
    return parts && withParts(ctx, draft, parts)
  }
  if (input.kind === 'file') return takeFile(ctx, draft, input)
  if (input.kind === 'internal') {
    const { text, messageId } = input.event
    if (messageId !== draft.awaits) return undefined
    if (text !== null) return withParts(ctx, draft, [partOf(ctx, { text, messageId })])
    ctx.notice(ctx.t('plans:fileUnread'))
    return { ...draft, awaits: null }
  }
  if (input.kind !== 'other') return undefined
  ctx.notice(ctx.t('plans:onlyText'))
  return 'told'
}
