import { expect } from 'vitest'
import type { World } from './world.ts'

const crashLine = /^\s*— crash at (\S+) —\s*$/

/**
 * Plays a transcript in which the process dies at named steps: `— crash at workout.more —` proves that somebody stands
 * there, kills the bot, starts it anew, and goes on. Answers with the steps.
 */
export async function journey(world: World, transcript: string): Promise<string[]> {
  const steps: string[] = []
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
    const places = world.ask<{ at: string }>(
      `select scene || '.' || step as at from conversations where scene is not null`,
    )
    expect(places.map(({ at }) => at)).toContain(step)
    await world.crash()
    await world.settle()
    steps.push(step)
  }
  await play()
  return steps
}
