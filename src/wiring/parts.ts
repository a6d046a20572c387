import type { Fetcher } from '../bot/fetcher.ts'
import type { Outgoing } from '../bot/outgoing.ts'
import type { Patience } from '../bot/patience.ts'
import type { Poller } from '../bot/poller.ts'
import type { Receiver } from '../bot/receiver.ts'
import type { Screen } from '../bot/screen.ts'
import type { Sweeper } from '../bot/sweeper.ts'
import type { Taps } from '../bot/taps.ts'
import type { Intake } from '../pictures/intake.ts'
import type { Studio } from '../pictures/studio.ts'
import type { Planner } from '../scheduler/planner.ts'
import type { Pusher } from '../scheduler/pusher.ts'

/** Milliseconds that calls under way may take when the bot stops. */
const stopPatienceMs = 3000

/** Everything in the bot that moves. */
export interface Parts {
  outgoing: Outgoing
  patience: Patience
  screen: Screen
  taps: Taps
  studio: Studio
  pusher: Pusher
  planner: Planner
  fetcher: Fetcher
  intake: Intake
  sweeper: Sweeper
  receiver: Receiver
  poller: Poller
}

/** What waits, how much is moving (neither done nor waiting for the clock), and how many pictures are being opened or drawn. */
export interface Depths {
  lanes: number
  screen: number
  outgoing: number
  moving: number
  opening: number
  drawing: number
}

export function depthsOf(parts: Parts): Depths {
  const { receiver, screen, outgoing, fetcher, patience, intake, studio } = parts
  return {
    lanes: receiver.depth,
    screen: screen.depth,
    outgoing: outgoing.depth,
    moving: receiver.running + fetcher.working + screen.working - patience.waiting - outgoing.depth,
    opening: intake.depth,
    drawing: studio.depth,
  }
}

/** Resolves when nothing moves: each may have set another going. */
export async function idleAll(parts: Parts): Promise<void> {
  const { receiver, fetcher, sweeper, planner, pusher, screen, taps } = parts
  for (let round = 0; round < 3; round++) {
    await receiver.idle()
    await fetcher.idle()
    await receiver.idle()
    await sweeper.idle()
    await planner.idle()
    await pusher.idle()
    await screen.idle()
    await taps.idle()
  }
}

/** Lets what is under way end; everything else is kept for the next start. */
export async function stopAll(parts: Parts): Promise<void> {
  const { poller, pusher, patience, fetcher, sweeper, planner, intake } = parts
  const { receiver, outgoing, screen, taps, studio } = parts
  poller.stop()
  pusher.stop()
  patience.stop()
  const fetched = Promise.all([fetcher.stop(), sweeper.stop(), planner.stop()])
  intake.stop()
  await receiver.stop()
  // What can go out at once still does; the rest is kept. Real time, for this is about somebody who waits.
  outgoing.finish()
  const shown = Promise.all([screen.stop(), taps.idle(), pusher.idle(), fetched])
  const cut = setTimeout(() => {
    outgoing.stop()
    studio.stop()
  }, stopPatienceMs)
  await shown
  clearTimeout(cut)
  outgoing.stop()
  await screen.idle() // strikes off what was answered last
  taps.stop()
  studio.stop()
}
