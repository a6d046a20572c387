import type { SpotterContext } from '../../../bot/context.ts'
import { type Scene, goTo, scene, step } from '../../../bot/scene.ts'
import { localDate } from '../../../domain/localTime.ts'
import { authorizeClient } from '../../../services/access.ts'
import { addNote, deleteNote, listNotes, readNote } from '../../../services/people/clientNotes.ts'
import { noteCard, notesCard } from '../../../views/clients/notes.ts'
import { picked, typed } from '../../people/answers.ts'
import { Client } from './state.ts'
import { z } from 'zod'

const Listed = Client.extend({ page: z.int().min(1) })
const One = Listed.extend({ note: z.int() })

const todayOf = ({ turn }: SpotterContext): string => localDate(turn.now, turn.actor.timeZone)
const toList = (ctx: SpotterContext, { client, page }: z.output<typeof Listed>) =>
  goTo(ctx, 'clientNotes', 'list', { client, page })

async function add(ctx: SpotterContext, id: number, text: string): Promise<void> {
  await addNote(ctx.turn, await authorizeClient(ctx.turn, id), text)
  ctx.toast(ctx.t('clients:noteKept'))
  return toList(ctx, { client: id, page: 1 })
}

const list = step({
  state: Listed,
  show: async (ctx, { client: id, page }) => {
    const client = await authorizeClient(ctx.turn, id)
    const listed = await listNotes(ctx.turn, client, page)
    return notesCard(ctx.t, { ...listed, name: client.name, today: todayOf(ctx) })
  },
  on: (ctx, input, { client, page }) => {
    const text = typed(input)
    if (text !== undefined && text !== '') return add(ctx, client, text)
    const value = picked(input)
    if (value === 'back') return goTo(ctx, 'clients', 'one', { client })
    const [, kind, number] = /^([np])(\d{1,9})$/.exec(value ?? '') ?? []
    if (kind === 'p') return toList(ctx, { client, page: Math.max(1, Number(number)) })
    return kind === 'n' ? goTo(ctx, 'clientNotes', 'one', { client, page, note: Number(number) }) : 'pass'
  },
})

const one = step({
  state: One,
  show: async (ctx, { client: id, note }) => {
    const client = await authorizeClient(ctx.turn, id)
    const { name } = client
    return noteCard(ctx.t, { name, note: await readNote(ctx.turn, client, note), today: todayOf(ctx) })
  },
  on: async (ctx, input, state) => {
    const value = picked(input)
    if (value === 'back') return toList(ctx, state)
    if (value !== 'delete') return 'pass'
    await deleteNote(ctx.turn, await authorizeClient(ctx.turn, state.client), state.note)
    ctx.toast(ctx.t('clients:noteDeleted'))
    return toList(ctx, state)
  },
})

/** What a coach keeps in mind about a client, for their own eyes. */
export const clientNotes: Scene = scene('clientNotes', { steps: { list, one } })
