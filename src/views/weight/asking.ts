import { formatDate } from '../../domain/localTime.ts'
import { formatBodyWeight } from '../../domain/people/measures.ts'
import { plainText } from '../../texts/texts.ts'
import type { Proposal } from '../../domain/workout/proposal.ts'
import type { WalkItem } from '../../domain/workout/walk.ts'
import type { View } from '../view.ts'
import { type Reader, setText, shortened } from '../workout/words.ts'
import { type ScaleWeight, ownText, weighInText } from './scale.ts'
import type { WeighInData, WeighedData } from './weighIn.ts'

const at = (step: string, value: string) => ({ name: 'pick', at: `weighin.${step}`, value }) as const

/** A change that asks for a second look; `near` is what it is compared with. */
export function askSure(reader: Reader, typed: DatedWeight, near: WeighedData, today: string): View {
  return {
    html: sureText(reader, typed, near, today),
    buttons: [
      [
        { label: reader.t('weight:sureYes'), action: at('sure', 'yes') },
        { label: reader.t('weight:sureNo'), action: at('sure', 'no') },
      ],
    ],
  }
}

/** Asks whether a number is what the scale says, or the next set of a workout under way; without one that is not offered. */
export function askWeightOrSet(
  reader: Reader,
  data: {
    text: string
    weight: ScaleWeight | undefined
    set: { item: WalkItem; number: number; set: Proposal } | undefined
  },
): View {
  const { t } = reader
  const { text, weight, set } = data
  const asSet = set && { number: set.number, set: setText(reader, set.set, { planned: set.item.reps }) }
  return {
    html: set ? t('weight:orSet', { text, name: set.item.name }) : t('weight:orNothing', { text }),
    buttons: [
      weight
        ? [
            {
              label: t('weight:asWeight', { weight: ownText(reader, weight) }),
              action: at('orSet', 'weight'),
            },
          ]
        : [],
      asSet ? [{ label: t('weight:asSet', asSet), action: at('orSet', 'set') }] : [],
      [{ label: t('back'), action: at('orSet', 'back') }],
    ],
  }
}

/** Asks whether a number is what the scale says, or the answer to the question that stood open. */
export function askWeightOrAnswer(
  reader: Reader,
  { text, weight }: { text: string; weight: ScaleWeight | undefined },
): View {
  const { t } = reader
  const asWeight = weight && t('weight:asWeight', { weight: ownText(reader, weight) })
  return {
    html: t('weight:orAnswer', { text }),
    buttons: [
      asWeight === undefined ? [] : [{ label: asWeight, action: at('orAnswer', 'weight') }],
      [{ label: t('weight:asAnswer'), action: at('orAnswer', 'answer') }],
    ],
  }
}

/** A weight and the local day it is said of, `YYYY-MM-DD`. */
export interface DatedWeight extends ScaleWeight {
  date: string
}

/** `72.4 kg on Sun 22 Nov, really?` and how far that is from what it is compared with; of today no day is named. */
export function sureText(reader: Reader, typed: DatedWeight, near: WeighedData, today: string): string {
  const { t } = reader
  const weight = ownText(reader, typed)
  const date = formatDate(typed.date, t.language, today)
  const words = {
    weight: typed.date === today ? weight : plainText(t('weight:sureOn', { weight, date })),
    change: formatBodyWeight(Math.abs(typed.kg - near.kg), reader.units, t.language),
    before: weighInText(reader, near, today),
  }
  return typed.kg > near.kg ? t('weight:sureMore', words) : t('weight:sureLess', words)
}

export function askCorrection(reader: Reader, one: WeighInData, today: string): View {
  const { t } = reader
  return {
    html: t('weight:correctAsk', { weighed: weighInText(reader, one, today) }),
    buttons: [[{ label: t('back'), action: at('fix', 'back') }]],
  }
}

export function askWeighInNote(reader: Reader, one: WeighInData, today: string): View {
  const { t } = reader
  const ask = t('weight:noteAsk', { weighed: weighInText(reader, one, today) })
  return {
    html: one.note === null ? ask : `${ask}\n${t('weight:noted', { note: shortened(one.note, 500) })}`,
    buttons: [[{ label: t('back'), action: at('note', 'back') }]],
  }
}

export function askRemoval(reader: Reader, one: WeighInData, today: string): View {
  const { t } = reader
  return {
    html: t('weight:removeAsk', { weighed: weighInText(reader, one, today) }),
    buttons: [
      [{ label: t('weight:removeYes'), action: at('remove', 'yes'), style: 'danger' }],
      [{ label: t('back'), action: at('remove', 'no') }],
    ],
  }
}

/** A word on the whole day; the days before it remind of what was said. */
export function askDayNote(
  { t }: Reader,
  {
    date,
    now,
    earlier,
  }: { date: string; now: string | null; earlier: readonly { date: string; text: string }[] },
): View {
  const on = (day: string) => formatDate(day, t.language, date)
  return {
    html: [
      t('weight:dayNoteAsk', { date: on(date) }),
      ...(now === null ? [] : [t('weight:noted', { note: shortened(now, 1000) })]),
      ...(earlier.length === 0 ? [] : ['', t('weight:dayNotesBefore')]),
      ...earlier.map((one) =>
        t('weight:dayNoteLine', { date: on(one.date), note: shortened(one.text, 150) }),
      ),
    ].join('\n'),
    buttons: [
      ...(now === null ? [] : [[{ label: t('weight:dayNoteClear'), action: at('day', 'clear') } as const]]),
      [{ label: t('back'), action: at('day', 'back') }],
    ],
  }
}
