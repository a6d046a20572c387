import type { Texts } from '../../texts/texts.ts'
import type { View } from '../view.ts'

/** The chat of somebody who has not joined. */
export function hello(t: Texts, person: { telegramId: number; isAdmin: boolean }): View {
  const words = person.isAdmin ? t('people:helloAdmin') : t('people:hello')
  return { html: `${words}\n\n${t('people:id', { id: String(person.telegramId) })}`, buttons: [] }
}

export function ownId(t: Texts, telegramId: number): View {
  const id = String(telegramId)
  return {
    html: `${t('people:id', { id })}\n${t('people:idHint')}`,
    buttons: [[{ label: t('people:copyId'), copy: id }]],
  }
}

/** What this person can do here, by role; an admin who coaches reads both. */
export function help(t: Texts, who: { role: 'admin' | 'trainer' | 'client' | null; isAdmin: boolean }): View {
  const own =
    who.role === 'client'
      ? t('people:help_client')
      : who.role === null
        ? t('people:help_stranger')
        : t('people:help_trainer')
  return { html: who.isAdmin ? `${own}\n\n${t('people:help_admin')}` : own, buttons: [] }
}
