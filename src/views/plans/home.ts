import type { Texts } from '../../texts/texts.ts'
import type { View } from '../view.ts'

function clientsText(t: Texts, { joined, invited }: { joined: number; invited: number }): string {
  if (joined + invited === 0) return t('plans:homeNobody')
  if (invited === 0) return t('plans:homeClients', { count: joined })
  return joined === 0
    ? t('plans:homeOnlyInvited', { count: invited })
    : t('plans:homeInvited', { clients: t('plans:homeJoined', { count: joined }), count: invited })
}

/** Where a coach stands when nothing else is going on. */
export function coachHome(
  t: Texts,
  {
    name,
    clients,
    needing,
    waiting,
  }: { name: string; clients: { joined: number; invited: number }; needing: number; waiting: number },
): View {
  return {
    html: [
      t('plans:home', { name }),
      clientsText(t, clients),
      ...(needing === 0 ? [] : [t('attention:homeNeeds', { count: needing })]),
      ...(clients.joined + clients.invited === 0 ? [] : [t('plans:homeHint')]),
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
