import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { goTo, step } from '../../bot/scene.ts'
import { formatTime } from '../../domain/localTime.ts'
import { findPlaces, isLikeClock } from '../../domain/people/places.ts'
import { saveTimeZone, travelTo } from '../../services/people/zones.ts'
import { question as questionView, type OnTo } from '../../views/people/questions.ts'
import { isSkip, picked, typed, yesOrNo } from './answers.ts'
import { type Answer, Asked, type Question, goOn } from './questions.ts'

const mostPlaces = 8

const placesFor = (ctx: SpotterContext, text: string) => findPlaces(text, ctx.turn.now).slice(0, mostPlaces)

/** No clock shows that time now, or no place is called so. */
function noSuchPlace({ t, turn }: SpotterContext, text: string): string {
  if (!isLikeClock(text)) return t('people:zoneUnknown')
  const example = formatTime(turn.now, turn.actor.timeZone, t.language)
  return t('people:zoneNoClock', { time: text.trim().slice(0, 20), example })
}

/** One place of that very name is taken at its word; of several, or only like it, one is picked; of none a word is said. */
async function takePlace(ctx: SpotterContext, text: string, onTo: OnTo, travels = false): Promise<Answer> {
  const [first, ...others] = placesFor(ctx, text)
  if (first?.exact && others.length === 0) {
    await (travels ? travelTo : saveTimeZone)(ctx.turn, first.zone)
    return 'noted'
  }
  if (!first) ctx.notice(noSuchPlace(ctx, text))
  goTo(ctx, 'onboarding', 'city', { onTo, travels, ...(first && { asked: text }) })
  return 'moved'
}

/** "Is it 14:32 where you are?" */
export const zone: Question = {
  awaits: 'words',
  ask: (ctx) =>
    ctx.t('people:askZone', { time: formatTime(ctx.turn.now, ctx.turn.actor.timeZone, ctx.t.language) }),
  options: (ctx) => [
    { value: 'yes', label: ctx.t('yes') },
    { value: 'no', label: ctx.t('no') },
  ],
  answer: async (ctx, input, onTo) => {
    const isSo = yesOrNo(input)
    if (isSo === true) {
      await saveTimeZone(ctx.turn, ctx.turn.actor.timeZone)
      return 'noted'
    }
    if (isSo === false) {
      goTo(ctx, 'onboarding', 'city', { onTo })
      return 'moved'
    }
    const text = typed(input)
    return text === undefined ? 'pass' : takePlace(ctx, text, onTo)
  },
}

/** Where it is another time: a city or a clock, and a pick where several fit. */
export const city = step({
  state: Asked.extend({ asked: z.string().optional(), travels: z.boolean().default(false) }),
  awaits: 'words',
  show: (ctx, { onTo, asked, travels }) => {
    const question = travels ? ctx.t('people:askTravel') : ctx.t('people:askCity')
    const places = asked === undefined ? [] : placesFor(ctx, asked)
    return questionView(ctx.t, {
      at: 'onboarding.city',
      html: places.length > 0 ? ctx.t('people:askWhichZone') : question,
      options: places.map(({ zone: value, city: name }) => ({
        value,
        label: ctx.t('people:zoneButton', {
          place: name[ctx.t.language],
          time: formatTime(ctx.turn.now, value, ctx.t.language),
        }),
      })),
      perRow: 1,
      onTo,
    })
  },
  on: async (ctx, input, { onTo, asked, travels }) => {
    const value = picked(input)
    if (value === 'rest') return goTo(ctx, 'onboarding', 'review')
    if (value === 'back' || isSkip(input, ctx.t)) return goOn(ctx, 'zone', onTo)
    const place =
      value === undefined ? undefined : placesFor(ctx, asked ?? '').find((one) => one.zone === value)
    if (place) {
      await (travels ? travelTo : saveTimeZone)(ctx.turn, place.zone)
      return goOn(ctx, 'zone', onTo)
    }
    const text = typed(input)
    if (text === undefined) return 'pass'
    if ((await takePlace(ctx, text, onTo, travels)) === 'noted') goOn(ctx, 'zone', onTo)
    return undefined
  },
})
