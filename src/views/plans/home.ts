import type { Texts } from '../../texts/texts.ts'
import type { View } from '../view.ts'

/** Where a coach stands when nothing else is going on. */
export function coachHome(
  t: Texts,
  { name, clients, needing, waiting }: { name: string; clients: number; needing: number; waiting: number },
): View {
  return {
    html: [
      t('plans:home', { name }),
      clients === 0 ? t('plans:homeNobody') : t('plans:homeClients', { count: clients }),
      ...(needing === 0 ? [] : [t('attention:homeNeeds', { count: needing })]),
      ...(clients === 0 ? [] : [t('plans:homeHint')]),
    ].join('\n'),
    buttons: [
      waiting === 0
        ? []
        : [
            {
              label: t('review:button', { count: waiting }),
              action: { name: 'openReview' },
              style: 'primary',
            },
          ],
      [
        { label: t('plans:openClients'), action: { name: 'openClients' } },
        { label: t('plans:openAssign'), action: { name: 'openAssign' } },
      ],
      [
        { label: t('plans:openInvite'), action: { name: 'openInvite' } },
        { label: t('plans:openExercises'), action: { name: 'openExercises' } },
      ],
      [{ label: t('plans:openSettings'), action: { name: 'openSettings' } }],
    ],
  }
}
