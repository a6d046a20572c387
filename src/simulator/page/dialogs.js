import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fileUrl, post } from './api.js'
import { html } from './html.js'
import { Icon } from './icons.js'
import { Avatar } from './owner.js'
import { fullName } from './words.js'

/** A dialog in front of everything; Escape and a press beside it close it. */
function Dialog({ label, name, close, children }) {
  const box = useRef(null)
  useLayoutEffect(() => box.current.showModal(), [])
  return html`<dialog
    ref=${box}
    class=${name}
    aria-label=${label}
    onClose=${() => close()}
    onClick=${(event) => event.target === box.current && box.current.close()}
  >
    ${children}
  </dialog>`
}

/** A photo as large as the window. */
export function Look({ photo, close }) {
  return html`<${Dialog} label="Photo" name="look" close=${close}>
    <img src=${fileUrl(photo)} alt="Photo" />
    <form method="dialog">
      <button class="icon-button" aria-label="Close" autofocus><${Icon} name="close" /></button>
    </form>
  <//>`
}

/** The payload of an invite link as it was typed or pasted; undefined for none. Throws for what is no link. */
function payloadOf(typed) {
  const text = typed.trim()
  if (text === '') return undefined
  const payload = /[?&]start=([\w-]+)/.exec(text)?.[1] ?? (/^[\w-]+$/.test(text) ? text : undefined)
  if (payload === undefined) throw new Error('That is no invite link: one ends in ?start=… and some letters.')
  return payload
}

/** Makes somebody who opens the bot, or lets somebody who is there open an invite link. */
export function NewPerson({ link, by, people, invites, close }) {
  const [fault, setFault] = useState('')
  const [typed, setTyped] = useState('')
  const attempt = async (work) => {
    try {
      close(await work())
    } catch (error) {
      setFault(error.message)
    }
  }
  const start = async (id, payload) => {
    await post(`/${id}/start`, payload ? { payload } : {})
    return id
  }
  const submit = (event) => {
    event.preventDefault()
    const fields = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== ''))
    void attempt(async () => {
      const payload = link ?? payloadOf(typed)
      const { id } = await post('', fields)
      return start(id, payload)
    })
  }
  const others = people.toSorted((a, b) => Number(a.id === by) - Number(b.id === by))
  return html`<${Dialog} label=${link ? 'Open the invite link' : 'New person'} name="form" close=${close}>
    <form onSubmit=${submit}>
      <h2>${link ? 'Open the invite link' : 'New person'}</h2>
      ${
        link &&
        html`<p>Who follows it?</p>
          <div class="choices people">
            ${others.map((person) => html`<button type="button" key=${person.id} onClick=${() => attempt(() => start(person.id, link))}><${Avatar} person=${person} /><span dir="auto">${fullName(person)}</span></button>`)}
          </div>
          <p>Or somebody new:</p>`
      }
      <label
        >First name <input name="firstName" required maxlength="64" autofocus autocomplete="off" dir="auto"
      /></label>
      <div class="pair">
        <label>Last name <input name="lastName" maxlength="64" autocomplete="off" dir="auto" /></label>
        <label
          >Username
          <input
            name="username"
            pattern="[A-Za-z][A-Za-z0-9_]{3,31}"
            title="4 to 32 letters, digits or _, a letter first"
            autocomplete="off"
        /></label>
      </div>
      <label>
        Language of their Telegram
        <select name="language">
          <option value="en">English</option>
          <option value="he">עברית (Hebrew)</option>
        </select>
      </label>
      ${
        !link &&
        html`<label
            >Invite link
            <input
              value=${typed}
              onInput=${({ target }) => setTyped(target.value)}
              placeholder="https://t.me/…?start=…"
              autocomplete="off"
          /></label>
          ${invites.map(({ url, from }) => html`<button type="button" class="quiet" key=${url} onClick=${() => setTyped(url)}>Use the link from ${from}’s chat</button>`)}`
      }
      ${fault && html`<p class="fault" role="alert">${fault}</p>`}
      <div class="choices">
        <button type="button" class="quiet" onClick=${() => close()}>Cancel</button>
        <button class="primary">Open Telegram</button>
      </div>
    </form>
  <//>`
}
