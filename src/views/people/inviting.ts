import { formatMoment } from '../../domain/localTime.ts'
import { escapeHtml } from '../../texts/texts.ts'
import type { Texts } from '../../texts/texts.ts'
import { turning } from '../turning.ts'
import { type Button, type Extra, type View, rows } from '../view.ts'

export interface LinkData {
  link: string
  role: 'trainer' | 'client'
  name: string | null
  expiresAt: Date
  /** The inviter's. */
  timeZone: string
}

/** A link as it is forwarded: with a code to scan and a button that copies it. */
export function inviteLink(t: Texts, { link, role, name, expiresAt, timeZone }: LinkData): Extra {
  const until = formatMoment(expiresAt, timeZone, t.language)
  const shown = { link: escapeHtml(link), until }
  const isClient = role === 'client'
  const html =
    name === null
      ? isClient
        ? t('people:linkClient', shown)
        : t('people:linkTrainer', shown)
      : isClient
        ? t('people:linkClientNamed', { ...shown, name })
        : t('people:linkTrainerNamed', { ...shown, name })
  return {
    html,
    buttons: [[{ label: t('people:copyLink'), copy: link }]],
    picture: { kind: 'qr', text: link },
  }
}

const choice = (value: string) => ({ name: 'pick', at: 'invite.choose', value }) as const

export function chooseRole(t: Texts, names: readonly string[]): View {
  const lines = names.map((name) => `• ${escapeHtml(name)}`).join('\n')
  return {
    html: names.length === 0 ? t('people:askInviteRole') : t('people:askInviteRoleNamed', { names: lines }),
    buttons: [
      [
        { label: t('people:asTrainer'), action: choice('trainer') },
        { label: t('people:asClient'), action: choice('client') },
      ],
      [{ label: t('cancel'), action: { name: 'cancel' } }],
    ],
  }
}

export interface AwaitedData {
  kind: 'record' | 'link'
  id: number
  role: 'trainer' | 'client'
  name: string | null
  expiresAt: Date | null
}

const awaitedPerPage = 10
const entry = (value: string) => ({ name: 'pick', at: 'invite.awaited', value }) as const
const act = (value: string) => ({ name: 'pick', at: 'invite.one', value }) as const

function nameOf(t: Texts, { name, role }: AwaitedData): string {
  return name ?? (role === 'client' ? t('people:noName') : t('people:noNameTrainer'))
}

function line(t: Texts, one: AwaitedData, timeZone: string): string {
  const name = nameOf(t, one)
  return one.expiresAt === null
    ? t('people:awaitedDead', { name })
    : t('people:awaitedLive', { name, until: formatMoment(one.expiresAt, timeZone, t.language) })
}

/** Everybody who is waited for; pages count from 1. */
export function awaited(
  t: Texts,
  data: {
    all: readonly AwaitedData[]
    page: number
    timeZone: string
    may: readonly ('trainer' | 'client')[]
  },
): View {
  const pages = Math.max(1, Math.ceil(data.all.length / awaitedPerPage))
  const page = Math.min(data.page, pages)
  const shown = data.all.slice((page - 1) * awaitedPerPage, page * awaitedPerPage)
  const lines = shown.map((one) => line(t, one, data.timeZone)).join('\n')
  const people = shown.map((one): Button => ({
    label: escapeHtml(nameOf(t, one)),
    action: entry(`${one.kind === 'record' ? 'r' : 'l'}${one.id}`),
  }))
  const links = data.may.map((role): Button => ({
    label: role === 'client' ? t('people:newClientLink') : t('people:newTrainerLink'),
    action: entry(role),
  }))
  return {
    html: [
      t('people:awaited'),
      lines || t('people:awaitedNobody'),
      ...(shown.length > 0 ? ['', t('people:awaitedHint')] : []),
    ].join('\n'),
    buttons: [
      ...rows(people, 2),
      turning(t, { page, pages }, entry),
      links,
      [
        { label: t('people:byName'), action: entry('names') },
        { label: t('people:done'), action: entry('done') },
      ],
    ],
  }
}

/** Asks for the names of those who shall get a record and a link. */
export function askNames(t: Texts): View {
  const back = { name: 'pick', at: 'invite.names', value: 'back' } as const
  return { html: t('people:askNames'), buttons: [[{ label: t('back'), action: back }]] }
}

/** Somebody who is waited for. */
export function oneAwaited(t: Texts, one: AwaitedData, timeZone: string): View {
  const state =
    one.expiresAt === null
      ? t('people:oneDead')
      : t('people:oneLive', { until: formatMoment(one.expiresAt, timeZone, t.language) })
  const buttons: Button[] = [
    { label: t('people:newLink'), action: act('renew') },
    ...(one.expiresAt === null ? [] : [{ label: t('people:revoke'), action: act('revoke') }]),
  ]
  return {
    html: `${t('people:oneAwaited', { name: nameOf(t, one) })}\n${state}`,
    buttons: [buttons, [{ label: t('back'), action: act('back') }]],
  }
}
