import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Composer } from './composer.js'
import { html } from './html.js'
import { Message } from './message.js'
import { post } from './store.js'

const initials = (person) => `${person.firstName[0] ?? '?'}${person.lastName?.[0] ?? ''}`

/** Stays at the newest message unless the reader has scrolled up. */
function useFollowing(list, newest) {
  const following = useRef(true)
  useEffect(() => {
    const element = list.current
    const note = () =>
      (following.current = element.scrollHeight - element.scrollTop - element.clientHeight < 60)
    element.addEventListener('scroll', note)
    return () => element.removeEventListener('scroll', note)
  }, [])
  useLayoutEffect(() => {
    if (following.current) list.current.scrollTop = list.current.scrollHeight
  }, [newest])
}

export function Phone({ person, bot, toast, action, dismiss, open }) {
  const [about, setAbout] = useState(null)
  const [fault, setFault] = useState('')
  const list = useRef(null)
  const messages = [...person.messages.values()].sort((a, b) => a.id - b.id)
  useFollowing(list, messages.map((m) => `${m.id}:${m.editedAt ?? ''}:${m.buttons.length}`).join())
  const failed = (words) => {
    setFault(words)
    setTimeout(() => setFault(''), 4000)
  }
  const act = {
    tap: (messageId, row, column) =>
      post(`/api/people/${person.id}/tap`, { messageId, row, column }).catch((error) =>
        failed(error.message),
      ),
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => failed('Copied.'),
        () => failed(text),
      ),
    open: (url) => open(url, person),
    reply: (message) => setAbout({ kind: 'reply', message }),
    edit: (message) => setAbout({ kind: 'edit', message }),
  }
  return html`<section class="phone" data-person=${person.id}>
    <header>
      <div class="avatar">${initials(person)}</div>
      <div class="who">
        <b dir="auto">${person.firstName} ${person.lastName ?? ''}</b>
        <small
          >${person.language} ·
          ${person.username ? `@${person.username} · ` : ''}${action ? `${bot?.firstName} ${action}…` : `id ${person.id}`}</small
        >
      </div>
      <button
        class="quiet"
        onClick=${() => post(`/api/people/${person.id}/${person.blocked ? 'unblock' : 'block'}`)}
      >
        ${person.blocked ? 'Unblock' : 'Block'}
      </button>
    </header>
    <ol class="messages" ref=${list}>
      ${messages.map((message) => html`<${Message} key=${message.id} message=${message} act=${act} chosen=${about?.message.id === message.id} />`)}
    </ol>
    ${toast && html`<div class=${toast.alert ? 'alert' : 'toast'} role="status" dir="auto"><span>${toast.text}</span>${toast.alert && html`<button onClick=${dismiss}>OK</button>`}</div>`}
    ${fault && html`<div class="toast" role="status">${fault}</div>`}
    ${
      messages.length === 0
        ? html`<footer>
            <button class="start" onClick=${() => post(`/api/people/${person.id}/start`)}>START</button>
          </footer>`
        : html`<${Composer}
            person=${person}
            about=${about}
            clearAbout=${() => setAbout(null)}
            failed=${failed}
          />`
    }
  </section>`
}
