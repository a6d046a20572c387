import type { OtherKind } from './kinds.ts'

/** The most that is taken in: what Telegram lets a bot download. */
export const mostBytes = 20 * 1024 * 1024
/** A photo of a good phone is 12 to 50 million. */
export const mostPixels = 50_000_000
export const longestSide = 1600
/** Longest sides of the thumbnails, in pixels. */
export const thumbnailSides = { small: 160, medium: 480 } as const

type Thumbnail = keyof typeof thumbnailSides

/** Upright JPEGs in sRGB without metadata. */
export interface TakenIn {
  picture: Uint8Array
  /** Of the picture, in pixels. */
  width: number
  height: number
  thumbnails: Record<Thumbnail, Uint8Array>
}

/** Why bytes were not taken in: each is something a person can be told. */
export type NotTaken =
  | { refused: 'empty' | 'too-large' | 'not-a-picture' | 'broken' | 'too-many-pixels' | 'too-slow' }
  | { refused: 'unsupported-kind'; kind: OtherKind }

export type Answer = TakenIn | NotTaken

/** What the child is asked; its reply bears the same id. */
export interface Order {
  id: number
  bytes: Uint8Array
}
