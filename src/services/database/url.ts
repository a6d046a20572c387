import { dirname, join } from 'node:path'

/** Thrown where `DATABASE_URL` is no file of ours; the message is one line for the person who set it. */
export class DatabaseUrlError extends Error {
  override name = 'DatabaseUrlError'
}

/**
 * The path in `sqlite:PATH`, as written; `:memory:` is a database that nothing outlives.
 * Throws `DatabaseUrlError` for every other scheme and where no file is named.
 */
export function parseDatabaseUrl(url: string): string {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(url.trim()) ?? []
  if (scheme.toLowerCase() !== 'sqlite') {
    const given = scheme === '' ? 'no scheme' : `${scheme}:`
    throw new DatabaseUrlError(
      `DATABASE_URL: expected sqlite:PATH, got ${given} (no other database is supported yet)`,
    )
  }
  const path = rest.replace(/^\/\/(?=\/|[^/])/, '').trim()
  if (path === '' || path.endsWith('/'))
    throw new DatabaseUrlError('DATABASE_URL: expected sqlite:PATH, got no path')
  return path
}

/** Where backups of a file lie unless somebody says otherwise: a folder beside it. Undefined for `:memory:`. */
export function backupFolderOf(path: string): string | undefined {
  return path === ':memory:' ? undefined : join(dirname(path), 'backups')
}
