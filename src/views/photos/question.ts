import type { Texts } from '../../texts/texts.ts'
import { type Button, type Extra, rows } from '../view.ts'

/** One thing a photo may be. `as` and `value` are words for a button. */
export interface PhotoOffer {
  label: string
  as: string
  value: string
}

/** Under a meal that photos were taken for: they are something else. */
export function notThisMealRow(t: Texts, photo: number): Button[] {
  return [{ label: t('photos:notThisMeal'), action: { name: 'notThisMeal', photo } }]
}

/** Asks what photos are that came without a word; `photo` is the first of `count`. `isAll`: they can be nothing else. */
export function askWhatItIs(
  t: Texts,
  {
    photo,
    count,
    offers,
    isAll,
  }: { photo: number; count: number; offers: readonly PhotoOffer[]; isAll: boolean },
): Extra {
  const choices = offers.map(({ label, as, value }): Button => ({
    label,
    action: { name: 'sortPhoto', photo, as, value },
  }))
  const more: Button[] = isAll ? [] : [{ label: t('photos:else'), action: { name: 'askPhoto', photo } }]
  const keep: Button = {
    label: count === 1 ? t('photos:leave') : t('photos:leaveMany'),
    action: { name: 'leavePhoto', photo },
  }
  const remove: Button = { label: t('photos:remove'), action: { name: 'removePhoto', photo } }
  return {
    html: choices.length > 0 ? t('photos:kept', { count }) : t('photos:keptPlain', { count }),
    buttons: [...rows(choices, 2), more, choices.length > 0 ? [keep, remove] : [remove]],
  }
}
