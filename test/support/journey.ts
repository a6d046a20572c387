import { expect } from 'vitest'
import type { World } from './world.ts'

const crashLine = /^\s*— crash at (\S+) —\s*$/

/** Where somebody stood when the process died, as it was stored. */
export interface KeptPlace {
  scene: string
  step: string
  version: number
  /** JSON. */
  state: string
}

/**
 * Plays a transcript in which the process dies at named steps: `— crash at workout.more —` proves that somebody stands
 * there, kills the bot, starts it anew, and goes on. Answers with the places.
 */
export async function journey(world: World, transcript: string): Promise<KeptPlace[]> {
  const places: KeptPlace[] = []
  let segment: string[] = []
  const play = async () => {
    const text = segment.join('\n')
    segment = []
    if (text.trim() === '') return
    const { went, wrote } = await world.play(text)
    expect(went).toBe(wrote)
  }
  for (const line of transcript.split('\n')) {
    const step = crashLine.exec(line)?.[1]
    if (step === undefined) {
      segment.push(line)
      continue
    }
    await play()
    const all = world.ask<KeptPlace>(
      'select scene, step, version, state from conversations where scene is not null',
    )
    const place = all.find((one) => `${one.scene}.${one.step}` === step)
    expect(all.map((one) => `${one.scene}.${one.step}`)).toContain(step)
    if (place) places.push(place)
    await world.crash()
    await world.settle()
  }
  await play()
  return places
}
