import { schedule } from 'node-cron'

/** Something done every hour; the database decides what there is to do. */
export interface Job {
  name: string
  run(now: Date): Promise<void>
}

export interface RingsOptions {
  jobs: Job[]
  now(): Date
  failed(name: string, error: unknown): void
}

/** node-cron only rings, and in UTC: a missed ring costs nothing, since the next one finds the same work. */
export function startRings({ jobs, now, failed }: RingsOptions): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>()
  const task = schedule(
    '17 * * * *',
    () => {
      for (const job of jobs) {
        const run = job
          .run(now())
          .catch((error: unknown) => failed(job.name, error))
          .finally(() => running.delete(run))
        running.add(run)
      }
    },
    { timezone: 'UTC' },
  )
  return {
    stop: async () => {
      await task.destroy()
      await Promise.all(running)
    },
  }
}
