const longest = 1000
const bare = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]\S*)?$/u

/**
 * The address somebody typed, ready for a button: http or https and a site, `youtu.be/…` without the scheme as well.
 * Undefined for anything else.
 */
export function readLink(text: string): string | undefined {
  const typed = text.trim()
  const full = bare.test(typed) ? `https://${typed}` : typed
  if (full.length > longest || !/^https?:\/\/\S+$/i.test(full)) return undefined
  const url = URL.parse(full)
  const isSite = url !== null && /\.[^.]*[^.\d][^.]*$/.test(url.hostname)
  return isSite && url.username === '' && url.password === '' && url.href.length <= longest
    ? url.href
    : undefined
}
