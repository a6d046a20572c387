import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { post, sendFiles } from './api.js'
import { AttachSheet, Pending, telAviv } from './attach.js'
import { About, Commands, IconButton, Keys, Recording } from './composerParts.js'
import { html } from './html.js'
import { kindOf, prepared, startRecording } from './media.js'

const albumMost = 10

/** Grows with what is typed, up to a third of the window. */
function useGrowing(text) {
  const field = useRef(null)
  useLayoutEffect(() => {
    if (!field.current) return
    field.current.style.height = 'auto'
    field.current.style.height = `${field.current.scrollHeight}px`
  }, [text])
  return field
}

async function sendPending(personId, { kind, files, measures }, caption, replyTo) {
  for (let at = 0; at < files.length; at += albumMost) {
    const more = at === 0 ? { caption, replyTo } : {}
    await sendFiles(personId, { files: files.slice(at, at + albumMost), kind, measures, ...more })
  }
}

/** The newest own text, which the up arrow edits. */
function lastOwn(messages) {
  return [...messages.values()].findLast(({ from, text, contact }) => from === 'me' && text && !contact)
}

/** Where a person writes: words, files, a voice; a reply or an edit. */
export function Composer({ person, about, setAbout, tell, dropped }) {
  const [text, setText] = useState('')
  const [sheet, setSheet] = useState('')
  const [pending, setPending] = useState(null)
  const [recording, setRecording] = useState(null)
  const [busy, setBusy] = useState(false)
  const [keysOpen, setKeysOpen] = useState(true)
  const field = useGrowing(text)
  const at = `/${person.id}`
  const replyTo = about?.kind === 'reply' ? about.message.id : undefined
  const keys = person.keyboard?.kind === 'buttons' ? person.keyboard : null

  const attempt = async (work) => {
    setSheet('')
    setBusy(true)
    await work().catch((error) => tell(error.message))
    setBusy(false)
  }
  const drop = () => {
    if (about?.kind === 'edit') setText('')
    setAbout(null)
  }
  const choose = (kind, files) =>
    files.length > 0 && attempt(async () => setPending(await prepared(kind, files)))
  const say = (words) =>
    attempt(() => post(`${at}/text`, { text: words, replyTo }).then(() => setAbout(null)))
  const share = (what, body) => attempt(() => post(`${at}/${what}`, body))
  const send = () =>
    attempt(async () => {
      if (pending) await sendPending(person.id, pending, text, replyTo)
      else if (text.trim() === '') return
      else if (about?.kind === 'edit') await post(`${at}/edit`, { messageId: about.message.id, text })
      else await post(`${at}/text`, { text, replyTo })
      setText('')
      setPending(null)
      setAbout(null)
      field.current?.focus()
    })
  const record = () => attempt(async () => setRecording(await startRecording()))
  const sendVoice = () =>
    attempt(async () => {
      const voice = await recording.finish()
      setRecording(null)
      await sendPending(person.id, voice, '', replyTo)
      setAbout(null)
    })
  const press = (key) => {
    if (key.asks === 'text') return say(key.text)
    return share(key.asks, key.asks === 'location' ? telAviv : {})
  }
  const typing = (event) => {
    const own = event.key === 'ArrowUp' && text === '' && !about && lastOwn(person.messages)
    if (event.key === 'Escape') drop()
    if (own) setAbout({ kind: 'edit', message: own })
    const sends = event.key === 'Enter' && !event.shiftKey && !event.isComposing
    if (sends && !busy) void send()
    if (own || sends) event.preventDefault()
  }
  const paste = (event) => {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    void choose(kindOf(files), files)
  }

  useLayoutEffect(() => {
    if (about?.kind === 'edit') setText(about.message.text)
    if (about && !about.forced) field.current?.focus()
  }, [about])
  useEffect(() => {
    if (dropped) void choose(kindOf(dropped), dropped)
  }, [dropped])

  if (recording) {
    const cancel = () => {
      recording.cancel()
      setRecording(null)
    }
    return html`<footer><${Recording} recording=${recording} send=${sendVoice} drop=${cancel} /></footer>`
  }
  const started = /^\/\w*$/.test(text)
    ? person.commands.filter(({ command }) => `/${command}`.startsWith(text))
    : []
  const toggle = (name) => () => setSheet(sheet === name ? '' : name)
  return html`<footer onKeyDown=${({ key }) => key === 'Escape' && setSheet('')}>
    ${sheet === 'attach' && html`<${AttachSheet} choose=${choose} share=${share} />`}
    ${sheet === 'commands' && html`<${Commands} commands=${person.commands} choose=${say} />`}
    ${!sheet && started.length > 0 && html`<${Commands} commands=${started} choose=${(command) => say(command).then(() => setText(''))} />`}
    ${about && html`<${About} about=${about} drop=${drop} />`}
    ${pending && html`<${Pending} pending=${pending} drop=${() => setPending(null)} />`}
    <div class="composer">
      <${IconButton}
        name="menu"
        label="Commands"
        aria-expanded=${sheet === 'commands'}
        onClick=${toggle('commands')}
      />
      <textarea
        ref=${field}
        dir="auto"
        rows="1"
        aria-label=${`Message from ${person.firstName}`}
        enterkeyhint="send"
        placeholder=${pending ? 'Caption' : person.keyboard?.placeholder || 'Message'}
        value=${text}
        onInput=${({ target }) => setText(target.value)}
        onKeyDown=${typing}
        onPaste=${paste}
      ></textarea>
      ${keys && html`<${IconButton} name="keys" label="Keyboard" aria-expanded=${keysOpen} onClick=${() => setKeysOpen(!keysOpen)} />`}
      <${IconButton}
        name="clip"
        label="Attach"
        aria-expanded=${sheet === 'attach'}
        onClick=${toggle('attach')}
      />
      ${
        text.trim() === '' && !pending
          ? html`<${IconButton} key="mic" name="mic" label="Record a voice message" onClick=${record} />`
          : html`<${IconButton} key="send" name="send" label="Send" disabled=${busy} onClick=${send} />`
      }
    </div>
    ${keys && keysOpen && html`<${Keys} rows=${keys.rows} press=${press} />`}
  </footer>`
}
