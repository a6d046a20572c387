import { createHash } from 'node:crypto'
import type { Actor } from '../services/turn.ts'
import { languages, textsIn, plainText, type Language, type Texts } from '../texts/texts.ts'
import type { Outgoing } from './outgoing.ts'
import type { Registry } from './registry.ts'
import type { Audience } from './scene.ts'
import { CallFailed } from './telegram.ts'

type CommandKey = Extract<Parameters<Texts>[0], `commands:${string}`>

function commandsFor(registry: Registry, audience: Audience, language: Language) {
  const t = textsIn(language)
  return registry
    .menuOf(audience)
    .map((command) => ({ command, description: plainText(t(`commands:${command}` as CommandKey)) }))
}

/** The menu everybody sees before they have a role, in every shipped language. */
export async function setCommonMenus(outgoing: Outgoing, registry: Registry): Promise<void> {
  for (const language of languages) {
    const commands = commandsFor(registry, 'stranger', language)
    await outgoing.call('setMyCommands', { commands, ...(language !== 'en' && { language_code: language }) })
  }
}

/** One person's menu: their role's commands in their language. */
export async function setOwnMenu(
  outgoing: Outgoing,
  registry: Registry,
  telegramId: number,
  role: Audience,
  language: Language,
): Promise<void> {
  const commands = commandsFor(registry, role, language)
  await outgoing.call('setMyCommands', { commands, scope: { type: 'chat', chat_id: telegramId } })
}

/** Whose commands somebody sees: an admin who coaches has those of both. */
export function menuAudience({ role, isAdmin }: Pick<Actor, 'role' | 'isAdmin'>): Audience {
  return isAdmin && role !== 'client' ? 'admin' : (role ?? 'stranger')
}

/** Who has yet to get the menus of this version of the program, and how that is noted. */
export interface MenuStore {
  awaiting(signature: string): Promise<Actor[]>
  note(signature: string): Promise<void>
}

/** After an update of the program there may be other commands: everybody's own menu is set anew, once. */
export async function renewMenus(outgoing: Outgoing, registry: Registry, store: MenuStore): Promise<void> {
  const audiences: Audience[] = ['stranger', 'client', 'trainer', 'admin']
  const all = languages.map((language) => audiences.map((who) => commandsFor(registry, who, language)))
  const signature = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16)
  const actors = await store.awaiting(signature)
  for (const actor of actors) {
    const commands = commandsFor(registry, menuAudience(actor), actor.language)
    const scope = { type: 'chat', chat_id: actor.telegramId }
    try {
      await outgoing.call('setMyCommands', { commands, scope }, { priority: 'push' })
    } catch (error) {
      if (!(error instanceof CallFailed) || error.certainty !== 'refused') throw error
    }
  }
  await store.note(signature)
}
