import { render } from 'preact'
import { useState } from 'preact/hooks'
import { html } from './html.js'
import { Phone } from './phone.js'
import { makeStore, post } from './store.js'

/** The payload of a link that starts this bot, if it is one. */
function startPayload(url, bot) {
  const link = URL.parse(url)
  if (link?.hostname !== 't.me' || link.pathname.slice(1).toLowerCase() !== bot?.username.toLowerCase())
    return undefined
  return link.searchParams.get('start') ?? ''
}

function NewPerson({ payload, people, close }) {
  const [fault, setFault] = useState('')
  const start = async (id) => {
    await post(`/api/people/${id}/start`, payload ? { payload } : {})
    close(id)
  }
  const submit = async (event) => {
    event.preventDefault()
    const { firstName, lastName, username, language, link } = Object.fromEntries(new FormData(event.target))
    try {
      const person = await post('/api/people', {
        firstName,
        language,
        ...(lastName && { lastName }),
        ...(username && { username }),
      })
      const typed = /[?&]start=([\w-]+)/.exec(link ?? '')?.[1]
      await post(`/api/people/${person.id}/start`, typed || payload ? { payload: typed ?? payload } : {})
      close(person.id)
    } catch (error) {
      setFault(error.message)
    }
  }
  return html`<div class="veil" onClick=${(event) => event.target === event.currentTarget && close()}>
    <form class="dialog" onSubmit=${submit}>
      <h2>${payload ? 'Open the invite link as…' : 'New person'}</h2>
      ${payload && html`<div class="choices">${people.map((person) => html`<button type="button" class="quiet" onClick=${() => start(person.id)}>${person.firstName}</button>`)}</div>`}
      ${payload && html`<p>…or as somebody new:</p>`}
      <label>First name <input name="firstName" required maxlength="64" autofocus /></label>
      <label>Last name <input name="lastName" maxlength="64" /></label>
      <label
        >Username <input name="username" pattern="[A-Za-z][A-Za-z0-9_]{3,31}" placeholder="may stay empty"
      /></label>
      <label
        >Telegram language
        <select name="language">
          <option value="en">English</option>
          <option value="he">עברית</option>
        </select></label
      >
      ${!payload && html`<label>Invite link <input name="link" placeholder="may stay empty" /></label>`}
      ${fault && html`<p class="fault">${fault}</p>`}
      <div class="choices">
        <button type="button" class="quiet" onClick=${() => close()}>Cancel</button
        ><button class="primary">Open Telegram</button>
      </div>
    </form>
  </div>`
}

function Page({ store }) {
  const [dialog, setDialog] = useState(null)
  const people = [...store.people.values()]
  const open = (url) => {
    const payload = startPayload(url, store.bot)
    if (payload === undefined) return window.open(url, '_blank', 'noopener')
    return setDialog({ payload })
  }
  const close = (id) => {
    setDialog(null)
    if (id)
      requestAnimationFrame(() =>
        document
          .querySelector(`[data-person="${id}"]`)
          ?.scrollIntoView({ behavior: 'smooth', inline: 'center' }),
      )
  }
  return html`
    <nav>
      <h1>🏋️ ${store.bot?.firstName ?? 'Spotter'} <small>demo on this machine</small></h1>
      <span class=${`lamp ${store.online && store.bot?.connected ? 'on' : 'off'}`}
        >${store.online ? (store.bot?.connected ? 'bot is listening' : 'bot is away') : 'connecting…'}</span
      >
      <button class="primary" onClick=${() => setDialog({})}>New person</button>
    </nav>
    <main>
      ${people.map((person) => html`<${Phone} key=${person.id} person=${person} bot=${store.bot} toast=${store.toasts.get(person.id)} action=${store.actions.get(person.id)?.action} dismiss=${() => store.dismiss(person.id)} open=${open} />`)}
    </main>
    ${dialog && html`<${NewPerson} payload=${dialog.payload} people=${people} close=${close} />`}
  `
}

const target = document.getElementById('page')
const draw = () => render(html`<${Page} store=${store} />`, target)
const store = makeStore(draw)
draw()
