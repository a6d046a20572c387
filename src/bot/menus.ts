import { languages, textsIn, plainText, type Language, type Texts } from '../texts/texts.ts'
import type { Outgoing } from './outgoing.ts'
import type { Registry } from './registry.ts'
import type { Audience } from './scene.ts'

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
