import { createHash } from 'node:crypto'
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
    const bytes = await readFile(file)
    const policy = extname(file) === '.html' && { 'content-security-policy': policyFor(bytes.toString()) }
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': type, ...policy } })
  } catch {
    return missing()
  }
}

function fileFor(path: string): string | undefined {
  if (path === '/') return join(pageFolder, 'index.html')
  const name = /^\/page\/([\w-]+\.[a-z]+)$/.exec(path)?.[1]
  return name ? join(pageFolder, name) : vendored[path]?.()
}

/** Only the page's own files may run, and the import map by its fingerprint. */
function policyFor(html: string): string {
  const inline = /<script type="importmap">([^]*?)<\/script>/.exec(html)?.[1] ?? ''
  const fingerprint = createHash('sha256').update(inline).digest('base64')
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${fingerprint}'`,
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function missing(): Response {
  return new Response('Not found', { status: 404 })
}
