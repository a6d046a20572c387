import { html } from './html.js'

const time = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
const sizeOf = (bytes) =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1048576
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 1048576).toFixed(1)} MB`

function Attachment({ photo, document: file }) {
  if (photo) return html`<img class="photo" src=${`/api/files/${photo.fileId}`} alt="photo" loading="lazy" />`
  if (!file) return null
  const source = `/api/files/${file.fileId}`
  if (file.kind === 'voice' || file.kind === 'audio') return html`<audio controls src=${source}></audio>`
  if (file.kind === 'video' || file.kind === 'animation') return html`<video controls src=${source}></video>`
  if (file.kind === 'video_note') return html`<video class="round" controls src=${source}></video>`
  return html`<a class="file" href=${source} download=${file.name ?? 'file'}
    >📄 ${file.name ?? 'file'} <small>${sizeOf(file.size)}</small></a
  >`
}

function Button({ button, row, column, message, act }) {
  const press = () => {
    if (button.copy !== undefined) return act.copy(button.copy)
    if (button.url !== undefined) return act.open(button.url)
    return act.tap(message.id, row, column)
  }
  const mark = button.url === undefined ? (button.copy === undefined ? '' : ' ⧉') : ' ↗'
  return html`<button class=${`inline ${button.style ?? ''}`} dir="auto" onClick=${press}>
    ${button.label}${mark}
  </button>`
}

export function Message({ message, act, chosen }) {
  const mine = message.from === 'me'
  const click = (event) => {
    const link = event.target.closest('a[href]')
    if (!link || link.classList.contains('file')) return
    event.preventDefault()
    act.open(link.href)
  }
  return html`
    <li class=${`message ${mine ? 'mine' : 'theirs'} ${chosen ? 'chosen' : ''}`} data-id=${message.id}>
      <div class="bubble" onClick=${click}>
        ${message.replyTo && html`<div class="quote" dir="auto">${message.replyTo.text || '…'}</div>`}
        <${Attachment} ...${message} />
        ${message.text && html`<div class="text" dir="auto" dangerouslySetInnerHTML=${{ __html: message.html }}></div>`}
        ${message.contact && html`<div>👤 ${message.contact.name} ${message.contact.phone}</div>`}
        ${message.location && html`<div>📍 ${message.location.latitude}, ${message.location.longitude}</div>`}
        <div class="meta">
          <span class="tools">
            <button title="Reply" aria-label="Reply" onClick=${() => act.reply(message)}>↩</button>
            ${mine && message.text && !message.photo && html`<button title="Edit" aria-label="Edit" onClick=${() => act.edit(message)}>✎</button>`}
          </span>
          ${message.editedAt ? 'edited ' : ''}${time(message.at)}
        </div>
      </div>
      ${
        message.buttons.length > 0 &&
        html`<div class="keyboard">
          ${message.buttons.map(
            (buttons, row) =>
              html`<div class="row">
                ${buttons.map((button, column) => html`<${Button} ...${{ button, row, column, message, act }} />`)}
              </div>`,
          )}
        </div>`
      }
    </li>
  `
}
