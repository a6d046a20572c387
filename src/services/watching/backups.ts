import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type BackupFile, backupName, isBackupDue, outlived, readBackupName } from '../../domain/backups.ts'
import { type Backup, backUp } from '../database/backup.ts'

export interface BackupsOptions {
  /** The database file. */
  file: string
  /** Made when missing. Files of others in it are left alone. */
  folder: string
  botId: number
}

/** The backups of one bot's database: one an hour, the older ones thinned out. */
export class Backups {
  readonly #options: BackupsOptions
  readonly #stop = new AbortController()

  constructor(options: BackupsOptions) {
    this.#options = options
  }

  get folder(): string {
    return this.#options.folder
  }

  /** True from `stop` on: what fails then was ended by us. */
  get isStopped(): boolean {
    return this.#stop.signal.aborted
  }

  /** The newest whole one and its path, if there is any. */
  newest(): (BackupFile & { path: string }) | undefined {
    const { folder } = this.#options
    const newest = this.#files()
      .filter(({ isWhole }) => isWhole)
      .sort((a, b) => b.at.getTime() - a.at.getTime())[0]
    return newest && { ...newest, path: join(folder, newest.name) }
  }

  /** Seconds since the newest one; null where there is none. */
  ageSeconds(now: Date): number | null {
    const newest = this.newest()
    return newest ? Math.max(0, (now.getTime() - newest.at.getTime()) / 1000) : null
  }

  /** Makes one if the last is an hour old, then lets older ones go. Throws where none could be made; it leaves none then. */
  async makeDue(now: Date): Promise<Backup | undefined> {
    const { file, folder, botId } = this.#options
    if (!isBackupDue(this.newest()?.at, now)) return undefined
    // Nobody else makes any: the database is ours alone. What is not whole was left by a process that was killed.
    this.#remove(this.#files().filter(({ isWhole }) => !isWhole))
    const made = await backUp(file, join(folder, backupName(botId, now)), this.#stop.signal)
    this.#remove(outlived(this.#files()))
    return made
  }

  /** Ends what is being made. */
  stop(): void {
    this.#stop.abort()
  }

  get signal(): AbortSignal {
    return this.#stop.signal
  }

  #files(): BackupFile[] {
    const { folder, botId } = this.#options
    return namesIn(folder).flatMap((name) => readBackupName(botId, name) ?? [])
  }

  #remove(files: BackupFile[]): void {
    for (const { name } of files) rmSync(join(this.#options.folder, name), { force: true })
  }
}

/** A folder that cannot be read has no backup that anybody could use. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
