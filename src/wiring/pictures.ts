import { describe } from '../bot/describe.ts'
import { Gate } from '../bot/gate.ts'
import type { KeptShelf } from '../bot/keptSending.ts'
import type { Pictures } from '../bot/sending.ts'
import { Studio } from '../pictures/studio.ts'
import { findKept, noteSentAs, readKept } from '../services/files/read.ts'
import type { Ground } from './ground.ts'

/** Kept files that are read into memory and go up at a time. */
const mostUploads = 4
/** Tries to read the rows of kept files, while the database is in order. */
const mostReads = 3

/** What is drawn, and what was kept, on its way out. */
export function buildPictures(ground: Ground): { pictures: Pictures; studio: Studio } {
  const { orm, storage, log } = ground
  const studio = new Studio({
    readPicture: (fileId) => readKept(orm, storage, fileId),
    failed: (kind) => log.warn({ kind }, 'a picture could not be drawn'),
  })
  return { pictures: { draw: (picture) => studio.draw(picture), kept: shelfOf(ground) }, studio }
}

function shelfOf({ orm, storage, patience, log }: Ground): KeptShelf {
  return {
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
  }
}
