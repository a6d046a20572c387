import { type Sum } from '../../domain/meals/macros.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Button, View } from '../view.ts'
import { shortened } from '../workout/words.ts'
import { dayText, kcalText } from './words.ts'

const pick = (step: string, value: string) => ({ name: 'pick', at: `meals.${step}`, value }) as const

/** Something typed before, by the id of the meal it was. */
export interface RememberedData {
  id: number
  text: string
  sum: Sum
}

/** Asks what was eaten: instead of a meal by its name, or outside any plan; what was typed before is offered again. */
export function askFood(t: Texts, name: string | null, before: readonly RememberedData[]): View {
  const ask = name === null ? t('meals:outsideAsk') : t('meals:elseAsk', { name })
  const again = before.map(({ id, text, sum }): Button[] => {
    const meal = shortened(text, 40)
    const label = sum.calories === null ? meal : t('meals:withSum', { meal, sum: kcalText(t, sum) })
    return [{ label, action: pick('food', `r${id}`) }]
  })
  return {
    html: again.length === 0 ? ask : `${ask}\n\n${t('meals:rememberedHint')}`,
    buttons: [...again, [{ label: t('back'), action: pick('food', 'back') }]],
  }
}

/** Whether typed words are food after all, or take the place of what was logged (`instead`, by its name). */
export function askSureFood(t: Texts, text: string, instead: string | null): View {
  const words = shortened(text, 500)
  return {
    html:
      instead === null
        ? t('meals:sureFood', { text: words })
        : t('meals:sureInstead', { name: instead, text: words }),
    buttons: [
      [
        { label: t('meals:sureYes'), action: pick('sure', 'yes') },
        { label: t('meals:sureNo'), action: pick('sure', 'no') },
      ],
    ],
  }
}

export const skipReasons = ['notHungry', 'noTime', 'noFood', 'unwell'] as const

/** Why a meal was skipped; nobody has to say. */
export function askReason(t: Texts, name: string): View {
  const [one, two, three, four] = skipReasons.map((reason): Button => ({
    label: t(`meals:reason_${reason}`),
    action: pick('reason', reason),
  }))
  return {
    html: t('meals:reasonAsk', { name }),
    buttons: [
      [one, two].flatMap((button) => button ?? []),
      [three, four].flatMap((button) => button ?? []),
      [{ label: t('meals:noReason'), action: pick('reason', 'none') }],
    ],
  }
}

/** Asks for photos of a meal. */
export function askPhoto(t: Texts, name: string): View {
  return {
    html: t('meals:photoAsk', { name }),
    buttons: [[{ label: t('back'), action: pick('photo', 'back') }]],
  }
}

/** A button for what a photo may show, by its name; `day` where it is not the client's today. */
export function photoOfferLabel(t: Texts, name: string, day: string | null): string {
  const meal = shortened(name, 30)
  return day === null
    ? t('meals:photoOf', { name: meal })
    : t('meals:photoOfDay', { name: meal, day: dayText(t, day) })
}
