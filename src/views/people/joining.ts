import { type Texts, escapeHtml } from '../../texts/texts.ts'
import type { Button, View } from '../view.ts'

const answer = (value: string) => ({ name: 'pick', at: 'join.consent', value }) as const

/** Whose link it is and what they will see, before anything is kept. */
export function consent(t: Texts, invitation: { role: 'trainer' | 'client'; inviterName: string }): View {
  const { role, inviterName: name } = invitation
  const isClient = role === 'client'
  const yes: Button = {
    label: isClient ? t('people:agree') : t('people:acceptTrainer'),
    action: answer('yes'),
    style: 'success',
  }
  return {
    html: isClient
      ? t('people:consentClient', { trainer: name })
      : t('people:consentTrainer', { inviter: name }),
    buttons: [[yes], [{ label: t('people:decline'), action: answer('no') }]],
  }
}

/** The invitation somebody was looking at has gone. */
export function deadInvite(t: Texts): View {
  return { html: t('people:inviteDead'), buttons: [] }
}

export function welcome(t: Texts, invitation: { role: 'trainer' | 'client'; inviterName: string }): string {
  return invitation.role === 'client'
    ? t('people:welcomeClient', { trainer: invitation.inviterName })
    : t('people:welcomeTrainer')
}

export interface Newcomer {
  userId: number
  name: string
  /** Telegram's. */
  handle: string | null
}

/** To the trainer: somebody has joined. */
export function joined(t: Texts, { userId, name, handle }: Newcomer): View {
  const who = handle === null ? '' : `\n${t('people:joinedHandle', { username: escapeHtml(handle) })}`
  return {
    html: t('people:joined', { name }) + who,
    buttons: [
      [{ label: t('people:openNewcomer', { name }), action: { name: 'openClient', client: userId } }],
      [{ label: t('people:notMine'), action: { name: 'notMine', client: userId } }],
    ],
  }
}

/** To the admin. */
export function trainerJoined(t: Texts, { name, handle }: Newcomer): View {
  const who = handle === null ? '' : `\n${t('people:joinedHandle', { username: escapeHtml(handle) })}`
  return { html: t('people:trainerJoined', { name }) + who, buttons: [] }
}

export function askUnlink(t: Texts, client: { userId: number; name: string }): View {
  const yes: Button = {
    label: t('people:unlinkYes'),
    action: { name: 'unlink', client: client.userId },
    style: 'danger',
  }
  return {
    html: t('people:askUnlink', { name: client.name }),
    buttons: [[yes, { label: t('people:unlinkNo'), action: { name: 'keepClient' } }]],
  }
}

export function unlinked(t: Texts, trainer: string): View {
  return { html: t('people:unlinked', { trainer }), buttons: [] }
}
