import { escapeHtml } from '../../texts/texts.ts'
import type { Texts } from '../../texts/texts.ts'
import { turning } from '../turning.ts'
import type { Button, View } from '../view.ts'

export interface PersonData {
  userId: number
  name: string
  username: string
  role: 'admin' | 'trainer' | 'client'
  isActive: boolean
  hasJoined: boolean
  trainerName: string | null
}

const inList = (value: string) => ({ name: 'pick', at: 'people.list', value }) as const
const inPerson = (value: string) => ({ name: 'pick', at: 'people.person', value }) as const
const inConfirm = (value: string) => ({ name: 'pick', at: 'people.confirm', value }) as const

function roleWord(t: Texts, role: PersonData['role']): string {
  if (role === 'admin') return t('people:roleAdmin')
  return role === 'trainer' ? t('people:roleTrainer') : t('people:roleClient')
}

/** One page of everybody, a button each. */
export function peopleList(
  t: Texts,
  { people, page, pages }: { people: readonly PersonData[]; page: number; pages: number },
): View {
  const entries = people.map((person): Button[] => [
    {
      label: `${person.isActive ? '' : '⛔ '}${escapeHtml(person.name)} · ${roleWord(t, person.role)}`,
      action: inList(`u${person.userId}`),
    },
  ])
  return {
    html: pages === 1 ? t('people:peopleTitle') : t('people:peoplePages', { page, pages }),
    buttons: [
      ...entries,
      turning(t, { page, pages }, inList),
      [{ label: t('people:done'), action: inList('done') }],
    ],
  }
}

function facts(t: Texts, person: PersonData): string[] {
  return [
    t('people:person', { name: person.name }),
    roleWord(t, person.role),
    t('people:personUsername', { username: person.username }),
    ...(person.trainerName === null ? [] : [t('people:personCoached', { trainer: person.trainerName })]),
    ...(person.hasJoined ? [] : [t('people:personNotJoined')]),
    person.isActive ? t('people:personOn') : t('people:personOff'),
  ]
}

/** One person, with the switch; nobody is offered to lock themselves out. */
export function personCard(t: Texts, person: PersonData, isSelf: boolean): View {
  const change: Button[] = isSelf
    ? []
    : person.isActive
      ? [{ label: t('people:switchOff'), action: inPerson('off'), style: 'danger' }]
      : [{ label: t('people:switchOn'), action: inPerson('on'), style: 'success' }]
  return {
    html: [...facts(t, person), ...(isSelf ? ['', t('people:itIsYou')] : [])].join('\n'),
    buttons: [change, [{ label: t('back'), action: inPerson('back') }]],
  }
}

export function askSwitchOff(t: Texts, name: string): View {
  return {
    html: t('people:askSwitchOff', { name }),
    buttons: [
      [{ label: t('people:switchOffYes'), action: inConfirm('yes'), style: 'danger' }],
      [{ label: t('back'), action: inConfirm('back') }],
    ],
  }
}
