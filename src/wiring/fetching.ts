import { Fetcher } from '../bot/fetcher.ts'
import { Sweeper } from '../bot/sweeper.ts'
import { Intake } from '../pictures/intake.ts'
import * as files from '../services/files/incoming.ts'
import { announceAlbum, keepFetched } from '../services/files/keep.ts'
import { reconcileFiles, sweepDoomed } from '../services/files/sweep.ts'
import type { InboxRow } from '../services/inbox.ts'
import type { Ground } from './ground.ts'

/** Tries to keep one file, while database and disk are in order. */
const mostFaults = 3

export interface Fetching {
  fetcher: Fetcher
  intake: Intake
}

/** What fetches and opens what people send; `admit` takes the event that brings it into their lane. */
export function buildFetching(ground: Ground, admit: (row: InboxRow) => void): Fetching {
  const { orm, clock, log, wire, outgoing, patience, storage } = ground
  const intake = new Intake()
  const takeIn = (bytes: Uint8Array) => intake.takeIn(bytes)
  const patiently = <T>(work: () => Promise<T>) => patience.atMost(mostFaults, work)
  const fetcher = new Fetcher({
    wire,
    outgoing,
    clock,
    patience,
    log,
    pending: () => files.pendingFiles(orm),
    countFetch: (id) => files.countFetch(orm, id),
    textFetched: (file, text, now) => files.textFetched(orm, file, text, now),
    mediaFetched: (file, fetched, now) =>
      keepFetched({ orm, storage, takeIn, patiently }, file, fetched, now),
    abandon: (id) => files.abandonFile(orm, id),
    announceAlbum: (telegramId, albumId, now) => announceAlbum(orm, telegramId, albumId, now),
    admit,
  })
  return { fetcher, intake }
}

/** What makes kept files and their rows agree. */
export function buildSweeper({ orm, storage, log }: Ground): Sweeper {
  return new Sweeper({
    sweep: () => sweepDoomed(orm, storage),
    reconcile: (now) => reconcileFiles(orm, storage, now),
    log,
  })
}
