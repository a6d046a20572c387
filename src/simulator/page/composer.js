import { useRef, useState } from 'preact/hooks'
import { html } from './html.js'
import { post, sendFiles } from './store.js'

/** Records from the microphone; resolves to a file when `stop` is called. */
async function startRecording() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(stream)
  const parts = []
  recorder.ondataavailable = ({ data }) => parts.push(data)
  recorder.start()
  return {
    stop: () =>
      new Promise((resolve) => {
        recorder.onstop = () => {
          for (const track of stream.getTracks()) track.stop()
          resolve(new File(parts, 'voice.ogg', { type: recorder.mimeType }))
        }
        recorder.stop()
      }),
  }
}

const kinds = [
  ['photo', '🖼 Photo (several make an album)', 'image/*'],
  ['document', '📄 File', ''],
  ['voice', '🎤 Voice, from a file', 'audio/*'],
  ['video', '🎬 Video', 'video/*'],
  ['video_note', '⭕ Video note', 'video/*'],
]

function Attach({ choose, close }) {
  return html`<div class="sheet">
    ${kinds.map(
      ([kind, label, accept]) =>
        html`<label>
          ${label}
          <input
            type="file"
            data-kind=${kind}
            accept=${accept}
            multiple=${kind === 'photo'}
            onChange=${(event) => (choose(kind, [...event.target.files]), close())}
          />
        </label>`,
    )}
  </div>`
}

function Commands({ person, choose }) {
  return html`<div class="sheet">
    ${person.commands.map(({ command, description }) => html`<button dir="auto" onClick=${() => choose(`/${command}`)}><b dir="ltr">/${command}</b> ${description}</button>`)}
    ${person.commands.length === 0 && html`<p>No commands yet.</p>`}
  </div>`
}

export function Composer({ person, about, clearAbout, failed }) {
  const [text, setText] = useState('')
  const [sheet, setSheet] = useState('')
  const [recording, setRecording] = useState(null)
  const field = useRef(null)
  const shown = about?.kind === 'edit' && text === '' && !about.seeded ? about.message.text : text
  if (about?.kind === 'edit' && !about.seeded) {
    about.seeded = true
    setText(about.message.text)
  }
  const replyTo = about?.kind === 'reply' ? about.message.id : undefined

  const attempt = async (work) => {
    try {
      await work()
    } catch (error) {
      failed(error.message)
    }
  }
  const send = (words) =>
    attempt(async () => {
      if (words.trim() === '') return
      if (about?.kind === 'edit')
        await post(`/api/people/${person.id}/edit`, { messageId: about.message.id, text: words })
      else await post(`/api/people/${person.id}/text`, { text: words, ...(replyTo && { replyTo }) })
      setText('')
      clearAbout()
      field.current?.focus()
    })
  const attach = (kind, files) =>
    attempt(async () => {
      if (files.length > 0) await sendFiles(person.id, { files, kind, caption: text, replyTo })
      setText('')
      clearAbout()
    })
  const record = () =>
    attempt(async () => {
      if (!recording) return setRecording(await startRecording())
      setRecording(null)
      return attach('voice', [await recording.stop()])
    })
  const key = (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      void send(shown)
    }
    if (event.key === 'Escape') clearAbout()
  }
  const toggle = (name) => setSheet(sheet === name ? '' : name)

  return html`<footer>
    ${sheet === 'attach' && html`<${Attach} choose=${attach} close=${() => setSheet('')} />`}
    ${sheet === 'commands' && html`<${Commands} person=${person} choose=${(command) => (setSheet(''), send(command))} />`}
    ${
      about &&
      html`<div class="about">
        <span dir="auto">${about.kind === 'edit' ? '✎' : '↩'} ${about.message.text || 'picture'}</span
        ><button aria-label="Drop" onClick=${() => (setText(''), clearAbout())}>✕</button>
      </div>`
    }
    <div class="composer">
      <button class="round-button" title="Commands" aria-label="Commands" onClick=${() => toggle('commands')}>
        ☰
      </button>
      <button class="round-button" title="Attach" aria-label="Attach" onClick=${() => toggle('attach')}>
        📎
      </button>
      <textarea
        ref=${field}
        dir="auto"
        rows=${Math.min(8, shown.split('\n').length)}
        placeholder="Message"
        value=${shown}
        onInput=${(event) => setText(event.target.value)}
        onKeyDown=${key}
      ></textarea>
      ${
        shown.trim() === ''
          ? html`<button
              class=${`round-button ${recording ? 'recording' : ''}`}
              title="Voice"
              aria-label="Voice"
              onClick=${record}
            >
              ${recording ? '⏹' : '🎤'}
            </button>`
          : html`<button
              class="round-button send"
              title="Send"
              aria-label="Send"
              onClick=${() => send(shown)}
            >
              ➤
            </button>`
      }
    </div>
  </footer>`
}
