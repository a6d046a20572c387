import { type Sum } from '../../domain/meals/macros.ts'
import { type Texts, plainText } from '../../texts/texts.ts'
import type { Button, Extra, View } from '../view.ts'
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

/**
 * Whether typed words are food after all, or take the place of what was logged (`instead`, by its name); `day` in words
 * where it is not today.
 */
export function askSureFood(t: Texts, text: string, instead: string | null, day: string | null): View {
  const words = shortened(text, 500)
  const food =
    day === null ? t('meals:sureFood', { text: words }) : t('meals:sureFoodOn', { text: words, day })
  const named = (name: string) => (day === null ? name : plainText(t('meals:nameOfDay', { name, day })))
  return {
    html: instead === null ? food : t('meals:sureInstead', { name: named(instead), text: words }),
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

/** Whether a meal that was skipped was eaten after all, as a photo of it says; `value` names it in a button. */
export function askSkippedShown(
  t: Texts,
  { name, reason, photo, value }: { name: string; reason: string | null; photo: number; value: string },
): Extra {
  return {
    html:
      reason === null
        ? t('meals:skippedShown', { name })
        : t('meals:skippedShownFor', { name, reason: shortened(reason, 200) }),
    buttons: [
      [
        { label: t('meals:ateAfterAll'), action: { name: 'sortPhoto', photo, as: 'meal', value } },
        { label: t('meals:skippedStays'), action: { name: 'askPhoto', photo } },
      ],
    ],
  }
}

/** A button for what a photo may show, by its name; `day` where it is not the client's today. */
export function photoOfferLabel(t: Texts, name: string, day: string | null, isSkipped = false): string {
  const short = shortened(name, 30)
  const meal = isSkipped ? plainText(t('meals:skippedName', { name: short })) : short
  return day === null
    ? t('meals:photoOf', { name: meal })
    : t('meals:photoOfDay', { name: meal, day: dayText(t, day) })
}
