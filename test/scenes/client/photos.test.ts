import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type World, makeWorld } from '../../support/world.ts'

async function gym(language: 'en' | 'he' = 'en') {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana, language })
  return { world, dana, anna }
}

async function plays(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

/** What lies in the folder of kept files. */
function onDisk({ mediaDir }: World): string[] {
  if (!existsSync(mediaDir)) return []
  return readdirSync(mediaDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(mediaDir, name)).isFile())
    .toSorted()
}

interface FileRow {
  id: number
  file_path: string
  original_filename: string | null
  file_size: number
  mime_type: string
  media_kind: string
  width: number
  height: number
  duration: number | null
  telegram_file_id: string | null
}

const files = (world: World) => world.rows<FileRow>('file_uploads')
const thumbnails = (world: World) => world.rows<{ thumbnail_path: string; size: string }>('thumbnails')
const pathsOf = (world: World) =>
  [
    ...files(world).map((row) => row.file_path),
    ...thumbnails(world).map((row) => row.thumbnail_path),
  ].toSorted()

test('a photo sent out of the blue is kept clean, for whoever sent it, and asked about', async () => {
  const { world, anna } = await gym()
  await plays(
    world,
    `
    anna> (sends photo) Lunch at Tom’s
    anna< Today, Mon 23 Nov…
    anna< 📷 Kept, for you and your trainer.…  [🗑 Delete]
    `,
  )
  expect(files(world)).toMatchObject([
    {
      user_id: anna.userId,
      mime_type: 'image/jpeg',
      media_kind: 'photo',
      width: 1,
      height: 1,
      duration: null,
    },
  ])
  expect(world.rows('photos')).toMatchObject([
    {
      client_id: anna.userId,
      purpose: 'unsorted',
      caption: 'Lunch at Tom’s',
      local_date: '2026-11-23',
      media_group_id: null,
    },
  ])
  expect(thumbnails(world).map(({ size }) => size)).toEqual(['small', 'medium'])
  expect(onDisk(world)).toEqual(pathsOf(world))
  for (const path of pathsOf(world)) {
    const told = await sharp(join(world.mediaDir, path)).metadata()
    expect([told.format, told.exif, told.icc]).toEqual(['jpeg', undefined, undefined])
  }
  expect(world.rows('incoming_files')).toMatchObject([{ state: 'done', payload: null, attempts: 1 }])
  await plays(
    world,
    `
    anna> [🗑 Delete]
    anna< (toast) Deleted.
    anna< Today, Mon 23 Nov…
    `,
  )
  await world.idle()
  expect([files(world), thumbnails(world), world.rows('photos'), world.rows('doomed_files')]).toEqual([
    [],
    [],
    [],
    [],
  ])
  expect(onDisk(world)).toEqual([])
})

test('in Hebrew too; what was kept can simply stay, or be deleted as an album', async () => {
  const { world } = await gym('he')
  await plays(
    world,
    `
    anna> (sends 2 photos)
    anna< קיבלתי, רגע, אני מסתכל…
    — 2s later —
    anna< היום, יום ב׳, 23 בנוב׳
          עדיין אין תוכנית.…
    anna< 📷 שתי תמונות נשמרו, רק לך ולמאמן או למאמנת שלך.…  [🗑 למחוק]
    anna> [🗑 למחוק]
    anna< (toast) נמחק.
    anna< היום, יום ב׳, 23 בנוב׳…
    anna> (stale) [🗑 למחוק]
    anna< (alert) …
    `,
  )
  expect(onDisk(world)).toEqual([])
})

test('strangers and coaches are told what photos are for, and nothing of theirs is kept', async () => {
  const { world } = await gym()
  world.stranger('Ben')
  await plays(
    world,
    `
    ben> (sends photo)
    ben< Nothing was kept: photos and clips are for people who train here. Your trainer’s invitation lets you in.
         …
    dana> (sends video note)
    dana< Nothing was kept: I take photos and clips from clients, for their trainer to see.
          …
    anna> (sends voice)
    anna< I do not take voice messages here, so nothing was kept. To tell your trainer something, write it: /message. To show a lift, send a clip or a video note.
          …
    `,
  )
  await world.idle()
  expect([files(world), world.rows('incoming_files'), onDisk(world)]).toEqual([[], [], []])
})

test('who speaks is told where words go, in Hebrew too', async () => {
  const { world } = await gym('he')
  await plays(
    world,
    `
    anna> (sends voice)
    anna< הודעות קוליות אני לא מקבל כאן, ולכן לא נשמר כלום. כדי לספר משהו למאמן או למאמנת, אפשר לכתוב: /message. כדי להראות תרגיל, אפשר לשלוח סרטון או הודעת וידאו.
          …
    `,
  )
  expect(world.rows('incoming_files')).toEqual([])
})

test('the question outlives a restart; what was sorted or deleted is out of date', async () => {
  const { world } = await gym()
  await plays(
    world,
    `
    anna> (sends photo)
    anna< Today, Mon 23 Nov…
    anna< 📷 Kept, for you and your trainer.…  [🗑 Delete]
    — crash —
    anna> [🗑 Delete]
    anna< (toast) Deleted.
    anna< Today, Mon 23 Nov…
    anna> (stale) [🗑 Delete]
    anna< (alert) That is not there (any more).
    `,
  )
})
