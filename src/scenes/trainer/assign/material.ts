import type { SpotterContext } from '../../../bot/context.ts'
import type { Input } from '../../../bot/input.ts'
import { continues } from '../../../domain/plan/parts.ts'
import { planTextLimit } from '../../../domain/plan/parsePlan.ts'
import { awaitTextFile, textFileLimit } from '../../../services/files/incoming.ts'
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

/** A text as a part of a plan. */
export function partOf(ctx: SpotterContext, { text, messageId }: { text: string; messageId: number }): Part {
  return { messageId, at: ctx.turn.now.getTime(), text: withoutCommand(text) }
}

/** The text of a plan as far as it has come. */
export type Material = Pick<Draft, 'parts' | 'awaits'>

/** Whether a message is a name rather than a text: one line; what goes on where a text was cut has numbers. */
export function isName(ctx: SpotterContext, { parts }: Material, input: Input): input is TextInput {
  if (input.kind !== 'text' || input.edited || input.text.trim().includes('\n')) return false
  return !/\d/.test(input.text) || !continues(parts, partOf(ctx, input))
}

function withText(ctx: SpotterContext, { parts }: Material, input: TextInput): Part[] | undefined {
  const part = partOf(ctx, input)
  if (!input.edited) return continues(parts, part) ? [...parts, part] : [part]
  const { messageId } = input
  if (!parts.some((one) => one.messageId === messageId)) return undefined
  return parts.map((one) => (one.messageId === messageId ? { ...one, text: part.text } : one))
}

export function isTextFile({ file }: FileInput): boolean {
  return file.mime_type === 'text/plain' || /\.(?:txt|text|md)$/i.test(file.file_name ?? '')
}

/** Has a text file fetched. Answers its message; undefined when it cannot be, and the person has been told. */
export async function fetchText(ctx: SpotterContext, input: FileInput): Promise<number | undefined> {
  const { file, messageId } = input
  const isLarge = (file.file_size ?? 0) > textFileLimit
  if (isLarge || !isTextFile(input)) {
    const words = isLarge ? ctx.t('plans:fileLarge', { most: textFileLimit / 1024 }) : ctx.t('plans:fileKind')
    ctx.notice(words)
    return undefined
  }
  await awaitTextFile(ctx.turn, ctx.who, file, messageId, ctx.turn.now)
  ctx.notice(ctx.t('plans:readingFile'))
  return messageId
}

/**
 * Takes an input as (part of) a plan's text. `told`: it cannot be one, and the person has been told; undefined: it is
 * something else.
 */
export async function takeLoose(
  ctx: SpotterContext,
  input: Input,
  before: Material,
): Promise<Material | 'told' | undefined> {
  if (input.kind === 'text') {
    const parts = withText(ctx, before, input)
    return parts && { parts: bounded(parts), awaits: null }
  }
  if (input.kind === 'file') {
    const awaits = await fetchText(ctx, input)
    return awaits === undefined ? 'told' : { parts: before.parts, awaits }
  }
  if (input.kind === 'internal') {
    if (input.event.kind !== 'file') return undefined
    const { text, messageId } = input.event
    if (messageId !== before.awaits) return undefined
    if (text !== null) return { parts: bounded([partOf(ctx, { text, messageId })]), awaits: null }
    ctx.notice(ctx.t('plans:fileUnread'))
    return { ...before, awaits: null }
  }
  if (input.kind !== 'other' && input.kind !== 'media') return undefined
  ctx.notice(ctx.t('plans:onlyText'))
  return 'told'
}

/** As `takeLoose`, for a client's plan: what was asked of another text's numbers is open again. */
export async function takeMaterial(
  ctx: SpotterContext,
  input: Input,
  draft: Draft,
): Promise<Draft | 'told' | undefined> {
  const taken = await takeLoose(ctx, input, draft)
  if (taken === undefined || taken === 'told') return taken
  if (taken.parts === draft.parts) return { ...draft, ...taken }
  const client = await authorizeClient(ctx.turn, draft.client)
  return { ...draft, ...taken, today: dayOf(ctx.turn, client), order: null, isTraining: false }
}
