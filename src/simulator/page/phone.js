import { useCallback, useMemo, useRef, useState } from 'preact/hooks'
import { post } from './api.js'
import { useZone } from './clock.js'
import { Composer } from './composer.js'
import { Alert, Toast } from './toast.js'
import { html } from './html.js'
import { Icon } from './icons.js'
import { Messages } from './messages.js'
import { Owner } from './owner.js'
import { fullName, gist } from './words.js'

const doing = {
  typing: 'typing…',
  upload_photo: 'sending a photo…',
  upload_document: 'sending a file…',
  upload_video: 'sending a video…',
  record_voice: 'recording…',
  upload_voice: 'sending a voice message…',
}

function Header({ bot, action }) {
  return html`<header>
    <span class="avatar bot" aria-hidden="true">🏋️</span>
    <span class="who">
      <b dir="auto">${bot?.firstName ?? 'Bot'}</b>
      <small class=${action ? 'acting' : ''}>${action ? (doing[action] ?? 'busy…') : 'bot'}</small>
    </span>
  </header>`
}

function Pinned({ message, show }) {
  return html`<button type="button" class="pinned" onClick=${() => show(message.id)}>
    <${Icon} name="pin" size="18" /><span><b>Pinned</b><span dir="auto">${gist(message)}</span></span>
  </button>`
}

function Welcome({ bot, start }) {
  return html`<div class="welcome">
      ${bot?.description && html`<p dir="auto"><b>What can this bot do?</b>${bot.description}</p>`}
    </div>
    <footer><button type="button" class="wide" onClick=${start}>Start</button></footer>`
}

/** What a person can do in the chat; the same object as long as it is the same person. */
function useActs(person, store, { open, look, setAbout, frame }) {
  const { id } = person
  return useMemo(() => {
    const tell = (words) => store.tell(id, words)
    const attempt = (work) => work.catch((error) => tell(error.message))
    const copied = () => tell('Copied')
    return {
      tell,
      open: (url) => open(url, id),
      look,
      tap: (...place) => attempt(store.tap(id, ...place)),
      say: (text) => attempt(post(`/${id}/text`, { text })),
      start: () => attempt(post(`/${id}/start`)),
      unblock: () => attempt(post(`/${id}/unblock`)),
      copy: (text) => navigator.clipboard.writeText(text).then(copied, () => tell(text)),
      reply: (message) => setAbout({ kind: 'reply', message }),
      edit: (message) => setAbout({ kind: 'edit', message }),
      show: (messageId) => point(frame.current?.querySelector(`[data-id="${messageId}"]`)),
    }
  }, [id])
}

function point(element) {
  element?.scrollIntoView({ behavior: 'smooth', block: 'center' })
  element?.classList.add('pointed')
  setTimeout(() => element?.classList.remove('pointed'), 1500)
}

/** One person's phone, open at the chat with the bot. */
export function Phone({ person, store, open, look }) {
  const { bot } = store
  const [about, setAbout] = useState(null)
  const [dropped, setDropped] = useState(null)
  const [over, setOver] = useState(false)
  const frame = useRef(null)
  const act = useActs(person, store, { open, look, setAbout, frame })
  const messages = person.messages
  const forced = person.keyboard?.kind === 'reply' ? messages.get(person.keyboard.messageId) : undefined
  const topic = useMemo(
    () =>
      about && messages.has(about.message.id)
        ? about
        : forced
          ? { kind: 'reply', message: forced, forced: true }
          : null,
    [about, forced, messages.has(about?.message.id)],
  )
  const pinned = useMemo(() => [...messages.values()].findLast((message) => message.pinned), [messages])
  const toast = store.toasts.get(person.id)
  const timeZone = useZone(person, bot?.connected, store.clock.isMovable)
  const dismiss = useCallback(() => store.dismiss(person.id), [person.id])
  const drop = (event) => {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) setDropped(files)
  }
  const drag = (is) => (event) => {
    event.preventDefault()
    setOver(is)
  }
  const writes = messages.size > 0 && !person.blocked
  return html`<section
    class="phone"
    data-person=${person.id}
    aria-label=${`Phone of ${fullName(person)}`}
    ref=${frame}
  >
    <${Owner} person=${person} act=${act} />
    <div
      class=${over && writes ? 'device over' : 'device'}
      onDragOver=${drag(true)}
      onDragLeave=${drag(false)}
      onDrop=${drop}
    >
      <${Header} bot=${bot} action=${store.actions.get(person.id)?.action} />
      ${pinned && html`<${Pinned} message=${pinned} show=${act.show} />`}
      <div class="stage">
        ${messages.size > 0 && html`<${Messages} person=${person} bot=${bot} act=${act} chosen=${topic?.message.id} waiting=${store.waiting} now=${store.now()} timeZone=${timeZone} />`}
        ${messages.size === 0 && html`<div class="chat"></div>`}
        <div role="status" class="toasts">
          ${toast && !toast.alert && html`<${Toast} text=${toast.text} />`}
        </div>
      </div>
      ${messages.size === 0 && html`<${Welcome} bot=${bot} start=${act.start} />`}
      ${messages.size > 0 && person.blocked && html`<footer><button type="button" class="wide" onClick=${act.unblock}>Unblock ${bot?.firstName}</button></footer>`}
      ${writes && html`<${Composer} person=${person} about=${topic} setAbout=${setAbout} tell=${act.tell} dropped=${dropped} />`}
      ${toast?.alert && html`<${Alert} text=${toast.text} title=${bot?.firstName} close=${dismiss} />`}
    </div>
  </section>`
}
