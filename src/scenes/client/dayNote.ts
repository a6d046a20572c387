import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { goTo, step } from '../../bot/scene.ts'
import { localDate } from '../../domain/localTime.ts'
import { requireClient } from '../../services/access.ts'
import { dayNotesBefore, readDayNote, writeDayNote } from '../../services/weighIns/diary.ts'
import { askDayNote } from '../../views/weight/asking.ts'
import { picked, typed } from '../people/answers.ts'
import { readerOf } from './showing.ts'

const daysShown = 5

/** A word on the day it is for the acting client. */
export function openDayNote(ctx: SpotterContext): void {
  requireClient(ctx.turn)
  goTo(ctx, 'weighin', 'day', { date: localDate(ctx.turn.now, ctx.turn.actor.timeZone) })
}

/** The diary's word on a day: the day on which it was opened, after midnight too. */
export const dayNote = step({
  state: z.object({ date: z.string() }),
  show: async (ctx, { date }) =>
    askDayNote(readerOf(ctx), {
      date,
      now: await readDayNote(ctx.turn, date),
      earlier: await dayNotesBefore(ctx.turn, date, daysShown),
    }),
  on: async (ctx, input, { date }) => {
    const value = picked(input)
    const text = typed(input)
    if (value !== 'back' && value !== 'clear' && text === undefined) return 'pass'
    if (value !== 'back') await writeDayNote(ctx.turn, date, text ?? null)
    goTo(ctx, 'weighin', 'card')
    if (value === 'back') return undefined
    return ctx.toast(text === undefined ? ctx.t('weight:dayNoteCleared') : ctx.t('weight:dayNoteSaved'))
  },
})
