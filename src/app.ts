import { randomUUID } from 'node:crypto'
import type { MikroORM } from '@mikro-orm/sqlite'
import { Telegram } from 'telegraf'
import { Fetcher } from './bot/fetcher.ts'
import { Gate } from './bot/gate.ts'
import { describe } from './bot/describe.ts'
import type { Log } from './bot/log.ts'
import { type Meter, noMeter } from './bot/meter.ts'
import { renewMenus, setCommonMenus, setOwnMenu } from './bot/menus.ts'
import { Outgoing, usualRate } from './bot/outgoing.ts'
import { Patience } from './bot/patience.ts'
import { Poller } from './bot/poller.ts'
import { Receiver } from './bot/receiver.ts'
import type { Registry } from './bot/registry.ts'
import { doneWording, wordDelivery } from './bot/wording.ts'
import type { Audience } from './bot/scene.ts'
import { Screen } from './bot/screen.ts'
import type { Pictures } from './bot/sending.ts'
import { Sweeper } from './bot/sweeper.ts'
import { Taps } from './bot/taps.ts'
import { Wire } from './bot/telegram.ts'
import { Turns } from './bot/turns.ts'
import type { Clock } from './domain/clock.ts'
import { Intake } from './pictures/intake.ts'
import { Studio } from './pictures/studio.ts'
import { Planner } from './scheduler/planner.ts'
import { Pusher } from './scheduler/pusher.ts'
import { makeRegistry, refusalText } from './scenes/index.ts'
import type { Defaults } from './services/conversation.ts'
import * as deliveries from './services/deliveries.ts'
import * as deliveryEndings from './services/deliveryEndings.ts'
import { dropFilesOf } from './services/files/events.ts'
import * as files from './services/files/incoming.ts'
import { announceAlbum, keepFetched } from './services/files/keep.ts'
import { findKept, noteSentAs, readKept } from './services/files/read.ts'
import { reconcileFiles, sweepDoomed } from './services/files/sweep.ts'
import * as inbox from './services/inbox.ts'
import { awaitingMenus, noteMenus } from './services/menus.ts'
import * as owed from './services/owed.ts'
import { tellCoaches } from './services/reminders/coachNews.ts'
import { planAll, planUndone } from './services/reminders/planning.ts'
import { takeTurn } from './services/turns.ts'
import { inUnit } from './services/unit.ts'
import { tellTrouble } from './services/watching/telling.ts'
import { languageOf } from './domain/language.ts'
import { pushSender } from './bot/pushing.ts'
import { localStorage } from './storage/storage.ts'

export interface AppDeps {
  orm: MikroORM
  clock: Clock
  log: Log
  token: string
  apiRoot: string
  adminIds: ReadonlySet<number>
  defaultTimeZone: string
  /** Where kept files lie; made when missing. */
  mediaDir: string
  /** How requests leave the process; Node's own `fetch` unless said. */
  send?: typeof fetch
  /** Calls a second at most. */
  rate?: number
  /** Seconds a poll waits at the server. */
  pollSeconds?: number
  /** Whether reminders are made; they are unless said. */
  reminds?: boolean
  /** Who we are, where that was asked already. */
  me?: Me
  /** Other scenes than the program's own. */
  registry?: typeof makeRegistry
  /** Told what happens; nobody unless said. */
  meter?: Meter
}

/** The bot as Telegram knows it. */
export interface Me {
  id: number
  is_bot: true
  first_name: string
  username: string
}

/** Milliseconds that calls under way may take when the bot stops. */
const stopPatienceMs = 3000
/** Kept files that are read into memory and go up at a time. */
const mostUploads = 4
/** Tries to read the rows of kept files, while the database is in order. */
const mostReads = 3

/** Tries to keep one file, while database and disk are in order. */
const mostFaults = 3

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
  /** What waits, how much is moving (neither done nor waiting for the clock), and how many pictures are being opened or drawn. */
  depths(): {
    lanes: number
    screen: number
    outgoing: number
    moving: number
    opening: number
    drawing: number
  }
  /** Calls started in the last second. */
  rate(): number
  /** Makes kept files and their rows agree. */
  reconcile(): Promise<void>
  /** Makes reminders ahead. */
  plan(): Promise<void>
}

/** Asks Telegram who we are. Throws `CallFailed` with code 401 or 404 when the token is wrong. */
export function askMe(wire: Wire): Promise<Me> {
  return wire.callApi<Me>('getMe', {})
}

/** The only wiring. Importing it does nothing; calling it starts the bot. */
export async function startApp(deps: AppDeps): Promise<App> {
  const { orm, clock, log, meter = noMeter, reminds = true } = deps
  const wire = new Wire(deps.token, deps.apiRoot, deps.send)
  const me = deps.me ?? (await askMe(wire))
  const runId = randomUUID()
  const registry = (deps.registry ?? makeRegistry)({ botUsername: me.username })
  const outgoing = new Outgoing({
    wire,
    clock,
    meter,
    perSecond: deps.rate ?? usualRate,
  })
  const patience = new Patience(clock, log)
  const storage = localStorage(deps.mediaDir)
  const studio = new Studio({
    readPicture: (fileId) => readKept(orm, storage, fileId),
    failed: (kind) => log.warn({ kind }, 'a picture could not be drawn'),
  })
  const pictures: Pictures = {
    draw: (picture) => studio.draw(picture),
    kept: {
      find: async (ids) => (await patience.untilDone(() => findKept(orm, ids), mostReads)) ?? [],
      read: ({ id, path }) =>
        storage.read(path).catch((error: unknown) => {
          log.error({ file: id, error: describe(error) }, 'a kept file cannot be read')
          return undefined
        }),
      noteSent: (fileId, telegramFileId) =>
        noteSentAs(orm, fileId, telegramFileId).catch((error: unknown) =>
          log.warn({ file: fileId, error: describe(error) }, 'a file will be uploaded again'),
        ),
      uploads: new Gate(mostUploads),
    },
  }
  const taps = new Taps(outgoing, clock, patience)
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
  const defaults: Defaults = { timeZone: deps.defaultTimeZone, adminIds: deps.adminIds, languageOf }
  const turns = new Turns({
    registry,
    me,
    telegram: Object.assign(new Telegram('none'), { callApi: refuseCalls }),
    takeTurn: (request, work) =>
      takeTurn(orm, defaults, { ...request, shown: screen.shownTo(request.who.id) }, work),
    refusalText,
  })
  const pusher = new Pusher({
    clock,
    perSecond: deps.rate ?? usualRate,
    claim: (asked) => deliveries.claimDue(orm, asked),
    nextDue: (busy) => deliveries.nextDue(orm, busy),
    end: async (delivery, ...ending) => {
      const ended = await patience.untilDone(() =>
        deliveryEndings.endDelivery(orm, delivery, ...ending, doneWording(defaults)),
      )
      if (ended?.edit) screen.owe(delivery.telegramId, [ended.edit], delivery.presence)
      return ended?.stands ?? true
    },
    ...pushSender({
      screen,
      pictures,
      clock,
      log,
      begin: (delivery) => deliveries.beginSending(orm, delivery, runId, clock.now()),
      render: (delivery) =>
        inUnit(orm, 'push.render', async (unit) =>
          (await deliveries.isStillOwed(unit, delivery))
            ? wordDelivery(unit, delivery, { registry, defaults, now: clock.now() })
            : undefined,
        ),
    }),
    failed: (error, delivery) =>
      log.error(
        { error: describe(error), ...(delivery && { delivery: delivery.id, kind: delivery.kind }) },
        'pusher',
      ),
  })
  const planner = new Planner({
    clock,
    planAll: async (now) => {
      const { due } = await planAll(orm, now, defaults.timeZone)
      return earlier(due, await tellCoaches(orm, now, defaults.timeZone))
    },
    planUndone: async (now) => (await planUndone(orm, now, defaults.timeZone)).due,
    madeDue: (at) => pusher.wakeAt(at),
    failed: (error) => log.error({ error: describe(error) }, 'reminders not made'),
  })
  const intake = new Intake()
  let opening = 0
  const takeIn = async (bytes: Uint8Array) => {
    opening++
    try {
      return await intake.takeIn(bytes)
    } finally {
      opening--
    }
  }
  const sweeper = new Sweeper({
    sweep: () => sweepDoomed(orm, storage),
    reconcile: (now) => reconcileFiles(orm, storage, now),
    log,
  })
  const fetcher: Fetcher = new Fetcher({
    wire,
    outgoing,
    clock,
    patience,
    log,
    pending: () => files.pendingFiles(orm),
    countFetch: (id) => files.countFetch(orm, id),
    textFetched: (file, text, now) => files.textFetched(orm, file, text, now),
    mediaFetched: (file, fetched, now) =>
      keepFetched(
        { orm, storage, takeIn, patiently: (work) => patience.atMost(mostFaults, work) },
        file,
        fetched,
        now,
      ),
    abandon: (id) => files.abandonFile(orm, id),
    announceAlbum: (telegramId, albumId, now) => announceAlbum(orm, telegramId, albumId, now),
    admit: (row) => receiver.admit(row),
  })
  const receiver: Receiver = new Receiver({
    botId: me.id,
    turns,
    screen,
    taps,
    clock,
    patience,
    log,
    meter,
    inbox: {
      keep: (arrivals, now) => inbox.keepUpdates(orm, arrivals, now),
      leftovers: () => inbox.leftovers(orm),
      countTry: (id) => inbox.countTry(orm, id),
      fail: async (id, reason, now) => {
        await inUnit(orm, 'inbox.fail', async (unit) => {
          await dropFilesOf(unit.sql, id)
          await inbox.markFailed(unit.sql, id, reason, now)
          await tellTrouble(unit, defaults, 'update', now)
        })
        pusher.wake()
        sweeper.wake()
      },
      skip: (id, now) => inUnit(orm, 'inbox.skip', ({ sql }) => inbox.markDone(sql, id, now)),
    },
    madeDue: (at) => {
      pusher.wakeAt(at)
      // A file to fetch or to delete is due at once; what is due later is none.
      if (at > clock.now()) return
      fetcher.wake()
      sweeper.wake()
      if (reminds) planner.wake()
    },
  })
  const poller = new Poller({
    wire,
    patience,
    log,
    meter,
    receive: (updates) => receiver.receive(updates),
    ...(deps.pollSeconds !== undefined && { waitSeconds: deps.pollSeconds }),
  })

  const setMenus = async () => {
    await setCommonMenus(outgoing, registry)
    await renewMenus(outgoing, registry, {
      awaiting: (signature) => awaitingMenus(orm, signature, defaults),
      note: (signature) => noteMenus(orm, signature),
    })
  }

  await deliveryEndings.settleForeignRuns(orm, runId, clock.now())
  for (const { telegramId, items, presence } of await owed.allOwed(orm))
    screen.oweAgain(telegramId, items, presence)
  await receiver.resume()
  fetcher.wake()
  void sweeper.reconcile(clock.now())
  pusher.wake()
  if (reminds) void planner.plan()
  const menus = setMenus().catch((error: unknown) => log.warn({ error: describe(error) }, 'menus not set'))
  const running = poller.run()

  return {
    me,
    registry,
    running,
    depths: () => ({
      lanes: receiver.depth,
      screen: screen.depth,
      outgoing: outgoing.depth,
      moving: receiver.running + fetcher.working + screen.working - patience.waiting - outgoing.depth,
      opening,
      drawing: studio.depth,
    }),
    rate: () => outgoing.rate,
    reconcile: () => sweeper.reconcile(clock.now()),
    plan: () => (reminds ? planner.plan() : Promise.resolve()),
    idle: async () => {
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
    },
    stop: async () => {
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
      await Promise.all([menus, running.catch(() => undefined)])
    },
  }
}

const earlier = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b))

function refuseCalls(): never {
  throw new Error('The network is out of bounds inside a turn')
}
