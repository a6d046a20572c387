const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff]/

/** The letter, or mark, that says which way a line runs; what is isolated has no say. */
function leading(line) {
  let bare = line
  for (let before = ''; before !== bare;) {
    before = bare
    bare = bare.replace(/[\u2066-\u2068][^\u2066-\u2069]*\u2069/g, '')
  }
  return /[\p{L}\u200e\u200f\u061c]/u.exec(bare)?.[0]
}

/** Whether the last line runs from right to left, so that its end, where the time stands, is on the left. */
export function endsOnTheLeft(text) {
  return rightToLeft.test(leading(text.trimEnd().split('\n').at(-1) ?? '') ?? '')
}

/** Lines that do not say which way they run, run from left to right, as in the apps; browsers are of two minds there. */
function markUndecided(root, text) {
  const undecided = text.split('\n').map((line) => leading(line) === undefined)
  let line = 0
  let fresh = true
  for (const node of textNodes(root)) {
    const pieces = node.data.split('\n').map((piece, index) => {
      if (index > 0) {
        line++
        fresh = true
      }
      const mark = fresh && piece !== '' && undecided[line] ? '\u200e' : ''
      fresh &&= piece === ''
      return mark + piece
    })
    node.data = pieces.join('\n')
  }
}

/** The message's HTML with what an app adds: commands to press, spoilers to open, times in the reader's own zone. */
export function dressed(source, text) {
  const template = document.createElement('template')
  template.innerHTML = source
  markUndecided(template.content, text)
  for (const node of textNodes(template.content))
    if (!node.parentElement?.closest('a, code, pre')) markCommands(node)
  for (const spoiler of template.content.querySelectorAll('tg-spoiler')) {
    spoiler.tabIndex = 0
    spoiler.setAttribute('role', 'button')
  }
  for (const time of template.content.querySelectorAll('tg-time'))
    time.title = new Date(Number(time.getAttribute('unix')) * 1000).toLocaleString()
  for (const quote of template.content.querySelectorAll('blockquote[expandable]')) quote.tabIndex = 0
  return template.innerHTML
}

function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node)
  return found
}

function markCommands(node) {
  const parts = node.data.split(/(?<![\w/])(\/[a-z][a-z0-9_]{0,31})(?![\w/])/i)
  if (parts.length < 2) return
  const pieces = parts.map((part, index) => {
    if (index % 2 === 0) return part
    const link = document.createElement('a')
    link.className = 'command'
    link.setAttribute('role', 'button')
    link.tabIndex = 0
    link.textContent = part
    return link
  })
  node.replaceWith(...pieces)
}

/** In the zone of whose phone it is; undefined: that of whoever looks. */
export const clockTime = (at, timeZone) =>
  new Date(at).toLocaleTimeString([], { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The day of a moment there, to be compared. */
export const dayOf = (at, timeZone) => new Date(at).toLocaleDateString('en-CA', { timeZone })

/** Today, Yesterday, or the date. */
export function dayName(at, now, timeZone) {
  const day = dayOf(at, timeZone)
  if (day === dayOf(now, timeZone)) return 'Today'
  if (day === dayOf(now - 86_400_000, timeZone)) return 'Yesterday'
  return new Date(at).toLocaleDateString([], { timeZone, weekday: 'long', day: 'numeric', month: 'long' })
}

export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1_048_576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`
}

export const duration = (seconds) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

export const fullName = ({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' ')

/** The payload of a link that starts this bot; undefined for every other link. */
export function startPayload(url, bot) {
  const link = URL.parse(/^\w+:/.test(url) ? url : `https://${url}`)
  if (!link || !bot || !['t.me', 'telegram.me'].includes(link.hostname)) return undefined
  if (link.pathname.slice(1).toLowerCase() !== bot.username.toLowerCase()) return undefined
  return link.searchParams.get('start') ?? ''
}

/** What a message is, in a few words, where it is quoted. */
export function gist(message) {
  if (message.text) return message.text.replaceAll('\n', ' ')
  const names = {
    voice: 'Voice message',
    video_note: 'Video message',
    video: 'Video',
    audio: 'Audio',
    animation: 'GIF',
  }
  if (message.photo) return 'Photo'
  if (message.document) return names[message.document.kind] ?? message.document.name ?? 'File'
  return message.contact ? 'Contact' : message.location ? 'Location' : 'Message'
}
