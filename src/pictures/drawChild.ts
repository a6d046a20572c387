import sharp from 'sharp'
import type { ChartSpec, PairSpec } from '../domain/pictures.ts'
import { pairJpeg } from './charts/pair.ts'
import { chartPng } from './charts/render.ts'

/** What the child process is asked to draw; its reply bears the same id. */
export type DrawOrder = { chart: ChartSpec } | { pair: PairSpec; photos: readonly [Uint8Array, Uint8Array] }

// The program of the child process. Its fonts are those that FONTCONFIG_FILE names.
sharp.cache(false)
sharp.concurrency(1)

/** It begins with 150 MB, and holds on to what hundreds of charts took. */
const tiredAt = 384 * 1024 ** 2

const drawn = (order: DrawOrder): Promise<Uint8Array<ArrayBuffer>> =>
  'chart' in order ? chartPng(order.chart) : pairJpeg(order.pair, order.photos)

process.on('message', (order: DrawOrder & { id: number }) => {
  const tell = (answer: Uint8Array | 'failed') =>
    process.send?.({ id: order.id, answer, tired: process.memoryUsage.rss() > tiredAt })
  drawn(order).then(tell, () => tell('failed'))
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
