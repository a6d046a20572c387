import { schedule } from 'node-cron'

/** Something done every hour; the database decides what there is to do. */
export interface Job {
  name: string
  /** Also at start: a ring that was missed while the bot was down is made up for. */
  isForStart?: boolean
  run(now: Date): Promise<void>
}

export interface RingsOptions {
  jobs: Job[]
  now(): Date
  failed(name: string, error: unknown): void
}

/** Milliseconds. node-cron waits for a wall clock that was set back until it has caught up: then this rings. */
const longestSilenceMs = 70 * 60_000

/** node-cron only rings, and in UTC: a missed ring costs nothing, since the next one finds the same work. */
export function startRings({ jobs, now, failed }: RingsOptions): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>()
  const ring = (rung: Job[]) => {
    for (const job of rung) {
      const run = job
        .run(now())
        .catch((error: unknown) => failed(job.name, error))
        .finally(() => running.delete(run))
      running.add(run)
    }
  }
  let overdue: NodeJS.Timeout
  const ringAll = () => {
    clearTimeout(overdue)
    overdue = setTimeout(ringAll, longestSilenceMs)
    ring(jobs)
  }
  overdue = setTimeout(ringAll, longestSilenceMs)
  const task = schedule('17 * * * *', ringAll, { timezone: 'UTC' })
  ring(jobs.filter(({ isForStart }) => isForStart))
  return {
    stop: async () => {
      clearTimeout(overdue)
      await task.destroy()
      await Promise.all(running)
    },
  }
}
