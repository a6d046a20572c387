import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { html } from './html.js'
import { Icon } from './icons.js'
import { Message } from './message.js'
import { dayName, dayOf } from './words.js'

const oneGoMs = 5 * 60_000

/** Messages in order: albums as one, days between, and where somebody's turn to speak ends. */
function rowsOf(all, timeZone) {
  const rows = []
  for (const message of [...all.values()].sort((a, b) => a.id - b.id)) {
    const last = rows.at(-1)
    if (message.album && last?.messages?.[0].album === message.album) {
      last.messages.push(message)
      continue
    }
    const before = last?.messages?.at(-1)
    const newDay = !before || dayOf(before.at, timeZone) !== dayOf(message.at, timeZone)
    const goesOn = !newDay && before.from === message.from && message.at - before.at < oneGoMs
    if (last && goesOn && !before.service) last.tail = false
    if (newDay) rows.push({ key: `day ${message.at}`, day: message.at })
    rows.push({ key: message.id, messages: [message], tail: true })
  }
  return rows
}

/** Keeps the newest message in view unless the reader has scrolled up; counts what came meanwhile. */
function useFollowing(newest, own) {
  const frame = useRef(null)
  const content = useRef(null)
  const following = useRef(true)
  const height = useRef(0)
  const [missed, setMissed] = useState(0)
  const [away, setAway] = useState(false)
  const toEnd = useCallback((behavior = 'auto') => {
    frame.current.scrollTo({ top: frame.current.scrollHeight, behavior })
  }, [])
  const note = useCallback(() => {
    const { scrollHeight, scrollTop, clientHeight } = frame.current
    const atEnd = scrollHeight - scrollTop - clientHeight < 60
    // What grows moves the end away; only the reader scrolls up.
    if (atEnd || scrollTop < height.current) following.current = atEnd
    height.current = scrollTop
    setAway(!following.current)
    if (following.current) setMissed(0)
  }, [])
  useLayoutEffect(() => {
    const grown = new ResizeObserver(() => following.current && toEnd())
    grown.observe(content.current)
    grown.observe(frame.current)
    return () => grown.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (own) following.current = true
    if (following.current) toEnd()
    else setMissed((count) => count + 1)
  }, [newest])
  return { frame, content, away, missed, toEnd, note }
}

/** The chat itself. */
export function Messages({ person, bot, act, chosen, waiting, now, timeZone }) {
  const rows = useMemo(() => rowsOf(person.messages, timeZone), [person.messages, timeZone])
  const last = rows.at(-1)?.messages?.at(-1)
  const { frame, content, away, missed, toEnd, note } = useFollowing(last?.id, last?.from === 'me')
  const names = { me: person.firstName, bot: bot?.firstName ?? 'Bot', other: 'Somebody' }
  return html`<div class="chat">
    <div
      class="scroll"
      ref=${frame}
      onScroll=${note}
      tabindex="0"
      role="log"
      aria-label=${`Chat of ${person.firstName}`}
    >
      <ol class="messages" ref=${content}>
        ${rows.map((row) =>
          row.day
            ? html`<li key=${row.key} class="service day">
                <span>${dayName(row.day, now, timeZone)}</span>
              </li>`
            : html`<${Message}
                key=${row.key}
                ...${row}
                timeZone=${timeZone}
                act=${act}
                chosen=${chosen === row.key}
                waiting=${waitingIn(waiting, person.id, row.key)}
                author=${names[row.messages[0].from]}
              />`,
        )}
      </ol>
    </div>
    ${
      away &&
      html`<button
        type="button"
        class="to-end"
        aria-label=${`To the newest message${missed ? `, ${missed} new` : ''}`}
        onClick=${() => toEnd('smooth')}
      >
        <${Icon} name="down" />${missed > 0 && html`<b>${missed}</b>`}
      </button>`
    }
  </div>`
}

function waitingIn(waiting, personId, messageId) {
  const prefix = `${personId}/${messageId}/`
  return new Set(
    [...waiting]
      .filter((place) => place.startsWith(prefix))
      .map((place) => place.slice(String(personId).length + 1)),
  )
}
