/** The database file cannot be used; one line, with its name and what the system says. */
export class FileUnusableError extends Error {
  override name = 'FileUnusableError'
}

/** Runs `work` on a file: what the system or SQLite say of it comes with its name. Refusals of our own stay as they are. */
export async function usable<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    throw new FileUnusableError(`The database ${file} cannot be used: ${error.message}`, { cause: error })
  }
}
