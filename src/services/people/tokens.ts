import { createHash, randomBytes } from 'node:crypto'

/** 128 random bits as 22 characters that a `t.me/…?start=` link can carry. */
export function newToken(): string {
  return randomBytes(16).toString('base64url')
}

/** What is stored of a token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export function looksLikeToken(text: string): boolean {
  return /^[\w-]{22}$/.test(text)
}
