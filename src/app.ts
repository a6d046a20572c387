import type { Registry } from './bot/registry.ts'
import type { Receiver } from './bot/receiver.ts'
import { buildFetching, buildSweeper } from './wiring/fetching.ts'
import { type AppDeps, type Ground, type Me, layGround } from './wiring/ground.ts'
import { type Depths, type Parts, depthsOf, idleAll, stopAll } from './wiring/parts.ts'
import { buildPictures } from './wiring/pictures.ts'
import { buildPlanner, buildPusher, settleDeliveries } from './wiring/pushing.ts'
import { buildPoller, buildReceiver } from './wiring/receiving.ts'
import { buildShowing, oweAgain, setMenus } from './wiring/showing.ts'

export { type AppDeps, type Me, askMe } from './wiring/ground.ts'

/** The running bot. */
export interface App {
  me: Me
  registry: Registry
  /** Ends when the bot is stopped; throws when Telegram stops knowing the token. */
  running: Promise<void>
  /** Resolves when inbox, lanes, files, deliveries due now and outgoing answers are through. */
  idle(): Promise<void>
  /** Lets what is under way end; everything else is kept for the next start. */
  stop(): Promise<void>
  depths(): Depths
  /** Calls started in the last second. */
  rate(): number
  /** Makes kept files and their rows agree. */
  reconcile(): Promise<void>
  /** Makes reminders ahead. */
  plan(): Promise<void>
}

/** The only wiring. Importing it does nothing; calling it starts the bot. */
export async function startApp(deps: AppDeps): Promise<App> {
  const { reminds = true } = deps
  const ground = await layGround(deps)
  const { clock, outgoing, me, registry } = ground
  const parts = build(ground, deps.pollSeconds, reminds)
  const { screen, receiver, fetcher, sweeper, pusher, planner, poller } = parts

  await settleDeliveries(ground)
  await oweAgain(ground, screen)
  await receiver.resume()
  fetcher.wake()
  void sweeper.reconcile(clock.now())
  pusher.wake()
  if (reminds) void planner.plan()
  const menus = setMenus(ground)
  const running = poller.run()

  return {
    me,
    registry,
    running,
    depths: () => depthsOf(parts),
    rate: () => outgoing.rate,
    reconcile: () => sweeper.reconcile(clock.now()),
    plan: () => (reminds ? planner.plan() : Promise.resolve()),
    idle: () => idleAll(parts),
    stop: async () => {
      await stopAll(parts)
      await Promise.all([menus, running.catch(() => undefined)])
    },
  }
}

function build(ground: Ground, pollSeconds: number | undefined, reminds: boolean): Parts {
  const { clock, outgoing, patience } = ground
  const { pictures, studio } = buildPictures(ground)
  const { screen, taps } = buildShowing(ground, pictures)
  const pusher = buildPusher(ground, screen, pictures)
  const planner = buildPlanner(ground, pusher, screen)
  const sweeper = buildSweeper(ground)
  const { fetcher, intake } = buildFetching(ground, (row) => receiver.admit(row))
  const receiver: Receiver = buildReceiver(ground, {
    screen,
    taps,
    madeDue: (at) => {
      pusher.wakeAt(at)
      // A file to fetch or to delete is due at once; what is due later is none.
      if (at > clock.now()) return
      fetcher.wake()
      sweeper.wake()
      if (reminds) planner.wake()
    },
    setAside: () => {
      pusher.wake()
      sweeper.wake()
    },
  })
  const poller = buildPoller(ground, receiver, pollSeconds)
  return {
    outgoing,
    patience,
    screen,
    taps,
    studio,
    pusher,
    planner,
    fetcher,
    intake,
    sweeper,
    receiver,
    poller,
  }
}
