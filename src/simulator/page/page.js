import { render } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { ClockLine } from './clock.js'
import { Look, NewPerson } from './dialogs.js'
import { html } from './html.js'
import { Icon } from './icons.js'
import { Avatar } from './owner.js'
import { Phone } from './phone.js'
import { Store } from './store.js'
import { startPayload } from './words.js'

const phoneOf = (id) => document.querySelector(`.phone[data-person="${id}"]`)

/** The newest invite link in each chat. */
function invitesIn(people, bot) {
  return people.flatMap((person) => {
    for (const message of [...person.messages.values()].reverse()) {
      const links = [
        ...message.buttons.flat().flatMap(({ url, copy }) => [url, copy]),
        ...(message.text.match(/\S*t\.me\/\S+/g) ?? []),
      ]
      const url = links.find((link) => link && startPayload(link, bot))
      if (url) return [{ url, from: person.firstName }]
    }
    return []
  })
}

const newest = (person) =>
  Math.max(0, ...[...person.messages.values()].filter(({ from }) => from === 'bot').map(({ id }) => id))

/** Which phones are in view, and which of the others have something new. */
function useSeen(people) {
  const [inView, setInView] = useState(new Set())
  const seen = useRef(new Map())
  const ids = people.map(({ id }) => id).join()
  useEffect(() => {
    const watcher = new IntersectionObserver(
      (entries) =>
        setInView((before) => {
          const after = new Set(before)
          for (const { target, isIntersecting } of entries)
            after[isIntersecting ? 'add' : 'delete'](Number(target.dataset.person))
          return after
        }),
      { threshold: 0.5 },
    )
    for (const { id } of people) watcher.observe(phoneOf(id))
    return () => watcher.disconnect()
  }, [ids])
  for (const person of people)
    if (inView.has(person.id) || !seen.current.has(person.id)) seen.current.set(person.id, newest(person))
  return { inView, isNew: (person) => newest(person) > (seen.current.get(person.id) ?? 0) }
}

/** Whose phone is looked at: the one touched last, as long as it is in view. */
function useViewed(people, { inView }) {
  const [touched, setTouched] = useState()
  const touch = ({ target }) => setTouched(Number(target.closest('.phone')?.dataset.person))
  const seen = people.filter(({ id }) => inView.has(id))
  return [seen.find(({ id }) => id === touched) ?? seen[0] ?? people[0], touch]
}

function Lamp({ online, connected }) {
  const [state, words] = online
    ? connected
      ? ['on', 'The bot is listening']
      : ['off', 'The bot is away']
    : ['lost', 'Connecting…']
  return html`<span class=${`lamp ${state}`} role="status"><span>${words}</span></span>`
}

function Tabs({ people, seen }) {
  return html`<nav class=${people.length > 3 ? 'tabs many' : 'tabs'} aria-label="People">
    ${people.map(
      (person) =>
        html`<button
          type="button"
          key=${person.id}
          aria-current=${seen.inView.has(person.id)}
          onClick=${() => phoneOf(person.id)?.scrollIntoView({ behavior: 'smooth', inline: 'center', block: 'nearest' })}
        >
          <${Avatar} person=${person} /><span dir="auto">${person.firstName}</span>
          ${seen.isNew(person) && html`<i class="new"><span class="unseen">has something new</span></i>`}
        </button>`,
    )}
  </nav>`
}

function Page({ store }) {
  const [dialog, setDialog] = useState(null)
  const [photo, setPhoto] = useState(null)
  /** Whose phone comes into view as soon as it is there. */
  const [wanted, setWanted] = useState()
  const people = [...store.people.values()]
  const seen = useSeen(people)
  const [viewed, touch] = useViewed(people, seen)
  const invites = useMemo(() => (dialog && !dialog.link ? invitesIn(people, store.bot) : []), [dialog])
  const open = useCallback((url, by) => {
    const link = startPayload(url, store.bot)
    if (link === undefined) window.open(/^\w+:/.test(url) ? url : `https://${url}`, '_blank', 'noopener')
    else setDialog({ link, by })
  }, [])
  const close = (id) => {
    setDialog(null)
    setWanted(id)
  }
  useEffect(() => {
    const field = wanted === undefined ? null : phoneOf(wanted)?.querySelector('textarea')
    if (!field) return
    phoneOf(wanted).scrollIntoView({ behavior: 'smooth', inline: 'center', block: 'nearest' })
    field.focus({ preventScroll: true })
    setWanted(undefined)
  })
  return html`
    <div class="bar">
      <h1>
        🏋️ ${store.bot?.firstName ?? 'Spotter'}
        <small>A demo on this machine. Everybody here is made up.</small>
      </h1>
      <${Lamp} online=${store.online} connected=${store.bot?.connected} />
      <button type="button" class="primary" onClick=${() => setDialog({})}>
        <${Icon} name="plus" size="18" /><span>New person</span>
      </button>
    </div>
    <${Tabs} people=${people} seen=${seen} />
    ${store.clock.isMovable && viewed && html`<${ClockLine} store=${store} person=${viewed} />`}
    <main onPointerDown=${touch} onFocusIn=${touch}>
      ${people.map((person) => html`<${Phone} key=${person.id} person=${person} store=${store} open=${open} look=${setPhoto} />`)}
    </main>
    ${dialog && html`<${NewPerson} ...${dialog} people=${people} invites=${invites} close=${close} />`}
    ${photo && html`<${Look} photo=${photo} close=${() => setPhoto(null)} />`}
  `
}

const target = document.getElementById('page')
let drawing = 0
const store = new Store(() => {
  drawing ||= requestAnimationFrame(() => {
    drawing = 0
    draw()
  })
})
const draw = () => render(html`<${Page} store=${store} />`, target)
draw()
