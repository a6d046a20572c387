import { clientReminders, coachReminders, type ReminderKind } from '../../src/domain/enums.ts'
import { write } from './pastMonths.ts'
import type { Member, World } from './world.ts'

async function mute(world: World, people: readonly Member[], kinds: readonly ReminderKind[]): Promise<void> {
  for (const { userId } of people)
    for (const kind of kinds)
      await write(world, 'insert into reminder_rules (user_id, kind, is_on) values (?, ?, 0)', userId, kind)
}

/** These clients are reminded of nothing: the story is about their coach. */
export const muteClients = (world: World, ...people: Member[]): Promise<void> =>
  mute(world, people, clientReminders)

/** These coaches hear neither in the morning nor of the week: the story is about their clients. */
export const muteCoaches = (world: World, ...people: Member[]): Promise<void> =>
  mute(world, people, coachReminders)
