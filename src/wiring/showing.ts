import { describe } from '../bot/describe.ts'
import { renewMenus, setCommonMenus, setOwnMenu } from '../bot/menus.ts'
import type { Audience } from '../bot/scene.ts'
import { Screen } from '../bot/screen.ts'
import type { Pictures } from '../bot/sending.ts'
import { Taps } from '../bot/taps.ts'
import { languageOf } from '../domain/language.ts'
import { awaitingMenus, noteMenus } from '../services/menus.ts'
import * as owed from '../services/owed.ts'
import type { Ground } from './ground.ts'

/** What answers people: their chats, and the taps they wait upon. */
export function buildShowing(ground: Ground, pictures: Pictures): { screen: Screen; taps: Taps } {
  const { orm, clock, log, outgoing, patience, registry } = ground
  const screen = new Screen({
    outgoing,
    clock,
    patience,
    log,
    pictures,
    store: {
      sent: (telegramId, ids, card) => owed.strikeSent(orm, telegramId, ids, clock.now(), card),
      shown: (shown) => owed.strikeShown(orm, shown, clock.now()),
      unreachable: (telegramId) => owed.markUnreachable(orm, telegramId, clock.now()),
    },
    setMenu: (telegramId, role, language) =>
      setOwnMenu(outgoing, registry, telegramId, role as Audience, languageOf(language)),
  })
  return { screen, taps: new Taps(outgoing, clock, patience) }
}

/** Answers that an earlier run committed and did not show. */
export async function oweAgain({ orm }: Ground, screen: Screen): Promise<void> {
  for (const { telegramId, items, presence } of await owed.allOwed(orm))
    screen.oweAgain(telegramId, items, presence)
}

/** The lists of commands; without them the bot works as well. */
export async function setMenus({ orm, log, outgoing, registry, defaults }: Ground): Promise<void> {
  try {
    await setCommonMenus(outgoing, registry)
    await renewMenus(outgoing, registry, {
      awaiting: (signature) => awaitingMenus(orm, signature, defaults),
      note: (signature) => noteMenus(orm, signature),
    })
  } catch (error) {
    log.warn({ error: describe(error) }, 'menus not set')
  }
}
