import { useEffect, useState } from 'preact/hooks'
import { moveClock, zoneOf } from './api.js'
import { html } from './html.js'
import { clockWords } from './clockWords.js'

/** Draws anew when the minute is over. */
function useMinutes(now) {
  const [, draw] = useState(0)
  const next = 60_000 - (now % 60_000)
  useEffect(() => {
    const timer = setTimeout(() => draw((count) => count + 1), next + 20)
    return () => clearTimeout(timer)
  })
}

/** The zone in which the bot tells somebody the time; asked again whenever their chat changes, for it may be another then. */
export function useZone(person, connected, isKnown = true) {
  const [zones, setZones] = useState({})
  useEffect(() => {
    if (!isKnown) return undefined
    let isOld = false
    zoneOf(person.id).then(
      ({ timeZone }) => isOld || setZones((before) => ({ ...before, [person.id]: timeZone })),
      () => undefined,
    )
    return () => void (isOld = true)
  }, [person.id, person.messages, connected, isKnown])
  return zones[person.id]
}

const hereZone = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** Which town's time it is, where it is not the one of whoever looks. */
const townOf = (timeZone) =>
  timeZone && timeZone !== hereZone ? timeZone.split('/').at(-1).replaceAll('_', ' ') : undefined

function shownTime(at, timeZone, words) {
  const show = (options) => new Intl.DateTimeFormat(words.locale, { timeZone, ...options }).format(at)
  return {
    date: show({ weekday: 'short', day: 'numeric', month: 'short' }),
    time: show({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  }
}

/** The time as one person sees it, and the ways to move it forward. */
export function ClockLine({ store, person }) {
  const now = store.now()
  useMinutes(now)
  const timeZone = useZone(person, store.bot?.connected)
  const words = clockWords(person.language)
  const { date, time } = shownTime(now, timeZone, words)
  const town = townOf(timeZone)
  const { isMoving } = store.clock
  const move = (to) => () => moveClock(person.id, to).catch((error) => store.tell(person.id, error.message))
  const moves = [
    [words.quarter, { minutes: 15 }],
    [words.hour, { minutes: 60 }],
    [words.reminder, 'reminder'],
    [words.tomorrow, 'tomorrow'],
  ]
  return html`<section
    class=${isMoving ? 'clock moving' : 'clock'}
    dir=${words.dir}
    lang=${words.lang}
    aria-label=${words.clock}
    aria-busy=${isMoving}
  >
    <time datetime=${new Date(now).toISOString()} title=${timeZone}
      ><span>${date}</span> <b>${time}</b>${town && html` <small>${town}</small>`}</time
    >
    <span class="unseen" role="status">${isMoving ? words.moving : ''}</span>
    ${moves.map(
      ([label, to]) =>
        html`<button type="button" key=${label} disabled=${isMoving || !store.online} onClick=${move(to)}>
          ${label}
        </button>`,
    )}
  </section>`
}
