import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const pageFolder = fileURLToPath(new URL('page', import.meta.url))
const { resolve } = createRequire(import.meta.url)

const vendored: Record<string, () => string> = {
  '/vendor/preact.mjs': () => resolve('preact'),
  '/vendor/hooks.mjs': () => resolve('preact/hooks'),
  '/vendor/htm.mjs': () => join(dirname(resolve('htm')), 'htm.mjs'),
}
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** A file of the page or of a library it uses; 404 for everything else. Names hold no folders, so none can be left. */
export async function staticFile(path: string): Promise<Response> {
  const file = fileFor(path)
  const type = file && types[extname(file)]
  if (!file || !type) return missing()
  try {
    return new Response(new Uint8Array(await readFile(file)), { headers: { 'content-type': type } })
  } catch {
    return missing()
  }
}

function fileFor(path: string): string | undefined {
  if (path === '/') return join(pageFolder, 'index.html')
  const name = /^\/page\/([\w-]+\.[a-z]+)$/.exec(path)?.[1]
  return name ? join(pageFolder, name) : vendored[path]?.()
}

function missing(): Response {
  return new Response('Not found', { status: 404 })
}
